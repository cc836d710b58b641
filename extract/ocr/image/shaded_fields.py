"""Fields of a page that are shaded → white ground with black letters, as the rest of the page has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from nghiquyet.extract.ocr.image.model import Pixels

# What most of the pixels around a place have is its ground, seen through this (points): letters cover less than half.
AROUND = 9.5
# A ground darker than this share of the paper's is shaded; one darker than the second has light letters on it.
SHADED, DARK = 0.82, 0.45
# The paper is as bright as this share of the page at most.
PAPER = 90
# A shaded field is at least as wide and as high as this (points): a column's heading, a row.
WIDEST_LETTER, LOWEST_ROW = 20.0, 8.0
# The share of its box that a field fills: seals and pictures fill less, or have no even ground.
FILLED = 0.8
# What is darker than this share of a dark ground is a stroke drawn on it.
STROKE = 0.55
# Pixels a point at which grounds are looked for.
COARSE = 2.0


def with_white_grounds(grey: Pixels, per_point: float) -> Pixels:
    """The page with the ground of shaded fields as white as its paper, and the letters on them dark.

    A rim of a field stays as it was, and is then a stroke as a border is.
    """
    small = cv2.resize(grey, None, fx=COARSE / per_point, fy=COARSE / per_point, interpolation=cv2.INTER_AREA)
    ground = cv2.medianBlur(small, round(AROUND * COARSE) | 1)
    paper = float(np.percentile(ground, PAPER))
    cleared = grey
    for low, high in ((-1.0, DARK * paper), (DARK * paper, SHADED * paper)):
        shaded = ((ground > low) & (ground <= high)).astype(np.uint8)
        count, labels, stats, _ = cv2.connectedComponentsWithStats(shaded)
        for piece in range(1, count):
            left, top, wide, tall, size = stats[piece]
            large = wide >= WIDEST_LETTER * COARSE and tall >= LOWEST_ROW * COARSE
            if large and size >= FILLED * wide * tall:
                cleared = cleared.copy() if cleared is grey else cleared
                own = labels[top : top + tall, left : left + wide] == piece
                _clear(cleared, grey, (left, top), own, ground.shape, paper)
    return cleared


def _clear(
    cleared: Pixels, grey: Pixels, at: tuple[int, int], own: NDArray[np.bool_], size: tuple[int, ...], paper: float
) -> None:
    """Makes white the ground of the field ``own``, which begins ``at`` a place of the page seen coarsely."""
    down, along = grey.shape[0] / size[0], grey.shape[1] / size[1]
    top, left = round(at[1] * down), round(at[0] * along)
    rows = slice(top, min(grey.shape[0], top + round(own.shape[0] * down)))
    columns = slice(left, min(grey.shape[1], left + round(own.shape[1] * along)))
    field = grey[rows, columns].astype(np.float32)
    inside = cv2.resize(own.astype(np.uint8), field.shape[::-1], interpolation=cv2.INTER_NEAREST) > 0
    level = float(np.median(field[inside]))
    if level > DARK * paper:
        lit = field * (paper / max(level, 1.0))
    else:
        lit = paper - (field - level) * (paper / max(paper - level, 1.0))
        lit = np.where(field < level * STROKE, 0.0, lit)
    cleared[rows, columns] = np.where(inside, np.clip(lit, 0, 255), field).astype(np.uint8)
