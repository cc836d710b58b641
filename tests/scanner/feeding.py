"""How the paper lies and runs through the scanner: which point of the sheet each pixel of the scan sees."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from tests.scanner.looks import ScanLook
from tests.scanner.sheets import MM_PER_INCH, POINTS_PER_INCH, Picture, Sheet

LID = 25  # the tone of the scanner's bed where no paper lies
SAFE = 2.5  # millimetres between the letters and a cut
WAVES = 2.3  # swings of the feed over a page


@dataclass(frozen=True, slots=True)
class Feed:
    """One page's way: ``skew`` in degrees (clockwise), ``shift`` of the paper in millimetres (right, down)."""

    skew: float
    shift: tuple[float, float]
    wave: tuple[float, float]  # millimetres, phase
    shear: float
    perspective: float


def draw_feed(sheet: Sheet, look: ScanLook, rng: np.random.Generator) -> Feed:
    """This page's skew, shift and stretch, by chance within the look."""
    sign = 1 if rng.random() < 0.5 else -1
    skew = sign * float(rng.uniform(look.skew_at_least, max(look.skew, look.skew_at_least)))
    shift = (float(rng.uniform(-look.shift, look.shift)), float(rng.uniform(-look.shift, look.shift)))
    if look.cut:
        shift = _cut(sheet, look.cut * float(rng.uniform(0.6, 1.0)), skew, int(rng.integers(4)))
    wave = (look.wave * float(rng.uniform(0.5, 1.0)), float(rng.uniform(0, 2 * math.pi)))
    shear = look.shear * float(rng.uniform(-1, 1))
    return Feed(skew, shift, wave, shear, look.perspective * float(rng.uniform(-1, 1)))


def _cut(sheet: Sheet, wanted: float, skew: float, side: int) -> tuple[float, float]:
    """The shift that loses ``wanted`` millimetres at a side, less where letters, turned by ``skew``, would be lost."""
    points = MM_PER_INCH / POINTS_PER_INCH
    x0, top, x1, bottom = sheet.text_box
    width, height = sheet.width, sheet.height
    drift = max(width, height) * points / 2 * math.sin(math.radians(abs(skew)))
    room = (x0, top, width - x1, height - bottom)[side] * points - SAFE - drift
    lost = max(0.0, min(wanted, room))
    return ((-lost, 0.0), (0.0, -lost), (lost, 0.0), (0.0, lost))[side]


def sheet_to_scan(picture: Picture, sheet: Sheet, feed: Feed, look: ScanLook) -> Picture:
    """``picture``, the sheet with what was put on it, at the scan's resolution and in the sheet's size."""
    rows, columns = (max(1, round(length * look.dpi / POINTS_PER_INCH)) for length in (sheet.height, sheet.width))
    picture = _spread(picture, sheet.dpi, look)
    across, down = _seen_points(columns, rows, feed, look.dpi, sheet.dpi)
    beside = LID if look.dark_border else 255
    scan = cv2.remap(
        _with_shadow(picture, sheet.dpi, look),
        across,
        down,
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=(beside, beside, beside),
    )
    return np.asarray(scan, np.uint8)


def _spread(picture: Picture, dpi: float, look: ScanLook) -> Picture:
    """The optics' point spread together with a sensor cell's own width."""
    sensor = dpi / look.dpi / math.sqrt(12)
    sigma = math.hypot(look.blur / MM_PER_INCH * dpi, sensor)
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), sigma), np.uint8)


def _with_shadow(picture: Picture, dpi: float, look: ScanLook) -> Picture:
    """The paper's left and right edges as dark as the bed where the look has a dark border."""
    if not look.dark_border:
        return picture
    picture = picture.copy()
    strip = int(look.dark_border / MM_PER_INCH * dpi)
    picture[:, :strip] = LID
    picture[:, -max(1, strip // 3) :] = LID
    return picture


def _seen_points(columns: int, rows: int, feed: Feed, scan_dpi: float, dpi: float) -> tuple[np.ndarray, np.ndarray]:
    """For each pixel of the scan the point of the sheet, in the sheet's pixels."""
    to_mm = MM_PER_INCH / scan_dpi
    y, x = np.mgrid[0:rows, 0:columns].astype(np.float32) * np.float32(to_mm) + np.float32(to_mm / 2)
    middle_x, middle_y = columns * to_mm / 2, rows * to_mm / 2
    x, y = x - middle_x - feed.shift[0], y - middle_y - feed.shift[1]
    turn = math.radians(feed.skew)
    x, y = x * math.cos(turn) + y * math.sin(turn), -x * math.sin(turn) + y * math.cos(turn)
    x = (x + feed.shear * y) * (1 + feed.perspective * y / middle_y)
    y = y + feed.wave[0] * np.sin(2 * math.pi * WAVES * y / (2 * middle_y) + feed.wave[1])
    x = x + 0.3 * feed.wave[0] * np.sin(2 * math.pi * y / (2 * middle_y) + feed.wave[1])
    scale = dpi / MM_PER_INCH
    return ((x + middle_x) * scale - 0.5).astype(np.float32), ((y + middle_y) * scale - 0.5).astype(np.float32)
