"""A section's text → its clauses, each with the lead-in that opens its list. All offsets are into the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from nghiquyet.normalize.prose.heading_topics import heading_topic
from nghiquyet.normalize.prose.targets.masking import has_number, lowered
from nghiquyet.normalize.prose.targets.target_words import word_at_start

_BULLET = re.compile(r"^\s*(?P<mark>[-–—]|[+•*○▪]|[·])\s+")
_LABEL = re.compile(r"^\s*(?:\(?\d{1,2}[).]|[a-zđ]\)|\(\d{1,2}\))\s+")
# "Mục tiêu 4:" and "Chỉ tiêu 2:" number a sentence; "Mục tiêu:" opens one
_NUMBERED = re.compile(
    r"^\s*(?:mục tiêu|chỉ tiêu|nhóm chỉ tiêu|tiêu chí)(?: số| cụ thể)? \d{1,2} ?[:.] ", re.IGNORECASE
)
_CAPITAL = r"[“\"(]?[A-ZĐÀ-Ỹ]"
# a full stop ends a sentence unless a lone capital or an abbreviated title stands before it ("Nguyễn Văn A. ", "TP. ")
_SENTENCE = re.compile(
    rf"(?<![ .(][A-ZĐ]\.)(?<! TP\.)(?<! Tp\.)(?<!ThS\.)(?<! TS\.)(?<=[^\s\d.][.?!])\s+(?={_CAPITAL}|\d|\(\d)"
    rf"|(?<=[%\d][.])\s+(?={_CAPITAL}|\(\d)"
    r"|(?<=[.;:!?])\s+(?=\(\d{1,2}\) )"
)
_INLINE_LABEL = re.compile(r"\(\d{1,2}\) ")
# "Tỷ lệ đô thị hóa đến năm 2025: 16% trở lên" names what is measured before the colon; it opens no list
_VALUE_ONLY = re.compile(r"\s*[^.;:,()]{0,40}?\d[\d.,]*[^\d.;:,()]{0,45}?(?:\([^()]*\))?\s*(?:[.;,]|$)")
LONGEST_CLAUSE = 3000  # letters; a page of prose, no clause of a resolution is as long
REACH = 400  # letters before a colon in which what it belongs to begins
_LONGEST_LABEL = 60  # letters before a colon that name what follows ("- Mục tiêu:")


@dataclass(frozen=True, slots=True)
class LeadIn:
    """Words that open a list with a colon; ``above`` says how many sections higher they stand (0: in the section)."""

    text: str
    start: int
    end: int
    above: int = 0


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause between semicolons. ``sentence`` is the number of its sentence, ``paragraph`` of its paragraph.

    ``leads`` are the lead-ins above it, nearest first; ``opener`` is the heading-like label above it, if the text has
    one ("Mục tiêu:"); ``first`` tells whether it begins its sentence, ``bracketed`` that it stands in a bracket.
    """

    start: int
    end: int
    paragraph: int
    sentence: int
    leads: tuple[LeadIn, ...] = ()
    opener: str | None = None
    first: bool = True
    opens_list: bool = False
    bracketed: bool = False


@dataclass(frozen=True, slots=True)
class _OpenList:
    level: int
    lead: LeadIn


def text_to_clauses(text: str, small: str, outer: tuple[LeadIn, ...] = ()) -> tuple[Clause, ...]:
    """The clauses of ``text`` in reading order; ``small`` is its masked form, ``outer`` the lead-ins above."""
    clauses: list[Clause] = []
    stack: list[_OpenList] = []
    opener: str | None = None
    offset = 0
    sentence = 0
    for number, line in enumerate(text.split("\n")):
        start, end, level = _body(line, offset)
        offset += len(line) + 1
        if start >= end:
            continue
        stack = [o for o in stack if o.level < level or (o.level == level == 0)]
        label = _label(text[start:end], small[start:end])
        if label:
            opener, stack = label, []
        leads = tuple(o.lead for o in reversed(stack)) + outer
        for first, last in _sentences(text, start, end):
            clauses += _sentence_clauses(text, small, first, last, number, sentence, leads, opener)
            sentence += 1
        if text[start:end].rstrip().endswith(":"):
            stack = [o for o in stack if o.level < level]
            last_start = _sentences(text, start, end)[-1][0]
            stack.append(_OpenList(level, LeadIn(text[last_start:end], last_start, end)))
    return tuple(clauses)


def _body(line: str, offset: int) -> tuple[int, int, int]:
    """Where a line's words begin and end, without mark and label, and how deep its mark puts it (0 without one)."""
    bullet = _BULLET.match(line)
    level = 0 if not bullet else 1 if bullet["mark"] in "-–—" else 2
    at = bullet.end() if bullet else 0
    for pattern in (_LABEL, _NUMBERED):
        match = pattern.match(line[at:])
        if match:
            at += match.end()
    at += len(line[at:]) - len(line[at:].lstrip())
    return offset + at, offset + len(line.rstrip()), level


def _label(text: str, masked_text: str) -> str | None:
    """The words before the colon if they are a heading in the text ("Mục tiêu:", "Chỉ tiêu cụ thể đến năm 2030:")."""
    head, colon, _ = text.partition(":")
    small = lowered(head).strip()
    if not colon or len(head) > _LONGEST_LABEL or has_number(masked_text[: len(head)]):
        return None
    return head.strip() if heading_topic(small, ("fillers", "goal_fillers")) is not None else None


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [start, *(m.end() for m in _SENTENCE.finditer(text, start, end)), end]
    spans = [(a, b) for a, b in pairwise(cuts) if text[a:b].strip()]
    trimmed = [_trim(text, a, b) for a, b in spans] or [(start, end)]
    return [(_behind_label(text, a, b), b) for a, b in trimmed]


def _behind_label(text: str, start: int, end: int) -> int:
    """Where a sentence begins behind a number in brackets ("(3) GRDP bình quân …")."""
    label = _INLINE_LABEL.match(text, start, end)
    return label.end() if label else start


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The clause without spaces around it; one of more letters than anybody writes in pieces, so that reading ends."""
    cuts = [*range(start, end, LONGEST_CLAUSE), end]
    trimmed = [_trim(text, a, b) for a, b in pairwise(cuts)]
    return [(a, b) for a, b in trimmed if a < b]


def _depths(text: str) -> list[int]:
    """For each letter how many brackets are open around it."""
    depth, depths = 0, []
    for letter in text:
        depth += letter in "(["
        depths.append(depth)
        depth = max(0, depth - (letter in ")]"))
    return depths


def _opens_list(text: str, small: str, start: int, colon: int, end: int) -> bool:
    """Whether the colon opens a list; "14:00" and the colon between an indicator and its value do not."""
    if text[colon - 1 : colon + 2].replace(":", "").isdigit():
        return False
    start = max(start, colon - REACH, text.rfind(";", start, colon) + 1)
    item = max(start, text.rfind(",", start, colon) + 1)
    goes_on = item > start and has_number(small[start:item]) and bool(text[item:colon].strip())
    named = word_at_start("measures").match(lowered(text[start:colon]).strip(" -+")) is not None or goes_on
    named = named and not has_number(small[item if goes_on else start : colon])
    return not (named and _VALUE_ONLY.match(text, colon + 1, end) and has_number(small[colon + 1 : end]))


def _sentence_clauses(
    text: str,
    small: str,
    start: int,
    end: int,
    paragraph: int,
    sentence: int,
    leads: tuple[LeadIn, ...],
    opener: str | None,
) -> list[Clause]:
    """The clauses of one sentence; what stands before its colon opens the list of the rest."""
    depths = _depths(text[start:end])
    outside = [i for i in range(start, end) if depths[i - start] == 0]
    colon = next((i for i in outside if text[i] == ":" and _opens_list(text, small, start, i, end)), None)
    clauses: list[Clause] = []
    begin = start
    if colon is not None:
        opens_list = not has_number(small[start:colon])
        clauses.append(Clause(start, colon + 1, paragraph, sentence, leads, opener, opens_list=opens_list))
        leads = (LeadIn(text[start : colon + 1], start, colon + 1), *leads)
        begin = colon + 1
    cuts = [begin, *(i + 1 for i in outside if text[i] == ";" and i >= begin), end]
    for k, (a, b) in enumerate(pairwise(cuts)):
        for first, last in _pieces(text, a, b):
            clauses.append(Clause(first, last, paragraph, sentence, leads, opener, first=k == 0))
    return clauses
