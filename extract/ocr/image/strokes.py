"""Ink of a page → the long thin strokes in it, followed where they slant, bend and break."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from nghiquyet.extract.ocr.image.model import Pixels

    Floats = NDArray[np.float64]

# Lengths in points.
# A piece of a stroke is longer than what letters of text have: the dash of a 14 point font is 14 long, its stems 10.
PIECE = 14.5
# Borders are drawn 0.25 to 3 points wide, and a scan thickens them.
THICKEST = 4.5
# A piece is looked at every so far.
SAMPLE = 12.0
# No paper bends so much that a piece leaves its chord by more than this, nor more than this share of its length.
BOW, BOW_SHARE = 0.5, 0.006
# Beside the page's own tilt a stroke may slant by this (pixels a pixel: 1.5 degrees).
SLANT = 0.026
# The pieces of one stroke: a gap up to this, or as long as what was seen up to three times this, and in line.
GAP = 12.0
OUT_OF_LINE = 1.5
# Beside a ruling there is paper on most of its length; feet of letters that run together have stems on them.
BESIDE = 1.6
DARK_BESIDE = (0.35, 0.9)
# Shorter than this no row and no column is; strokes are taken for borders from here on.
SHORTEST = 20.0


@dataclass(frozen=True, slots=True, eq=False)
class Strand:
    """One stroke that runs to the right: its middle at points along it, in pixels, left to right; its thickness.

    ``drawn`` are the stretches with ink, first and one past the last column.
    """

    x: Floats
    y: Floats
    thickness: float
    drawn: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        return self.drawn[0][0]

    @property
    def end(self) -> int:
        return self.drawn[-1][1]


def ink_to_strands(ink: Pixels, per_point: float, slope: float = 0.0) -> list[Strand]:
    """The strokes that run to the right and fall by ``slope`` (pixels a pixel), from the top down.

    For the strokes that run down hand in the ink transposed and the slope with its sign turned.
    """
    strands = _joined(_pieces(ink, per_point, slope), per_point, slope)
    kept = [s for s in strands if s.end - s.start >= SHORTEST * per_point]
    return sorted(kept, key=lambda s: (float(s.y.mean()), s.start))


def _pieces(ink: Pixels, per_point: float, slope: float) -> list[Strand]:
    long = round(PIECE * per_point)
    # a stroke that slants by a pixel or wavers is still one
    thick = cv2.dilate(ink, np.ones((3, 1), np.uint8))
    opened = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((1, long), np.uint8))
    runs = np.asarray(cv2.bitwise_and(opened, ink), np.uint8)
    outlines, _ = cv2.findContours(runs, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    pieces = []
    for outline in outlines:
        left, top, wide, high = cv2.boundingRect(outline)
        if wide < 0.6 * long or high > THICKEST * per_point + (abs(slope) + SLANT) * wide:
            continue
        piece = _piece(runs[top : top + high, left : left + wide], left, top, per_point, slope)
        if piece is not None and not _on_letters(ink, piece, per_point):
            pieces.append(piece)
    return sorted(pieces, key=lambda p: (p.start, float(p.y[0])))


def _piece(box: Pixels, left: int, top: int, per_point: float, slope: float) -> Strand | None:
    """The piece in a box of ink, or None if it is too thick, bowed or slanted for a ruling."""
    high, wide = box.shape
    depth = box.sum(axis=0, dtype=np.int64)
    if float(depth.sum()) / wide > THICKEST * per_point:
        return None
    sums = (np.arange(high, dtype=np.int64)[:, None] * box).sum(axis=0)
    cuts = np.linspace(0, wide, max(5, round(wide / (SAMPLE * per_point)) + 1)).astype(np.int64)
    inked = np.add.reduceat(depth, cuts[:-1])
    kept = inked > 0
    y = np.add.reduceat(sums, cuts[:-1])[kept] / inked[kept] + top
    x = ((cuts[:-1] + cuts[1:] - 1) / 2)[kept] + left
    if len(x) > 2:
        lean, foot = np.polyfit(x - left, y, 1)
        bow = float(np.abs(y - foot - lean * (x - left)).max())
        if bow > max(BOW * per_point, BOW_SHARE * wide) or abs(lean - slope) > SLANT:
            return None
    return Strand(x, y, float(np.median(depth[depth > 0])), ((left, left + wide),))


def _on_letters(ink: Pixels, piece: Strand, per_point: float) -> bool:
    """True if much, but not all, of one side of the piece is inked: stems stand on it."""
    columns = np.arange(piece.start, piece.end)
    middle = np.interp(columns, piece.x, piece.y)
    reach = piece.thickness / 2 + BESIDE * per_point
    for side in (-reach, reach):
        rows = np.clip(np.rint(middle + side).astype(np.int64), 0, ink.shape[0] - 1)
        dark = float(ink[rows, columns].mean())
        if DARK_BESIDE[0] < dark < DARK_BESIDE[1]:
            return True
    return False


def _joined(pieces: list[Strand], per_point: float, slope: float) -> list[Strand]:
    strands: list[list[Strand]] = []
    for piece in pieces:
        best: list[Strand] | None = None
        least = OUT_OF_LINE * per_point
        for strand in strands:
            last = strand[-1]
            gap = piece.start - last.end
            seen = min(max(last.end - strand[0].start, piece.end - piece.start), 3 * GAP * per_point)
            if gap < -per_point or gap > max(GAP * per_point, seen):
                continue
            off = abs(float(piece.y[0] - last.y[-1]) - slope * float(piece.x[0] - last.x[-1]))
            if off < least:
                best, least = strand, off
        if best is None:
            strands.append([piece])
        else:
            best.append(piece)
    return [_one(s) for s in strands]


def _one(pieces: list[Strand]) -> Strand:
    return Strand(
        np.concatenate([p.x for p in pieces]),
        np.concatenate([p.y for p in pieces]),
        float(np.median([p.thickness for p in pieces])),
        tuple(stretch for p in pieces for stretch in p.drawn),
    )
