"""Footnotes: the small lines at the foot of a page's text, below a short ruling or behind a raised mark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from nghiquyet.extract.model import Line, Ruling

# A mark alone, or set on the line and glued to the first word: "1", "(1)", "*", "1Gồm"
MARK = re.compile(r"^[(\[]?(?:\d{1,3}|\*{1,3})(?:[)\].]?$|[)\]]?(?=[^\W\d_]))")
# Footnotes stand in the lower part of the page: below this share of its height.
LOWEST_PART = 0.35
# The ruling that office programs draw above footnotes is about two inches long.
RULING_LENGTH = (60.0, 260.0)
# Footnotes are set smaller than the text.
SMALLER = 0.97


def split_footnotes(
    lines: Sequence[Line], rulings: Sequence[Ruling], height: float, text_size: float
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """(text, footnotes) of one page's lines in reading order; ``text_size`` is the document's usual letter size."""
    start = _first(lines, rulings, height, text_size)
    if start is None:
        return tuple(lines), ()
    top = lines[start].bbox[1] - 1
    notes = [line for line in lines if line.bbox[1] >= top and _small(line, text_size)]
    return tuple(line for line in lines if line not in notes), tuple(notes)


def _first(lines: Sequence[Line], rulings: Sequence[Ruling], height: float, text_size: float) -> int | None:
    """The first line that is marked as a footnote with only small lines below it."""
    for i, line in enumerate(lines):
        if line.bbox[1] < height * LOWEST_PART or not _small(line, text_size):
            continue
        below = [other for other in lines if other.bbox[1] > line.bbox[1] + 1]
        parted = line.words[0].confidence is not None and _parted(line, below, rulings)
        if not parted and all(_small(other, text_size) for other in below) and _begins_note(line, rulings):
            return i
    return None


def _parted(line: Line, below: Sequence[Line], rulings: Sequence[Ruling]) -> bool:
    """True if a long ruling runs between the lines below: these are a table's, whatever a recogniser made of them."""
    lowest = max((other.bbox[1] for other in below), default=0.0)
    return any(r.horizontal and r.length > RULING_LENGTH[1] and line.bbox[1] < r.top < lowest for r in rulings)


def _begins_note(line: Line, rulings: Sequence[Ruling]) -> bool:
    """A raised mark, or a short ruling over a marked line; a recogniser may lose the mark, it is so small."""
    first = line.words[0]
    if _marked(line) and first.raised:
        return True
    return _under_ruling(line, rulings) and (_marked(line) or first.confidence is not None)


def _small(line: Line, text_size: float) -> bool:
    return median(w.size for w in line.words) <= SMALLER * text_size


def _marked(line: Line) -> bool:
    """Begins with a mark, raised or small, alone or glued to the first word."""
    first = line.words[0]
    return bool(MARK.match(first.text)) or first.raised


def _under_ruling(line: Line, rulings: Sequence[Ruling]) -> bool:
    """A short ruling at the left stands above the line, within the space of a few lines."""
    x0, top, _, _ = line.bbox
    return any(
        r.horizontal
        and RULING_LENGTH[0] <= r.length <= RULING_LENGTH[1]
        and abs(r.x0 - x0) < 30
        and 0 <= top - r.top <= 40
        for r in rulings
    )
