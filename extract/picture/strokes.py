"""Ink of a straight page → the long thin strokes in it, each as its pieces and as one ruling."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from extract.picture.model import Pixels

# In points. A piece of a stroke is longer than the strokes of letters of text.
PIECE = 14.0
# Borders are drawn 0.25 to 3 points wide, and a scan thickens them.
THICKEST = 4.5
# Pieces of one stroke: a gap up to this, or up to as long as what was seen, and no farther out of line than a width.
GAP = 12.0
OUT_OF_LINE = 1.6
# A ruling of a table is at least one line of text high; one that stands alone is longer.
SHORTEST = 20.0


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a horizontal stroke in pixels: columns ``start`` to ``end`` (past the last), middle row, thickness."""

    start: int
    end: int
    middle: float
    thickness: float


@dataclass(frozen=True, slots=True)
class Strand:
    """Pieces of one stroke, left to right."""

    pieces: tuple[Piece, ...]

    @property
    def start(self) -> int:
        return self.pieces[0].start

    @property
    def end(self) -> int:
        return self.pieces[-1].end

    @property
    def middle(self) -> float:
        lengths = [p.end - p.start for p in self.pieces]
        return sum(p.middle * n for p, n in zip(self.pieces, lengths, strict=True)) / sum(lengths)

    @property
    def thickness(self) -> float:
        return float(np.median([p.thickness for p in self.pieces]))


def ink_to_strands(ink: Pixels, per_point: float) -> list[Strand]:
    """The horizontal strokes of the ink, from the top down. For the vertical ones hand in the ink transposed."""
    return _joined(_pieces(ink, per_point), per_point)


def _pieces(ink: Pixels, per_point: float) -> list[Piece]:
    long = round(PIECE * per_point)
    # a stroke that slants by a pixel or wavers is still one
    thick = cv2.dilate(ink, np.ones((3, 1), np.uint8))
    runs = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((1, long), np.uint8)) & ink
    _, _, stats, middles = cv2.connectedComponentsWithStats(runs, connectivity=8)
    pieces = []
    for (left, _, wide, high, area), (_, y) in zip(stats[1:], middles[1:], strict=True):
        thickness = area / wide
        if wide >= long * 0.6 and thickness <= THICKEST * per_point and high <= 3 * THICKEST * per_point:
            pieces.append(Piece(int(left), int(left + wide), float(y), float(thickness)))
    return sorted(pieces, key=lambda p: (p.start, p.middle))


def _joined(pieces: list[Piece], per_point: float) -> list[Strand]:
    strands: list[list[Piece]] = []
    for piece in pieces:
        best: list[Piece] | None = None
        least = OUT_OF_LINE * per_point
        for strand in strands:
            last = strand[-1]
            gap = piece.start - last.end
            seen = max(last.end - strand[0].start, piece.end - piece.start)
            if gap > max(GAP * per_point, min(seen, 3 * GAP * per_point)):
                continue
            off = abs(piece.middle - last.middle)
            if off < least:
                best, least = strand, off
        if best is None:
            strands.append([piece])
        else:
            best.append(piece)
    kept = [Strand(tuple(sorted(s, key=lambda p: p.start))) for s in strands]
    kept = [s for s in kept if s.end - s.start >= SHORTEST * per_point]
    return sorted(kept, key=lambda s: (s.middle, s.start))
