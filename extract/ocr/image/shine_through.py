"""Strokes of a page → those without the rulings of the back page, which shine through in thin pieces."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from nghiquyet.extract.ocr.image.strokes import Strand

# Borders that shone through in 200 dpi scans were 0.35 to 0.67 as thick as the page's own, and in pieces shorter than
# this share of its longest. The thinnest of them need no more proof, the others end where nothing crosses them.
THIN, THINNEST = 0.7, 0.45
SHORT = 0.4
# Ends meet a crossing stroke within this (points).
MEET = 4.0
# Fewer strokes than this that run one way say nothing about the usual one.
FEWEST = 3


def without_shine_through(
    across: Sequence[Strand], down: Sequence[Strand], per_point: float
) -> tuple[list[Strand], list[Strand]]:
    """The strokes that run to the right, and those that run down, that are the page's own.

    A stroke that meets no other is left: it parts no cells.
    """
    strands = (*across, *down)
    if len(across) < FEWEST or len(down) < FEWEST:
        return list(across), list(down)
    usual = _usual_thickness(strands)
    longest = [max(s.end - s.start for s in own) for own in (across, down)]
    kept = []
    for own, others, length in ((across, down, longest[0]), (down, across, longest[1])):
        kept.append([s for s in own if not _shines_through(s, others, usual, length, MEET * per_point)])
    return kept[0], kept[1]


def _usual_thickness(strands: Sequence[Strand]) -> float:
    """The thickness that half of all that is drawn has at most."""
    ordered = sorted(strands, key=lambda s: s.thickness)
    drawn = np.cumsum([sum(end - start for start, end in s.drawn) for s in ordered])
    return ordered[int(np.searchsorted(drawn, drawn[-1] / 2))].thickness


def _shines_through(strand: Strand, others: Sequence[Strand], usual: float, longest: int, reach: float) -> bool:
    if strand.thickness >= THIN * usual or strand.end - strand.start >= SHORT * longest:
        return False
    depth = float(np.median(strand.y))
    crossings = [float(np.interp(depth, o.x, o.y)) for o in others if o.start - reach <= depth <= o.end + reach]
    if not any(strand.start - reach <= place <= strand.end + reach for place in crossings):
        return False
    breaks = [(a, b) for (_, a), (b, _) in pairwise(strand.drawn) if b - a > 2 * reach]  # smaller ones are faults
    ends = [strand.start, strand.end, *(end for pair in breaks for end in pair)]
    free = any(not any(abs(end - place) <= reach for place in crossings) for end in ends)
    return free or strand.thickness < THINNEST * usual
