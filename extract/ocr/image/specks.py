"""Grey → grey without specks, hairs and crumbs, and without the dark rims that a scanner's lid leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from nghiquyet.extract.ocr.image.foreign_ink import foreign_pieces
from nghiquyet.extract.ocr.image.ink import grey_to_ink

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from nghiquyet.extract.ocr.image.model import Pixels

    Flags = NDArray[np.bool_]
    Ints = NDArray[np.int32]
    Places = NDArray[np.intp]

# In points. The dots of an "i", a full stop and a dot below are at least this thick in text of 8 points and more.
DOT = 0.75
# A dot belongs to letters nearer than this; dirt of a dot's size lies alone.
NEAR = 7.0
# Dirt that lies alone goes up to this size; nothing larger does, since a lone "-" or "1" in a cell counts.
LARGEST_SPECK = 2.0
# The bed beside the paper shows as solid dark wider than this, along the picture's edge.
SOLID = 5.0
EDGE = 3.0


def without_specks(grey: Pixels, per_point: float) -> Pixels:
    """The page without pieces thinner than a dot, dots far from every letter, hairs and crumbs of the back page."""
    ink = grey_to_ink(grey)
    _, labels, found, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    stats = np.asarray(found, np.int32)
    largest = stats[:, cv2.CC_STAT_WIDTH : cv2.CC_STAT_HEIGHT + 1].max(1) / per_point
    gone = largest < DOT
    dots = (largest < LARGEST_SPECK) & ~gone
    gone[0] = dots[0] = False
    letters = ~gone & ~dots
    letters[0] = False
    inked = np.flatnonzero(ink.view(np.bool_))  # a page has twenty times more paper than ink
    pieces = labels.ravel()[inked]
    if dots.any():
        gone |= dots & ~_near(_drawn(inked[letters[pieces]], ink), stats, round(NEAR * per_point), dots)
    kept = ~gone[pieces]
    gone |= foreign_pieces(inked[kept], pieces[kept], stats, (ink.shape[0], ink.shape[1]), per_point)
    if not gone.any():
        return grey
    specks = _drawn(inked[gone[pieces]], ink)
    # a speck's grey rim goes with it, but not where other ink begins
    rim = cv2.subtract(cv2.dilate(specks, np.ones((3, 3), np.uint8)), cv2.subtract(ink, specks))
    cleared = grey.copy()
    cleared[rim > 0] = 255
    return cleared


def _drawn(places: Places, like: Pixels) -> Pixels:
    """1 at these places of a flattened page, 0 elsewhere."""
    drawn = np.zeros_like(like)
    drawn.ravel()[places] = 1
    return drawn


def _near(letters: Pixels, stats: Ints, reach: int, dots: Flags) -> Flags:
    """Which dots have a letter within reach."""
    around = cv2.dilate(letters, np.ones((2 * reach + 1, 2 * reach + 1), np.uint8))
    near = np.zeros(len(stats), bool)
    x, y, w, h = stats[dots, :4].T
    near[dots] = around[y + h // 2, x + w // 2] > 0
    return near


def without_rims(grey: Pixels, per_point: float) -> Pixels:
    """The page without solid dark bands that begin at the picture's edges."""
    ink = grey_to_ink(grey)
    side = max(3, round(SOLID * per_point) | 1)  # an even square shifts what it opens
    edge = max(1, round(EDGE * per_point))
    rims = (ink[:edge], ink[-edge:], ink[:, :edge], ink[:, -edge:])
    if not any(int(cv2.countNonZero(r)) > side for r in rims):
        return grey
    solid = cv2.morphologyEx(
        cv2.copyMakeBorder(ink, side, side, side, side, cv2.BORDER_CONSTANT, value=1),
        cv2.MORPH_OPEN,
        np.ones((side, side), np.uint8),
    )
    _, labels = cv2.connectedComponents(solid, connectivity=4)
    rim = (labels == labels[0, 0]).astype(np.uint8)[side:-side, side:-side]
    cleared = grey.copy()
    cleared[cv2.dilate(rim, np.ones((5, 5), np.uint8)) > 0] = 255
    return cleared
