"""Strokes found in part → strokes with the parts between crossings that were overlooked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from nghiquyet.extract.ocr.image.broken import through_letters
from nghiquyet.extract.ocr.image.strokes import Strand

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from nghiquyet.extract.ocr.image.model import Pixels

    Floats = NDArray[np.float64]

# Between two crossings this share of a border is inked, if faintly, and not as thick as letters are.
INKED = 0.55
# A dotted border has less, and as much of it everywhere, give or take this.
LIKE_OWN = 0.8
# Of a row of dots that a faint scan left this share of a border is enough.
LEFT = 0.35
# The border lies on the course of the rest of its stroke, give or take this (points).
ASIDE = 0.8
# A border is looked for beyond a row in which it is left out, a group's, of up to this height (points).
BEYOND = 60.0
# Another stroke this near (points) is the border itself, found on its own beyond a merged cell.
SAME = 3.0


def completed(strands: Sequence[Strand], others: Sequence[Strand], ink: Pixels, per_point: float) -> list[Strand]:
    """The strands that run to the right, drawn from crossing to crossing wherever the ink says so.

    ``others`` run across them; of a strand only what lies between two of these is looked at.
    """
    return [_completed(s, strands, others, ink, per_point) for s in strands]


def filled(strand: Strand, others: Sequence[Strand], per_point: float) -> Strand:
    """A stroke of dots drawn from crossing to crossing wherever enough of them are left; a merged cell has none."""
    drawn = list(strand.drawn)
    for low, high in pairwise(_crossings(strand, others, 4 * per_point)):
        start, end = max(0, round(low)), round(high) + 1
        if sum(max(0, min(e, end) - max(s, start)) for s, e in strand.drawn) >= LEFT * (end - start):
            drawn.append((start, end))
    return replace(strand, drawn=_merged(drawn))


def _crossings(strand: Strand, others: Sequence[Strand], slack: float) -> list[float]:
    depth = float(np.median(strand.y))
    return sorted(float(np.interp(depth, o.x, o.y)) for o in others if o.start - slack <= depth <= o.end + slack)


def _completed(
    strand: Strand, beside: Sequence[Strand], others: Sequence[Strand], ink: Pixels, per_point: float
) -> Strand:
    slack = 4 * per_point
    crossings = _crossings(strand, others, slack)
    drawn = list(strand.drawn)
    places: list[tuple[float, float]] = []
    between = list(pairwise(crossings))
    if not between:
        return strand
    longest = max(strand.drawn, key=lambda d: d[1] - d[0])
    enough = min(INKED, max(LEFT, LIKE_OWN * _inked(strand, *longest, ink, per_point)[0]))
    for low, high in (*between, *reversed(between)):  # from what is drawn to the right, then to the left
        start, end = max(0, round(low)), min(ink.shape[1], round(high) + 1)
        covered = sum(max(0, min(e, end) - max(s, start)) for s, e in drawn)
        if end - start < slack or covered >= 0.9 * (end - start):
            continue
        reach = BEYOND * per_point
        if not any(s <= end + reach and start - reach <= e for s, e in drawn):
            continue
        if _found(strand, beside, start, end, per_point):
            continue
        share, evenly, x, y = _inked(strand, start, end, ink, per_point)
        columns = np.arange(start, end)
        dotted = share >= enough and evenly >= enough / 2
        if (share >= INKED or dotted) and not through_letters(ink, columns, _course(strand, columns + 0.0), per_point):
            drawn.append((start, end))
            places += [p for p in zip(x, y, strict=True) if not strand.x[0] <= p[0] <= strand.x[-1]]
    if len(drawn) == len(strand.drawn):
        return strand
    course = sorted([*zip(strand.x.tolist(), strand.y.tolist(), strict=True), *places])
    along, off = (np.array(part, np.float64) for part in zip(*course, strict=True))
    return replace(strand, x=along, y=off, drawn=_merged(drawn))


def _found(strand: Strand, beside: Sequence[Strand], start: int, end: int, per_point: float) -> bool:
    """True if another stroke runs where this one would go on."""
    middle = (start + end) / 2
    place = float(_course(strand, np.array([middle]))[0])
    return any(
        o is not strand
        and any(s <= middle <= e for s, e in o.drawn)
        and abs(float(np.interp(middle, o.x, o.y)) - place) <= SAME * per_point
        for o in beside
    )


def _course(strand: Strand, columns: Floats) -> Floats:
    """Where the stroke runs, straight on beyond its ends."""
    lean = (strand.y[-1] - strand.y[0]) / max(1.0, strand.x[-1] - strand.x[0])
    beyond = np.where(columns < strand.x[0], columns - strand.x[0], np.maximum(columns - strand.x[-1], 0))
    return np.asarray(np.interp(columns, strand.x, strand.y) + lean * beyond, np.float64)


def _inked(
    strand: Strand, start: int, end: int, ink: Pixels, per_point: float
) -> tuple[float, float, list[float], list[float]]:
    """The share of the stretch that is inked on the stroke's course, that of its least inked quarter, and where.

    The places of the ink are at most ten.
    """
    columns = np.arange(start, end)
    course = _course(strand, columns.astype(np.float64))
    reach = max(1, round(ASIDE * per_point))
    rows = np.rint(course).astype(np.int64)[:, None] + np.arange(-reach, reach + 1)
    seen = ink[np.clip(rows, 0, ink.shape[0] - 1), columns[:, None]]
    inked = seen.any(axis=1)
    along, off = [], []
    for part in np.array_split(np.flatnonzero(inked), 10):
        if len(part):
            along.append(float(columns[part].mean()))
            off.append(float((rows[part] * seen[part]).sum() / seen[part].sum()))
    quarters = [float(part.mean()) for part in np.array_split(inked, 4) if len(part)]
    return float(inked.mean()), min(quarters, default=0.0), along, off


def _merged(stretches: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        else:
            merged.append((start, end))
    return tuple(merged)
