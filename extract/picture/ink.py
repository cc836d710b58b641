"""Pixels of a page → grey without colour, shade and speckle; grey → ink."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from extract.picture.model import Pixels

# A pixel whose colours differ by more than this is coloured; JPEG gives black letters fringes of up to 40.
COLOURED = 60
# Coloured pieces larger than this (points) in both directions are seals, stamps and signatures, not letters.
LARGER_THAN_LETTERS = 28.0
# The paper's brightness is taken from fields of this size (points), larger than the inside of any letter.
FIELD = 24.0
# Ink is darker than this share of the paper around it.
INK = 0.62


def pixels_to_grey(pixels: Pixels, per_point: float) -> Pixels:
    """Grey of 0 (ink) to 255 (paper): seals and coloured signatures gone, the paper even."""
    if pixels.ndim == 2:
        grey = pixels
    else:
        grey = cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY)
        seals = _seals(pixels, per_point)
        if seals is not None:
            grey = np.where(seals, np.uint8(255), grey)
    return _even(grey, per_point)


def grey_to_ink(grey: Pixels) -> Pixels:
    """1 where there is ink, 0 where there is paper."""
    ink: Pixels = (grey < np.uint8(255 * INK)).astype(np.uint8)
    return ink


def _seals(pixels: Pixels, per_point: float) -> Pixels | None:
    """Where coloured things larger than letters are; None on a page without any. Black over them is not theirs."""
    high, low = pixels.max(axis=2), pixels.min(axis=2)
    coloured = ((high - low) > COLOURED).astype(np.uint8)
    if not coloured.any():
        return None
    reach = max(1, round(2 * per_point))
    near = cv2.dilate(coloured, np.ones((reach, reach), np.uint8))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(near, connectivity=8)
    sides = stats[:, cv2.CC_STAT_WIDTH : cv2.CC_STAT_HEIGHT + 1]
    large = sides.min(1) >= LARGER_THAN_LETTERS * per_point
    large[0] = False
    if not large.any():
        return None
    # the pale rim of a coloured stroke is less coloured than its middle; black is dark in every colour
    pale = (high > 140) & ((high - low) > COLOURED // 3)
    seals: Pixels = large[labels] & ((coloured > 0) | pale)
    return seals


def _even(grey: Pixels, per_point: float) -> Pixels:
    """The page with its paper at 255 everywhere; a one-bit page stays as it is."""
    if int(np.percentile(grey[::7, ::7], 60)) == 255 and int(np.percentile(grey[::7, ::7], 40)) == 255:
        return grey
    shrink = max(1, round(2 * per_point))
    small = cv2.resize(grey, None, fx=1 / shrink, fy=1 / shrink, interpolation=cv2.INTER_AREA)
    side = max(3, round(FIELD * per_point / shrink) | 1)
    paper = cv2.medianBlur(cv2.dilate(small, np.ones((side // 2 | 1, side // 2 | 1), np.uint8)), min(side, 255))
    paper = cv2.resize(paper, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    even: Pixels = cv2.divide(grey, np.maximum(paper, 60), scale=250)
    return even
