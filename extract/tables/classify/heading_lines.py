"""Lines of column headings among text that no rulings part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from nghiquyet.extract.language.column_headings import is_heading
from nghiquyet.extract.language.noise import is_without_letters
from nghiquyet.extract.language.numbering.ordinals import is_ordinal, row_label
from nghiquyet.extract.language.numbering.roman import SIGNS
from nghiquyet.extract.model import Line, Ruling, Word

# Parts of the letter's size: a gap that parts two headings.
HEADING_GAP = 0.55
# Headings of more lines than this are none.
HEADING_LINES = 4
# In print, where bold tells headings from rows, headings on two levels that stand at several heights have more.
BLOCK_LINES = 8
FEWEST_HEADINGS = 3
# Heading lines follow each other within this many parts of their height.
LINE_STEP = 1.9
# The padding of two rows may part levels of headings.
LEVEL_STEP = 2.7
# Between headings on two levels a ruling may run too, but over the columns of one upper heading only.
OVER_ALL = 0.95
# Lines of one heading are no farther apart than this.
TIGHT = 1.3
# Lines of one cell are set with no more than one and a half spaces.
ONE_SPACE = 1.65
# A group that stands right below headings, at a page's top, is one of the first so many.
FIRST_GROUPS = 12
# Headings reach over the ruling below them by no more than this (points).
INSIDE = 3.0
# An upper heading stands in the middle of those below it, give or take this part of their width.
CENTRED = 0.12
# What the first row below headings begins with: its number or a column's, a recogniser's "L." too; not the T of a
# broken STT.
FIRST_NUMBER = re.compile(rf"^[(\[]?(?:\d|(?:I|A)[.)]?$|[{SIGNS}Ll|]{{1,4}}[.)]$)")


def heading_line(lines: Sequence[Line]) -> Line | None:
    """The first line of column headings among ``lines`` of a page, uncut at gaps, or None."""
    for i, line in enumerate(lines):
        spans = _segments(line)
        if len(spans) < FEWEST_HEADINGS:
            continue
        known = 0
        for words in spans:
            x0, x1 = words[0].bbox[0] - 8, words[-1].bbox[2] + 8
            text = " ".join(w.text for w in words)
            longer = [text]
            for below in _close_below(lines, i):
                own = [w.text for w in below.words if x0 <= (w.bbox[0] + w.bbox[2]) / 2 <= x1]
                text = " ".join([text, *own])
                longer.append(text)
            known += any(is_heading(t) for t in longer)
        if known * 2 > len(spans):
            return line
    return None


def _close_below(lines: Sequence[Line], i: int) -> list[Line]:
    """The lines that may go on with headings begun in line ``i``: close below each other, none with a number before."""
    found: list[Line] = []
    last = lines[i].bbox
    for line in lines[i + 1 : i + HEADING_LINES]:
        if line.bbox[1] - last[1] > ONE_SPACE * (last[3] - last[1]) or _begins_with_number(line):
            break
        found.append(line)
        last = line.bbox
    return found


def _begins_with_number(line: Line) -> bool:
    """True for the line of a row or of a section: its number, with white or a title behind; not for the T of "STT"."""
    first = line.words[0].text
    return first.rstrip(".)").isalnum() and is_ordinal(first) and first not in ("T", "t")


def _segments(line: Line) -> list[list[Word]]:
    segments = [[line.words[0]]]
    for a, b in pairwise(line.words):
        if b.bbox[0] - a.bbox[2] > HEADING_GAP * max(a.size, b.size):
            segments.append([b])
        else:
            segments[-1].append(b)
    return segments


@dataclass(frozen=True, slots=True)
class UpperHeading:
    """A heading over two others: where the middles of these lie, and the height at which it and they part."""

    left: float
    right: float
    y: float


@dataclass(frozen=True, slots=True)
class HeadingBlock:
    """The headings over columns that no rulings part: (left, right) of each, and the block's height on the page.

    ``spans`` is empty where headings stand on two levels, so that they don't tell the columns; ``uppers`` are upper
    headings that no ruling tells.
    """

    spans: tuple[tuple[float, float], ...]
    top: float
    bottom: float
    uppers: tuple[UpperHeading, ...] = ()


def heading_block(lines: Sequence[Line], rulings: Sequence[Ruling] = ()) -> HeadingBlock | None:
    """The first block of column headings among the ``lines`` of a page, or None.

    A ruling over all columns ends it.
    """
    heading = heading_line(lines)
    if heading is None:
        return None
    wide = [r.top for r in rulings if r.horizontal and r.length >= OVER_ALL * (heading.bbox[2] - heading.bbox[0])]
    block = _block(lines, heading, wide)
    every = [
        _LineSpan(s[0].bbox[0], s[-1].bbox[2], _middle(line))
        for line in block
        for s in _segments(line)
        if not is_without_letters(s)
    ]
    spans = _without_upper(every, rulings)
    uppers = {span: upper for span in spans if (upper := _over_two(span, spans)) is not None}
    merged = _columns([span for span in spans if span not in uppers])
    if any(len(_segments(line)) > len(merged) for line in block):
        merged = []  # headings on two levels: the upper ones bridge the lower
    bottom = max(line.bbox[3] for line in block)
    return HeadingBlock(tuple(merged), heading.bbox[1], bottom, tuple(uppers.values()))


@dataclass(frozen=True, slots=True)
class _LineSpan:
    """A run of words of a heading's line: its sides and its middle's height."""

    x0: float
    x1: float
    y: float

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2

    def within(self, ruling: Ruling) -> bool:
        return ruling.x0 - INSIDE <= self.x0 and self.x1 <= ruling.x1 + INSIDE


def _columns(spans: Sequence[_LineSpan]) -> list[tuple[float, float]]:
    """Left and right of each run of spans that stand over one another."""
    merged: list[tuple[float, float]] = []
    for x0, x1 in sorted((s.x0, s.x1) for s in spans):
        if merged and x0 < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], x1))
        else:
            merged.append((x0, x1))
    return merged


def _without_upper(spans: Sequence[_LineSpan], rulings: Sequence[Ruling]) -> list[_LineSpan]:
    """The spans but for upper headings: those over a ruling of their own below which others stand side by side."""
    upper: set[_LineSpan] = set()
    for ruling in rulings:
        own = [s for s in spans if s.within(ruling)] if ruling.horizontal else []
        above, below = _columns([s for s in own if s.y < ruling.top]), _columns([s for s in own if s.y > ruling.bottom])
        if len(own) < len(spans) and 0 < len(above) < len(below):
            upper.update(s for s in own if s.y < ruling.top)
    return [s for s in spans if s not in upper]


def _over_two(span: _LineSpan, spans: Sequence[_LineSpan]) -> UpperHeading | None:
    """The span as an upper heading, if it stands in the middle over two that stand side by side right below it."""
    beside = [s for s in spans if s.y == span.y and s is not span]
    low = max((s.x1 for s in beside if s.x1 <= span.x0), default=0.0)
    high = min((s.x0 for s in beside if s.x0 >= span.x1), default=float("inf"))
    below = [s for s in spans if s.y > span.y and low <= s.middle <= high]
    first = [s for s in below if s.y == min(b.y for b in below)]
    if len(first) != 2 or any(abs(s.middle - span.middle) < min(s.x1 - s.x0, span.x1 - span.x0) / 2 for s in below):
        return None
    left, right = sorted(first, key=lambda s: s.x0)
    between = left.middle < span.middle < right.middle
    centred = between and abs((left.x0 + right.x1) / 2 - span.middle) <= CENTRED * (right.x1 - left.x0)
    return UpperHeading(left.middle, right.middle, (span.y + left.y) / 2) if centred else None


def _middle(line: Line) -> float:
    return (line.bbox[1] + line.bbox[3]) / 2


def _says_headings(line: Line) -> bool:
    """True if all parts of the line are known headings: a level of its own, set in rows of their own."""
    return all(is_heading(" ".join(w.text for w in segment)) for segment in _segments(line))


def _opens_group(line: Line) -> bool:
    """True for a group's number and its title, which are bold as headings are: "II  Dữ liệu"."""
    segments = _segments(line)
    label = row_label(segments[0][0].text) if len(segments) == 2 and len(segments[0]) == 1 else None
    first = label is not None and label.heads_group and label.levels[-1] <= FIRST_GROUPS  # not the T of a broken STT
    return first and len(segments[1]) > 1


def _hangs_on(line: Line, last: Line) -> bool:
    """True for a word that ends one heading, close below it: whether one recognised word is bold is hard to say."""
    step, height = line.bbox[1] - last.bbox[1], last.bbox[3] - last.bbox[1]
    if any(w.confidence is None for w in line.words) or step > TIGHT * height:
        return False
    sides = [(s[0].bbox[0] - INSIDE, s[-1].bbox[2] + INSIDE) for s in _segments(last)]
    return any(x0 <= line.bbox[0] and line.bbox[2] <= x1 for x0, x1 in sides)


def _block(lines: Sequence[Line], heading: Line, ends: Sequence[float]) -> list[Line]:
    """The heading line and those right below it that begin no row, up to the next height in ``ends``.

    Lines that are followed by no such height must look alike: bold or not.
    """
    end = min((y for y in ends if y > _middle(heading)), default=0.0)
    # a ruling close below closes the heading, however far apart its levels are set
    closed = 0 < end - heading.bbox[1] <= HEADING_LINES * LINE_STEP * (heading.bbox[3] - heading.bbox[1])
    block = [heading]
    for line in sorted(lines, key=lambda line: line.bbox[1]):
        last = block[-1].bbox
        if line.bbox[1] <= last[1] + 1:
            continue
        step = LEVEL_STEP if line.bold == heading.bold and _says_headings(line) else LINE_STEP
        near = (closed and _middle(line) < end) or line.bbox[1] - last[1] <= step * (last[3] - last[1])
        if (
            len(block) == (BLOCK_LINES if all(w.confidence is None for w in line.words) else HEADING_LINES)
            or not near
            or (line.bold != heading.bold and _middle(line) > end and not _hangs_on(line, block[-1]))
            or FIRST_NUMBER.match(line.words[0].text)
            or _opens_group(line)
            or (end and _middle(line) > end)
        ):
            break
        block.append(line)
    return block
