"""Pictures of a page, drawn as they show on it: whether anything below shows through, and whether they hold ink."""

from __future__ import annotations

import ctypes

import pypdfium2.raw as pdfium_c

from nghiquyet.extract.readers.pdf.drawings import OPAQUE, Drawing, Picture

# A picture drawn over so many pixels is as large as a page; what claims more is not looked at.
MOST_PIXELS = 4_000_000


def is_opaque(picture: Picture, drawing: Drawing) -> bool:
    """True for a picture that nothing below shows through; False for one with a mask, or that can't be drawn."""
    x0, top, x1, bottom = picture.box
    if pdfium_c.FPDFPageObj_HasTransparency(picture.handle) or (x1 - x0) * (bottom - top) > MOST_PIXELS:
        return False
    pixels = _pixels(picture, drawing)
    return bool(pixels) and min(pixels[3::4]) == OPAQUE


def _pixels(picture: Picture, drawing: Drawing) -> bytes:
    """Blue, green, red and opaqueness of each pixel, row by row; nothing for a picture that can't be drawn."""
    bitmap = pdfium_c.FPDFImageObj_GetRenderedBitmap(drawing.document, drawing.page, picture.handle)
    if not bitmap:
        return b""
    try:
        wide, stride = pdfium_c.FPDFBitmap_GetWidth(bitmap), pdfium_c.FPDFBitmap_GetStride(bitmap)
        count = stride * pdfium_c.FPDFBitmap_GetHeight(bitmap)
        if pdfium_c.FPDFBitmap_GetFormat(bitmap) != pdfium_c.FPDFBitmap_BGRA or stride != 4 * wide:
            return b""
        return ctypes.string_at(pdfium_c.FPDFBitmap_GetBuffer(bitmap), count)
    finally:
        pdfium_c.FPDFBitmap_Destroy(bitmap)
