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
# A stroke that touches no other border parts no rows if letters stand on it over this share of its length, and
# it is no longer than this share of the page's longest: a line to write on.
WRITTEN, PART = 0.05, 0.9
# A ruling ends at another if it misses it by no more than this (points).
MET = 1.5
# Strokes on one height that miss each other by no more than this (points) are one border.
TOUCHING = 3.0
# Letters with more white between them (parts of the size) are two texts: a stroke through both belongs to neither.
WHITE = 1.0


def part_text_strokes(
    glyphs: Sequence[Glyph], rulings: Sequence[Ruling], aslant: Sequence[Ruling] = ()
) -> tuple[tuple[Glyph, ...], tuple[Ruling, ...], tuple[Glyph, ...]]:
    """(the glyphs that hold, the rulings that are no strokes of a text, the glyphs that were struck out).

    ``aslant`` are strokes that are nearly level: they strike out words, and are no rulings.
    """
    texts = _Texts(glyphs)
    struck: set[int] = set()
    left = []
    written = _written_on(rulings, texts)
    borders = _between_borders(rulings)
    for ruling in (*rulings, *aslant):
        if not ruling.horizontal:
            left.append(ruling)
            continue
        through = [] if id(ruling) in borders else _text_of(ruling, texts.along(ruling, STRUCK))
        if through:
            struck |= {id(g) for g in through}
        elif id(ruling) not in written and not _text_of(ruling, texts.along(ruling, UNDER)):
            left.append(ruling)
    left = [ruling for ruling in left if not any(ruling is other for other in aslant)]
    held = tuple(g for g in glyphs if id(g) not in struck)
    return held, tuple(left), tuple(g for g in glyphs if id(g) in struck)


class _Texts:
    """The level letters of a page, to be found by their baselines."""

    def __init__(self, glyphs: Sequence[Glyph]) -> None:
        self._level = sorted((g for g in glyphs if g.turned == 0), key=lambda g: g.baseline)
        self._baselines = [g.baseline for g in self._level]
        self._largest = max((g.size for g in self._level), default=0.0)

    def along(self, stroke: Ruling, where: tuple[float, float]) -> list[Glyph]:
        """The letters that a stroke runs along ``where`` it is seen from their baseline, in parts of their size."""
        y = (stroke.top + stroke.bottom) / 2
        start = bisect_left(self._baselines, y - where[1] * self._largest)
        end = bisect_left(self._baselines, y - where[0] * self._largest)
        near = (g for g in self._level[start:end] if stroke.x0 <= g.middle <= stroke.x1)
        return [g for g in near if where[0] * g.size <= y - g.baseline <= where[1] * g.size]


def _written_on(rulings: Sequence[Ruling], texts: _Texts) -> set[int]:
    """The level rulings that are lines to write on, by ``id``: together shorter than a table, each with a text."""
    level = sorted((r for r in rulings if r.horizontal), key=lambda r: (round(r.top), r.x0))
    runs = list(_touching(level))
    longest = max((run[-1].x1 - run[0].x0 for run in runs), default=0.0)
    found: set[int] = set()
    for run in runs:
        short = run[-1].x1 - run[0].x0 <= PART * longest
        if short and all(_is_written_on(ruling, texts.along(ruling, UNDER)) for ruling in run):
            found |= {id(ruling) for ruling in run}
    return found


def _touching(level: Sequence[Ruling]) -> Iterator[list[Ruling]]:
    """Level rulings on one height that touch each other, together."""
    run: list[Ruling] = []
    for ruling in level:
        if run and (abs(ruling.top - run[-1].top) > TOUCHING or ruling.x0 - max(r.x1 for r in run) > TOUCHING):
            yield run
            run = []
        run.append(ruling)
    if run:
        yield run


def _between_borders(rulings: Sequence[Ruling]) -> set[int]:
    """The level rulings that reach from one upright ruling to another, by ``id``: they strike no text out."""
    upright = [r for r in rulings if not r.horizontal]
    return {
        id(r)
        for r in rulings
        if r.horizontal
        and all(
            any(abs(x - u.x0) <= MET and u.top - MET <= r.top <= u.bottom + MET for u in upright) for x in (r.x0, r.x1)
        )
    }


def _is_written_on(ruling: Ruling, glyphs: Sequence[Glyph]) -> bool:
    """True if a text stands on the ruling, however much of it is left free."""
    ordered = sorted(glyphs, key=lambda g: g.x0)
    if not any(g.text.strip() for g in ordered):
        return False
    covered = sum(b - a for a, b in _stretches(ordered, WHITE * max(g.size for g in ordered)))
    return covered >= WRITTEN * ruling.length


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
