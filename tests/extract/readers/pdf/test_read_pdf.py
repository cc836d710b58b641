"""Whole files, written by hand, to documents."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from nghiquyet.extract.errors import UnreadableInput
from nghiquyet.extract.model import Document
from nghiquyet.extract.read_file import read_file
from nghiquyet.extract.readers.pdf import pdf_pages
from nghiquyet.extract.readers.pdf import read_pdf as module
from nghiquyet.extract.readers.pdf.read_pdf import read_pdf
from tests.extract.builders import texts
from tests.extract.tiny_pdf import Sheet, Text, tiny_pdf

BAD = Path(__file__).parents[3] / "data" / "bad"
HEADINGS = ("TT", "Nhiệm vụ", "Chủ trì")
ROWS = (("1", "Lập quy hoạch", "Sở Xây dựng"), ("2", "Ban hành cơ chế", "Sở Tài chính"))
COLUMNS = (50.0, 90.0, 300.0, 450.0)


def read(data: bytes) -> Document:
    return read_pdf(data, "a.pdf")


def sheet(rows: Sequence[Sequence[str]], top: float = 150, *others: Text, **changes: object) -> Sheet:
    """A page with a ruled table, 20 points a row."""
    places = [top + 20 * i for i in range(len(rows) + 1)]
    height = float(changes.get("height", 842))  # type: ignore[arg-type]
    strokes = [f"{COLUMNS[0]} {height - y} m {COLUMNS[-1]} {height - y} l S" for y in places]
    strokes += [f"{x} {height - places[0]} m {x} {height - places[-1]} l S" for x in COLUMNS]
    cells = [
        Text(text, x + 3, y + 14, 10)
        for row, (y, _) in zip(rows, pairwise(places), strict=True)
        for text, x in zip(row, COLUMNS, strict=False)
        if text
    ]
    return Sheet([*others, *cells], "\n".join(strokes), **changes)  # type: ignore[arg-type]


def test_text_and_table_are_told_apart() -> None:
    document = read(tiny_pdf(sheet([HEADINGS, *ROWS], 150, Text("Phụ lục", 250, 80), Text("Nơi nhận:", 50, 400))))
    (table,) = document.tables
    assert texts(table) == [list(row) for row in ROWS]
    assert table.headings == (("TT",), ("Nhiệm vụ",), ("Chủ trì",))
    assert [x.text for x in table.caption] == ["Phụ lục"]
    assert [x.text for x in document.lines] == ["Phụ lục", "Nơi nhận:"]
    assert (document.medium, document.troubles, len(document.sha256)) == ("born_digital", (), 64)


def test_a_table_over_two_pages_is_one_around_page_numbers() -> None:
    pages = [
        sheet([HEADINGS, ROWS[0]], 740, Text("1", 290, 40)),
        sheet([ROWS[1]], 60, Text("2", 290, 40)),
    ]
    document = read(tiny_pdf(*pages))
    (table,) = document.tables
    assert (texts(table), table.pages) == ([list(row) for row in ROWS], (1, 2))
    assert [[x.text for x in page.furniture] for page in document.pages] == [["1"], ["2"]]
    assert document.lines == ()


def test_pages_of_mixed_orientation_keep_their_own_sizes() -> None:
    document = read(tiny_pdf(Sheet([Text("Kế hoạch")]), sheet([HEADINGS, *ROWS], width=842, height=595)))
    assert [(p.width, p.height) for p in document.pages] == [(595, 842), (842, 595)]
    assert len(document.tables) == 1


def test_a_number_in_a_signatures_appearance_stands_in_its_line() -> None:
    page = Sheet([Text("Số:        /KH-UBND")], widgets=[Text("128", x=80)])
    (line,) = read(tiny_pdf(page, before=b"X-Mailer: office\r\n")).lines
    assert line.text == "Số: 128 /KH-UBND"


def test_letterheads_halves_are_two_lines() -> None:
    document = read(tiny_pdf(Sheet([Text("TỈNH ỦY", 60), Text("ĐẢNG CỘNG SẢN", 350)])))
    assert [x.text for x in document.lines] == ["TỈNH ỦY", "ĐẢNG CỘNG SẢN"]


def test_an_illegible_page_is_said_and_not_handed_on() -> None:
    noise = "UY NUAN DAN THANH Ho CHi MINH yeu cau cac so ban nganh "
    bad = Sheet([Text(noise, 20, 100 + 24 * i, 16) for i in range(12)])
    document = read(tiny_pdf(Sheet([Text("Kế hoạch số 15")]), bad))
    assert [p.legible for p in document.pages] == [True, False]
    assert document.pages[1].words == ()
    assert [(t.code, t.pages) for t in document.troubles] == [("page-illegible", (2,))]
    assert document.medium == "mixed"


@pytest.mark.parametrize("file", ["no-text.pdf", "grid-400.pdf", "empty.pdf", "not-a-pdf.pdf", "encrypted.pdf"])
def test_what_has_no_text_is_refused(file: str) -> None:
    with pytest.raises(UnreadableInput, match="hãy"):
        read_file(BAD / file)


@pytest.mark.parametrize("file", ["no-table.pdf", "junk-before-header.pdf"])
def test_a_file_without_a_table_is_read(file: str) -> None:
    document = read_file(BAD / file)
    assert document.tables == ()
    assert "Ke hoach nay" in document.lines[0].text


def test_a_grid_of_more_cells_than_any_table_has_is_passed_over() -> None:
    strokes = [f"{50 + i * 1.2:.1f} 50 m {50 + i * 1.2:.1f} 790 l S" for i in range(400)]
    strokes += [f"50 {50 + i * 1.8:.1f} m 530 {50 + i * 1.8:.1f} l S" for i in range(400)]
    prose = [Text("phấn đấu đạt mục tiêu tăng trưởng " * 10, 10, 20 + 8 * i, 3) for i in range(4)]
    document = read(tiny_pdf(Sheet(prose, "\n".join(strokes))))
    assert document.tables == ()
    assert len(document.lines) == 4


def test_more_letters_than_a_page_holds_are_an_error_said() -> None:
    texts_ = [Text(f"{i} " + "phấn đấu đạt " * 40, 10, 20 + 0.5 * i, 1) for i in range(130)]
    document = read(tiny_pdf(Sheet(texts_)))
    assert sum(len(t.text) for t in texts_) > pdf_pages.GLYPH_LIMIT
    assert [(t.code, t.pages) for t in document.troubles] == [("page-overfull", (1,))]


def test_more_words_than_a_page_holds_are_an_error_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WORD_LIMIT", 5)
    document = read(tiny_pdf(Sheet([Text("một hai ba bốn năm")]), Sheet([Text("một hai ba bốn năm sáu")])))
    assert [len(page.words) for page in document.pages] == [5, 5]
    assert [(t.code, t.pages) for t in document.troubles] == [("page-overfull", (2,))]


def test_progress_counts_pages() -> None:
    seen: list[tuple[int, int]] = []
    read_pdf(tiny_pdf(*[Sheet([Text("trang")])] * 3), "a.pdf", lambda done, of: seen.append((done, of)))
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_a_printed_document_waits_for_nobody() -> None:
    called: list[bool] = []
    read_pdf(tiny_pdf(Sheet([Text("trang")])), "a.pdf", meanwhile=lambda: called.append(True))
    assert called == []


def test_the_same_bytes_give_the_same_document() -> None:
    data = tiny_pdf(sheet([HEADINGS, *ROWS]))
    assert read(data) == read(data)


def test_a_page_without_anything_between_others_is_said_and_a_blank_one_at_the_end_is_not() -> None:
    text = Sheet([Text("Kế hoạch thực hiện nghị quyết")])
    assert codes(tiny_pdf(text, Sheet(), text)) == {"page-empty": (2,)}
    assert codes(tiny_pdf(text, text, Sheet())) == {}
    assert codes(tiny_pdf(text, Sheet([Text(" ")]), text)) == {}


def codes(data: bytes) -> dict[str, tuple[int, ...]]:
    return {t.code: t.pages for t in read_pdf(data, "a.pdf").troubles}
