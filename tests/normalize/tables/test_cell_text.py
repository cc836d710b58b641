from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.model import Cell, Line, TableCell, Word
from nghiquyet.normalize.model import Box
from nghiquyet.normalize.tables.cell_text import boxes, cell_lines, cell_text, note_marks, without_bullet
from tests.extract.builders import lines, word


def cell(*texts: str) -> TableCell:
    """A cell with a part for each text, on pages 1, 2, …"""
    parts = [Cell(0, 0, 1, 1, (50, 60, 150, 200), lines(t, 53, 64, page)) for page, t in enumerate(texts, start=1)]
    return TableCell((0, 1), tuple(parts))


def marked(*words: Word) -> TableCell:
    return TableCell((0, 1), (Cell(0, 0, 1, 1, (50, 60, 150, 200), (Line(words),)),))


def raised(text: str) -> Word:
    return replace(word(text, 80, size=7), raised=True, joined=True)


def test_line_breaks_are_undone_and_lines_kept_for_who_needs_them() -> None:
    one = cell("Sở Nông nghiệp\nvà Môi trường")
    assert cell_text(one) == "Sở Nông nghiệp và Môi trường"
    assert cell_lines(one) == ("Sở Nông nghiệp", "và Môi trường")


def test_parts_of_two_pages_are_one_text() -> None:
    assert cell_text(cell("Tháng", "12/2030")) == "Tháng 12/2030"


def test_an_empty_cell_has_no_text_lines_or_boxes() -> None:
    assert (cell_text(cell()), cell_lines(cell("")), boxes([cell("")])) == ("", (), ())


@pytest.mark.parametrize("mark", ["1", "(2)", "[3]", "*", "12"])
def test_a_footnotes_mark_is_taken_off_and_told(mark: str) -> None:
    one = marked(word("kinh"), word("phí", 70), raised(mark))
    assert cell_text(one) == "kinh phí"
    assert note_marks(one) == (mark,)


@pytest.mark.parametrize("measure", ["m", "km", "1.500m", "(m", "đồng/m"])
def test_a_power_is_no_footnotes_mark(measure: str) -> None:
    one = marked(word("500"), word(measure, 70), raised("2"))
    assert cell_text(one) == f"500 {measure}2"
    assert note_marks(one) == ()


def test_a_number_on_the_line_is_no_mark() -> None:
    one = marked(word("khóa"), word("1", 80))
    assert (cell_text(one), note_marks(one)) == ("khóa 1", ())


def test_a_raised_word_is_no_mark() -> None:
    assert cell_text(marked(word("ngày"), raised("hai"))) == "ngàyhai"


def test_a_cell_of_a_mark_alone_is_empty() -> None:
    assert cell_text(marked(raised("1"))) == ""


def test_a_word_broken_over_two_lines_stands_whole_in_the_first() -> None:
    first, second = Line((word("20/12/202"),)), Line((replace(word("2", top=114), joined=True),))
    one = TableCell((0, 1), (Cell(0, 0, 1, 1, (50, 60, 110, 200), (first, second)),))
    assert (cell_text(one), cell_lines(one)) == ("20/12/2022", ("20/12/2022",))


def test_boxes_are_around_the_words_an_entry_a_page_each_once() -> None:
    one = cell("Tháng", "12/2030")
    assert boxes([one, one]) == (
        Box(page=1, bbox=(53.0, 64.0, 83.0, 76.0)),
        Box(page=2, bbox=(53.0, 64.0, 95.0, 76.0)),
    )


@pytest.mark.parametrize(
    ("text", "plain"), [("- Rà soát", "Rà soát"), ("+ Trình", "Trình"), ("-5%", "-5%"), ("A - B", "A - B")]
)
def test_bullets(text: str, plain: str) -> None:
    assert without_bullet(text) == plain


@given(st.lists(st.text(alphabet="abcđêô 1,.", max_size=20), min_size=1, max_size=4))
def test_no_letter_is_lost(texts: list[str]) -> None:
    one = cell("\n".join(texts))
    assert cell_text(one).replace(" ", "") == "".join(texts).replace(" ", "")
    assert "".join(cell_lines(one)).replace(" ", "") == "".join(texts).replace(" ", "")
