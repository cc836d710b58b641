"""Fields of a page that are shaded → white ground with black letters, as the rest of the page has."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from nghiquyet.extract.ocr.image.model import Pixels

# What most of the pixels around a place have is its ground, seen through this (points): letters cover less than half.
AROUND = 9.5
# A ground darker than this share of the paper's is shaded.
SHADED = 0.82
# The paper is as bright as this share of the page at most.
PAPER = 90
# A shaded field is at least as wide and as high as this (points): a column's heading, a row.
WIDEST_LETTER, LOWEST_ROW = 20.0, 8.0
# The share of its box that a field fills: seals and pictures fill less, or have no even ground.
FILLED = 0.8
# Letters are lighter than their ground where more of the field lies over this part of the way to the paper's brightness
# than below that part of the ground's own; on a ground brighter than the third share of the paper's they never are.
LIGHTER, DARKER, PALEST = 0.5, 0.5, 0.7
# Grounds are told apart by so many levels of brightness; between two lie fewer pixels than this share of either.
LEVELS, VALLEY = 48, 0.25
# What is darker than this share of a dark ground is a stroke drawn on it.
STROKE = 0.55
# A dark field's edge is its cells' border, so wide (points). Borders of the cells below go on through it where it has
# no letters: strokes as dark as it are not seen on it. They are sought in so many strips, each higher than a letter.
BORDER, BELOW, STRIPS = 0.75, 13.0, 7
# A field seen coarsely ends this much (points) before or behind its cells' border.
REACH = 6.0
# A border is no wider than this (points) and darker than this share of the paper along most of its length.
THICKEST, INK, MOSTLY = 2.5, 0.7, 0.75
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
    for low, high in pairwise(_levels(ground, SHADED * paper)):
        shaded = ((ground > low) & (ground <= high)).astype(np.uint8)
        count, labels, stats, _ = cv2.connectedComponentsWithStats(shaded)
        for piece in range(1, count):
            left, top, wide, tall, size = stats[piece]
            large = wide >= WIDEST_LETTER * COARSE and tall >= LOWEST_ROW * COARSE
            if large and size >= FILLED * wide * tall:
                cleared = cleared.copy() if cleared is grey else cleared
                own = labels[top : top + tall, left : left + wide] == piece
                _clear(cleared, grey, (left, top), own, ground.shape, paper, per_point)
    return cleared


def _levels(ground: NDArray[Any], highest: float) -> list[float]:
    """The bounds of the brightness of a page's shaded grounds: where few pixels lie between two that are frequent."""
    shaded = ground[ground <= highest]
    counts, edges = np.histogram(shaded, bins=LEVELS, range=(-1, highest))
    smooth = np.convolve(counts, np.ones(3), "same")
    field = WIDEST_LETTER * LOWEST_ROW * COARSE**2
    bounds, peak, valley = [-1.0], 0.0, 0
    for i, count in enumerate(smooth):
        if smooth[valley] < VALLEY * min(peak, count) and count >= field:
            bounds.append(float(edges[valley]))
            peak = 0.0
        if count >= max(peak, field):
            peak, valley = count, i
        elif count < smooth[valley]:
            valley = i
    return [*bounds, highest]


def _clear(
    cleared: Pixels,
    grey: Pixels,
    at: tuple[int, int],
    own: NDArray[np.bool_],
    size: tuple[int, ...],
    paper: float,
    per_point: float,
) -> None:
    """Makes white the ground of the field ``own``, which begins ``at`` a place of the page seen coarsely."""
    down, along = grey.shape[0] / size[0], grey.shape[1] / size[1]
    top, left = round(at[1] * down), round(at[0] * along)
    rows = slice(top, min(grey.shape[0], top + round(own.shape[0] * down)))
    columns = slice(left, min(grey.shape[1], left + round(own.shape[1] * along)))
    field = grey[rows, columns].astype(np.float32)
    inside = cv2.resize(own.astype(np.uint8), field.shape[::-1], interpolation=cv2.INTER_NEAREST) > 0
    level = float(np.median(field[inside]))
    light = _has_light_letters(field, inside, level, paper, per_point)
    if light:
        lit = paper - (field - level) * (paper / max(paper - level, 1.0))
        lit = np.where(field < level * STROKE, 0.0, lit)
    else:
        lit = field * (paper / max(level, 1.0))
    cleared[rows, columns] = np.where(inside, np.clip(lit, 0, 255), field).astype(np.uint8)
    if light:
        _draw_borders(cleared, grey, (rows, columns), inside, paper, per_point)


def _has_light_letters(
    field: NDArray[np.float32], inside: NDArray[np.bool_], level: float, paper: float, per_point: float
) -> bool:
    if level > PALEST * paper:
        return False
    rim = max(1, round(1.5 * per_point)) * 2 + 1
    inner = cv2.erode(inside.astype(np.uint8), np.ones((rim, rim), np.uint8), borderValue=0) > 0
    lighter = np.count_nonzero(field[inner] > level + LIGHTER * (paper - level))
    return bool(lighter > np.count_nonzero(field[inner] < level * DARKER))


def _draw_borders(
    cleared: Pixels,
    grey: Pixels,
    place: tuple[slice, slice],
    inside: NDArray[np.bool_],
    paper: float,
    per_point: float,
) -> None:
    """Draws a dark field's edge, and through it the borders of the cells below that end there."""
    rows, columns = place
    reach, wide = round(REACH * per_point), max(1, round(BORDER * per_point))
    around = slice(max(0, columns.start - reach), min(grey.shape[1], columns.stop + reach))
    field = cleared[rows, around].copy()
    outlines, _ = cv2.findContours(inside.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    corners = cv2.boxPoints(cv2.minAreaRect(max(outlines, key=cv2.contourArea)))
    found = _borders_below(grey[rows.stop :, around] < INK * paper, per_point)
    rim = 4 * wide + 1
    inner = cv2.erode(inside.astype(np.uint8), np.ones((rim, rim), np.uint8), borderValue=0) > 0
    letters = np.zeros(field.shape, np.bool_)
    offset = columns.start - around.start
    letters[:, offset : offset + inner.shape[1]] = inner & (cleared[rows, columns] < INK * paper)
    for x in found:
        above = np.flatnonzero(letters[:, max(0, x - wide) : x + wide + 1].any(axis=1))
        first = int(above[-1]) + 2 * wide if above.size else 0
        cv2.line(field, (x, first), (x, field.shape[0] - 1), (0,), wide)
    corners[:, 0] += offset
    for corner in corners:  # where the cells below end, the field does
        near = min(found, key=lambda x: abs(x - corner[0]), default=corner[0])
        corner[0] = near if abs(near - corner[0]) <= reach else corner[0]
    cv2.polylines(field, [np.asarray(np.round(corners), np.int32)], True, (0,), wide)
    cleared[rows, around] = field


def _borders_below(ink: NDArray[np.bool_], per_point: float) -> list[int]:
    """The upright borders in the strip below a field that has most of them: the row right below may be one cell."""
    high, gap = round(BELOW * per_point), round(per_point)
    strips = (ink[gap + i * high : gap + (i + 1) * high] for i in range(STRIPS))
    return max((_upright_borders(s, per_point) for s in strips if len(s) == high), key=len, default=[])


def _upright_borders(ink: NDArray[np.bool_], per_point: float) -> list[int]:
    """The middles of the narrow columns of pixels that are nearly all ink."""
    beside = ink.copy()  # a border that is not quite upright steps aside by a pixel
    beside[:, 1:] |= ink[:, :-1]
    beside[:, :-1] |= ink[:, 1:]
    full = np.flatnonzero(beside.mean(axis=0) >= MOSTLY)
    groups = np.split(full, np.flatnonzero(np.diff(full) > 1) + 1) if full.size else []
    return [int(group.mean()) for group in groups if group.size <= THICKEST * per_point]
