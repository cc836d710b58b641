"""Ink of a page → the strokes in it that are dotted, dashed or broken by a faint scan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from nghiquyet.extract.ocr.image.strokes import SAMPLE, SHORTEST, THICKEST, Strand

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from nghiquyet.extract.ocr.image.model import Pixels

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]
    Ints = NDArray[np.int64]

# Strokes are looked for at this many pixels a point (100 dpi): the dots of a dotted border nearly touch there.
COARSE = 100 / 72
# Over this many points ...
WINDOW = 60.0
# ... so much of a broken stroke is inked, and so much more of it than of what lies this far (points) above and below.
INKED, MORE = 0.42, 0.27
BESIDE = 2.9
# A broken stroke's ink is no farther from its course than this (points).
OFF_COURSE = 1.0
# The widest gap in it: so many times its own usual one, and HAIR where it has none, but never over BREAK (points).
SLACK = 1.6
HAIR, BREAK = 1.0, 5.0
# A stroke is whole if it is inked for this share.
WHOLE = 0.9
# Stems of letters and dashes are shorter than this (points).
LETTER = 12.0
# The share of a stroke that must be inked.
COVERED = 0.35
# So near a stroke (points) there is paper: in grey scans of ruled and dotted tables up to 0.04 of its length was inked
# there, beside rows of letters taken for strokes 0.15 and more.
NEAR = 1.8
CROWDED = 0.12
# Where a stroke is inked its ink is seldom thicker than that: in 0.08 of 280 borders at most (eight looks), and in 0.19
# and more of what heads and feet of letters made up.
THICK = 0.15


def ink_to_broken_strands(ink: Pixels, per_point: float, slope: float = 0.0) -> list[Strand]:
    """The broken strokes that run to the right and fall by ``slope`` (pixels a pixel); whole ones are among them."""
    step = max(1, round(per_point / COARSE))
    small = np.ascontiguousarray(cv2.dilate(ink, np.ones((step, step), np.uint8))[::step, ::step])
    height, width = small.shape
    lean = np.array([[1.0, 0.0, 0.0], [slope, 1.0, -slope * width / 2]])
    level = cv2.warpAffine(small, lean, (width, height), flags=cv2.INTER_NEAREST | cv2.WARP_INVERSE_MAP)
    rows = _rows(np.asarray(level, np.uint8), per_point / step)
    strands = []
    outlines, _ = cv2.findContours(rows, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    for outline in outlines:
        left, top, wide, high = cv2.boundingRect(outline)
        if wide * step < SHORTEST * per_point:
            continue
        box = np.s_[top : top + high, left : left + wide]
        x, y = _course(np.asarray(rows[box] * level[box], np.uint8), SAMPLE * per_point / step)
        if len(x) < 2:
            continue
        x, y = x + left, y + top
        y = y + slope * (x - width / 2)
        strand = _followed(ink, x * step + (step - 1) / 2, y * step + (step - 1) / 2, per_point)
        if strand is not None:
            strands.append(strand)
    return sorted(strands, key=lambda s: (float(s.y.mean()), s.start))


def _rows(level: Pixels, per_point: float) -> Pixels:
    """1 where a row of pixels is inked more than those beside it."""
    thick = cv2.dilate(level, np.ones((3, 1), np.uint8))
    share = cv2.boxFilter(thick * np.uint8(255), -1, (round(WINDOW * per_point), 1), borderType=cv2.BORDER_CONSTANT)
    reach = round(BESIDE * per_point)
    beside = np.zeros_like(share)
    beside[reach:] = share[:-reach]
    beside[:-reach] = np.maximum(beside[:-reach], share[reach:])
    found = (share > 255 * INKED) & (cv2.subtract(share, beside) > 255 * MORE)
    return np.asarray(found, np.uint8)


def _course(box: Pixels, step: float) -> tuple[Floats, Floats]:
    """The middle of the ink in stretches of ``step`` columns."""
    high, wide = box.shape
    cuts = np.linspace(0, wide, max(2, round(wide / step) + 1)).astype(np.int64)
    counts = np.add.reduceat(box.sum(axis=0, dtype=np.int64), cuts[:-1])
    sums = np.add.reduceat((np.arange(high)[:, None] * box).sum(axis=0), cuts[:-1])
    kept = counts > 0
    return ((cuts[:-1] + cuts[1:] - 1) / 2)[kept], sums[kept] / counts[kept]


def _followed(ink: Pixels, x: Floats, y: Floats, per_point: float) -> Strand | None:
    """The stroke along a course, by the thin ink that lies on it; None if there is too little."""
    lean, foot = np.polyfit(x, y, 1)
    # it may reach farther than it was seen, but no farther than is looked at around a place
    first = max(0, int(x[0]) - round(WINDOW / 2 * per_point))
    columns = np.arange(first, min(ink.shape[1], int(x[-1]) + 1 + round(WINDOW / 2 * per_point)))
    course = np.where((columns < x[0]) | (columns > x[-1]), foot + lean * columns, np.interp(columns, x, y))
    reach = round((OFF_COURSE + THICKEST / 3) * per_point)
    rows, seen = _around(ink, columns, course, reach)
    on = seen & (np.abs(rows - course) <= OFF_COURSE * per_point)
    thick = on.sum(axis=0, dtype=np.int64)
    thin = (thick > 0) & (seen.sum(axis=0, dtype=np.int64) <= THICKEST / 2 * per_point)
    drawn = _stretches(thin, max(0, int(x[0])) - first, int(x[-1]) + 1 - first, per_point)
    if not drawn:
        return None
    start, end = drawn[0][0], drawn[-1][1]
    if end - start < SHORTEST * per_point or float(thin[start:end].mean()) < COVERED:
        return None
    if _crowded(ink, columns[start:end], course[start:end], per_point):
        return None
    drawn = tuple(d for d in drawn if not through_letters(ink, columns[slice(*d)], course[slice(*d)], per_point))
    if not drawn or drawn[-1][1] - drawn[0][0] < SHORTEST * per_point:
        return None
    start, end = drawn[0][0], drawn[-1][1]
    inked = np.flatnonzero(thin[start:end]) + start
    middles = (rows[:, inked] * on[:, inked]).sum(axis=0) / thick[inked]
    cuts = np.linspace(start, end, max(2, round((end - start) / (SAMPLE * per_point)) + 1))
    block = np.clip(np.searchsorted(cuts, inked, side="right") - 1, 0, len(cuts) - 2)
    counts = np.bincount(block, minlength=len(cuts) - 1)
    kept = counts > 0
    along = np.bincount(block, inked, len(cuts) - 1)[kept] / counts[kept] + first
    down = np.bincount(block, middles, len(cuts) - 1)[kept] / counts[kept]
    thickness = float(np.median(thick[inked]))
    return Strand(along, down, thickness, tuple((begin + first, stop + first) for begin, stop in drawn))


def _crowded(ink: Pixels, columns: Ints, course: Floats, per_point: float) -> bool:
    """True if there is much ink close above or below the course."""
    for side in (-NEAR, NEAR):
        rows = np.clip(np.rint(course + side * per_point).astype(np.int64), 0, ink.shape[0] - 1)
        if float(ink[rows, columns].mean()) > CROWDED:
            return True
    return False


def through_letters(ink: Pixels, columns: Ints, course: Floats, per_point: float) -> bool:
    """True if much of the ink on the course is as thick as only letters are."""
    reach = round(NEAR * per_point)
    _, seen = _around(ink, columns, course, reach)
    near = round(OFF_COURSE * per_point)
    inked = seen[reach - near : reach + near + 1].any(axis=0)
    seen = seen[:, inked]
    run = longest = np.zeros(seen.shape[1], np.int64)
    for row in seen:
        run = (run + 1) * row
        longest = np.maximum(longest, run)
    return bool((longest > NEAR * per_point).sum() > THICK * max(1, seen.shape[1]))


def _around(ink: Pixels, columns: Ints, course: Floats, reach: int) -> tuple[Ints, Pixels]:
    """The rows up to ``reach`` above and below a course, and the ink (0 or 1) in them: an array a row."""
    height, width = ink.shape
    rows = np.rint(course).astype(np.int64) + np.arange(-reach, reach + 1)[:, None]
    return rows, ink.ravel().take(np.clip(rows, 0, height - 1) * width + columns)


def _stretches(thin: Flags, start: int, end: int, per_point: float) -> tuple[tuple[int, int], ...]:
    """The inked stretches of a stroke that was seen from ``start`` to ``end`` and may reach farther.

    Gaps like the stroke's own are bridged. What lies beyond a wider one must be longer than a letter.
    """
    seen = np.flatnonzero(thin[start:end])
    if len(seen) < 2:
        return ()
    own = np.diff(seen)
    whole = len(seen) >= WHOLE * (seen[-1] - seen[0] + 1)
    usual = 0.0 if whole else SLACK * float(np.percentile(own[own > 1], 95, method="lower"))
    gap = min(max(usual, HAIR * per_point), BREAK * per_point)
    reach = round(WINDOW / 2 * per_point)
    first = max(0, start - reach)
    inked = np.flatnonzero(thin[first : end + reach]) + first
    breaks = np.flatnonzero(np.diff(inked) > gap + 1)
    starts = np.concatenate([inked[:1], inked[breaks + 1]])
    ends = np.concatenate([inked[breaks], inked[-1:]]) + 1
    long = ends - starts >= LETTER * per_point
    return tuple((int(s), int(e)) for s, e in zip(starts[long], ends[long], strict=True))
