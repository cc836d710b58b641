"""Strokes drawn with a text, not around it: underlines, and lines through words that are struck out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from nghiquyet.extract.model import Ruling
from nghiquyet.extract.readers.pdf.glyphs import Glyph

# Parts of a letter's size, from its baseline down: where office programs draw a line through a text, and one under it.
# A cell's border lies below the descent, 0.216, and its padding.
STRUCK, UNDER = (-0.5, -0.12), (-0.05, 0.19)
# A stroke of a text begins and ends with it, give or take this part of the size: a border reaches into the padding.
ENDS = 0.35
# The share of a stroke's length over or under which letters and the spaces between them must stand.
COVERED = 0.9
# Letters with more white between them (parts of the size) are two texts: a stroke through both belongs to neither.
WHITE = 1.0


def part_text_strokes(
    glyphs: Sequence[Glyph], rulings: Sequence[Ruling]
) -> tuple[tuple[Glyph, ...], tuple[Ruling, ...], tuple[Glyph, ...]]:
    """(the glyphs that hold, the rulings that are no strokes of a text, the glyphs that were struck out)."""
    level = sorted((g for g in glyphs if g.turned == 0), key=lambda g: g.baseline)
    baselines = [g.baseline for g in level]
    largest = max((g.size for g in level), default=0.0)
    struck: set[int] = set()
    left = []
    for ruling in rulings:
        if not ruling.horizontal:
            left.append(ruling)
            continue
        y = (ruling.top + ruling.bottom) / 2
        start, end = bisect_left(baselines, y - UNDER[1] * largest), bisect_left(baselines, y - STRUCK[0] * largest)
        near = [g for g in level[start:end] if ruling.x0 <= g.middle <= ruling.x1]
        through = _text_of(ruling, [g for g in near if _lies(y, g, STRUCK)])
        under = _text_of(ruling, [g for g in near if _lies(y, g, UNDER)])
        if through:
            struck |= {id(g) for g in through}
        elif not under:
            left.append(ruling)
    held = tuple(g for g in glyphs if id(g) not in struck)
    return held, tuple(left), tuple(g for g in glyphs if id(g) in struck)


def _lies(y: float, glyph: Glyph, where: tuple[float, float]) -> bool:
    return where[0] * glyph.size <= y - glyph.baseline <= where[1] * glyph.size


def _text_of(ruling: Ruling, glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The glyphs, if the stroke is as long as they are together; else none."""
    ordered = sorted(glyphs, key=lambda g: g.x0)
    if not any(g.text.strip() for g in ordered):
        return []
    size = max(g.size for g in ordered)
    ends = abs(ordered[0].x0 - ruling.x0) <= ENDS * size and abs(max(g.x1 for g in ordered) - ruling.x1) <= ENDS * size
    covered = sum(b - a for a, b in _stretches(ordered, WHITE * size))
    return ordered if ends and covered >= COVERED * ruling.length else []


def _stretches(glyphs: Sequence[Glyph], white: float) -> Iterator[tuple[float, float]]:
    """Where letters stand, with the spaces between them."""
    begin, reach = glyphs[0].x0, glyphs[0].x1
    for glyph in glyphs[1:]:
        if glyph.x0 - reach > white:
            yield begin, reach
            begin = glyph.x0
        reach = max(reach, glyph.x1)
    yield begin, reach
