"""Where one page's text ends and the next begins: form feeds, page marks, page numbers, rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from nghiquyet.extract.language.frame_phrases import match_cue
from nghiquyet.extract.readers.ocr_text.boxed_tables import is_table_rule
from nghiquyet.extract.readers.ocr_text.listed_tables import listed_run

# "Trang 3", "--- Page 3 of 12 ---", "## Trang 3/12", "[Page 3]", "{3}------", '<!-- PageNumber="3" -->'
_MARK = re.compile(
    r"^[\W_]{0,20}(?:trang|page|tờ|page ?number)(?: số)?[\W_]{0,4}(\d{1,4})(?:\s?(?:/|of|trên)\s?\d{1,4})?[\W_]{0,80}$"
    r"|^\{(\d{1,4})\}-{10,}$",
    re.IGNORECASE,
)
# "<!-- PageBreak -->", "[page break]", "--- NGẮT TRANG ---", "\pagebreak"
_BREAK = re.compile(r"^[\W_]{0,20}(?:page ?break|new ?page|ngắt trang|hết trang)[\W_]{0,20}$", re.IGNORECASE)
_NUMBER = re.compile(r"^[-–—|*_ ]{0,4}(\d{1,3})(?:\s?/\s?\d{1,3})?[-–—|*_ ]{0,4}$")
_RULE = re.compile(r"^ {0,3}(?:-{3,5}|\*{3,5}|_{3,5}|(?:- ){2,4}-|(?:\* ){2,4}\*)\s*$")
# Lines of stars, dashes or dots that only adorn.
_ORNAMENT = re.compile(r"^[\s\-–—_=*~.·•#+]{3,}$")


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """A page's own lines, its number, and the lines that only told it (its mark, its number)."""

    number: int
    lines: tuple[str, ...]
    marks: tuple[str, ...] = ()
    told: bool = False  # the number is written, not counted


@dataclass(frozen=True, slots=True)
class _Event:
    """A line of text, or something that parts pages; ``number`` is the page's that a mark names."""

    line: str
    parts: bool = False
    number: int | None = None
    blank: bool = False


def text_to_pages(text: str) -> tuple[MarkedPage, ...]:
    """The pages of the text in order; one page where nothing tells pages apart."""
    events = list(_events(text))
    leading = _stands_first(events)
    pages: list[MarkedPage] = []
    lines: list[str] = []
    marks: list[str] = []
    named: int | None = None
    for event in [*events, _Event("", parts=True)]:
        if not event.parts:
            lines.append(event.line)
            continue
        if any(line.strip() for line in lines):
            own = named if leading else event.number
            pages.append(_page(pages, lines, marks, own))
            lines, marks, named = [], [], None
        if event.number is not None and leading:
            named = event.number
        if event.line.strip():
            marks.append(event.line.strip())
    if marks and pages:
        pages[-1] = MarkedPage(pages[-1].number, pages[-1].lines, (*pages[-1].marks, *marks), pages[-1].told)
    return tuple(pages)


def _page(before: Sequence[MarkedPage], lines: Sequence[str], marks: Sequence[str], named: int | None) -> MarkedPage:
    least = before[-1].number + 1 if before else 1
    told = named is not None and named >= least and (bool(before) or named <= least + 1)
    return MarkedPage(named if told and named is not None else least, tuple(lines), tuple(marks), told)


def _events(text: str) -> Iterator[_Event]:
    chunks = text.split("\f")
    explicit = len(chunks) > 1
    found: list[_Event] = []
    for i, chunk in enumerate(chunks):
        if i:
            found.append(_Event("", parts=True))
        found += [_event(line) for line in chunk.split("\n")]
    explicit = explicit or any(e.parts and e.line for e in found)
    listed = _in_listed_tables(found)
    numbered = {i: n for i, n in _page_numbers(found).items() if i not in listed}
    for i, event in enumerate(found):
        if i in numbered:
            yield _Event(event.line, parts=True, number=numbered[i])
        elif not event.parts and not explicit and _is_page_rule(found, i):
            yield _Event("", parts=True)
        elif not event.parts and _adorns(event.line):
            yield _Event("")  # it says nothing
        else:
            yield event


def _adorns(line: str) -> bool:
    return bool(_ORNAMENT.match(line)) and not line.isspace() and not is_table_rule(line)


def _event(line: str) -> _Event:
    if len(line) <= 120 and (mark := _MARK.match(line.strip())):
        return _Event(line, parts=True, number=int(mark[1] or mark[2]))
    if len(line) <= 60 and _BREAK.match(line.strip()):
        return _Event(line, parts=True)
    return _Event(line, blank=not line.strip())


def _in_listed_tables(events: Sequence[_Event]) -> set[int]:
    """The lines of tables written a cell a line: their rows' numbers stand alone as those of pages do."""
    own = [i for i, event in enumerate(events) if not event.parts]
    lines = [events[i].line for i in own]
    found: set[int] = set()
    at = 0
    while at < len(lines):
        size = listed_run(lines, at)
        found |= set(own[at : at + size])
        at += max(size, 1)
    return found


def _page_numbers(events: Sequence[_Event]) -> dict[int, int]:
    """The lines that hold a page's number alone: those that count on from page to page, or stand at a page's edge."""
    lone = [
        (i, int(match[1]))
        for i, event in enumerate(events)
        if not event.parts and (match := _NUMBER.match(event.line)) and _alone(events, i)
    ]
    counted: dict[int, int] = {}
    for (i, a), (j, b) in pairwise(lone):
        if b == a + 1:
            counted |= {i: a, j: b}
    return counted | {i: n for i, n in lone if _at_edge(events, i)}


def _alone(events: Sequence[_Event], i: int) -> bool:
    """True if no text stands right above and below: rows of a table do."""
    near = [events[k] for k in (i - 1, i + 1) if 0 <= k < len(events)]
    return any(e.parts or e.blank for e in near) and not any("\t" in e.line or "|" in e.line for e in near)


def _at_edge(events: Sequence[_Event], i: int) -> bool:
    for step in (-1, 1):
        k = i + step
        while 0 <= k < len(events) and events[k].blank:
            k += step
        if 0 <= k < len(events) and events[k].parts:
            return True
    return False


def _is_page_rule(events: Sequence[_Event], i: int) -> bool:
    """A rule between blank lines; the one under a letterhead's motto is none."""
    if not _RULE.match(events[i].line):
        return False
    beside = [events[k] for k in (i - 1, i + 1) if 0 <= k < len(events)]
    above = next((e.line for e in reversed(events[:i]) if not e.blank), "")
    # a letterhead's motto has a rule under it that ends no page
    return all(e.blank or e.parts for e in beside) and not match_cue("motto_within", above)


def _stands_first(events: Sequence[_Event]) -> bool:
    """True if a page's mark stands above its text: a first mark of 1 before any text, or of another number."""
    written = False
    for event in events:
        if event.number is not None:
            return not written or event.number != 1
        written = written or (not event.parts and not event.blank)
    return True
