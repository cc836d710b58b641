"""Pixels as scanned → a clean upright straight page with its rulings."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import cv2
import numpy as np

from nghiquyet.extract.model import Placement
from nghiquyet.extract.ocr.image.all_strokes import ink_to_all_strands
from nghiquyet.extract.ocr.image.bend import Bend, bend_to_placement, courses_to_bend, straightened
from nghiquyet.extract.ocr.image.erase import strands_to_ink, without_strokes
from nghiquyet.extract.ocr.image.ink import grey_to_faint_ink, grey_to_ink, has_shades, pixels_to_grey
from nghiquyet.extract.ocr.image.model import PagePicture
from nghiquyet.extract.ocr.image.shine_through import without_shine_through
from nghiquyet.extract.ocr.image.specks import without_rims, without_specks
from nghiquyet.extract.ocr.image.stamps import without_stamps
from nghiquyet.extract.ocr.image.strands_to_rulings import strands_to_rulings
from nghiquyet.extract.ocr.image.strokes import Strand
from nghiquyet.extract.ocr.image.tilt import (
    LINES_CLEAR,
    LINES_SEEN,
    SURELY_UPRIGHT,
    letters_of,
    rows_to_tilt,
    sharp_side,
    tilts_down_the_page,
)

if TYPE_CHECKING:
    from nghiquyet.extract.ocr.image.model import Pixels

# Dots an inch. Measured on five pages in five qualities: from 200 on Tesseract reads no better when a scan is enlarged,
# and a third slower; grey scans of 150 are read better at twice their size.
FINE_ENOUGH = 180.0
# What is enlarged is sharpened too, by so much of the difference to what is seen this far (points) around: hairlines of
# letters, which a coarse scan leaves grey, come out again. On nine pages of 150 dots an inch 71 of 2,111 words were
# wrong so, 98 without; with more of it more were missed.
SHARPER, SHARP_REACH = 1.5, 0.48
# What is brighter is the paper's grain. Of a page that has little else the engine would make letters.
WHITE = 215
# Below this the recogniser's word on up and down is none (Tesseract's own measure; 15 is certain).
SURE = 1.0

# Grey pixels → how many degrees clockwise they must be turned to be upright, and how sure that is; None: can't say.
ReadingDirection = Callable[["Pixels"], "tuple[int, float] | None"]


def pixels_to_picture(
    pixels: Pixels, per_point: float, reading_direction: ReadingDirection | None = None
) -> PagePicture:
    """A page's pixels, grey or blue-green-red, ``per_point`` of them a point, as a clean picture.

    ``reading_direction`` is asked only where the picture itself does not tell which way is up.
    """
    filed_height, filed_width = pixels.shape[:2]
    grey = without_rims(pixels_to_grey(pixels, per_point), per_point)
    quarter, tilt = _lie(grey, per_point, reading_direction)
    grey = np.ascontiguousarray(np.rot90(grey, -quarter))
    shades = has_shades(pixels)
    grey, across, down = _without_rulings(grey, per_point, float(np.tan(np.radians(tilt))), shades)
    across, down = without_shine_through(across, down, per_point)
    grey = without_specks(grey, per_point)
    height, width = grey.shape
    tilts = tilts_down_the_page(letters_of(grey_to_ink(grey), per_point), tilt)
    bend = courses_to_bend(
        (width, height),
        [(at * height, slope) for at, slope in tilts],
        [(s.x + 0.5, s.y + 0.5) for s in across],
        [(s.y + 0.5, s.x + 0.5) for s in down],
    )
    scale = per_point if per_point * 72 >= FINE_ENOUGH else 2 * per_point
    size = round(width * scale / per_point), round(height * scale / per_point)
    straight = straightened(grey, bend, per_point / scale, size)
    if scale > per_point:
        straight = _sharpened(straight, scale)
    if shades:
        straight[straight >= WHITE] = 255
    return PagePicture(
        pixels=straight,
        scale=scale,
        width=width / per_point,
        height=height / per_point,
        rulings=without_stamps(strands_to_rulings(across, down, bend.straight, per_point)),
        placement=_placement(bend, quarter, filed_width / per_point, filed_height / per_point, per_point),
    )


def _sharpened(grey: Pixels, per_point: float) -> Pixels:
    soft = cv2.GaussianBlur(grey, (0, 0), SHARP_REACH * per_point)
    return np.asarray(cv2.addWeighted(grey, 1 + SHARPER, soft, -SHARPER, 0), np.uint8)


def _lie(grey: Pixels, per_point: float, reading_direction: ReadingDirection | None) -> tuple[int, float]:
    """Quarter turns clockwise that set the page upright, and the tilt that is left then (degrees)."""
    letters = letters_of(grey_to_ink(grey), per_point)
    tilt, quarter = rows_to_tilt(letters), 0
    if tilt.contrast < LINES_CLEAR:
        on_its_side = np.ascontiguousarray(np.rot90(letters, -1))
        standing = rows_to_tilt(on_its_side)
        if standing.contrast >= LINES_SEEN and standing.contrast > tilt.contrast:
            letters, tilt, quarter = on_its_side, standing, 1
    seen = tilt.contrast >= LINES_SEEN
    asked = quarter or not seen or sharp_side(letters, tilt.angle) < SURELY_UPRIGHT
    if reading_direction is not None and asked:
        said = reading_direction(np.ascontiguousarray(np.rot90(grey, -quarter)))
        if said is not None and said[1] >= SURE and (said[0] % 180 == 0 or not seen):
            quarter = (quarter + said[0] // 90) % 4
    return quarter, tilt.angle if seen else 0.0


def _without_rulings(
    grey: Pixels, per_point: float, slope: float, shades: bool
) -> tuple[Pixels, list[Strand], list[Strand]]:
    """The page without its strokes, and the strokes that run to the right and down."""
    ink = grey_to_faint_ink(grey)
    turned = _turned(ink)
    across, down = ink_to_all_strands(ink, turned, per_point, slope, grey if shades else None)
    own_across, own_down = strands_to_ink(ink, across), strands_to_ink(turned, down)
    grey = without_strokes(grey, ink, own_across, _turned(own_down), _widest(across))
    return _turned(without_strokes(_turned(grey), turned, own_down, _turned(own_across), _widest(down))), across, down


def _turned(pixels: Pixels) -> Pixels:
    return np.asarray(cv2.transpose(pixels), np.uint8)


def _widest(strands: list[Strand]) -> int:
    return round(max((s.thickness for s in strands), default=0.0))


def _placement(bend: Bend, quarter: int, wide: float, high: float, per_point: float) -> Placement:
    """From points of the straight page to points of the page as filed, ``wide`` times ``high``."""
    p = bend_to_placement(bend, per_point)
    if quarter == 1:  # its head lay to the left
        return Placement(p.d, p.e, p.f, -p.a, -p.b, high - p.c)
    if quarter == 2:
        return Placement(-p.a, -p.b, wide - p.c, -p.d, -p.e, high - p.f)
    if quarter == 3:
        return Placement(-p.d, -p.e, wide - p.f, p.a, p.b, p.c)
    return p
