"""PDF bytes → the glyphs and rulings of each page. The one door to pdfplumber, whose geometry sorts what is drawn."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from pdfplumber.container import Container
from pdfplumber.utils.geometry import crop_to_bbox, rect_to_edges

from nghiquyet.extract.errors import UnreadableInput
from nghiquyet.extract.model import Ruling
from nghiquyet.extract.readers.pdf.characters import page_to_text
from nghiquyet.extract.readers.pdf.drawings import PaintedPath, is_white, page_to_drawing
from nghiquyet.extract.readers.pdf.drawn_marks import shapes_to_marks
from nghiquyet.extract.readers.pdf.glyphs import Glyph
from nghiquyet.extract.readers.pdf.layers import hidden_layers
from nghiquyet.extract.readers.pdf.overlays import part_overlaid
from nghiquyet.extract.readers.pdf.page_frame import USUAL_SIZE, Frame, page_frame
from nghiquyet.extract.readers.pdf.pictures import pictures_to_marks
from nghiquyet.extract.readers.pdf.text_strokes import part_text_strokes
from nghiquyet.extract.readers.pdf.visible import visible_glyphs

# A full page of ten-point text has 5,000 letters, the densest table met 12,000; a 4 KB file can claim millions.
GLYPH_LIMIT = 60_000
# The densest real page met has 1,200 strokes; a drawn grid of 400 by 400 has 160,000 crossings to look at.
STROKE_LIMIT = 8_000
# Thicker than this (points) it is a bar or a box, not a stroke. Office programs draw borders up to 3 pt.
STROKE_WIDTH = 3.5
# A stroke along the edge of what it is clipped to is seen by half of its width, an estimate (points).
HALF_WIDTH = 1.0
# A caption fills this share of its frame, an estimate: a cell around a tile of a watermark is filled less.
CAPTION = 0.4
# A level stroke's ends differ in height by no more than this (points), an estimate.
ASLANT = 1.0
# A stroke that is nearly level rises by no more than this part of its length: through a word by a letter's height.
SLANTED = 0.25
# A closed path of four sides has its first corner twice.
CORNERS = 5

PlumberObject = dict[str, Any]  # pdfplumber's own form of what is drawn


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page before it has words. ``shapes`` counts what was drawn; ``overfull``: more than is read."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rulings: tuple[Ruling, ...]
    pictures: tuple[tuple[float, float, float, float], ...] = ()
    shapes: int = 0
    overfull: bool = False
    broken: bool = False
    overlaid: tuple[Glyph, ...] = ()  # what was laid over the text, a glyph a run
    struck: tuple[Glyph, ...] = ()  # what was struck out
    marks: tuple[Glyph, ...] = ()  # ticks and boxes that were drawn

    @property
    def filled(self) -> bool:
        """True if anything is drawn on the page, seen or not."""
        return bool(self.glyphs or self.pictures or self.shapes or self.overlaid or self.struck or self.overfull)


def pdf_to_raw_pages(data: bytes, name: str) -> Iterator[PdfPage]:
    """Yields the pages of a PDF in order; raises UnreadableInput where the file can't be parsed at all.

    A page whose content can't be parsed comes out empty, with ``broken`` set.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise UnreadableInput(f"Tệp {name} bị hỏng hoặc cụt; hãy lấy lại tệp gốc rồi chạy lại.") from error
    hidden = cache(lambda: hidden_layers(data))
    try:
        for number in range(1, len(document) + 1):
            try:
                page = document[number - 1]
            except pdfium.PdfiumError:
                yield PdfPage(number, *USUAL_SIZE, (), (), broken=True)
                continue
            yield _whole_or_broken(document.raw, page.raw, number, hidden)
            page.close()
    finally:
        document.close()


def _frame(page: object) -> Frame:
    box = pdfium_c.FS_RECTF()
    pdfium_c.FPDF_GetPageBoundingBox(page, ctypes.byref(box))
    return page_frame(box.left, box.bottom, box.right, box.top, pdfium_c.FPDFPage_GetRotation(page) * 90)


def _whole_or_broken(document: object, page: object, number: int, hidden: Callable[[], frozenset[bytes]]) -> PdfPage:
    try:
        return _raw_page(document, page, number, hidden)
    except (ArithmeticError, ValueError):  # sizes and places that are no numbers
        return PdfPage(number, *USUAL_SIZE, (), (), broken=True)


def _raw_page(document: object, page: object, number: int, hidden: Callable[[], frozenset[bytes]]) -> PdfPage:
    frame = _frame(page)
    drawing = page_to_drawing(document, page, frame.to_page, hidden)
    text = page_to_text(page, frame, drawing.texts, GLYPH_LIMIT)
    owners = {id(glyph): key for glyph, key in zip(text.glyphs, text.owners, strict=True)}
    shown = tuple(visible_glyphs(text.glyphs, text.owners, drawing))
    count = len(drawing.shapes) + drawing.unread
    shapes = drawing.shapes if count <= STROKE_LIMIT else []
    glyphs, overlaid = part_overlaid(shown, owners, drawing)
    marks, boxes = shapes_to_marks(shapes)
    marks += pictures_to_marks(drawing)
    strokes = [s for i, s in enumerate(shapes) if i not in boxes and not _frames(s, overlaid)]
    rulings = tuple(_rulings(strokes))
    glyphs, rulings, struck = part_text_strokes(glyphs, rulings, [_aslant(s) for s in strokes if _is_aslant(s)])
    overfull = text.cut or count > STROKE_LIMIT
    pictures = tuple(picture.box for picture in drawing.pictures)
    return PdfPage(
        number,
        frame.width,
        frame.height,
        glyphs,
        rulings,
        pictures,
        count,
        overfull,
        overlaid=overlaid,
        struck=struck,
        marks=marks,
    )


def _frames(shape: PaintedPath, overlaid: Sequence[Glyph]) -> bool:
    """True for the frame that a caption of a signature stands in."""
    if shape.kind == "line" or not overlaid:
        return False
    x0, top, x1, bottom = shape.box
    for caption in overlaid:
        least = (x1 - x0) * (bottom - top) * CAPTION
        held = x0 <= caption.x0 and top <= caption.top and caption.x1 <= x1 and caption.bottom <= bottom
        if held and (caption.x1 - caption.x0) * (caption.bottom - caption.top) >= least:
            return True
    return False


class _Sheet(Container):
    """Shapes as pdfplumber knows them."""

    def __init__(self, shapes: Iterable[PaintedPath]) -> None:
        self._objects: dict[str, list[PlumberObject]] = {}
        for shape in shapes:
            self._objects.setdefault(shape.kind, []).append(_plumber_object(shape))

    @property
    def objects(self) -> dict[str, list[PlumberObject]]:
        return self._objects


def _plumber_object(shape: PaintedPath) -> PlumberObject:
    x0, top, x1, bottom = shape.box
    place = {"x0": x0, "top": top, "x1": x1, "bottom": bottom, "y0": -bottom, "y1": -top, "doctop": top}
    size = {"width": x1 - x0, "height": bottom - top}
    return {
        "object_type": shape.kind,
        "pts": shape.points,
        "stroke": shape.stroked,
        "clip": shape.clip,
        **place,
        **size,
    }


def _rulings(shapes: Iterable[PaintedPath]) -> Iterator[Ruling]:
    """The straight strokes of what is drawn, where they can be seen."""
    sheet = _Sheet(shape for shape in shapes if not is_white(shape.line_colour if shape.stroked else shape.fill_colour))
    for drawn in (*sheet.lines, *sheet.rects, *sheet.curves):
        edges = list(_edges(drawn))
        if drawn["clip"] is not None:
            x0, top, x1, bottom = drawn["clip"]
            edges = crop_to_bbox(edges, (x0 - HALF_WIDTH, top - HALF_WIDTH, x1 + HALF_WIDTH, bottom + HALF_WIDTH))
        for edge in edges:
            yield Ruling(edge["x0"], edge["top"], edge["x1"], edge["bottom"])


def _is_aslant(shape: PaintedPath) -> bool:
    """True for a thin stroke that is nearly level: its ends differ in height by a letter's at most."""
    x0, top, x1, bottom = shape.box
    seen = shape.stroked and not shape.filled and len(shape.points) <= CORNERS
    return seen and shape.kind != "rect" and ASLANT < bottom - top <= SLANTED * (x1 - x0)


def _aslant(shape: PaintedPath) -> Ruling:
    """The level stroke through the middle of a stroke aslant."""
    x0, top, x1, bottom = shape.box
    return Ruling(x0, (top + bottom) / 2, x1, (top + bottom) / 2)


def _is_square(points: Sequence[tuple[float, float]]) -> bool:
    """True for a path all of whose strokes are level or upright, give or take what a tick's never are."""
    return all(min(abs(a[0] - b[0]), abs(a[1] - b[1])) <= ASLANT for a, b in pairwise(points))


def _edges(drawn: PlumberObject) -> Iterator[PlumberObject]:
    """A line, a thin rectangle, or the four edges of an outlined one."""
    thickness = min(drawn["width"], drawn["height"])
    if thickness <= STROKE_WIDTH:
        if drawn["object_type"] != "curve" or thickness < 1:
            yield drawn
        return
    if drawn["object_type"] == "line" or not drawn["stroke"]:
        return  # slanted, or a shade behind text
    if drawn["object_type"] == "rect" or (len(drawn["pts"]) <= CORNERS and _is_square(drawn["pts"])):
        yield from rect_to_edges(drawn)
