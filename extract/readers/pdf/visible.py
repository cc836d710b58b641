"""Glyphs that are in a page's content, but that nobody who looks at the page sees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from nghiquyet.extract.model import BBox, union
from nghiquyet.extract.readers.pdf.drawings import Drawing, PaintedPath, TextObject, TextPaint, is_white, shared_box
from nghiquyet.extract.readers.pdf.glyphs import Glyph

# What hides a letter is at least as high as small print, an estimate (points); what is lower strikes it out.
LOWEST_COVER = 5.0
# The part of a letter's height, from its top and from its foot, where most letters have no ink.
NO_INK = 0.3

Placed = tuple[int, BBox]  # how many objects were drawn before, and where


def visible_glyphs(glyphs: Sequence[Glyph], owners: Sequence[int], drawing: Drawing) -> Iterator[Glyph]:
    """The glyphs that can be seen; ``owners`` has the key of each one's text object.

    Not seen is what is drawn without ink, but on a picture: there it is the picture's text, put behind it by a
    recogniser. Nor is white text on no ground, nor what an opaque rectangle covers that was drawn after it.
    """
    covers = [_placed(s) for s in drawing.shapes if s.kind == "rect" and s.filled and s.opaque]
    covers = [(order, box) for order, box in covers if box[3] - box[1] >= LOWEST_COVER]
    last = max((order for order, _ in covers), default=0)
    number = 0
    for key, run in groupby(owners):
        count = sum(1 for _ in run)
        own, text = glyphs[number : number + count], drawing.texts.get(key)
        number += count
        if text is None or (text.paint is TextPaint.INK and text.order > last):
            yield from own
            continue
        grounds = _grounds(text, drawing)
        around = union([(g.x0, g.top, g.x1, g.bottom) for g in own])
        after = [box for order, box in covers if order > text.order and _meet(box, around)]
        for glyph in own:
            shown = text.paint is TextPaint.INK or any(_on(box, glyph) for box in grounds)
            if shown and not any(_covers(box, glyph) for box in after):
                yield glyph


def _grounds(text: TextObject, drawing: Drawing) -> list[BBox]:
    """What makes a text's letters seen that are not drawn in ink."""
    if text.paint is TextPaint.INK:
        return []
    if text.paint is TextPaint.NONE:
        return [box for _, box in drawing.pictures]
    shapes = [_placed(s) for s in drawing.shapes if s.filled and not is_white(s.fill_colour)]
    return [box for order, box in (*drawing.pictures, *shapes) if order < text.order]


def _placed(shape: PaintedPath) -> Placed:
    return shape.order, shape.box if shape.clip is None else shared_box(shape.box, shape.clip)


def _meet(a: BBox, b: BBox) -> bool:
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


def _on(box: BBox, glyph: Glyph) -> bool:
    return box[0] <= glyph.middle <= box[2] and box[1] <= (glyph.top + glyph.bottom) / 2 <= box[3]


def _covers(box: BBox, glyph: Glyph) -> bool:
    """True if the box hides the letter: its middle, from its top to its foot."""
    edge = NO_INK * (glyph.bottom - glyph.top)
    return box[1] <= glyph.top + edge and glyph.bottom - edge <= box[3] and box[0] <= glyph.middle <= box[2]
