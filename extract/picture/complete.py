"""Strokes found in part → strokes with the parts between crossings that were overlooked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from extract.picture.strokes import Strand

if TYPE_CHECKING:
    from extract.picture.model import Pixels

# Between two crossings this share of a border is inked, if faintly; of a line through letters it is under a half.
INKED = 0.7
# The border lies on the course of the rest of its stroke, give or take this (points).
ASIDE = 0.8


def completed(strands: Sequence[Strand], others: Sequence[Strand], ink: Pixels, per_point: float) -> list[Strand]:
    """The strands that run to the right, drawn from crossing to crossing wherever the ink says so.

    ``others`` run across them; of a strand only what lies between two of these is looked at.
    """
    return [_completed(s, others, ink, per_point) for s in strands]


def _completed(strand: Strand, others: Sequence[Strand], ink: Pixels, per_point: float) -> Strand:
    depth, slack = float(np.median(strand.y)), 4 * per_point
    crossings = sorted(float(np.interp(depth, o.x, o.y)) for o in others if o.start - slack <= depth <= o.end + slack)
    drawn = list(strand.drawn)
    for low, high in pairwise(crossings):
        start, end = max(0, round(low)), min(ink.shape[1], round(high) + 1)
        covered = sum(max(0, min(e, end) - max(s, start)) for s, e in strand.drawn)
        if end - start < slack or covered >= 0.9 * (end - start):
            continue
        if _inked(strand, start, end, ink, per_point) >= INKED:
            drawn.append((start, end))
    return strand if len(drawn) == len(strand.drawn) else replace(strand, drawn=_merged(drawn))


def _inked(strand: Strand, start: int, end: int, ink: Pixels, per_point: float) -> float:
    columns = np.arange(start, end)
    lean = (strand.y[-1] - strand.y[0]) / max(1.0, strand.x[-1] - strand.x[0])
    beyond = np.where(columns < strand.x[0], columns - strand.x[0], np.maximum(columns - strand.x[-1], 0))
    course = np.interp(columns, strand.x, strand.y) + lean * beyond
    reach = max(1, round(ASIDE * per_point))
    rows = np.rint(course).astype(np.int64)[:, None] + np.arange(-reach, reach + 1)
    seen = ink[np.clip(rows, 0, ink.shape[0] - 1), columns[:, None]]
    return float(seen.any(axis=1).mean())


def _merged(stretches: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        else:
            merged.append((start, end))
    return tuple(merged)
