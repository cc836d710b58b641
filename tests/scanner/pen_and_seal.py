"""What people put on a printed sheet: the round red seal, a signature in blue ink, a number written by hand."""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from tests.scanner.sheets import MM_PER_INCH, POINTS_PER_INCH, Picture, Sheet

RED = (48, 36, 214)  # blue, green, red
BLUE = (150, 52, 24)
SEAL_RADIUS = 18.0  # millimetres; Decree 99/2016/NĐ-CP and its circulars set 36 mm for provincial offices
SEAL_COVERS = 0.85  # of the light: print under it stays darker
RING_TEXT = "CONG HOA XA HOI CHU NGHIA VIET NAM"
FOOT_TEXT = "TINH * BAN"
BESIDE_RECIPIENTS, BELOW_RECIPIENTS = 0.55, 68.0  # the seal's middle: share of the page's width, points
SHADE = NDArray[np.float32]


def add_seal(picture: Picture, sheet: Sheet, rng: np.random.Generator) -> None:
    """Stamps the ring, its words and the star beside the recipients, a little turned and unevenly inked."""
    if sheet.signature is None:
        return
    radius = int(_dots(SEAL_RADIUS, sheet))
    mask = _seal_mask(radius, float(rng.uniform(-25, 25)))
    patches = cv2.resize(
        rng.uniform(0.65, 1.0, (9, 9)).astype(np.float32), mask.shape[::-1], interpolation=cv2.INTER_CUBIC
    )
    x, y = _seal_middle(sheet, rng)
    _multiply(picture, mask * np.clip(patches, 0, 1) * SEAL_COVERS, x - radius, y - radius, RED)


def add_signature(picture: Picture, sheet: Sheet, rng: np.random.Generator) -> None:
    """A few connected loops with a final stroke, over the seal's right half."""
    if sheet.signature is None:
        return
    x, y = _seal_middle(sheet, rng)
    across, down = int(_dots(45, sheet)), int(_dots(18, sheet))
    t = np.linspace(0, 1, 160)
    loops = rng.uniform(2.5, 4.5)
    swing = down * 0.38 * np.exp(-1.2 * t) * np.sin(2 * math.pi * loops * t + rng.uniform(0, 6))
    run = across * (0.08 + 0.8 * t) + down * 0.35 * np.cos(2 * math.pi * loops * t)
    points = np.stack([run, down * 0.5 + swing - down * 0.2 * t**3], axis=1).astype(np.int32)
    mask = np.zeros((down, across), np.float32)
    cv2.polylines(mask, [points], False, 1.0, max(1, int(_dots(0.5, sheet))), cv2.LINE_AA)
    _multiply(picture, mask, x, y - down // 2, BLUE)


def add_number(picture: Picture, sheet: Sheet, rng: np.random.Generator) -> None:
    """Digits in script, each a little off the line, in the blank behind ``Số:``."""
    if sheet.number_blank is None:
        return
    size = _dots(4.5, sheet)
    mask = np.zeros((int(size * 2), int(size * 3.2)), np.uint8)
    for i, digit in enumerate(str(int(rng.integers(12, 999)))):
        place = (int(i * size * 0.72), int(size * (1.5 + rng.uniform(-0.12, 0.12))))
        cv2.putText(
            mask, digit, place, cv2.FONT_HERSHEY_SCRIPT_SIMPLEX, size / 26, 255, int(_dots(0.45, sheet)), cv2.LINE_AA
        )
    x, foot = (int(length * sheet.dpi / POINTS_PER_INCH) for length in sheet.number_blank)
    _multiply(picture, (mask / 255).astype(np.float32), x, int(foot - size * 1.5), BLUE)


def _dots(millimetres: float, sheet: Sheet) -> float:
    return millimetres / MM_PER_INCH * sheet.dpi


def _seal_middle(sheet: Sheet, rng: np.random.Generator) -> tuple[int, int]:
    assert sheet.signature is not None
    x = sheet.width * BESIDE_RECIPIENTS + rng.uniform(-8, 8)
    y = sheet.signature[1] + BELOW_RECIPIENTS + rng.uniform(-6, 6)
    return int(x * sheet.dpi / POINTS_PER_INCH), int(y * sheet.dpi / POINTS_PER_INCH)


def _seal_mask(radius: int, turned: float) -> SHADE:
    """The ink of the seal, 0 to 1: two outer rings, an inner one, words between them, a star."""
    size = radius * 2
    image = Image.new("L", (size, size))
    draw = ImageDraw.Draw(image)
    for share, width in ((0.99, 0.035), (0.92, 0.015), (0.62, 0.015)):
        edge = radius * (1 - share)
        draw.ellipse((edge, edge, size - edge, size - edge), outline=255, width=max(1, int(radius * width)))
    points = [
        (radius + radius * r * math.sin(k * math.pi / 5), radius - radius * r * math.cos(k * math.pi / 5))
        for k in range(10)
        for r in [0.3 if k % 2 == 0 else 0.12]
    ]
    draw.polygon(points, fill=255)
    _ring_text(image, RING_TEXT, radius, -125, 125)
    _ring_text(image, FOOT_TEXT, radius, 215, 145)
    return np.asarray(np.asarray(image.rotate(turned, Image.Resampling.BILINEAR)) / 255, np.float32)


def _ring_text(image: Image.Image, text: str, radius: int, start: float, end: float) -> None:
    """Letters along the ring from ``start`` to ``end`` degrees clockwise from the top; backwards they stand upright."""
    font = ImageFont.load_default(radius * 0.2)
    for i, letter in enumerate(text):
        angle = start + (end - start) * i / (len(text) - 1)
        tile = Image.new("L", (radius // 3, radius // 3))
        ImageDraw.Draw(tile).text((radius // 6, radius // 6), letter, font=font, fill=255, anchor="mm")
        upright = tile.rotate(-angle if start < end else 180 - angle, Image.Resampling.BILINEAR)
        x = radius + radius * 0.77 * math.sin(math.radians(angle)) - radius // 6
        y = radius - radius * 0.77 * math.cos(math.radians(angle)) - radius // 6
        image.paste(255, (int(x), int(y)), upright)


def _multiply(picture: Picture, mask: SHADE, x: int, y: int, colour: tuple[int, int, int]) -> None:
    """Lays transparent ink on the picture; what lies outside of it is lost."""
    rows, columns = picture.shape[:2]
    x0, y0, x1, y1 = max(x, 0), max(y, 0), min(x + mask.shape[1], columns), min(y + mask.shape[0], rows)
    if x0 >= x1 or y0 >= y1:
        return
    part = mask[y0 - y : y1 - y, x0 - x : x1 - x]
    under = picture[y0:y1, x0:x1]
    if picture.ndim == 2:  # a grey scanner sees how light the ink is
        light = (0.114 * colour[0] + 0.587 * colour[1] + 0.299 * colour[2]) / 255
        picture[y0:y1, x0:x1] = (under * (1 - part * (1 - light))).astype(np.uint8)
        return
    through = 1 - part[:, :, None] * (1 - np.array(colour, np.float32) / 255)
    picture[y0:y1, x0:x1] = (under * through).astype(np.uint8)
