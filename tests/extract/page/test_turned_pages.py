from __future__ import annotations

import unicodedata

import pytest

from nghiquyet.extract.model import Word
from nghiquyet.extract.page.turned_pages import placement_of, upright
from nghiquyet.extract.readers.pdf.glyphs_to_words import glyphs_to_words
from nghiquyet.extract.readers.pdf.pdf_pages import PdfPage, pdf_to_raw_pages
from nghiquyet.extract.tables.lattice.rulings_to_grids import rulings_to_grids
from tests.extract.tiny_pdf import Sheet, Text, tiny_pdf

LINES = ("Kế hoạch số 15", unicodedata.normalize("NFD", "thực hiện Nghị quyết"))
READ = unicodedata.normalize("NFC", " ".join(LINES)).split()
WIDTH, HEIGHT = 595.0, 842.0


def turned(degrees: int, rotate: int = 0) -> PdfPage:
    return upright(raw(degrees, rotate))


def raw(degrees: int, rotate: int = 0) -> PdfPage:
    """The two lines and a frame of two cells around them, drawn on a page turned anticlockwise by ``degrees``."""
    texts = [Text(t, *_place(100 + 20 * i, degrees), degrees=degrees) for i, t in enumerate(LINES)]
    corners = [(90, 80), (400, 80), (400, 140), (90, 140), (90, 80)]
    path = " ".join(
        f"{x} {HEIGHT - y} {'l' if i else 'm'}" for i, (x, y) in enumerate(_at(c, degrees) for c in corners)
    )
    middle = " ".join(
        f"{x} {HEIGHT - y} {'l' if i else 'm'}"
        for i, (x, y) in enumerate(_at(c, degrees) for c in ((250, 80), (250, 140)))
    )
    (page,) = pdf_to_raw_pages(
        tiny_pdf(Sheet(texts, f"{path} S {middle} S", width=WIDTH, height=HEIGHT, rotate=rotate)), "a.pdf"
    )
    return page


def _place(y: float, degrees: int) -> tuple[float, float]:
    return _at((100, y), degrees)


def _at(point: tuple[float, float], degrees: int) -> tuple[float, float]:
    """The point on the page before it was turned anticlockwise by ``degrees``; origin top left."""
    x, y = point
    return {0: (x, y), 90: (y, HEIGHT - x), 180: (WIDTH - x, HEIGHT - y), 270: (WIDTH - y, x)}[degrees]


def words(page: PdfPage) -> list[Word]:
    return list(glyphs_to_words(page.glyphs, page.rulings, 1))


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_that_lies_on_its_side_reads_as_the_upright_one(degrees: int) -> None:
    page, straight = turned(degrees), turned(0)
    assert [w.text for w in words(page)] == [w.text for w in words(straight)] == READ
    for found, known in zip(words(page), words(straight), strict=True):
        assert found.bbox == pytest.approx(known.bbox, abs=0.1)
    assert (page.width, page.height) == ((WIDTH, HEIGHT) if degrees == 180 else (HEIGHT, WIDTH))


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_page_with_rotate_reads_as_the_upright_one_too(rotate: int, degrees: int) -> None:
    page, straight = turned(degrees, rotate), turned(0)
    assert [w.text for w in words(page)] == READ
    for found, known in zip(words(page), words(straight), strict=True):
        assert found.bbox == pytest.approx(known.bbox, abs=0.1)
    assert (page.width, page.height) == ((WIDTH, HEIGHT) if degrees in (0, 180) else (HEIGHT, WIDTH))
    assert rulings_to_grids(page.rulings)[0].bbox == pytest.approx(rulings_to_grids(straight.rulings)[0].bbox, abs=0.1)


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_its_rulings_are_turned_with_it(degrees: int) -> None:
    (found,), (known,) = (rulings_to_grids(turned(d).rulings) for d in (degrees, 0))
    assert found.bbox == pytest.approx(known.bbox, abs=0.1)
    assert [(c.row, c.column) for c in found.cells] == [(c.row, c.column) for c in known.cells]


def test_a_few_letters_on_their_side_do_not_turn_the_page() -> None:
    texts = [Text("Kế hoạch thực hiện"), Text("mộc", 500, 300, degrees=90)]
    (page,) = pdf_to_raw_pages(tiny_pdf(Sheet(texts)), "a.pdf")
    assert upright(page) is page


def test_an_empty_page_stays_as_it_is() -> None:
    page = PdfPage(1, 595, 842, (), ())
    assert upright(page) is page


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_the_way_back_leads_to_the_places_of_the_page_as_filed(degrees: int) -> None:
    filed = raw(degrees)
    back = [placement_of(filed).box((r.x0, r.top, r.x1, r.bottom)) for r in upright(filed).rulings]
    assert back == [pytest.approx((r.x0, r.top, r.x1, r.bottom)) for r in filed.rulings]
    assert back
