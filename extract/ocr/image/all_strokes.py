"""Ink of a page → all its strokes, whole, broken and dotted, that can be rulings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import numpy as np

from nghiquyet.extract.ocr.image.broken import ink_to_broken_strands
from nghiquyet.extract.ocr.image.complete import completed, filled
from nghiquyet.extract.ocr.image.dotted import dots_to_strands, ink_to_dots
from nghiquyet.extract.ocr.image.strands_to_rulings import FAULT
from nghiquyet.extract.ocr.image.strokes import Strand, ink_to_strands

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nghiquyet.extract.ocr.image.model import Pixels

Seen = Literal["whole", "broken", "dotted"]
# In points. Two strokes nearer than this, side by side, are one that was found twice.
SAME = 1.2
# A broken stroke that meets no other is a row of dots to write on, unless it is as long as this.
LONG = 120.0
# Strokes meet if one passes the other's end by this little.
MEET = 4.0


# A broken stroke is known if so much of it was seen whole. An estimate: 0.91 of one that ran through a group's title,
# whose rest were its letters.
MOSTLY = 0.8
# A page with fewer sure strokes than this one way may have a table of which the scan left only dots.
FEWEST = 3


@dataclass(frozen=True, slots=True, eq=False)
class _FoundStrokes:
    """A stroke; ``sure`` if it was seen whole, or is too long to be made up of letters."""

    strand: Strand
    seen: Seen
    sure: bool


def ink_to_all_strands(
    ink: Pixels, turned: Pixels, per_point: float, slope: float, grey: Pixels | None = None
) -> tuple[list[Strand], list[Strand]]:
    """The strokes that run to the right and fall by ``slope``, and those that run down, found in the ``turned`` ink.

    ``grey`` is the page that the ink is of: it tells of strokes that are too faint for ink.
    """
    whole = ink_to_strands(ink, per_point, slope), ink_to_strands(turned, per_point, -slope)
    across, down = (
        _more(
            _as_found(own, "whole", per_point),
            [_as_known(s, own, others, per_point) for s in broken],
            "broken",
            per_point,
        )
        for own, others, broken in (
            (*whole, ink_to_broken_strands(ink, per_point, slope)),
            (*whole[::-1], ink_to_broken_strands(turned, per_point, -slope)),
        )
    )
    if min(sum(f.sure for f in own) for own in (across, down)) < FEWEST:
        dots, step = ink_to_dots(ink, per_point, grey)
        across = _more(across, dots_to_strands(dots, step, per_point, slope), "dotted", per_point)
        turned_dots = np.ascontiguousarray(dots.T)
        down = _more(down, dots_to_strands(turned_dots, step, per_point, -slope), "dotted", per_point)
    rows, columns = _meeting(across, down, per_point), _meeting(down, across, per_point)
    level, plumb = _completed(rows, columns, ink, per_point), _completed(columns, rows, turned, per_point)
    return _held(level, plumb, per_point), _held(plumb, level, per_point)


def _as_found(strands: Sequence[Strand], seen: Seen, per_point: float) -> list[_FoundStrokes]:
    return [_FoundStrokes(s, seen, seen == "whole" or s.end - s.start >= LONG * per_point) for s in strands]


def _more(
    known: Sequence[_FoundStrokes], strands: Sequence[Strand], seen: Seen, per_point: float
) -> list[_FoundStrokes]:
    """Each stroke once, those that were ``known`` and the other ones."""
    news = [s for s in strands if not any(_within(s, k.strand, per_point) for k in known)]
    kept = [k for k in known if not any(_within(k.strand, s, per_point) for s in news)]
    return [*kept, *_as_found(news, seen, per_point)]


def _as_known(strand: Strand, known: Sequence[Strand], others: Sequence[Strand], per_point: float) -> Strand:
    """A broken stroke that is mostly known, drawn where it is known, and beyond a known end that is on no other stroke.

    What bridges its known parts, or goes on behind a border, may be letters of a row that it does not run through.
    """
    parts = sorted(stretch for k in known if _within(k, strand, per_point) for stretch in k.drawn)
    if sum(end - start for start, end in parts) < MOSTLY * sum(end - start for start, end in strand.drawn):
        return strand
    first, last, depth = parts[0][0], max(end for _, end in parts), float(np.median(strand.y))
    before = [(start, min(end, first)) for start, end in strand.drawn if start < first]
    behind = [(max(start, last), end) for start, end in strand.drawn if end > last]

    def on_border(place: int) -> bool:
        reach = MEET * per_point
        return any(
            abs(float(np.median(o.y)) - place) <= reach and o.start - reach <= depth <= o.end + reach for o in others
        )

    return replace(strand, drawn=(*(() if on_border(first) else before), *parts, *(() if on_border(last) else behind)))


def _within(inner: Strand, outer: Strand, per_point: float) -> bool:
    """True if the inner stroke runs along the outer and not much beyond its ends."""
    slack = 3 * per_point
    if inner.start < outer.start - slack or inner.end > outer.end + slack:
        return False
    off = np.abs(np.interp(inner.x, outer.x, outer.y) - inner.y)
    return float(np.median(off)) <= SAME * per_point


def _meeting(found: Sequence[_FoundStrokes], others: Sequence[_FoundStrokes], per_point: float) -> list[_FoundStrokes]:
    """The strokes without those broken ones that are short and meet no other."""
    reach = MEET * per_point
    kept = [f for f in found if f.sure or any(_meet(f.strand, o.strand, reach) for o in others)]
    return sorted(kept, key=lambda f: (float(f.strand.y.mean()), f.strand.start))


def _completed(
    found: Sequence[_FoundStrokes], others: Sequence[_FoundStrokes], ink: Pixels, per_point: float
) -> list[_FoundStrokes]:
    crossing = [o.strand for o in others]
    drawn = completed([f.strand for f in found], crossing, ink, per_point)
    return [
        replace(f, strand=filled(strand, crossing, per_point) if f.seen == "dotted" else strand)
        for f, strand in zip(found, drawn, strict=True)
    ]


def _held(found: Sequence[_FoundStrokes], others: Sequence[_FoundStrokes], per_point: float) -> list[Strand]:
    """The strokes without those parts of unsure ones that span no cell and end where no other stroke does.

    Borders end on borders, or at the side where a table lies open, all together; parts of letters that stand in line,
    and pieces of the back page's rulings, end anywhere.
    """
    kept = []
    for own in found:
        parts = _parts(own.strand, FAULT * per_point)
        beside = [f.strand for f in found if f is not own]
        held = [p for p in parts if own.sure or _is_held(own.strand, p, beside, others, per_point)]
        if held:
            kept.append(replace(own.strand, drawn=tuple(stretch for part in held for stretch in part)))
    return kept


def _parts(strand: Strand, fault: float) -> list[list[tuple[int, int]]]:
    """The drawn stretches of a stroke, those together that only a fault of print or scan parts."""
    parts = [[strand.drawn[0]]]
    for stretch in strand.drawn[1:]:
        if stretch[0] - parts[-1][-1][1] <= fault:
            parts[-1].append(stretch)
        else:
            parts.append([stretch])
    return parts


def _is_held(
    strand: Strand,
    part: Sequence[tuple[int, int]],
    beside: Sequence[Strand],
    others: Sequence[_FoundStrokes],
    per_point: float,
) -> bool:
    start, end, reach = part[0][0], part[-1][1], MEET * per_point
    depth = float(np.median(strand.y))
    crossing = [o.strand for o in others if o.sure and o.strand.start - reach <= depth <= o.strand.end + reach]
    places = [float(np.median(c.y)) for c in crossing]
    met = [p for p in places if start - reach <= p <= end + reach]
    if met and max(met) - min(met) > 2 * reach:
        return True
    starts, ends = [*places, *(s.start for s in beside)], [*places, *(s.end for s in beside)]
    return any(abs(start - p) <= reach for p in starts) and any(abs(end - p) <= reach for p in ends)


def _meet(strand: Strand, other: Strand, reach: float) -> bool:
    """True if ``other``, which runs across, crosses or touches the strand."""
    place, depth = float(np.median(other.y)), float(np.median(strand.y))
    along = strand.start - reach <= place <= strand.end + reach
    return along and other.start - reach <= depth <= other.end + reach
