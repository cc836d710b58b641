"""Shapes of a page → the ticks, crosses and boxes among them that were drawn and not set in type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from nghiquyet.extract.model import BBox, union
from nghiquyet.extract.readers.pdf.drawings import PaintedPath
from nghiquyet.extract.readers.pdf.glyphs import Glyph

# A mark is as large as a letter or a little more (points); what is smaller is dirt, what is larger a picture.
SMALLEST, LARGEST = 3.0, 18.0
# Shapes that stand no farther apart than this (points) are strokes of one mark.
TOUCHING = 1.0
# A box to be ticked is as wide as it is high, give or take this share.
SQUARE = 0.25
# More strokes than this are a drawing or letters drawn as outlines.
MOST_STROKES = 8
# A page with more of them is drawn, not typed.
MOST_MARKS = 400
TICK, BOX, TICKED_BOX = "✓", "☐", "☒"


def shapes_to_marks(shapes: Sequence[PaintedPath]) -> tuple[tuple[Glyph, ...], frozenset[int]]:
    """The marks, each as the sign it stands for, and the places in ``shapes`` of the boxes among them."""
    slanted = [shape.box for shape in shapes if _is_slanted(shape)]
    boxes = {i: shape.box for i, shape in enumerate(shapes) if _is_box(shape, shapes)}
    if len(slanted) + len(boxes) > MOST_MARKS:
        return (), frozenset()
    clusters = [cluster for cluster in _clusters(slanted) if len(cluster) <= MOST_STROKES]
    marks = [union(cluster) for cluster in clusters]
    marks = [mark for mark in marks if _is_sized(mark)]
    ticked = {i for i, box in boxes.items() if any(_within(mark, box) for mark in marks)}
    free = [mark for mark in marks if not any(_within(mark, box) for box in boxes.values())]
    signs = [
        *((box, TICKED_BOX if i in ticked else BOX) for i, box in boxes.items()),
        *((mark, TICK) for mark in free),
    ]
    return tuple(_glyph(box, sign) for box, sign in signs), frozenset(boxes)


def _is_sized(box: BBox) -> bool:
    wide, high = box[2] - box[0], box[3] - box[1]
    return SMALLEST <= wide <= LARGEST and SMALLEST <= high <= LARGEST


def _is_slanted(shape: PaintedPath) -> bool:
    """True for a stroke that is neither level nor upright, or bends."""
    return shape.kind != "rect" and _is_sized(shape.box) and not _is_square_outline(shape)


def _is_square_outline(shape: PaintedPath) -> bool:
    return all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(shape.points))


def _is_box(shape: PaintedPath, shapes: Sequence[PaintedPath]) -> bool:
    """True for a small square that stands alone: the squares of a grid touch each other."""
    if shape.kind == "line" or not shape.stroked or not _is_sized(shape.box) or not _is_square_outline(shape):
        return False
    x0, top, x1, bottom = shape.box
    if abs((x1 - x0) - (bottom - top)) > SQUARE * (x1 - x0):
        return False
    return not any(_touches(shape.box, other.box) for other in shapes if other is not shape and not _is_slanted(other))


def _touches(box: BBox, other: BBox) -> bool:
    """True if the shapes meet, unless the other lies around the box: a cell, a frame, a shade."""
    around = other[0] < box[0] - TOUCHING and other[2] > box[2] + TOUCHING
    around = around and other[1] < box[1] - TOUCHING and other[3] > box[3] + TOUCHING
    return _near(box, other) and not around and other != box


def _within(mark: BBox, box: BBox) -> bool:
    x, y = (mark[0] + mark[2]) / 2, (mark[1] + mark[3]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _clusters(boxes: Sequence[BBox]) -> Iterator[list[BBox]]:
    """Boxes that touch each other, together."""
    open_: list[list[BBox]] = []
    for box in sorted(boxes):
        met = [c for c in open_ if any(_near(box, other) for other in c)]
        open_ = [c for c in open_ if c not in met] + [[box, *(other for c in met for other in c)]]
    yield from open_


def _near(a: BBox, b: BBox) -> bool:
    return a[0] <= b[2] + TOUCHING and b[0] <= a[2] + TOUCHING and a[1] <= b[3] + TOUCHING and b[1] <= a[3] + TOUCHING


def _glyph(box: BBox, sign: str) -> Glyph:
    x0, top, x1, bottom = box
    return Glyph(sign, x0, top, x1, bottom, bottom, bottom - top, "")
