"""What lies over a text is no part of its words, and what stands beside it is."""

from __future__ import annotations

import pytest

from nghiquyet.extract.readers.pdf.pdf_pages import PdfPage, pdf_to_raw_pages
from tests.extract.tiny_pdf import Sheet, Text, tiny_pdf

BODY = Text("Rà soát, sửa đổi các văn bản về đầu tư công", 50, 100)


LINES = [Text("Rà soát, sửa đổi các văn bản về đầu tư công", 50, 100 + 20 * i) for i in range(5)]


def page(*texts: Text, drawing: str = "") -> PdfPage:
    (read,) = pdf_to_raw_pages(tiny_pdf(Sheet(texts, drawing)), "a.pdf")
    return read


def laid(text: str, *places: tuple[float, float], colour: str = "0.75 g", under: str = "") -> PdfPage:
    """The page of ``LINES`` with a text at some places, drawn in another colour in a form on another page's way."""
    shown = [Text(text, x, y, 9) for x, y in places]
    (read,) = pdf_to_raw_pages(tiny_pdf(Sheet(LINES, under, widgets=(), after=colour, late=shown)), "a.pdf")
    return read


def body(read: PdfPage) -> str:
    return "".join(glyph.text for glyph in read.glyphs).replace(" ", "")


def over(read: PdfPage) -> list[str]:
    return ["".join(glyph.text.split()) for glyph in read.overlaid]


@pytest.mark.parametrize(
    "laid",
    [
        Text("DỰ THẢO", 60, 160, size=60, degrees=35),
        Text("nthbinh 08:31", 90, 104, size=11, degrees=30),
        Text("MẬT", 60, 104, size=40),
        Text("Người ký: Văn phòng", 80, 98, size=6.5),
        Text("BẢN SAO", 60, 96, font="Arial-BoldMT"),
    ],
    ids=["large aslant", "small aslant", "large level", "caption of a signature", "another font"],
)
def test_what_lies_over_a_text_is_kept_beside_it(laid: Text) -> None:
    for texts in ((BODY, laid), (laid, BODY)):
        read = page(*texts)
        assert body(read) == BODY.text.replace(" ", "")
        assert over(read) == [laid.text.replace(" ", "")]


@pytest.mark.parametrize(
    "other",
    [
        Text("Người ký: Văn phòng", 50, 130, size=6.5),
        Text("Tổng cộng", 50, 114, size=13, font="Arial-BoldMT"),
        Text("1", 400, 96, size=8),
        Text("Trang 2", 50, 400, degrees=90),
    ],
    ids=["a caption below", "the next line", "a footnote's mark", "on its side"],
)
def test_what_stands_beside_a_text_is_text(other: Text) -> None:
    read = page(BODY, other)
    assert over(read) == []
    assert len(body(read)) == len((BODY.text + other.text).replace(" ", ""))


def test_a_number_filled_in_over_blanks_is_text() -> None:
    read = page(Text("Số: ......../KH-UBND"), Text("128", 76, 99, font="ArialMT"))
    assert over(read) == []
    assert "128" in "".join(glyph.text for glyph in read.glyphs)


def test_what_is_pale_lies_over_the_text_wherever_it_stands() -> None:
    read = laid("Bản nháp", (60, 400), (300, 103))
    assert over(read) == ["Bảnnháp", "Bảnnháp"]
    assert len(body(read)) == sum(len(line.text.replace(" ", "")) for line in LINES)


def test_pale_letters_on_a_dark_ground_are_text() -> None:
    assert over(laid("Nhiệm vụ", (60, 400), under="q 0.1 0.2 0.5 rg 40 430 200 30 re f Q 0 g")) == []


def test_what_is_as_dark_as_the_text_is_text() -> None:
    assert over(laid("Nhiệm vụ", (60, 400), colour="0.2 g")) == []


def test_one_thing_said_in_rows_and_columns_lies_over_the_text() -> None:
    tiles = [(50 + 150 * column, 300 + 60 * row) for column in range(3) for row in range(3)]
    assert over(laid("Sao y", *tiles, colour="0 0 0.6 rg")) == ["Saoy"] * 9
    assert over(laid("Sao y", *tiles[:3], colour="0 0 0.6 rg")) == []


def test_who_signed_is_no_text_even_where_it_stands_free() -> None:
    assert over(laid("Ký bởi: Sở Y tế", (300, 400), colour="0 0 0.8 rg")) == ["Kýbởi:SởYtế"]
    assert over(laid("Sở Y tế chủ trì", (300, 400), colour="0 0 0.8 rg")) == []
