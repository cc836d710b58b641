"""Pixels as scanned → a clean upright page with its rulings."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import cv2
import numpy as np

from extract.model import Ruling
from extract.picture.ink import grey_to_ink, pixels_to_grey
from extract.picture.model import PagePicture, Placement
from extract.picture.specks import without_rims, without_specks
from extract.picture.strokes import Strand, ink_to_strands
from extract.picture.tilt import LINES_SEEN, SURELY_UPRIGHT, Tilt, letters_of, rows_to_tilt

if TYPE_CHECKING:
    from extract.picture.model import Pixels

# Pixels a point of the clean picture: 300 dpi, what Tesseract was trained on.
CLEAN = 300 / 72
# Less than this much surer than its rival, the recogniser's word on up and down is none.
SURE = 1.0

# Pixels → how many degrees clockwise they must be turned to be upright, and how sure that is; None: can't say.
ReadingDirection = Callable[["Pixels"], "tuple[int, float] | None"]


def pixels_to_picture(
    pixels: Pixels, per_point: float, reading_direction: ReadingDirection | None = None
) -> PagePicture:
    """A page's pixels, grey or blue-green-red, ``per_point`` of them a point, as a clean picture.

    ``reading_direction`` is asked only where the picture itself does not tell which way is up.
    """
    height, width = pixels.shape[0] / per_point, pixels.shape[1] / per_point
    grey = pixels_to_grey(pixels, per_point)
    quarter, tilt = _lie(grey, per_point, reading_direction)
    grey = np.ascontiguousarray(np.rot90(grey, -quarter))
    wide, high = (height, width) if quarter % 2 else (width, height)
    grey = _straight(grey, per_point, tilt, wide, high)
    ink = without_rims(grey_to_ink(grey), CLEAN)
    across = ink_to_strands(ink, CLEAN)
    down = ink_to_strands(np.ascontiguousarray(ink.T), CLEAN)
    rulings = (*(_ruling(s, False) for s in across), *(_ruling(s, True) for s in down))
    _erase(grey, across)
    _erase(grey.T, down)
    grey, _ = without_specks(grey, grey_to_ink(grey), CLEAN)
    return PagePicture(grey, CLEAN, wide, high, rulings, _placement(quarter, tilt, wide, high))


def _lie(grey: Pixels, per_point: float, reading_direction: ReadingDirection | None) -> tuple[int, float]:
    """Quarter turns clockwise that set the page upright, and the tilt that is left then (degrees)."""
    letters = letters_of(grey_to_ink(grey), per_point)
    lying, standing = rows_to_tilt(letters), rows_to_tilt(np.ascontiguousarray(np.rot90(letters, -1)))
    sideways = standing.contrast >= LINES_SEEN and standing.contrast > lying.contrast
    tilt: Tilt = standing if sideways else lying
    seen = tilt.contrast >= LINES_SEEN
    quarter = 1 if sideways else 0
    if reading_direction is not None and (sideways or not seen or tilt.feet < SURELY_UPRIGHT):
        said = reading_direction(np.ascontiguousarray(np.rot90(grey, -quarter)))
        if said is not None and said[1] >= SURE and (said[0] % 180 == 0 or not seen):
            quarter = (quarter + said[0] // 90) % 4
    elif seen and tilt.feet < 1 / SURELY_UPRIGHT:
        quarter = (quarter + 2) % 4
    return quarter, tilt.angle if seen else 0.0


def _straight(grey: Pixels, per_point: float, tilt: float, wide: float, high: float) -> Pixels:
    """The page turned back by its tilt about its middle, at CLEAN pixels a point."""
    columns, rows = round(wide * CLEAN), round(high * CLEAN)
    angle = np.radians(tilt)
    scale = per_point / CLEAN
    cos, sin = np.cos(angle) * scale, np.sin(angle) * scale
    height, width = grey.shape
    back = np.array(
        [
            [cos, -sin, width / 2 - cos * columns / 2 + sin * rows / 2],
            [sin, cos, height / 2 - sin * columns / 2 - cos * rows / 2],
        ]
    )
    flags = cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP
    straight: Pixels = cv2.warpAffine(
        grey, back, (columns, rows), flags=flags, borderMode=cv2.BORDER_CONSTANT, borderValue=255
    )
    return straight


def _placement(quarter: int, tilt: float, wide: float, high: float) -> Placement:
    """From points of the straight page to points of the page as filed."""
    angle = np.radians(tilt)
    cos, sin = float(np.cos(angle)), float(np.sin(angle))
    # turned about the middle of the upright page
    tilted = (
        (cos, -sin, wide / 2 - cos * wide / 2 + sin * high / 2),
        (sin, cos, high / 2 - sin * wide / 2 - cos * high / 2),
    )
    (a, b, c), (d, e, f) = tilted
    if quarter == 1:  # filed with its head to the left: the upright page was turned clockwise once
        return Placement(d, e, f, -a, -b, wide - c)
    if quarter == 2:
        return Placement(-a, -b, wide - c, -d, -e, high - f)
    if quarter == 3:
        return Placement(-d, -e, high - f, a, b, c)
    return Placement(a, b, c, d, e, f)


def _ruling(strand: Strand, transposed: bool) -> Ruling:
    start, end = strand.start / CLEAN, strand.end / CLEAN
    low = (strand.middle + 0.5 - strand.thickness / 2) / CLEAN
    high = low + strand.thickness / CLEAN
    return Ruling(low, start, high, end) if transposed else Ruling(start, low, end, high)


def _erase(grey: Pixels, strands: list[Strand]) -> None:
    """Whitens the strokes in place; where a letter's stroke crosses one, the letter keeps its ink."""
    for strand in strands:
        for piece in strand.pieces:
            half = strand.thickness / 2
            top = max(0, round(piece.middle + 0.5 - half - 1.5))
            bottom = min(grey.shape[0], round(piece.middle + 0.5 + half + 1.5))
            band = grey[top:bottom, piece.start : piece.end]
            above = grey[max(0, top - 2), piece.start : piece.end] < 140
            below = grey[min(grey.shape[0] - 1, bottom + 1), piece.start : piece.end] < 140
            band[:, ~(above & below)] = 255
