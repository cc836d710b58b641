"""Pixels of a page → grey without colour, shade and speckle; grey → ink."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
from numpy.typing import NDArray

from nghiquyet.extract.ocr.image.shaded_fields import with_white_grounds

if TYPE_CHECKING:
    from nghiquyet.extract.ocr.image.model import Pixels

# A pixel whose colours differ by more than this is coloured; JPEG gives black letters fringes of up to 40.
COLOURED = 60
# Coloured pieces larger than this (points) in both directions are seals, stamps and signatures, not letters.
LARGER_THAN_LETTERS = 28.0
# The paper's brightness is taken from fields of this size (points), larger than the inside of any letter.
FIELD = 24.0
# Where fewer pixels than this share are grey the page is one-bit, drawn at the scan's resolution.
ONE_BIT = 0.01
# A one-bit page that is drawn between its own pixels has up to 0.05 grey, one scanned in grey 0.29 and more.
SHADED = 0.15
# Paper is set a little beyond white, so that its grain is white too.
PAPER = 265.0
# Parts of a coloured thing are no farther apart than this (points).
JOINED = 2.5
# Parts of the brightness that a coloured thing's ink usually has in its own light: alone at least, over black at most.
ALONE, OVER_BLACK = 0.85, 0.4
# Ink is darker than this share of the paper around it.
INK = 0.62
# A hairline of half a point keeps a third of its contrast in a blurred scan of 150 dpi; one that shines through from
# the page's back keeps a tenth.
FAINT = 0.75


def pixels_to_grey(pixels: Pixels, per_point: float) -> Pixels:
    """Grey of 0 (ink) to 255 (paper): seals and coloured signatures gone, the paper even."""
    if pixels.ndim == 2:
        return _even(with_white_grounds(pixels, per_point), per_point)
    grey = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY), np.uint8)
    lit = with_white_grounds(grey, per_point)
    return _even(with_white_grounds(_without_seals(lit, pixels, lit != grey, per_point), per_point), per_point)


def grey_to_ink(grey: Pixels) -> Pixels:
    """1 where there is ink, 0 where there is paper."""
    _, ink = cv2.threshold(grey, round(255 * INK), 1, cv2.THRESH_BINARY_INV)
    return np.asarray(ink, np.uint8)


def grey_to_faint_ink(grey: Pixels) -> Pixels:
    """1 where there is ink or what may be left of a hairline, 0 where there is paper."""
    _, ink = cv2.threshold(grey, round(255 * FAINT), 1, cv2.THRESH_BINARY_INV)
    return np.asarray(ink, np.uint8)


def has_shades(pixels: Pixels) -> bool:
    """True for a page scanned in grey or colour, False for one of black and white, however it was drawn."""
    return _shaded(pixels if pixels.ndim == 2 else pixels[:, :, 1]) >= SHADED


def _shaded(grey: Pixels) -> float:
    """The share of a page that is neither black nor white."""
    sample = grey[::5, ::5]
    return float(((sample > 8) & (sample < 247)).mean())


def _without_seals(grey: Pixels, pixels: Pixels, done: NDArray[np.bool_], per_point: float) -> Pixels:
    """The page with the colour taken out of coloured things larger than letters. Black over them stays.

    What is ``done`` was a coloured ground and is none any more.

    Red ink is bright in red light and blue in blue: where such a thing is, the brightest of the three colours shows
    black alone. It is stretched so that the thing's own ink becomes paper.
    """
    blue, green, red = cv2.split(pixels)
    high = cv2.max(cv2.max(blue, green), red)
    strength = cv2.subtract(high, cv2.min(cv2.min(blue, green), red))
    _, coloured = cv2.threshold(strength, COLOURED, 1, cv2.THRESH_BINARY)
    coloured[done] = 0
    if not cv2.countNonZero(coloured):
        return grey
    reach = max(1, round(JOINED * per_point))
    _, _, stats, _ = cv2.connectedComponentsWithStats(cv2.dilate(coloured, np.ones((reach, reach), np.uint8)))
    cleared = grey.copy()
    for left, top, wide, tall, _ in stats[1:]:
        if min(wide, tall) < LARGER_THAN_LETTERS * per_point:
            continue
        box = np.s_[top : top + tall, left : left + wide]
        near = cv2.dilate(coloured[box], np.ones((reach, reach), np.uint8)) > 0
        own = float(np.median(high[box][coloured[box] > 0]))
        black, white = own * OVER_BLACK, own * ALONE
        cleaned = np.clip((high[box] - black) * (255 / (white - black)), 0, 255).astype(np.uint8)
        cleared[box] = np.where(near, np.maximum(cleaned, grey[box]), grey[box])
    return cleared


def _even(grey: Pixels, per_point: float) -> Pixels:
    """The page with its paper at 255 everywhere; a one-bit page stays as it is."""
    if _shaded(grey) < ONE_BIT:
        return grey
    shrink = max(1, round(2 * per_point))
    small = cv2.resize(grey, None, fx=1 / shrink, fy=1 / shrink, interpolation=cv2.INTER_AREA)
    side = max(3, round(FIELD * per_point / shrink) | 1)
    paper = cv2.medianBlur(cv2.dilate(small, np.ones((side // 2 | 1, side // 2 | 1), np.uint8)), min(side, 255))
    paper = cv2.resize(np.maximum(paper, 60), (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(grey, paper, scale=PAPER), np.uint8)
