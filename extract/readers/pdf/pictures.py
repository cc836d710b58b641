"""Pictures of a page, drawn as they show on it: whether anything below shows through, and which are ticks."""

from __future__ import annotations

import ctypes

import pypdfium2.raw as pdfium_c

from nghiquyet.extract.readers.pdf.drawings import OPAQUE, Drawing, Picture
from nghiquyet.extract.readers.pdf.drawn_marks import BOX, MOST_MARKS, TICK, TICKED_BOX, is_sized, mark_glyph
from nghiquyet.extract.readers.pdf.glyphs import Glyph

# A picture drawn over so many pixels is as large as a page; what claims more is not looked at.
MOST_PIXELS = 4_000_000
# A box is drawn within this part of its picture's sides, along this part of each; a tick has ink in this share of what
# lies within; darker than this (of 255) is ink. Estimates, on pictures drawn by us.
EDGE, SIDE, INKED, DARK = 0.22, 0.6, 0.04, 140


def is_opaque(picture: Picture, drawing: Drawing) -> bool:
    """True for a picture that nothing below shows through; False for one with a mask, or that can't be drawn."""
    x0, top, x1, bottom = picture.box
    if pdfium_c.FPDFPageObj_HasTransparency(picture.handle) or (x1 - x0) * (bottom - top) > MOST_PIXELS:
        return False
    pixels, _ = _pixels(picture, drawing)
    return bool(pixels) and min(pixels[3::4]) == OPAQUE


def pictures_to_marks(drawing: Drawing) -> tuple[Glyph, ...]:
    """The pictures as small as a letter, each as the sign that it shows: a tick, a box, a box with a tick."""
    small = [picture for picture in drawing.pictures if is_sized(picture.box)]
    signs = ((picture.box, _sign(*_pixels(picture, drawing))) for picture in small[:MOST_MARKS])
    return tuple(mark_glyph(box, sign) for box, sign in signs if sign)


def _sign(pixels: bytes, wide: int) -> str:
    """What a small picture shows; nothing for one without ink."""
    if not pixels:
        return ""
    high = len(pixels) // (4 * wide)
    dark = [[_is_dark(pixels, 4 * (y * wide + x)) for x in range(wide)] for y in range(high)]
    inset_x, inset_y = max(1, int(EDGE * wide)), max(1, int(EDGE * high))
    inner = [row[inset_x : wide - inset_x] for row in dark[inset_y : high - inset_y]]
    inked = sum(map(sum, inner)) >= INKED * max(1, sum(map(len, inner)))
    columns = [[row[x] for row in dark] for x in range(wide)]
    sides = (dark[:inset_y], dark[high - inset_y :], columns[:inset_x], columns[wide - inset_x :])
    framed = all(any(sum(line) >= SIDE * len(line) for line in side) for side in sides)
    if framed:
        return TICKED_BOX if inked else BOX
    return TICK if inked else ""


def _is_dark(pixels: bytes, at: int) -> bool:
    blue, green, red, opaque = pixels[at : at + 4]
    return min(blue, green, red) * opaque < DARK * OPAQUE and opaque > OPAQUE / 2


def _pixels(picture: Picture, drawing: Drawing) -> tuple[bytes, int]:
    """(blue, green, red and opaqueness of each pixel, row by row, how many a row has); nothing if it can't be drawn."""
    bitmap = pdfium_c.FPDFImageObj_GetRenderedBitmap(drawing.document, drawing.page, picture.handle)
    if not bitmap:
        return b"", 0
    try:
        wide, stride = pdfium_c.FPDFBitmap_GetWidth(bitmap), pdfium_c.FPDFBitmap_GetStride(bitmap)
        count = stride * pdfium_c.FPDFBitmap_GetHeight(bitmap)
        if pdfium_c.FPDFBitmap_GetFormat(bitmap) != pdfium_c.FPDFBitmap_BGRA or stride != 4 * wide:
            return b"", 0
        return ctypes.string_at(pdfium_c.FPDFBitmap_GetBuffer(bitmap), count), wide
    finally:
        pdfium_c.FPDFBitmap_Destroy(bitmap)
