"""PDF bytes → the glyphs and rulings of each page. The one door to pdfplumber."""

from __future__ import annotations

import io
import math
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pdfplumber
from pdfminer.encodingdb import EncodingDB

from nghiquyet.extract.errors import UnreadableInput
from nghiquyet.extract.model import Ruling
from nghiquyet.extract.readers.pdf.glyphs import Glyph
from nghiquyet.extract.readers.pdf.legacy_fonts import coding_of_font

# A full page of ten-point text has 5,000 letters, the densest table met 12,000; a 4 KB file can claim millions.
GLYPH_LIMIT = 60_000
# The densest real page met has 1,200 strokes; a drawn grid of 400 by 400 has 160,000 crossings to look at.
STROKE_LIMIT = 8_000
# Thicker than this (points) it is a bar or a box, not a stroke. Office programs draw borders up to 3 pt.
STROKE_WIDTH = 3.5
INVISIBLE = str.maketrans({"\u00ad": "", "\u200b": "", "\ufeff": "", "\u00a0": " ", "\u202f": " ", "\u2011": "-"})
# pdfminer reads WinAnsi's place 173 as a space; there stands a soft hyphen (code page 1252), or in a TCVN3 font "ư".
EncodingDB.win2unicode[173] = "\u00ad"


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


def pdf_to_raw_pages(data: bytes, name: str) -> Iterator[PdfPage]:
    """Yields the pages of a PDF in order; raises UnreadableInput where the file can't be parsed at all.

    A page whose content can't be parsed comes out empty, with ``broken`` set.
    """
    try:
        pdf = pdfplumber.open(io.BytesIO(data))
        pages = pdf.pages
    except Exception as error:  # pdfminer raises whatever a hostile file makes it raise
        raise UnreadableInput(f"Tệp {name} bị hỏng hoặc cụt; hãy lấy lại tệp gốc rồi chạy lại.") from error
    with pdf:
        for page in pages:
            try:
                yield _raw_page(page)
            except Exception:
                yield PdfPage(page.page_number, float(page.width), float(page.height), (), (), broken=True)
            page.close()


def _raw_page(page: Any) -> PdfPage:
    chars, shapes = page.chars, [*page.lines, *page.rects, *page.curves]
    glyphs = tuple(_glyphs(chars[:GLYPH_LIMIT], float(page.width), float(page.height)))
    rulings: tuple[Ruling, ...] = ()
    if len(shapes) <= STROKE_LIMIT:
        rulings = tuple(r for shape in shapes for r in _strokes(shape))
    pictures = tuple((i["x0"], i["top"], i["x1"], i["bottom"]) for i in page.images)
    overfull = len(chars) > GLYPH_LIMIT or len(shapes) > STROKE_LIMIT
    return PdfPage(
        page.page_number, float(page.width), float(page.height), glyphs, rulings, pictures, len(shapes), overfull
    )


def _glyphs(chars: list[dict[str, Any]], width: float, height: float) -> Iterator[Glyph]:
    """Letters in drawing order; a mark drawn apart from its letter (NFD) is put on the letter before it."""
    held: Glyph | None = None
    for char in chars:
        glyph = _glyph(char, width, height)
        if glyph is None:
            continue
        if held is not None and unicodedata.combining(glyph.text[0]) and _over(glyph, held):
            text = unicodedata.normalize("NFC", held.text + glyph.text)
            held = Glyph(
                text, held.x0, held.top, held.x1, held.bottom, held.baseline, held.size, held.font, held.turned
            )
            continue
        if held is not None:
            yield held
        held = glyph
    if held is not None:
        yield held


def _over(mark: Glyph, letter: Glyph) -> bool:
    reach = letter.size
    return abs(mark.middle - letter.middle) <= reach and abs(mark.baseline - letter.baseline) <= reach


def _glyph(char: dict[str, Any], width: float, height: float) -> Glyph | None:
    font = str(char["fontname"]).split("+")[-1]
    # in a legacy font the soft hyphen's place holds a letter
    text = str(char["text"]) if coding_of_font(font) else str(char["text"]).translate(INVISIBLE)
    text = unicodedata.normalize("NFC", text)
    if len(text) == 1 and "\ufb00" <= text <= "\ufb06":
        text = unicodedata.normalize("NFKC", text)
    x0, top, x1, bottom = char["x0"], char["top"], char["x1"], char["bottom"]
    if not text or x1 < 0 or bottom < 0 or x0 > width or top > height:
        return None
    a, b, _, _, _, rise = char["matrix"]
    turned = round(math.degrees(math.atan2(-b, a)) / 90) * 90 % 360
    size = float(char["size"])
    baseline = height - rise if turned == 0 else bottom
    if not top - size <= baseline <= bottom + size:
        baseline = bottom  # the page's origin is not where the matrix counts from
    return Glyph(text, x0, top, x1, bottom, baseline, size, font, turned)


def _strokes(shape: dict[str, Any]) -> Iterator[Ruling]:
    """The straight strokes of a drawn shape: a line, a thin rectangle, or the edges of an outlined one."""
    x0, top, x1, bottom = shape["x0"], shape["top"], shape["x1"], shape["bottom"]
    wide, high = x1 - x0, bottom - top
    if _white(shape):
        return
    if min(wide, high) <= STROKE_WIDTH:
        if shape["object_type"] != "curve" or min(wide, high) < 1:
            yield Ruling(x0, top, x1, bottom)
        return
    if shape["object_type"] == "line" or not shape.get("stroke"):
        return  # slanted, or a shade behind text
    if shape["object_type"] == "curve" and len(shape.get("pts", ())) > 5:
        return
    yield Ruling(x0, top, x1, top)
    yield Ruling(x0, bottom, x1, bottom)
    yield Ruling(x0, top, x0, bottom)
    yield Ruling(x1, top, x1, bottom)


def _white(shape: dict[str, Any]) -> bool:
    """True if the shape is drawn in the colour of the paper."""
    colour = shape.get("stroking_color") if shape.get("stroke") else shape.get("non_stroking_color")
    if isinstance(colour, (int, float)):
        colour = (colour,)
    if not isinstance(colour, (tuple, list)) or not all(isinstance(v, (int, float)) for v in colour):
        return False
    if len(colour) in (1, 3):
        return all(v >= 0.99 for v in colour)
    return len(colour) == 4 and all(v <= 0.01 for v in colour)
