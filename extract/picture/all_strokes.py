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
# A stroke, and whether it was seen whole.
Found = tuple[Strand, bool]
# Strokes meet if one passes the other's end by this little.
MEET = 4.0


def ink_to_all_strands(
    ink: Pixels, turned: Pixels, per_point: float, slope: float
) -> tuple[list[Strand], list[Strand]]:
    """The strokes that run to the right and fall by ``slope``, and those that run down, found in the ``turned`` ink."""
    whole = ink_to_strands(ink, per_point, slope), ink_to_strands(turned, per_point, -slope)
    broken = ink_to_broken_strands(ink, per_point, slope), ink_to_broken_strands(turned, per_point, -slope)
    across, down = (_once(w, b, per_point) for w, b in zip(whole, broken, strict=True))
    reach, long = MEET * per_point, LONG * per_point
    level, plumb = _meeting(across, down, reach, long), _meeting(down, across, reach, long)
    whole_level, whole_plumb = ([s for s, _ in own] for own in (level, plumb))
    level = _completed(level, whole_plumb, ink, per_point)
    plumb = _completed(plumb, whole_level, turned, per_point)
    return _held(level, plumb, reach, long), _held(plumb, level, reach, long)


def _once(whole: list[Strand], broken: list[Strand], per_point: float) -> list[Found]:
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


def _meeting(strands: list[Found], others: list[Found], reach: float, long: float) -> list[Found]:
    """The strokes without those broken ones that are short and meet no other."""
    kept = [
        (s, whole)
        for s, whole in strands
        if whole or s.end - s.start >= long or any(_meet(s, o, reach) for o, _ in others)
    ]
    return sorted(kept, key=lambda found: (float(found[0].y.mean()), found[0].start))


def _completed(strands: list[Found], others: list[Strand], ink: Pixels, per_point: float) -> list[Found]:
    drawn = completed([s for s, _ in strands], others, ink, per_point)
    return [(s, whole) for s, (_, whole) in zip(drawn, strands, strict=True)]


def _held(strands: list[Found], others: list[Found], reach: float, long: float) -> list[Strand]:
    """The strokes without those broken ones that are short and end where no other stroke does.

    Borders end on borders, or at the side where a table lies open, all together; parts of letters that stand in line,
    and pieces of the back page's rulings, end anywhere.
    """
    crossing, beside = [o for o, _ in others], [s for s, _ in strands]
    return [s for s, whole in strands if whole or s.end - s.start >= long or _ends_held(s, beside, crossing, reach)]


def _ends_held(strand: Strand, beside: list[Strand], crossing: list[Strand], reach: float) -> bool:
    depth = float(np.median(strand.y))
    places = [float(np.median(o.y)) for o in crossing if o.start - reach <= depth <= o.end + reach]
    rest = [s for s in beside if s is not strand]
    starts, ends = [*places, *(s.start for s in rest)], [*places, *(s.end for s in rest)]
    return any(abs(strand.start - p) <= reach for p in starts) and any(abs(strand.end - p) <= reach for p in ends)


def _meet(strand: Strand, other: Strand, reach: float) -> bool:
    """True if ``other``, which runs across, crosses or touches the strand."""
    place, depth = float(np.median(other.y)), float(np.median(strand.y))
    along = strand.start - reach <= place <= strand.end + reach
    return along and other.start - reach <= depth <= other.end + reach
