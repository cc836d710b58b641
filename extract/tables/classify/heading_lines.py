"""Lines of column headings among text that no rulings part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from nghiquyet.extract.language.column_headings import is_heading
from nghiquyet.extract.language.noise import is_without_letters
from nghiquyet.extract.language.numbering.ordinals import is_ordinal, row_label
from nghiquyet.extract.language.numbering.roman import SIGNS
from nghiquyet.extract.model import Line, Ruling, Word
from nghiquyet.extract.tables.classify.heading_levels import (
    INSIDE,
    LineSpan,
    UpperHeading,
    columns_of,
    over_two,
    without_upper,
)

# Parts of the letter's size: a gap that parts two headings.
HEADING_GAP = 0.55
# White so many times as wide as the spaces of its line parts two headings if the first is one: an estimate.
WIDE_SPACE = 1.5
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
# What the first row below headings begins with: its number or a column's, a recogniser's "L." too; not the T of a
# broken STT.
FIRST_NUMBER = re.compile(rf"^[(\[]?(?:\d|(?:I|A)[.)]?$|[{SIGNS}Ll|]{{1,4}}[.)]$)")


def heading_line(lines: Sequence[Line]) -> Line | None:
    """The first line of column headings among ``lines`` of a page, uncut at gaps, or None."""
    for i, line in enumerate(lines):
        spans = _segments(line)
        if len(spans) >= FEWEST_HEADINGS and sum(_known(lines, i)) * 2 > len(spans):
            return line
    return None


def _known(lines: Sequence[Line], i: int) -> list[bool]:
    """For each part of line ``i`` whether it begins a known heading, with the words below it or without."""
    known = []
    for words in _segments(lines[i]):
        x0, x1 = words[0].bbox[0] - 8, words[-1].bbox[2] + 8
        text = " ".join(w.text for w in words)
        longer = [text]
        for below in _close_below(lines, i):
            own = [w.text for w in below.words if x0 <= (w.bbox[0] + w.bbox[2]) / 2 <= x1]
            text = " ".join([text, *own])
            longer.append(text)
        known.append(any(is_heading(t) for t in longer))
    return known


def _is_sure(lines: Sequence[Line], heading: Line) -> bool:
    """True if the line is bold, where that can be told, and all its parts are headings, or nearly all and the first."""
    known = _known(lines, lines.index(heading))
    printed = all(w.confidence is None for w in heading.words)
    return (heading.bold or not printed) and (all(known) or (known[0] and sum(known) * 3 >= 2 * len(known)))


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
    usual = median([b.bbox[0] - a.bbox[2] for s in segments for a, b in pairwise(s)] or [0.0])
    return [part for segment in segments for part in _at_wide_space(segment, usual)]


def _at_wide_space(segment: list[Word], usual: float) -> list[list[Word]]:
    """The words of two headings of narrow columns, parted where white wider than a space lies beside a heading."""
    for i in range(1, len(segment)):
        white = segment[i].bbox[0] - segment[i - 1].bbox[2]
        sides = (" ".join(w.text for w in side) for side in (segment[:i], segment[i:]))
        if white >= WIDE_SPACE * usual and any(map(is_heading, sides)):
            return [segment[:i], *_at_wide_space(segment[i:], usual)]
    return [segment]


@dataclass(frozen=True, slots=True)
class HeadingBlock:
    """The headings over columns that no rulings part: (left, right) of each, and the block's height on the page.

    ``spans`` is empty where headings stand on two levels, so that they don't tell the columns; ``uppers`` are upper
    headings that no ruling tells. ``sure`` headings can stand anywhere on a page: hardly a row reads like them.
    ``texts`` are those of its lines.
    """

    spans: tuple[tuple[float, float], ...]
    top: float
    bottom: float
    uppers: tuple[UpperHeading, ...] = ()
    sure: bool = False
    texts: tuple[str, ...] = ()


def heading_blocks(
    lines: Sequence[Line], rulings: Sequence[Ruling] = (), before: HeadingBlock | None = None
) -> tuple[HeadingBlock, ...]:
    """The blocks of column headings among the ``lines`` of a page from the top down, those below the first if sure.

    ``before`` is a block of the page before, which may be printed again.
    """
    blocks: list[HeadingBlock] = []
    rest = list(lines)
    while (block := heading_block(rest, rulings, before)) is not None:
        if not blocks or block.sure:
            blocks.append(block)
        rest = [line for line in rest if line.bbox[1] > block.bottom - 1]
    return tuple(blocks)


def heading_block(
    lines: Sequence[Line], rulings: Sequence[Ruling] = (), before: HeadingBlock | None = None
) -> HeadingBlock | None:
    """The first block of column headings among the ``lines`` of a page, or None.

    A ruling over all columns ends it, and so does the last line of one ``before`` that is printed again.
    """
    heading = heading_line(lines)
    if heading is None:
        return None
    wide = [r.top for r in rulings if r.horizontal and r.length >= OVER_ALL * (heading.bbox[2] - heading.bbox[0])]
    block = _repeated(_block(lines, heading, wide), before)
    every = [
        LineSpan(s[0].bbox[0], s[-1].bbox[2], _middle(line))
        for line in block
        for s in _segments(line)
        if not is_without_letters(s)
    ]
    spans = without_upper(every, rulings)
    uppers = {span: upper for span in spans if (upper := over_two(span, spans)) is not None}
    merged = columns_of([span for span in spans if span not in uppers])
    if any(len(_segments(line)) > len(merged) for line in block):
        merged = []  # headings on two levels: the upper ones bridge the lower
    bottom = max(line.bbox[3] for line in block)
    return HeadingBlock(
        tuple(merged), heading.bbox[1], bottom, tuple(uppers.values()), _is_sure(lines, heading), _texts(block)
    )


def _repeated(block: list[Line], before: HeadingBlock | None) -> list[Line]:
    """The block without lines below those of the one ``before``: a bold title that the page's end cut goes on there."""
    again = before is not None and before.texts and _texts(block[: len(before.texts)]) == before.texts
    return block[: len(before.texts)] if again and before is not None else block


def _texts(lines: Sequence[Line]) -> tuple[str, ...]:
    return tuple(line.text for line in lines)


def _middle(line: Line) -> float:
    return (line.bbox[1] + line.bbox[3]) / 2


def _says_headings(line: Line) -> bool:
    """True if all parts of the line are known headings: a level of its own, set in rows of their own."""
    return all(is_heading(" ".join(w.text for w in segment)) for segment in _segments(line))


def _parts_one(line: Line, above: Line) -> bool:
    """True for two headings that stand side by side under one."""
    own = [LineSpan(s[0].bbox[0], s[-1].bbox[2], _middle(line)) for s in _segments(line)]
    over = [LineSpan(s[0].bbox[0], s[-1].bbox[2], _middle(above)) for s in _segments(above)]
    return len(own) == 2 and any(over_two(span, [*over, *own]) is not None for span in over)


def _opens_group(line: Line) -> bool:
    """True for a group's number and its title, which are bold as headings are, with sums: "II  Dữ liệu  1.350"."""
    segments = [s for i, s in enumerate(_segments(line)) if i == 0 or any(map(str.isalpha, "".join(w.text for w in s)))]
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
        level = line.bold == heading.bold and (_says_headings(line) or _parts_one(line, block[-1]))
        step = LEVEL_STEP if level else LINE_STEP
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
