"""The characters of a page stand where they are drawn, each once, and none that pdfium makes up."""

from __future__ import annotations

import pytest

from nghiquyet.extract.readers.pdf.glyphs import Glyph
from nghiquyet.extract.readers.pdf.pdf_pages import PdfPage, pdf_to_raw_pages
from tests.extract.tiny_pdf import Sheet, Text, tiny_pdf

WORD = Text("Sở", 100, 200, 12)  # letters six points wide


def read(sheet: Sheet) -> PdfPage:
    (page,) = pdf_to_raw_pages(tiny_pdf(sheet), "a.pdf")
    return page


def text(sheet: Sheet) -> str:
    return "".join(glyph.text for glyph in read(sheet).glyphs)


def first(sheet: Sheet) -> Glyph:
    return read(sheet).glyphs[0]


def test_a_letter_s_box_is_as_wide_as_its_advance_and_as_high_as_its_size() -> None:
    glyph = first(Sheet([WORD]))
    assert (glyph.x0, glyph.x1, glyph.baseline) == pytest.approx((100, 106, 200), abs=0.01)
    assert (glyph.bottom - glyph.top, glyph.size) == pytest.approx((12, 12))
    assert glyph.top < glyph.baseline < glyph.bottom


@pytest.mark.parametrize(("rotate", "place"), [(90, (642, 100)), (180, (495, 642)), (270, (200, 495))])
def test_a_turned_page_is_read_as_it_is_shown(rotate: int, place: tuple[float, float]) -> None:
    page, glyph = read(Sheet([WORD], rotate=rotate)), first(Sheet([WORD], rotate=rotate))
    assert (page.width, page.height) == ((842, 595) if rotate % 180 else (595, 842))
    assert glyph.turned == rotate
    x = {90: glyph.x1 - glyph.x0, 180: glyph.x1, 270: glyph.x0}[rotate]
    assert glyph.turned == 0 or 0 < x <= page.width
    assert abs((glyph.x0 + glyph.x1) / 2 - place[0]) < 12
    assert abs((glyph.top + glyph.bottom) / 2 - place[1]) < 12


def test_places_count_from_the_corner_of_what_a_viewer_shows() -> None:
    moved = first(Sheet([WORD], box="50 30 645 872"))
    assert (moved.x0, moved.baseline) == pytest.approx((50, 230), abs=0.01)
    cropped = read(Sheet([WORD, Text("ngoài", 10, 200)], crop="60 60 500 800"))
    assert [g.text for g in cropped.glyphs] == ["S", "ở"]
    assert (cropped.width, cropped.height) == (440, 740)
    assert (cropped.glyphs[0].x0, cropped.glyphs[0].baseline) == pytest.approx((40, 158), abs=0.01)


def test_a_form_s_matrix_moves_and_scales_what_stands_in_it() -> None:
    sheet = Sheet([WORD], "50 700 m 300 700 l S", form="0.5 0 0 0.5 20 100")
    page = read(sheet)
    glyph, (ruling,) = page.glyphs[0], page.rulings
    assert (glyph.x0, glyph.baseline, glyph.size) == pytest.approx((70, 842 - 421, 6), abs=0.01)
    assert (ruling.x0, ruling.x1, ruling.top) == pytest.approx((45, 170, 842 - 450), abs=0.01)


def test_what_pdfium_makes_up_between_texts_is_no_glyph() -> None:
    assert text(Sheet([Text("Sở", 50), Text("Y", 300), Text("tế", 50, 130)])) == "SởYtế"
    assert text(Sheet([Text("Sở Y", 50)])) == "Sở Y"


def test_a_space_that_is_drawn_alone_is_a_glyph() -> None:
    page = read(Sheet([Text("Sở", 50), Text(" ", 62), Text("Y", 65)], "3 Tc"))
    assert sorted(g.text for g in page.glyphs) == [" ", "S", "Y", "ở"]


@pytest.mark.parametrize("below", ["bắc", "(bắc)"])
def test_a_hyphen_at_a_line_s_end_stays_a_hyphen(below: str) -> None:
    assert text(Sheet([Text("Nam-", 50, 100), Text(below, 50, 115)])) == f"Nam-{below}"


def test_a_text_printed_twice_to_look_bold_is_read_once_and_two_texts_twice() -> None:
    words = [g.text for g in read(Sheet([Text("Sở", 50), Text("Sở", 50.2)])).glyphs]
    assert words.count("S") == 1
    assert text(Sheet([Text("x", 50, 100), Text("x", 50, 120), Text("x", 50, 140)])) == "xxx"


def test_a_ligature_is_one_glyph_and_two_letters_are_two() -> None:
    assert [g.text for g in read(Sheet([Text("ﬀi")])).glyphs] == ["ff", "i"]
    assert [g.text for g in read(Sheet([Text("ffi")])).glyphs] == ["f", "f", "i"]
