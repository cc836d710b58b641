"""Strands of a scan → rulings of its straight page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from extract.model import Ruling

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from extract.picture.strokes import Strand

    Floats = NDArray[np.float64]
    Way = Callable[[Floats, Floats], tuple[Floats, Floats]]

# In points. A gap up to this in a stroke is a fault of print or scan; a merged cell's missing border is a row high.
FAULT = 8.0
# Ends that miss a crossing stroke by up to this were meant to meet it.
MEET = 4.0


def strands_to_rulings(
    across: Sequence[Strand], down: Sequence[Strand], way: Way, per_point: float
) -> tuple[Ruling, ...]:
    """The strokes as rulings in points: ``way`` leads from pixels of the scan to the straight page's.

    A stroke that is missing for a stretch gives one ruling for each part. Ends reach the strokes that they meet.
    """
    level = [r for s in across for r in _parts(s, way, per_point, upright=False)]
    plumb = [r for s in down for r in _parts(s, way, per_point, upright=True)]
    return (
        *(
            _meeting(r, [(p.x0 + p.x1) / 2 for p in plumb if p.top - MEET <= r.top and r.bottom <= p.bottom + MEET])
            for r in level
        ),
        *(
            _turned(
                _meeting(
                    _turned(r), [(p.top + p.bottom) / 2 for p in level if p.x0 - MEET <= r.x0 and r.x1 <= p.x1 + MEET]
                )
            )
            for r in plumb
        ),
    )


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
    """The horizontal ruling with its ends on the crossings that they just miss."""
    before = [c for c in crossings if ruling.x0 - MEET <= c < ruling.x0]
    behind = [c for c in crossings if ruling.x1 < c <= ruling.x1 + MEET]
    return replace(ruling, x0=max(before, default=ruling.x0), x1=min(behind, default=ruling.x1))


def _turned(ruling: Ruling) -> Ruling:
    return Ruling(ruling.top, ruling.x0, ruling.bottom, ruling.x1)
