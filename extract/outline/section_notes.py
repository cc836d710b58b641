"""Footnotes: their lines on each page, also those that a small page could not hold, and the marks that call them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from nghiquyet.extract.language.frame_phrases import match_cue
from nghiquyet.extract.language.numbering.roman import LOWER
from nghiquyet.extract.model import Document, Line, Word, lines_to_text

_SIGN = rf"\d{{1,3}}|\*{{1,3}}|{LOWER}|[a-e]"
# A mark: "1", "(1)", "*", "i", at the head of a note, perhaps glued to its first word
_MARK = re.compile(rf"[(\[]?(?P<mark>{_SIGN})[)\].]?(?:$|(?=[^\W\d_a-z]))")
# Notes are set at most this large beside the text.
SMALL = 0.85


@dataclass(frozen=True, slots=True)
class FootNote:
    """A note as printed, without its mark; ``words`` include it."""

    mark: str
    page: int
    text: str
    words: tuple[Word, ...]


def split_notes(document: Document) -> tuple[tuple[Line, ...], tuple[FootNote, ...]]:
    """(the document's lines without notes, its footnotes in order).

    Beside the lines that the reader set apart, the small lines at a page's end count whose first begins with a raised
    mark, or that go on a note of the page before.
    """
    usual = _usual_size(document.lines)
    ended = _end_matter(document.lines)
    by_page: dict[int, list[Line]] = {}
    for line in document.lines:
        by_page.setdefault(line.page, []).append(line)
    kept: list[Line] = []
    notes: list[list[Line]] = []
    for page in document.pages:
        lines = by_page.get(page.number, [])
        open_note = bool(notes) and _goes_on(notes[-1], page.number)
        cut = len(lines) if ended is not None and page.number >= ended else _small_tail(lines, usual, open_note)
        kept += lines[:cut]
        for i, line in enumerate((*lines[cut:], *page.footnotes)):
            if not notes or _opens(line, notes[-1], i == 0 and not open_note):
                notes.append([line])
            else:
                notes[-1].append(line)
    return tuple(kept), tuple(_note(lines) for lines in notes)


def mark_of(word: Word) -> str | None:
    """The mark that a raised word in the text is, or None."""
    if not word.raised:
        return None
    bare = word.text.strip("()[]., ")
    return bare if re.fullmatch(_SIGN, bare) else None


def _usual_size(lines: Sequence[Line]) -> float:
    sizes = [w.size for line in lines for w in line.words]
    return median(sizes) if sizes else 0.0


def _end_matter(lines: Sequence[Line]) -> int | None:
    """The first page with recipients: what is small from there on is end matter or an appendix."""
    return next((line.page for line in lines if match_cue("end_matter", line.text)), None)


def _small_tail(lines: Sequence[Line], usual: float, open_note: bool) -> int:
    """The index of the first of the small lines at the page's end that are a note, or how many lines there are."""
    start = len(lines)
    while start and median(w.size for w in lines[start - 1].words) <= SMALL * usual:
        start -= 1
    first = next((i for i in range(start, len(lines)) if _mark(lines[i]) and lines[i].words[0].raised), None)
    if first is not None:
        return start if open_note and first > start else first
    return start if open_note else len(lines)


def _goes_on(note: Sequence[Line], page: int) -> bool:
    """True if a note of the page before ended in mid-sentence."""
    return note[-1].page == page - 1 and not note[-1].text.endswith((".", "…"))


def _opens(line: Line, before: Sequence[Line], first: bool) -> bool:
    """True if a new note begins: with a raised mark, or a plain one that is the next number or a page's first."""
    mark = _mark(line)
    if mark is None:
        return first
    last = _mark(before[0]) or ""
    follows = mark.isdigit() and last.isdigit() and int(mark) == int(last) + 1
    return first or line.words[0].raised or follows


def _mark(line: Line) -> str | None:
    first = line.words[0]
    match = _MARK.match(first.text)
    if match is None or not (first.raised or match["mark"][0].isdigit() or match["mark"][0] == "*"):
        return None
    return match["mark"]


def _note(lines: Sequence[Line]) -> FootNote:
    mark = _mark(lines[0]) or ""
    words = tuple(w for line in lines for w in line.words)
    match = _MARK.match(words[0].text) if mark else None
    text = lines_to_text(lines)
    if match is not None:
        text = text[len(match.group()) :] if text.startswith(match.group()) else text
    return FootNote(mark, lines[0].page, text.strip(), words)
