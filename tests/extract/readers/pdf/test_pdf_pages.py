from __future__ import annotations

import unicodedata
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nghiquyet.extract.errors import UnreadableInput
from nghiquyet.extract.readers.pdf import pdf_pages
from nghiquyet.extract.readers.pdf.glyphs_to_words import glyphs_to_words
from nghiquyet.extract.readers.pdf.pdf_pages import PdfPage, pdf_to_raw_pages
from tests.extract.tiny_pdf import Sheet, Text, tiny_pdf


def raw(sheet: Sheet) -> PdfPage:
    (page,) = pdf_to_raw_pages(tiny_pdf(sheet), "a.pdf")
    return page


def read(*texts: Text) -> list[str]:
    page = raw(Sheet(texts))
    return [w.text for w in glyphs_to_words(page.glyphs, page.rulings, 1)]


LETTER = st.sampled_from("abcđeêghioơuưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ0123456789/-.,%")


@settings(max_examples=25)
@given(st.lists(st.text(LETTER, min_size=1, max_size=7), min_size=1, max_size=6), st.sampled_from(["NFC", "NFD"]))
def test_what_is_printed_comes_back_in_nfc(words: list[str], form: str) -> None:
    assert read(Text(unicodedata.normalize(form, " ".join(words)))) == words  # type: ignore[arg-type]


def test_a_mark_drawn_apart_stands_on_its_own_letter() -> None:
    assert read(Text("tie\u0302\u0301n đo\u0323\u0302")) == ["tiến", "độ"]


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("hiệu ﬁn ﬄ", ["hiệu", "fin", "ffl"]),
        ("nông\u00adthôn", ["nôngthôn"]),
        ("Sở\u00a0Y\u202ftế", ["Sở", "Y", "tế"]),
        ("08\u2011NQ/TU", ["08-NQ/TU"]),
        ("co\u200b\ufeff2", ["co", "2"]),
    ],
    ids=["ligature", "soft hyphen", "no-break space", "no-break hyphen", "zero width"],
)
def test_odd_letters_are_read_as_seen(printed: str, words: list[str]) -> None:
    assert "".join(read(Text(printed))) == "".join(words)
    if "\u200b" not in printed:
        assert read(Text(printed)) == words


@pytest.mark.parametrize(
    ("codes", "font", "text"),
    [
        ("Uû ban nh©n d©n tØnh", ".VnTime", "Uỷ ban nhân dân tỉnh"),
        ("n\u00adíc s¹ch, x\u00ad\u00adng", ".VnTime", "nước sạch, xưưng"),
        ("quyÕt ®Þnh", "ABCDEF+.VnTimeH", "QUYẾT ĐỊNH"),
        ("Uûy ban nhaân daân", "VNI-Times", "Ủy ban nhân dân"),
    ],
)
def test_old_fonts_are_read_from_the_page(codes: str, font: str, text: str) -> None:
    assert read(Text(codes, font=font, codes=True)) == text.split()


def test_what_lies_outside_the_paper_is_not_printed() -> None:
    assert read(Text("trong"), Text("ngoài", x=700), Text("dưới", y=900)) == ["trong"]


DRAWINGS = {
    "line": "1 w 50 700 m 300 700 l S",
    "thin rectangle": "50 699.5 250 1 re f",
    "closed thin path": "50 699.5 m 300 699.5 l 300 700.5 l 50 700.5 l h f",
}


@pytest.mark.parametrize("drawing", DRAWINGS.values(), ids=DRAWINGS)
def test_strokes_are_rulings_however_drawn(drawing: str) -> None:
    (ruling,) = raw(Sheet([Text("a")], drawing)).rulings
    assert ruling.horizontal
    assert (ruling.x0, ruling.x1) == (50, 300)
    assert (ruling.top + ruling.bottom) / 2 == pytest.approx(142)


def test_an_outlined_rectangle_is_four_rulings() -> None:
    rulings = raw(Sheet([Text("a")], "50 700 200 100 re S")).rulings
    assert sorted(r.horizontal for r in rulings) == [False, False, True, True]


@pytest.mark.parametrize(
    "drawing",
    ["1 1 1 RG 50 700 m 300 700 l S", "0.8 g 50 600 250 100 re f", "50 600 m 300 700 l S", "1 g 50 699.5 250 1 re f"],
    ids=["white line", "shade", "slanted", "white bar"],
)
def test_what_no_reader_sees_as_a_border_is_none(drawing: str) -> None:
    assert raw(Sheet([Text("a")], drawing)).rulings == ()


def many(counts: Iterable[int]) -> str:
    return " ".join(f"{10 + i % 500} {10 + i // 500} m {11 + i % 500} {10 + i // 500} l S" for i in counts)


def test_more_strokes_than_any_table_has_are_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_pages, "STROKE_LIMIT", 50)
    assert len(raw(Sheet([Text("a")], many(range(50)))).rulings) == 50
    page = raw(Sheet([Text("a")], many(range(51))))
    assert (page.rulings, page.overfull, page.shapes) == ((), True, 51)


def test_more_letters_than_a_page_holds_are_cut_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_pages, "GLYPH_LIMIT", 5)
    page = raw(Sheet([Text("abcdef")]))
    assert ("".join(g.text for g in page.glyphs), page.overfull) == ("abcde", True)
    assert not raw(Sheet([Text("abcde")])).overfull


def test_a_page_that_breaks_the_parser_comes_out_empty_and_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*page: object) -> PdfPage:
        raise ValueError

    monkeypatch.setattr(pdf_pages, "_raw_page", breaks)
    page = raw(Sheet([Text("a")]))
    assert (page.broken, page.glyphs, page.width) == (True, (), 595)


def test_what_cannot_be_parsed_at_all_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="hãy"):
        list(pdf_to_raw_pages(b"%PDF-1.4\nnothing", "a.pdf"))
