"""Ink of a page → the strokes in it of which a faint scan left no more than a row of dots.

Letters are taken away first: what is left of a page is paper, specks, and dots in line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from nghiquyet.extract.ocr.image.strokes import SAMPLE, Strand

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from nghiquyet.extract.ocr.image.model import Pixels

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

# Dots are looked for at this many pixels a point (100 dpi), letters at twice as many.
COARSE = 100 / 72
# Larger pieces of ink (points) are parts of letters.
DOT = 1.5
# Over this many points ...
WINDOW = 100.0
# ... a stroke has dots at so many more of its places than lie this far (points) above and below: somewhere this share
# more, elsewhere that. Of dotted borders a light scan of 300 dots an inch left 0.5 to 0.7; nothing else on those pages
# had more than 0.15.
SURELY, STILL = 0.3, 0.17
BESIDE = 2.9
# Dots that a camera blurred are so much darker than paper: 0.13 at 150 dots an inch, the back page's borders 0.05.
FAINT = 0.08
# A stroke is drawn where dots are this dense over so many points, and not for shorter than a letter is wide.
DENSE, NEAR = 0.25, 20.0
GAP, LETTER = 10.0, 12.0
# It may reach farther than it was seen by this (points).
REACH = 50.0
# What a stroke of dots is taken to be wide (points).
WIDE = 0.5


def ink_to_dots(ink: Pixels, per_point: float, grey: Pixels | None = None) -> tuple[Pixels, int]:
    """1 where specks of ink lie, no letters, and how many pixels of the page one of its pixels is wide.

    Of a ``grey`` page, where a blur spread the dots too thin for ink, also what is a little darker than paper.
    """
    half = max(1, round(per_point / COARSE / 2))
    fine = cv2.dilate(ink, np.ones((half, half), np.uint8))[::half, ::half] if half > 1 else ink
    _, labels, stats, _ = cv2.connectedComponentsWithStats(np.ascontiguousarray(fine), connectivity=8)
    speck = stats[:, cv2.CC_STAT_WIDTH : cv2.CC_STAT_HEIGHT + 1].max(axis=1) < DOT * per_point / half
    speck[0] = False
    specks = np.asarray(speck.astype(np.uint8)[labels], np.uint8)
    step = max(1, round(per_point / COARSE / half))
    small = _coarse(specks, step)
    if grey is not None:
        letters = _coarse(np.asarray((labels > 0) & (specks == 0), np.uint8), step)
        mean = cv2.blur(grey, (half * step, half * step), anchor=(0, 0))[:: half * step, :: half * step]
        faint = (mean < 255 * (1 - FAINT)) & (cv2.dilate(letters, np.ones((3, 3), np.uint8)) == 0)
        small = np.asarray(small | faint, np.uint8)
    return np.ascontiguousarray(small), half * step


def _coarse(marks: Pixels, step: int) -> Pixels:
    """1 where any of ``step`` times ``step`` pixels is."""
    return np.asarray(cv2.dilate(marks, np.ones((step, step), np.uint8), anchor=(0, 0))[::step, ::step], np.uint8)


def dots_to_strands(dots: Pixels, step: int, per_point: float, slope: float = 0.0) -> list[Strand]:
    """The strokes that run to the right and fall by ``slope``, of a picture of dots ``step`` times as coarse."""
    height, width = dots.shape
    lean = np.array([[1.0, 0.0, 0.0], [slope, 1.0, -slope * width / 2]])
    flags = cv2.INTER_NEAREST | cv2.WARP_INVERSE_MAP
    level = np.asarray(cv2.warpAffine(dots, lean, (width, height), flags=flags), np.uint8)
    thick = np.asarray(cv2.dilate(level, np.ones((3, 1), np.uint8)), np.uint8)
    scale = per_point / step
    more = _more_than_beside(thick, scale)
    rows = np.asarray(more > 255 * STILL, np.uint8)
    strands: list[Strand] = []
    outlines, _ = cv2.findContours(rows, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    boxes = sorted((cv2.boundingRect(outline) for outline in outlines), key=lambda box: (-box[2], box[1], box[0]))
    for left, top, wide, high in boxes:
        if int(more[top : top + high, left : left + wide].max()) <= 255 * SURELY:
            continue
        followed = _followed(level, left, top, wide, high, scale)
        if followed is None:
            continue
        x, y, drawn = followed
        y = y + slope * (x - width / 2)
        middle = (step - 1) / 2
        stretches = tuple((start * step, end * step) for start, end in drawn)
        strand = Strand(x * step + middle, y * step + middle, WIDE * per_point, stretches)
        if not any(_same(strand, other, BESIDE / 2 * per_point) for other in strands):
            strands.append(strand)
    return sorted(strands, key=lambda s: (float(s.y.mean()), s.start))


def _more_than_beside(thick: Pixels, scale: float) -> Pixels:
    """By how much more (255 is all) the places of a row have dots than those of the rows beside it."""
    share = cv2.boxFilter(thick * np.uint8(255), -1, (round(WINDOW * scale), 1), borderType=cv2.BORDER_CONSTANT)
    reach = round(BESIDE * scale)
    beside = np.zeros_like(share)
    beside[reach:] = share[:-reach]
    beside[:-reach] = np.maximum(beside[:-reach], share[reach:])
    return np.asarray(cv2.subtract(share, beside), np.uint8)


def _same(strand: Strand, other: Strand, apart: float) -> bool:
    """True if the stroke runs where the other, found from more of it, does."""
    if strand.end <= other.start or other.end <= strand.start:
        return False
    lean = (other.y[-1] - other.y[0]) / max(1.0, other.x[-1] - other.x[0])
    middle = float(strand.x.mean())
    return abs(float(other.y[0] + lean * (middle - other.x[0])) - float(strand.y.mean())) <= apart


def _followed(
    level: Pixels, left: int, top: int, wide: int, high: int, scale: float
) -> tuple[Floats, Floats, tuple[tuple[int, int], ...]] | None:
    """The course of the dots in a box, as far as they go on, and where they are dense."""
    around = level[max(0, top - 1) : top + high + 1]
    first, last = max(0, left - round(REACH * scale)), min(level.shape[1], left + wide + round(REACH * scale))
    inside = around[:, left : left + wide]
    cuts = np.linspace(0, wide, max(2, round(wide / (SAMPLE * scale)) + 1)).astype(np.int64)
    counts = np.add.reduceat(inside.sum(axis=0, dtype=np.int64), cuts[:-1])
    sums = np.add.reduceat((np.arange(len(inside))[:, None] * inside).sum(axis=0), cuts[:-1])
    kept = counts > 0
    if int(kept.sum()) < 2:
        return None
    x, y = ((cuts[:-1] + cuts[1:] - 1) / 2)[kept] + left, sums[kept] / counts[kept] + max(0, top - 1)
    lean, foot = np.polyfit(x, y, 1)
    columns = np.arange(first, last)
    rows = np.rint(foot + lean * columns).astype(np.int64)[:, None] + np.arange(-1, 2)
    seen = level[np.clip(rows, 0, level.shape[0] - 1), columns[:, None]].any(axis=1)
    drawn = _dense(seen, scale)
    if not drawn:
        return None
    ends = np.array([drawn[0][0], drawn[-1][1] - 1]) + first
    along = np.concatenate([ends[:1], x[(x > ends[0]) & (x < ends[1])], ends[1:]]).astype(np.float64)
    return along, foot + lean * along, tuple((start + first, end + first) for start, end in drawn)


def _dense(seen: Flags, scale: float) -> list[tuple[int, int]]:
    """The stretches in which dots are dense, from dot to dot."""
    size = round(NEAR * scale) | 1
    share = np.convolve(seen, np.ones(size), "same") / size
    dotted = np.flatnonzero(seen & (share >= DENSE))
    if not len(dotted):
        return []
    breaks = np.flatnonzero(np.diff(dotted) > GAP * scale)
    starts = np.concatenate([dotted[:1], dotted[breaks + 1]])
    ends = np.concatenate([dotted[breaks], dotted[-1:]]) + 1
    return [(int(s), int(e)) for s, e in zip(starts, ends, strict=True) if e - s >= LETTER * scale]
