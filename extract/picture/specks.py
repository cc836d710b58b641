"""Ink → ink and grey without specks, and without the dark rims that a scanner's lid leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from extract.picture.model import Pixels

# The dot of an "i", a full stop and a dot below are at least this thick (points) in text of 8 points and more.
DOT = 0.75
# A dot larger than DOT belongs to letters nearer than this (points); dirt lies alone.
NEAR = 6.0
# Dirt is never larger than this (points): a lone "-" or "." of a cell is not far from it, so nothing larger goes.
LARGEST_SPECK = 1.6


def without_specks(grey: Pixels, ink: Pixels, per_point: float) -> tuple[Pixels, Pixels]:
    """Grey and ink without pieces thinner than a dot, nor lone pieces of a dot's size far from every letter."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    sides = stats[:, cv2.CC_STAT_WIDTH : cv2.CC_STAT_HEIGHT + 1]
    largest = sides.max(1) / per_point
    tiny = largest < DOT
    small = (largest < LARGEST_SPECK) & ~tiny
    tiny[0] = small[0] = False
    if small.any():
        body = largest >= LARGEST_SPECK
        body[0] = False
        reach = 2 * round(NEAR * per_point) + 1
        near = cv2.dilate(body[labels].astype(np.uint8), np.ones((reach, reach), np.uint8))
        touched = np.zeros(len(stats), bool)
        touched[np.unique(labels[near > 0])] = True
        small &= ~touched
    gone = (tiny | small)[labels]
    if not gone.any():
        return grey, ink
    # a speck's grey rim goes with it, but not where other ink begins
    rim = cv2.dilate(gone.astype(np.uint8), np.ones((3, 3), np.uint8)) & (1 - (ink & ~gone.astype(np.uint8) & 1))
    return np.where(rim > 0, np.uint8(255), grey), np.where(gone, np.uint8(0), ink)


def without_rims(ink: Pixels, per_point: float) -> Pixels:
    """Ink without the dark bands along the picture's edges."""
    height, width = ink.shape
    reach = round(12 * per_point)
    solid = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((round(4 * per_point), round(4 * per_point)), np.uint8))
    edge = np.zeros_like(ink)
    edge[:reach], edge[-reach:], edge[:, :reach], edge[:, -reach:] = 1, 1, 1, 1
    rims = cv2.dilate(solid & edge, np.ones((3, 3), np.uint8))
    cleared: Pixels = ink & ~rims & 1
    return cleared
