"""Grey with rulings → grey without, letters that touch them whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nghiquyet.extract.ocr.image.model import Pixels
    from nghiquyet.extract.ocr.image.strokes import Strand

# A stroke's grey rim reaches this many pixels beyond its ink.
RIM = 2


def strands_to_ink(ink: Pixels, strands: Sequence[Strand]) -> Pixels:
    """1 where the ink is that of strokes that run to the right."""
    own = np.zeros_like(ink)
    for strand in strands:
        reach = strand.thickness / 2 + 1.5
        for start, end in strand.drawn:
            middle = np.interp(np.arange(start, end), strand.x, strand.y)
            first, last = int(middle.min() - reach), int(middle.max() + reach) + 1
            for row in range(max(0, first), min(ink.shape[0] - 1, last) + 1):
                own[row, start:end] |= ink[row, start:end] & (np.abs(middle - row) <= reach)
    return own


def without_strokes(grey: Pixels, ink: Pixels, own: Pixels, others: Pixels, thickness: int) -> Pixels:
    """The grey page without the strokes ``own``, those of ``strands_to_ink``.

    Where a letter goes through a stroke of up to ``thickness`` pixels, its part of the stroke stays; a letter is what
    ``ink`` has beside these strokes and the ``others`` that run across them.
    """
    left, top, wide, high = cv2.boundingRect(own)
    if not wide:
        return grey
    through = thickness + 3
    reach = through + RIM + 1
    box = np.s_[max(0, top - reach) : top + high + reach, max(0, left - RIM) : left + wide + RIM]
    cleared: Pixels = grey.copy()
    cleared[box][_rim(ink[box], own[box], others[box], through) > 0] = 255
    return cleared


def _rim(ink: Pixels, own: Pixels, others: Pixels, through: int) -> Pixels:
    """1 where the strokes ``own`` and their grey rims are, but for what belongs to letters."""
    apart = cv2.bitwise_or(cv2.dilate(own, _upright(3)), others)
    letters = cv2.subtract(ink, apart)
    below = np.zeros((2 * through + 1, 1), np.uint8)
    below[: through + 1] = 1
    crossed = cv2.bitwise_and(cv2.dilate(letters, below), cv2.dilate(letters, below[::-1].copy()))
    gone = cv2.subtract(own, crossed)
    near_letters = cv2.subtract(cv2.dilate(letters, np.ones((5, 3), np.uint8)), own)
    rim = cv2.dilate(gone, _upright(2 * RIM + 1))
    return np.asarray(cv2.subtract(rim, cv2.bitwise_or(near_letters, crossed)), np.uint8)


def _upright(size: int) -> Pixels:
    return np.ones((size, 1), np.uint8)
