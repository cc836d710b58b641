"""Strands of a scan → rulings of its straight page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from nghiquyet.extract.model import Ruling

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from nghiquyet.extract.ocr.image.strokes import Strand

    Floats = NDArray[np.float64]
    Way = Callable[[Floats, Floats], tuple[Floats, Floats]]

# In points. A gap up to this in a stroke is a fault of print or scan; a merged cell's missing border is a row high.
FAULT = 8.0
# Ends that miss a crossing stroke by up to this were meant to meet it.
MEET = 4.0
# What passes a crossing by less than this, and ends where no other does, is a letter's stem that stands on it.
LETTER = 18.0
# A border lies between strokes that it meets for this share of its length at least.
HELD = 0.6


def strands_to_rulings(
    across: Sequence[Strand], down: Sequence[Strand], way: Way, per_point: float
) -> tuple[Ruling, ...]:
    """The strokes as rulings in points: ``way`` leads from pixels of the scan to the straight page's.

    A stroke that is missing for a stretch gives one ruling for each part. Ends reach the strokes that they meet, and go
    no farther where a letter stands on one.
    """
    level = [r for s in across for r in _parts(s, way, per_point, upright=False)]
    plumb = [r for s in down for r in _parts(s, way, per_point, upright=True)]
    turned_level, turned_plumb = [_turned(r) for r in level], [_turned(r) for r in plumb]
    rows = [_reaching(r, level, plumb) for r in level]
    columns = [_reaching(r, turned_plumb, turned_level) for r in turned_plumb]
    return (*(r for r in rows if r is not None), *(_turned(r) for r in columns if r is not None))


def _reaching(ruling: Ruling, beside: Sequence[Ruling], others: Sequence[Ruling]) -> Ruling | None:
    """The horizontal ruling with its ends on the ``others``, which cross it; ``beside`` run as it does.

    None for one that the back page shines through or a hair makes: it ends nowhere, and as no other does.
    """
    met = [o for o in others if o.top - MEET <= ruling.top and ruling.bottom <= o.bottom + MEET]
    drawn = _meeting(ruling, [_place(o) for o in met])
    inside = [o for o in met if drawn.x0 <= _place(o) <= drawn.x1]
    if not inside:
        return drawn
    first, last = min(inside, key=_place), max(inside, key=_place)
    free = [_place(first) - drawn.x0 > MEET, drawn.x1 - _place(last) > MEET]
    alone = [
        free[0] and not _passed(first, beside, drawn, before=True),
        free[1] and not _passed(last, beside, drawn, before=False),
    ]
    held = _place(last) - _place(first)
    if all(alone) and held < HELD * (drawn.x1 - drawn.x0):
        return None
    if len(inside) < 2:
        return drawn
    return replace(drawn, x0=_place(first) if alone[0] else drawn.x0, x1=_place(last) if alone[1] else drawn.x1)


def _passed(crossing: Ruling, beside: Sequence[Ruling], own: Ruling, before: bool) -> bool:
    """True if other rulings pass ``crossing`` too: the table goes on there. A letter's stem makes only one pass it."""
    place = _place(crossing)
    touching = [
        r
        for r in beside
        if r.top != own.top
        and crossing.top - MEET <= r.top
        and r.bottom <= crossing.bottom + MEET
        and r.x0 - MEET <= place <= r.x1 + MEET
    ]
    passing = [r for r in touching if (r.x0 < place - MEET if before else r.x1 > place + MEET)]
    beyond = place - own.x0 if before else own.x1 - place
    ends = [(r.x0 - own.x0) if before else (r.x1 - own.x1) for r in passing]
    if beyond < LETTER and not any(abs(end) <= MEET for end in ends):
        return False
    return len(passing) * 2 >= max(1, len(touching))


def _place(upright: Ruling) -> float:
    return (upright.x0 + upright.x1) / 2


def _parts(strand: Strand, way: Way, per_point: float, upright: bool) -> list[Ruling]:
    stretches: list[list[int]] = []
    for start, end in strand.drawn:
        if stretches and start - stretches[-1][1] <= FAULT * per_point:
            stretches[-1][1] = max(end, stretches[-1][1])
        else:
            stretches.append([start, end])
    half = strand.thickness / 2 / per_point
    rulings = []
    for start, end in stretches:
        inside = (strand.x >= start) & (strand.x < end)
        along = np.concatenate([[start], strand.x[inside] + 0.5, [end]])
        off = np.interp(along - 0.5, strand.x, strand.y) + 0.5
        x, y = way(off, along) if upright else way(along, off)
        along, off = (y, x) if upright else (x, y)
        at, first, last = (float(v) / per_point for v in (np.median(off), along[0], along[-1]))
        ruling = Ruling(first, at - half, last, at + half)
        rulings.append(_turned(ruling) if upright else ruling)
    return rulings


def _meeting(ruling: Ruling, crossings: Sequence[float]) -> Ruling:
    """The horizontal ruling with its ends on the crossings that they just miss, or pass by as little."""
    return replace(ruling, x0=_end(ruling.x0, crossings, 1), x1=_end(ruling.x1, crossings, -1))


def _end(end: float, crossings: Sequence[float], inward: int) -> float:
    """The nearest crossing inside the end, else outside of it (a footnote's rule lies close below a table)."""
    inside = [c for c in crossings if 0 <= (c - end) * inward <= MEET]
    outside = [c for c in crossings if 0 < (end - c) * inward <= MEET]
    return min(inside or outside or [end], key=lambda c: abs(c - end))


def _turned(ruling: Ruling) -> Ruling:
    return Ruling(ruling.top, ruling.x0, ruling.bottom, ruling.x1)
