"""Texts of one baseline that run into each other → the letters of each: one too long for its cell is in the next."""

from __future__ import annotations

from collections.abc import Sequence

from nghiquyet.extract.readers.pdf.glyphs import Glyph

# The share of the narrower letter's width that another stands in for them to be of two texts. Letters that are squeezed
# share a tenth; one drawn again to look bold stands in itself by most of its width.
INTO, AGAIN = 0.25, 0.75


def part_crossing(line: Sequence[Glyph]) -> list[list[Glyph]]:
    """The letters of a baseline, parted into texts none of whose letters stand in each other.

    Letters drawn in one go stay together. Without letters that stand in each other the whole baseline is one text.
    """
    met = _meetings(line)
    if not met:
        return [list(line)]
    runs: dict[int, list[Glyph]] = {}
    for glyph in line:
        runs.setdefault(glyph.run, []).append(glyph)
    texts: list[set[int]] = []
    last = 0
    for run in sorted(runs):
        free = [i for i, text in enumerate(texts) if not met.get(run, set()) & text]
        if not free:
            texts.append({run})
            last = len(texts) - 1
            continue
        last = last if last in free else free[0]
        texts[last].add(run)
    return [[glyph for glyph in line if glyph.run in text] for text in texts]


def _meetings(line: Sequence[Glyph]) -> dict[int, set[int]]:
    """For each text object with letters that stand in another's, the objects it meets."""
    met: dict[int, set[int]] = {}
    reach: list[Glyph] = []
    for glyph in sorted((g for g in line if g.text.strip()), key=lambda g: (g.x0, g.x1, g.text)):
        reach = [other for other in reach if other.x1 > glyph.x0]
        for other in reach:
            if _stands_in(other, glyph):
                met.setdefault(glyph.run, set()).add(other.run)
                met.setdefault(other.run, set()).add(glyph.run)
        reach.append(glyph)
    return met


def _stands_in(a: Glyph, b: Glyph) -> bool:
    """True for letters of two text objects that stand in each other and are not one letter drawn twice."""
    if a.run == b.run or 0 in (a.run, b.run):
        return False
    narrower = min(a.x1 - a.x0, b.x1 - b.x0)
    shared = min(a.x1, b.x1) - max(a.x0, b.x0)
    again = a.text == b.text and shared >= AGAIN * narrower
    return shared > INTO * narrower > 0 and not again
