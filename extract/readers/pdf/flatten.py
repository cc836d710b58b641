"""PDF bytes → PDF bytes that hold all that a viewer shows.

In half of the printed documents met, the number and the date stand only in the appearance of a signature widget, which
text extractors pass over; pdfium's ``FPDFPage_Flatten`` draws widgets into the page's content.
"""

from __future__ import annotations

import ctypes
import io
import math
from itertools import islice
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from nghiquyet.extract.errors import UnreadableInput

if TYPE_CHECKING:
    from nghiquyet.extract.ocr.image.model import Pixels

MARK = b"%PDF-"
# Viewers look for the mark in the first kilobyte (PDF 1.7, Annex H.3.4.1); mailers have put more than that before it.
JUNK_LIMIT = 1 << 20
# A resolution has tens of pages, a national plan hundreds; a file of more is not one of ours.
PAGE_LIMIT = 3000
# Dots an inch. Outlined letters are drawn as Tesseract was taught; a scan is drawn as fine as it is, within bounds.
LETTERS, COARSEST, FINEST = 300.0, 100.0, 300.0
# A picture that covers this share of the page is its scan.
WHOLE_PAGE = 0.3
# No page is drawn larger than this (pixels a side): A3 at 300 dpi has 4,960.
MOST_ACROSS = 5200
# A page of a scan has one picture and, where a recogniser hid its text behind it, a text object a word.
OBJECT_LIMIT = 20_000
# A picture over this share of a page covers the text that was drawn before it.
COVERING = 0.5


def viewable_pdf(data: bytes, name: str) -> bytes:
    """The file ``name`` as a PDF without junk before it, without encryption, its widgets drawn into its pages.

    Raises UnreadableInput where no viewer would show a page: not a PDF, damaged, locked by a password, without pages.
    """
    start = data.find(MARK, 0, JUNK_LIMIT)
    if not data.strip():
        raise UnreadableInput(f"Tệp {name} rỗng; hãy lấy lại tệp gốc rồi chạy lại.")
    if start < 0:
        raise UnreadableInput(f"Tệp {name} không phải là PDF; hãy đưa vào tệp PDF của văn bản.")
    document = _open(data[start:], name)
    try:
        if len(document) == 0:
            raise UnreadableInput(f"Tệp {name} không có trang nào; hãy lấy lại tệp gốc rồi chạy lại.")
        if len(document) > PAGE_LIMIT:
            raise UnreadableInput(f"Tệp {name} có quá {PAGE_LIMIT} trang; hãy tách tệp ra rồi chạy lại.")
        if not _flatten(document):
            return data[start:]
        flat = io.BytesIO()
        document.save(flat, flags=pdfium_c.FPDF_NO_INCREMENTAL | pdfium_c.FPDF_REMOVE_SECURITY)
        return flat.getvalue()
    finally:
        document.close()


def has_hidden_text(data: bytes, number: int) -> bool:
    """True if most text of page ``number`` (from 1) is drawn invisibly or beneath a picture, as recognisers do."""
    document = _open(data, "")
    try:
        page = document[number - 1]
        shown = hidden = 0
        for drawn in islice(page.get_objects(max_depth=3), OBJECT_LIMIT):
            if drawn.type == pdfium_c.FPDF_PAGEOBJ_IMAGE:
                if _covers(drawn, page):
                    hidden, shown = hidden + shown, 0
            elif drawn.type == pdfium_c.FPDF_PAGEOBJ_TEXT:
                mode = pdfium_c.FPDFTextObj_GetTextRenderMode(drawn)
                invisible = mode in (pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium_c.FPDF_TEXTRENDERMODE_CLIP)
                hidden, shown = hidden + invisible, shown + (not invisible)
        return hidden > shown
    except pdfium.PdfiumError:
        return False
    finally:
        document.close()


def _covers(picture: pdfium.PdfObject, page: pdfium.PdfPage) -> bool:
    left, bottom, right, top = picture.get_bounds()
    width, height = page.get_size()
    return bool((right - left) * (top - bottom) >= COVERING * width * height)


def _open(data: bytes, name: str) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        # pdfium keeps the last file's error where it has none for this one
        if "assword" in str(error) and b"/Encrypt" in data:
            raise UnreadableInput(f"Tệp {name} bị khóa bằng mật khẩu; hãy gỡ mật khẩu rồi chạy lại.") from error
        raise UnreadableInput(f"Tệp {name} bị hỏng hoặc cụt; hãy lấy lại tệp gốc rồi chạy lại.") from error


def _flatten(document: pdfium.PdfDocument) -> bool:
    """Draws what stands in annotations into the pages; True if any page had some."""
    found = False
    for number in range(len(document)):
        try:
            page = document[number]
        except pdfium.PdfiumError:
            continue  # a damaged page is reported where its content is read
        if pdfium_c.FPDFPage_GetAnnotCount(page) > 0:
            found = True
            _draw_strikes(page)
            pdfium_c.FPDFPage_Flatten(page, pdfium_c.FLAT_NORMALDISPLAY)
        page.close()
    return found


def _draw_strikes(page: pdfium.PdfPage) -> None:
    """Gives notes that strike a text out, and that viewers draw by themselves, a stroke of their own."""
    for i in range(min(pdfium_c.FPDFPage_GetAnnotCount(page), OBJECT_LIMIT)):
        note = pdfium_c.FPDFPage_GetAnnot(page, i)
        if pdfium_c.FPDFAnnot_GetSubtype(note) == pdfium_c.FPDF_ANNOT_STRIKEOUT and not _is_drawn(note):
            quad, strokes = pdfium_c.FS_QUADPOINTSF(), []
            for k in range(pdfium_c.FPDFAnnot_CountAttachmentPoints(note)):
                pdfium_c.FPDFAnnot_GetAttachmentPoints(note, k, quad)
                left, right = (quad.y1 + quad.y3) / 2, (quad.y2 + quad.y4) / 2
                strokes.append(f"{quad.x1} {left} m {quad.x2} {right} l S")
            drawn = "\n".join(strokes).encode("utf-16-le") + b"\0\0"
            pdfium_c.FPDFAnnot_SetAP(
                note,
                pdfium_c.FPDF_ANNOT_APPEARANCEMODE_NORMAL,
                (ctypes.c_ushort * (len(drawn) // 2)).from_buffer_copy(drawn),
            )
        pdfium_c.FPDFPage_CloseAnnot(note)


def _is_drawn(note: pdfium_c.FPDF_ANNOTATION) -> bool:
    empty = 2  # the bytes of a text that only ends
    return bool(pdfium_c.FPDFAnnot_GetAP(note, pdfium_c.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0) > empty)


def page_to_pixels(data: bytes, number: int) -> tuple[Pixels, float]:
    """Page ``number`` (from 1) of a PDF as seen, in the resolution it was scanned in.

    Returns (rows, columns) grey or (rows, columns, 3) blue-green-red pixels, and how many of them a point has. A page
    whose text is outlines comes at 300 dpi. Raises UnreadableInput where pdfium can't draw the page.
    """
    import numpy as np

    try:
        document = pdfium.PdfDocument(data)
        page = document[number - 1]
    except (pdfium.PdfiumError, IndexError) as error:
        raise UnreadableInput(f"Trang {number} bị hỏng, không dựng được hình; hãy lấy lại tệp gốc.") from error
    try:
        width, height = page.get_size()
        scale = _resolution(page, width, height) / 72
        # pdfium's size is rounded up: a hair less keeps the picture's pixels in step with the page's
        scale = max(1.0, round(width * scale) - 0.02) / max(width, 1.0)
        scale = min(scale, MOST_ACROSS / max(width, height, 1.0))
        bitmap = page.render(scale=scale, draw_annots=False)
        drawn = bitmap.to_numpy()[:, :, :3]
        pixels = np.array(drawn if _coloured(drawn) else drawn[:, :, 1])
        bitmap.close()
    except pdfium.PdfiumError as error:
        raise UnreadableInput(f"Trang {number} bị hỏng, không dựng được hình; hãy lấy lại tệp gốc.") from error
    finally:
        document.close()
    return pixels, pixels.shape[1] / max(width, 1.0)


def _coloured(pixels: Pixels) -> bool:
    return bool((pixels[:, :, 0] != pixels[:, :, 1]).any() or (pixels[:, :, 1] != pixels[:, :, 2]).any())


def _resolution(page: pdfium.PdfPage, width: float, height: float) -> float:
    """Dots an inch of the page's scan, between what letters need and what helps them; LETTERS where there is none."""
    best, covered = LETTERS, WHOLE_PAGE * width * height
    for picture in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        try:
            left, bottom, right, top = picture.get_bounds()
            across, down = picture.get_px_size()
        except pdfium.PdfiumError:
            continue
        area = abs((right - left) * (top - bottom))
        if area > covered:
            covered = area
            best = 72 * math.sqrt(across * down / area)
    return min(max(best, COARSEST), FINEST)
