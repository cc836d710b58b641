"""Ink of a page → all its strokes, whole and broken, that can be rulings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from extract.picture.broken import ink_to_broken_strands
from extract.picture.complete import completed
from extract.picture.strokes import Strand, ink_to_strands

if TYPE_CHECKING:
    from extract.picture.model import Pixels

# In points. Two strokes nearer than this, side by side, are one that was found twice.
SAME = 1.2
# A broken stroke that meets no other is a row of dots to write on, unless it is as long as this.
LONG = 120.0
# Strokes meet if one passes the other's end by this little.
MEET = 4.0


def ink_to_all_strands(
    ink: Pixels, turned: Pixels, per_point: float, slope: float
) -> tuple[list[Strand], list[Strand]]:
    """The strokes that run to the right and fall by ``slope``, and those that run down, found in the ``turned`` ink."""
    whole = ink_to_strands(ink, per_point, slope), ink_to_strands(turned, per_point, -slope)
    broken = ink_to_broken_strands(ink, per_point, slope), ink_to_broken_strands(turned, per_point, -slope)
    across, down = (_once(w, b, per_point) for w, b in zip(whole, broken, strict=True))
    reach = MEET * per_point
    level, plumb = _meeting(across, down, reach, LONG * per_point), _meeting(down, across, reach, LONG * per_point)
    return completed(level, plumb, ink, per_point), completed(plumb, level, turned, per_point)


def _once(whole: list[Strand], broken: list[Strand], per_point: float) -> list[tuple[Strand, bool]]:
    """Each stroke once, and whether it was seen whole."""
    news = [b for b in broken if not any(_within(b, w, per_point) for w in whole)]
    kept = [w for w in whole if not any(_within(w, b, per_point) for b in news)]
    return [*((w, True) for w in kept), *((b, False) for b in news)]


def _within(inner: Strand, outer: Strand, per_point: float) -> bool:
    """True if the inner stroke runs along the outer and not much beyond its ends."""
    slack = 3 * per_point
    if inner.start < outer.start - slack or inner.end > outer.end + slack:
        return False
    off = np.abs(np.interp(inner.x, outer.x, outer.y) - inner.y)
    return float(np.median(off)) <= SAME * per_point


def _meeting(
    strands: list[tuple[Strand, bool]], others: list[tuple[Strand, bool]], reach: float, long: float
) -> list[Strand]:
    """The strokes without those broken ones that are short and meet no other."""
    kept = [s for s, whole in strands if whole or s.end - s.start >= long or any(_meet(s, o, reach) for o, _ in others)]
    return sorted(kept, key=lambda s: (float(s.y.mean()), s.start))


def _meet(strand: Strand, other: Strand, reach: float) -> bool:
    """True if ``other``, which runs across, crosses or touches the strand."""
    place, depth = float(np.median(other.y)), float(np.median(strand.y))
    along = strand.start - reach <= place <= strand.end + reach
    return along and other.start - reach <= depth <= other.end + reach
