"""Glyphs that are in a page's content, but that nobody who looks at the page sees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from nghiquyet.extract.model import BBox, union
from nghiquyet.extract.readers.pdf.drawings import Drawing, PaintedPath, TextObject, TextPaint, is_white, shared_box
from nghiquyet.extract.readers.pdf.glyphs import Glyph
from nghiquyet.extract.readers.pdf.pictures import is_opaque

# What hides a letter is at least as high as small print, an estimate (points); what is lower strikes it out.
LOWEST_COVER = 5.0
# Of a page's usual size, letters smaller than this are no letters to a reader; marks of footnotes have half of it.
SMALLEST = 0.25
# A picture that holds this many times as many letters in ink as without is no picture of a text, but a ground.
INKED = 0.5
# The part of a letter's height, from its top and from its foot, where most letters have no ink.
NO_INK = 0.3
# A polygon that fills this much of the box around it hides what is in the box.
FILLED = 0.9

Placed = tuple[int, BBox]  # how many objects were drawn before, and where


def visible_glyphs(glyphs: Sequence[Glyph], owners: Sequence[int], drawing: Drawing) -> Iterator[Glyph]:
    """The glyphs that can be seen; ``owners`` has the key of each one's text object.

    Not seen is what is drawn without ink, but on a picture: there it is the picture's text, put behind it by a
    recogniser. Nor is white text on no ground, nor what is far smaller than the text, nor what an opaque box or picture
    covers that was drawn after it.
    """
    covers = list(_covers_of(drawing))
    last = max((order for order, _ in covers), default=0)
    least = SMALLEST * _usual_size(glyphs)
    pictured = _pictures_of_text(glyphs, owners, drawing)
    number = 0
    for key, run in groupby(owners):
        count = sum(1 for _ in run)
        own, text = glyphs[number : number + count], drawing.texts.get(key)
        number += count
        own = [glyph for glyph in own if glyph.size >= least]
        if not own or text is None or (text.paint is TextPaint.INK and text.order > last):
            yield from own
            continue
        grounds = _grounds(text, drawing, pictured)
        around = union([(g.x0, g.top, g.x1, g.bottom) for g in own])
        after = [box for order, box in covers if order > text.order and _meet(box, around)]
        for glyph in own:
            shown = text.paint is TextPaint.INK or any(_on(box, glyph) for box in grounds)
            if shown and not any(_covers(box, glyph) for box in after):
                yield glyph


def _usual_size(glyphs: Sequence[Glyph]) -> float:
    """The size in the middle of the sizes, each as often as it is large: a few readable letters outweigh many tiny."""
    sizes = sorted(g.size for g in glyphs)
    half, so_far = sum(sizes) / 2, 0.0
    for size in sizes:
        so_far += size
        if so_far >= half:
            return size
    return 0.0


def _covers_of(drawing: Drawing) -> Iterator[Placed]:
    """What hides the letters below it, and how many objects were drawn before."""
    for shape in drawing.shapes:
        if shape.filled and shape.opaque and (shape.kind == "rect" or _fills_its_box(shape)):
            order, box = _placed(shape)
            if box[3] - box[1] >= LOWEST_COVER:
                yield order, box
    first = min((text.order for text in drawing.texts.values() if text.paint is TextPaint.INK), default=None)
    for picture in drawing.pictures:
        if first is not None and picture.order > first and is_opaque(picture, drawing):
            yield picture.order, picture.seen


def _fills_its_box(shape: PaintedPath) -> bool:
    """True for a polygon that is nearly as large as the box around it."""
    x0, top, x1, bottom = shape.box
    ring = zip(shape.points, (*shape.points[1:], shape.points[0]), strict=True)
    area = abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in ring)) / 2
    return area >= FILLED * (x1 - x0) * (bottom - top) > 0


def _pictures_of_text(glyphs: Sequence[Glyph], owners: Sequence[int], drawing: Drawing) -> list[BBox]:
    """The pictures whose letters were put behind them: those over which few letters are drawn in ink."""
    if not any(text.paint is TextPaint.NONE for text in drawing.texts.values()):
        return []
    paints = [text.paint if (text := drawing.texts.get(key)) is not None else TextPaint.INK for key in owners]
    found = []
    for box in (picture.box for picture in drawing.pictures):
        held = [paint for glyph, paint in zip(glyphs, paints, strict=True) if _on(box, glyph)]
        if held.count(TextPaint.INK) <= INKED * held.count(TextPaint.NONE):
            found.append(box)
    return found


def _grounds(text: TextObject, drawing: Drawing, pictured: list[BBox]) -> list[BBox]:
    """What makes a text's letters seen that are not drawn in ink."""
    if text.paint in (TextPaint.INK, TextPaint.OFF):
        return []
    if text.paint is TextPaint.NONE:
        return pictured
    return coloured_grounds(text, drawing)


def coloured_grounds(text: TextObject, drawing: Drawing) -> list[BBox]:
    """What was drawn below a text that is not white: shades and pictures."""
    shapes = [_placed(s) for s in drawing.shapes if s.filled and not is_white(s.fill_colour)]
    pictures = [(picture.order, picture.box) for picture in drawing.pictures]
    return [box for order, box in (*pictures, *shapes) if order < text.order]


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
