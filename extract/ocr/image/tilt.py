"""Letters of a page → how the page lies: on its side or not, how far tilted, head up or down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from nghiquyet.extract.ocr.image.model import Pixels

# Feet of letters are counted at this many pixels a point (100 dpi): a letter of text is 10 pixels high.
COARSE = 100 / 72
# Letters and their parts, in points; larger things are rulings, pictures, letters run together.
LETTER = 22.0
SPECK = 1.2
# Feeders let paper slip by up to 2 degrees, flat scanners are used by hand: twice that.
WIDEST_TILT = 4.0
# Lines of text along a side give at least this contrast; across them it is 1.03 on pages of every kind.
LINES_SEEN = 1.25
# A side along which they give this much (real scans 1.8 and more) needs no look at the other.
LINES_CLEAR = 1.6
# Lines fall off more sharply at the feet of their letters than at their heads: upright pages give 1.2 to 2.5, a few
# pages of tables 0.8.
SURELY_UPRIGHT = 1.35
# Fewer feet than a line of text has tell nothing.
FEWEST_FEET = 150
# Paper that slips turns little by little: the page is looked at in bands of five lines or so, and no band is farther
# from the whole page's tilt than this (degrees). A band's rows must show better than a page's: it has fewer.
BANDS = 8
MOST_SLIP = 1.2
ROWS_SEEN = 1.8


@dataclass(frozen=True, slots=True)
class Tilt:
    """The angle (degrees, rightwards down) that rows have, and the contrast they show at it."""

    angle: float
    contrast: float


def letters_of(ink: Pixels, per_point: float) -> Pixels:
    """The ink (0 or 1) that comes in pieces of a letter's size, at COARSE pixels a point."""
    scale = COARSE / per_point
    small = cv2.resize(ink * np.uint8(255), None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    dark = (small > 70).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    sides = stats[:, cv2.CC_STAT_WIDTH : cv2.CC_STAT_HEIGHT + 1]
    keep = (sides.max(1) <= LETTER * COARSE) & (sides.max(1) >= SPECK * COARSE)
    keep[0] = False
    kept: Pixels = keep[labels].astype(np.uint8)
    return kept


def rows_to_tilt(letters: Pixels) -> Tilt:
    """How the rows of letters lie. A contrast of 1 says that there are none."""
    y, x = np.nonzero(letters[:-1] > letters[1:])
    if len(x) < FEWEST_FEET:
        return Tilt(0.0, 1.0)
    width = letters.shape[1]
    across = x - width / 2

    def sharpness(angle: float) -> float:
        places = np.rint(y - across * np.tan(np.radians(angle))).astype(np.int64) + width
        # feet in rows of pixels side by side count together: else the pixels' own rows draw a small tilt to none
        counts = np.convolve(np.bincount(places), (1, 2, 1))
        return float((counts * counts).sum())

    wide = np.arange(-WIDEST_TILT, WIDEST_TILT + 0.01, 0.25)
    first = [sharpness(a) for a in wide]
    best = float(wide[int(np.argmax(first))])
    fine = np.arange(best - 0.3, best + 0.301, 0.05)
    second = np.array([sharpness(a) for a in fine])
    # the middle of the peak: several angles near it put the same feet in one row
    weight = np.clip(second - 0.9 * second.max(), 0, None)
    angle = float((fine * weight).sum() / weight.sum())
    return Tilt(angle, max(first) / float(np.median(first)))


def tilts_down_the_page(letters: Pixels, tilt: float) -> list[tuple[float, float]]:
    """The slopes (pixels a pixel) of the rows in bands of the page, by the band's place down it, 0 to 1."""
    height = letters.shape[0]
    found = []
    for band in range(BANDS):
        top, bottom = height * band // BANDS, height * (band + 1) // BANDS
        seen = rows_to_tilt(letters[top:bottom])
        if seen.contrast >= ROWS_SEEN and abs(seen.angle - tilt) <= MOST_SLIP:
            found.append(((top + bottom) / 2 / height, float(np.tan(np.radians(seen.angle)))))
    return found


def sharp_side(letters: Pixels, angle: float) -> float:
    """How much more sharply rows end below than they begin above; under 1 on a page that stands on its head."""
    width = letters.shape[1]
    y, x = np.nonzero(letters.view(np.bool_))
    places = np.rint(y - (x - width / 2) * np.tan(np.radians(angle))).astype(np.int64) + width
    steps: NDArray[np.float64] = np.diff(np.bincount(places).astype(np.float64))
    falls, rises = (np.clip(-steps, 0, None) ** 3).sum(), (np.clip(steps, 0, None) ** 3).sum()
    return float((falls + 1) / (rises + 1))
