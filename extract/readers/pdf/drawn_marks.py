"""Shapes of a page → the ticks, crosses and boxes among them that were drawn and not set in type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from nghiquyet.extract.model import BBox, union
from nghiquyet.extract.readers.pdf.drawings import PaintedPath
from nghiquyet.extract.readers.pdf.glyphs import Glyph

# A mark is as large as a letter or a little more (points); what is smaller is dirt, what is larger a picture.
SMALLEST, LARGEST = 3.0, 24.0
# Shapes that stand no farther apart than this (points) are strokes of one mark.
TOUCHING = 1.0
# A box to be ticked is as wide as it is high, give or take this share.
SQUARE = 0.25
# A shape around nothing goes through no point farther from its box than this part of its length; it has four at least.
HOLLOW, FEWEST_CORNERS = 0.06, 4
# A stroke is this much thinner than the smallest mark; what is filled no lighter than this (of 255) is filled with ink.
THIN, INK = 1.5, 100
# More strokes than this are a drawing or letters drawn as outlines.
MOST_STROKES = 8
# A page with more of them is drawn, not typed.
MOST_MARKS = 400
TICK, BOX, TICKED_BOX = "✓", "☐", "☒"
# Strokes cross each other if each meets the other within this part of its length from its middle.
AMID = 0.3


def shapes_to_marks(shapes: Sequence[PaintedPath]) -> tuple[tuple[Glyph, ...], frozenset[int]]:
    """The marks, each as the sign it stands for, and the places in ``shapes`` of the boxes among them."""
    small = [shape for shape in shapes if _is_small(shape.box)]
    slanted = [shape.box for shape in small if is_sized(shape.box) and (_is_slanted(shape) or _is_full(shape))]
    slanted += [box for pair in _crosses(small) for box in pair]
    boxes = {i: shape.box for i, shape in enumerate(shapes) if _is_box(shape, shapes)}
    if len(slanted) + len(boxes) > MOST_MARKS:
        return (), frozenset()
    clusters = [cluster for cluster in _clusters(slanted) if len(cluster) <= MOST_STROKES]
    marks = [union(cluster) for cluster in clusters]
    marks = [mark for mark in marks if is_sized(mark)]
    ticked = {i for i, box in boxes.items() if any(_within(mark, box) for mark in marks)}
    free = [mark for mark in marks if not any(_within(mark, box) for box in boxes.values())]
    signs = [
        *((box, TICKED_BOX if i in ticked else BOX) for i, box in boxes.items()),
        *((mark, TICK) for mark in free),
    ]
    return tuple(mark_glyph(box, sign) for box, sign in signs), frozenset(boxes)


def is_sized(box: BBox) -> bool:
    """True for what is as large as a mark."""
    wide, high = box[2] - box[0], box[3] - box[1]
    return SMALLEST <= wide <= LARGEST and SMALLEST <= high <= LARGEST


def _is_small(box: BBox) -> bool:
    return max(box[2] - box[0], box[3] - box[1]) <= LARGEST


def _is_slanted(shape: PaintedPath) -> bool:
    """True for a stroke that is neither level nor upright, or bends, and is drawn around nothing."""
    return shape.kind != "rect" and not _is_square_outline(shape) and not _is_hollow(shape)


def _is_hollow(shape: PaintedPath) -> bool:
    """True for a closed stroke around nothing: a square, a circle, a square with round corners."""
    if shape.kind == "line" or not shape.stroked or _is_inked(shape) or len(shape.points) < FEWEST_CORNERS:
        return False
    x0, top, x1, bottom = shape.box
    near = HOLLOW * max(x1 - x0, bottom - top)
    closed = max(abs(a - b) for a, b in zip(shape.points[0], shape.points[-1], strict=True)) <= near
    sides = [min(abs(x - x0), abs(x - x1), abs(y - top), abs(y - bottom)) for x, y in shape.points]
    return (closed or shape.kind == "rect") and max(sides) <= near


def _is_inked(shape: PaintedPath) -> bool:
    return shape.filled and shape.fill_colour is not None and max(shape.fill_colour) <= INK


def _is_full(shape: PaintedPath) -> bool:
    """True for a small square that is filled with ink."""
    return _is_inked(shape) and not shape.stroked and shape.kind == "rect"


def _crosses(shapes: Sequence[PaintedPath]) -> Iterator[tuple[BBox, BBox]]:
    """Small level strokes with the upright ones that they cross amid."""
    thin = [shape.box for shape in shapes if shape.kind in ("line", "rect")]
    level = [box for box in thin if box[2] - box[0] >= SMALLEST >= THIN * (box[3] - box[1])]
    upright = [box for box in thin if box[3] - box[1] >= SMALLEST >= THIN * (box[2] - box[0])]
    for a in level[:MOST_MARKS]:
        for b in upright[:MOST_MARKS]:
            wide, high = a[2] - a[0], b[3] - b[1]
            beside = abs((a[0] + a[2]) - (b[0] + b[2])) / 2
            if beside <= AMID * wide and abs((a[1] + a[3]) - (b[1] + b[3])) / 2 <= AMID * high:
                yield a, b


def _is_square_outline(shape: PaintedPath) -> bool:
    return all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(shape.points))


def _is_box(shape: PaintedPath, shapes: Sequence[PaintedPath]) -> bool:
    """True for a small square that stands alone: the squares of a grid touch each other."""
    if not is_sized(shape.box) or not _is_hollow(shape):
        return False
    x0, top, x1, bottom = shape.box
    if abs((x1 - x0) - (bottom - top)) > SQUARE * (x1 - x0):
        return False
    others = (other for other in shapes if other is not shape and not (is_sized(other.box) and _is_slanted(other)))
    return not any(_touches(shape.box, other.box) for other in others)


def _touches(box: BBox, other: BBox) -> bool:
    """True if the shapes meet, unless one lies around the other: a cell, a frame, a shade, what fills a box."""
    return _near(box, other) and not _lies_in(box, other) and not _lies_in(other, box) and other != box


def _lies_in(box: BBox, other: BBox) -> bool:
    """True if the other lies around the box and touches it nowhere."""
    wide = other[0] < box[0] - TOUCHING and other[2] > box[2] + TOUCHING
    return wide and other[1] < box[1] - TOUCHING and other[3] > box[3] + TOUCHING


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


def mark_glyph(box: BBox, sign: str) -> Glyph:
    """A mark as a letter of the page."""
    x0, top, x1, bottom = box
    return Glyph(sign, x0, top, x1, bottom, bottom, bottom - top, "")
