"""Which pages are read by their text and which as pictures."""

from __future__ import annotations

from nghiquyet.extract.page.sheets import raw_to_sheet
from nghiquyet.extract.readers.pdf.glyphs import Glyph
from nghiquyet.extract.readers.pdf.pdf_pages import PdfPage

WIDTH, HEIGHT = 595.0, 842.0
TEXT = "Ủy ban nhân dân tỉnh Quảng Ngãi ký ngày hai mươi bảy tháng mười hai"
SCAN = (0.0, 0.0, WIDTH, HEIGHT)


def glyphs(lines: int) -> tuple[Glyph, ...]:
    """So many lines of printed text, from the page's top down."""
    return tuple(
        Glyph(letter, 60.0 + 6 * at, 40.0 + 14 * line, 66.0 + 6 * at, 52.0 + 14 * line, 50.0 + 14 * line, 12.0, "Times")
        for line in range(lines)
        for at, letter in enumerate(TEXT)
    )


def page(lines: int, *pictures: tuple[float, float, float, float]) -> PdfPage:
    return PdfPage(1, WIDTH, HEIGHT, glyphs(lines), (), pictures)


def test_a_scan_with_the_caption_of_a_signature_alone_is_read_as_a_picture() -> None:
    assert raw_to_sheet(page(3, SCAN), hidden_text=False) is None


def test_a_printed_page_on_a_picture_is_read_by_its_text() -> None:
    assert raw_to_sheet(page(40, SCAN), hidden_text=False) is not None


def test_a_printed_page_of_three_lines_is_read_by_its_text() -> None:
    assert raw_to_sheet(page(3), hidden_text=False) is not None
    assert raw_to_sheet(page(3, (0.0, 0.0, 100.0, 100.0)), hidden_text=False) is not None
