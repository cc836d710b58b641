"""Grey with rulings → grey without, letters that touch them whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.picture.model import Pixels
    from extract.picture.strokes import Strand

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


def without_strokes(grey: Pixels, ink: Pixels, own: Pixels, thickness: int) -> Pixels:
    """The grey page without the strokes ``own``, those of ``strands_to_ink``.

    Where a letter of ``ink`` goes through a stroke of up to ``thickness`` pixels, its part of the stroke stays.
    """
    if not own.any():
        return grey
    letters = np.asarray(ink * (1 - cv2.dilate(own, _upright(3))), np.uint8)
    through = thickness + 3
    below = np.zeros((2 * through + 1, 1), np.uint8)
    below[: through + 1] = 1
    from_above = cv2.dilate(letters, below)
    from_below = cv2.dilate(letters, below[::-1].copy())
    crossed = cv2.bitwise_and(from_above, from_below)
    near_letters = cv2.dilate(letters, np.ones((5, 3), np.uint8))
    gone = cv2.bitwise_and(own, 1 - crossed)
    rim = cv2.dilate(gone, _upright(2 * RIM + 1))
    rim = cv2.bitwise_and(rim, 1 - cv2.bitwise_or(cv2.bitwise_and(near_letters, 1 - own), crossed))
    cleared: Pixels = grey.copy()
    cleared[rim > 0] = 255
    return cleared


def _upright(size: int) -> Pixels:
    return np.ones((size, 1), np.uint8)
