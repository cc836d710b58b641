"""Dirt on paper and glass: single points, clusters, blots, hairs, the shadows of punch holes."""

from __future__ import annotations

import cv2
import numpy as np

from tests.scanner.looks import ScanLook
from tests.scanner.sheets import MM_PER_INCH, Picture

CLUSTERED = 0.6  # of the points stand around few places, as dust does
HOLE = 0  # the tone of the bed seen through it
HOLE_FROM_EDGE, HOLE_RADIUS, HOLES_APART = 11.0, 2.8, 80.0  # millimetres, ISO 838


def add_dirt(scan: Picture, look: ScanLook, rng: np.random.Generator) -> None:
    """Dirties the scan in place; in grey and colour dirt is dark grey, in one bit black."""
    if look.punch_holes:
        _holes(scan, look)
    for _ in range(int(rng.poisson(look.dirt))):
        (_hair if rng.random() < 0.35 else _blot)(scan, look, rng)
    _points(scan, look, rng)


def _tone(scan: Picture, look: ScanLook, rng: np.random.Generator) -> tuple[int, int, int]:
    tone = 0 if look.mode == "one_bit" else int(rng.integers(40, 150))
    return tone, tone, tone


def _place(scan: Picture, rng: np.random.Generator) -> tuple[int, int]:
    return int(rng.integers(scan.shape[1])), int(rng.integers(scan.shape[0]))


def _points(scan: Picture, look: ScanLook, rng: np.random.Generator) -> None:
    count = int(rng.poisson(look.specks))
    middles = [_place(scan, rng) for _ in range(3)]
    spread = look.dpi * 0.35
    for _ in range(count):
        x, y = _place(scan, rng)
        if rng.random() < CLUSTERED:
            near = middles[int(rng.integers(len(middles)))]
            x, y = int(near[0] + rng.normal(0, spread)), int(near[1] + rng.normal(0, spread * 0.4))
        wide, high = (int(n) for n in rng.choice([1, 1, 1, 2, 2, 3], 2))
        tone = _tone(scan, look, rng)
        if rng.random() < 0.15:  # white points eat into letters
            tone = (255, 255, 255)
        if x >= 0 and y >= 0:
            scan[y : y + high, x : x + wide] = tone if scan.ndim == 3 else tone[0]


def _blot(scan: Picture, look: ScanLook, rng: np.random.Generator) -> None:
    """A cloud of short marks and points around a place, as toner and stamps leave."""
    x, y = _place(scan, rng)
    millimetre = look.dpi / MM_PER_INCH
    for _ in range(int(rng.integers(3, 16))):
        place = (int(x + rng.normal(0, 3.5 * millimetre)), int(y + rng.normal(0, 1.2 * millimetre)))
        axes = (int(rng.uniform(0.08, 0.4) * millimetre), int(rng.uniform(0.05, 0.2) * millimetre))
        cv2.ellipse(scan, place, axes, float(rng.uniform(0, 180)), 0, 360, _tone(scan, look, rng), -1)


def _hair(scan: Picture, look: ScanLook, rng: np.random.Generator) -> None:
    start = np.array(_place(scan, rng), float)
    steps = rng.normal(0, 0.25, 24).cumsum() + rng.uniform(0, 6.3)
    step = look.dpi / MM_PER_INCH * float(rng.uniform(0.1, 0.35))
    path = start + np.cumsum(np.stack([np.cos(steps), np.sin(steps)], axis=1) * step, axis=0)
    cv2.polylines(scan, [path.astype(np.int32)], False, _tone(scan, look, rng), 1)


def _holes(scan: Picture, look: ScanLook) -> None:
    """Two holes along the long edge, where the sheet is bound: the left one, of a landscape page the upper one."""
    millimetre = look.dpi / MM_PER_INCH
    rows, columns = scan.shape[:2]
    for side in (-1, 1):
        along = int(max(rows, columns) / 2 + side * HOLES_APART / 2 * millimetre)
        inwards = int(HOLE_FROM_EDGE * millimetre)
        place = (inwards, along) if rows > columns else (along, inwards)
        cv2.circle(scan, place, int(HOLE_RADIUS * millimetre), (HOLE, HOLE, HOLE), -1)
