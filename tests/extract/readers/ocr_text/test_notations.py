"""Tables with tabs, with pipes and in HTML."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nghiquyet.extract.readers.ocr_text.html_tables import html_to_table
from nghiquyet.extract.readers.ocr_text.lines_to_blocks import page_to_blocks
from nghiquyet.extract.readers.ocr_text.model import TextLine, TextTable
from nghiquyet.extract.readers.ocr_text.page_marks import text_to_pages
from nghiquyet.extract.readers.ocr_text.pipe_tables import cells_of
from tests.mangler.notations import WRITERS

HEADER = (("STT", "Nhiệm vụ", "Kết quả"),)


def blocks(text: str) -> list[TextLine | TextTable]:
    return [block for page in text_to_pages(text) for block in page_to_blocks(page).blocks]


def table(text: str) -> TextTable:
    (found,) = (b for b in blocks(text) if isinstance(b, TextTable))
    return found


def texts(of: TextTable) -> list[tuple[str, ...]]:
    return [row.texts for row in of.rows]


CELL = st.lists(st.sampled_from(["Xây", "dựng", "Đề", "án", "50%", "(IoT)", "a;", "–", "A|B", "R&D", "<5"]), max_size=5)
ROWS = st.lists(st.tuples(st.integers(1, 99).map(str), CELL.map(" ".join), CELL.map(" ".join)), min_size=2, max_size=8)


@pytest.mark.parametrize("notation", WRITERS)
@given(rows=ROWS)
@settings(max_examples=25, deadline=None)
def test_a_table_comes_out_as_it_was_written(notation: str, rows: list[tuple[str, str, str]]) -> None:
    found = table("Phụ lục\n\n" + WRITERS[notation](HEADER, rows) + "\n\nNơi nhận:\n")
    assert texts(found) == [*HEADER, *rows]


def test_a_break_in_a_cell_with_tabs_is_told_by_the_missing_tabs() -> None:
    found = table("1\tA\tB\tC\n2\tXây dựng\nđề án\tD\tE\n3\tF\tG\tH\n")
    assert texts(found)[1] == ("2", "Xây dựng đề án", "D", "E")


def test_rows_whose_last_tabs_are_gone_stand_alone() -> None:
    found = table("STT\tA\tB\tC\nI\tHạ tầng\n1\tx\ty\tz\n2\tx\ty\tz\n")
    assert texts(found)[1][:2] == ("I", "Hạ tầng")


@pytest.mark.parametrize("text", ["I.\tMỤC ĐÍCH\n", "a | b nằm trong câu\nvà câu sau.", "Số: 12\tHà Nội, ngày 1\n"])
def test_prose_with_a_tab_or_a_pipe_is_prose(text: str) -> None:
    assert all(isinstance(b, TextLine) for b in blocks(text))


def test_escaped_pipes_part_nothing() -> None:
    assert cells_of(r"| 1 | A \| B |  |") == ("1", "A | B", "")


def test_spans_cover_their_places() -> None:
    _, found = html_to_table(
        "<table><tr><td rowspan=2>1</td><td colspan='2'>A</td></tr><tr><td>B</td><td>C</td></tr></table>", 1
    )
    assert [[c.text if c else None for c in r.cells] for r in found.rows] == [["1", "A", None], [None, "B", "C"]]


def test_scripts_are_neither_run_nor_read_and_spans_are_bounded() -> None:
    source = "<table><caption>Tên</caption><tr><td colspan=999999999>A<script>alert(1)</script></td></tr></table>"
    caption, found = html_to_table(source, 1)
    assert caption == ("Tên",)
    assert found.rows[0].texts[0] == "A"
    assert len(found.rows[0].cells) <= 60


def test_a_table_that_is_never_closed_reaches_the_page_s_end() -> None:
    assert texts(table("<table><tr><td>1</td><td>A</td></tr><tr><td>2</td><td>B")) == [("1", "A"), ("2", "B")]


def test_a_table_within_a_cell_is_its_text_and_one_in_no_cell_begins_anew() -> None:
    nested = "<table><tr><td>1</td><td><table><tr><td>A</td></tr></table></td></tr></table>"
    assert [b for b in blocks(nested + "sau") if isinstance(b, TextTable)] == [table(nested)]
    unclosed = "<table><tr><td>1</td><td>A</td></tr>\n<table><tr><td>2</td><td>B</td></tr></table>"
    assert [texts(b) for b in blocks(unclosed) if isinstance(b, TextTable)] == [[("1", "A")], [("2", "B")]]


def test_notes_stand_apart() -> None:
    page = page_to_blocks(text_to_pages("xe máy¹ và\n\n¹ Gồm 05 phường.\n\nxanh.\n\n[^2]: Theo kế hoạch")[0])
    assert [n.text for n in page.notes] == ["1 Gồm 05 phường.", "2 Theo kế hoạch"]
