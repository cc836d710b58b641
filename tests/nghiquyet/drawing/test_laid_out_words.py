"""Words of pages that were never printed are shown within their cells."""

from __future__ import annotations

from nghiquyet.drawing.laid_out_words import MORE, shown_words
from nghiquyet.extract.model import Cell
from tests.extract.builders import line, table, word


def cell(text: str, wide: float) -> Cell:
    return Cell(0, 0, 1, 1, (50.0, 100.0, 50.0 + wide, 120.0), (line(text, 50.0, 102.0),))


def test_a_line_that_stands_in_its_cell_is_shown_whole() -> None:
    own = cell("Sở Y tế", 200.0)
    assert [w.text for w in shown_words(own.lines[0].words, [own], ())] == ["Sở", "Y", "tế"]


def test_a_line_longer_than_its_cell_is_cut_and_says_so() -> None:
    own = cell("Sở Nông nghiệp và Môi trường tỉnh Lâm Đồng", 90.0)
    shown = shown_words(own.lines[0].words, [own], ())
    assert [w.text for w in shown][:1] == ["Sở"]
    assert shown[-1].text == MORE
    assert all(w.bbox[2] <= own.bbox[2] for w in shown)


def test_words_outside_tables_stay_as_they_are() -> None:
    free = word("Kính", 10.0, 10.0)
    assert shown_words([free], [cell("x", 50.0)], ())[0] == free


def test_a_heading_repeated_on_another_page_is_not_shown_at_the_place_of_the_first() -> None:
    made = table([["1", "Lập"]], headings=("TT", "Nhiệm vụ"))
    repeated = made.header_lines[0].words
    assert shown_words(repeated, (), (made,)) == ()
