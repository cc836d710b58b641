"""PDF bytes → PDF bytes that hold all that a viewer shows. The one door to pdfium.

In half of the printed documents met, the number and the date stand only in the appearance of a signature widget, which
text extractors pass over; pdfium's ``FPDFPage_Flatten`` draws widgets into the page's content.
"""

from __future__ import annotations

import io

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from extract.errors import UnreadableInput

MARK = b"%PDF-"
# Viewers look for the mark in the first kilobyte (PDF 1.7, Annex H.3.4.1); mailers have put more than that before it.
JUNK_LIMIT = 1 << 20
# A resolution has tens of pages, a national plan hundreds; a file of more is not one of ours.
PAGE_LIMIT = 3000


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
            pdfium_c.FPDFPage_Flatten(page, pdfium_c.FLAT_NORMALDISPLAY)
        page.close()
    return found
