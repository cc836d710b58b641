"""Upright strokes of a page: between letters that were not drawn in one go they part two texts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from nghiquyet.extract.model import Ruling
from nghiquyet.extract.readers.pdf.glyphs import Glyph

# A stroke may begin this much (points) left of its middle.
WIDEST = 4.0


class Walls:
    """The upright rulings among a page's, to be asked whether one stands between two letters."""

    def __init__(self, rulings: Sequence[Ruling] = ()) -> None:
        self._walls = sorted((r for r in rulings if not r.horizontal), key=lambda r: (r.x0, r.top))
        self._starts = [w.x0 for w in self._walls]

    def part(self, word: Sequence[Glyph], glyph: Glyph) -> bool:
        """True if a wall stands between a word's letters so far and the next, which was not drawn with the last."""
        before = word[-1]
        if before.run == glyph.run != 0:
            return False
        middle = (glyph.top + glyph.bottom) / 2
        # where two texts meet, the end of the first may stand beyond the border that it runs over
        left = before.middle if 0 in (before.run, glyph.run) else word[0].middle
        for i in range(bisect_left(self._starts, left - WIDEST), len(self._walls)):
            wall = self._walls[i]
            if wall.x0 >= glyph.middle:
                return False
            if wall.top <= middle <= wall.bottom and left < (wall.x0 + wall.x1) / 2 < glyph.middle:
                return True
        return False
