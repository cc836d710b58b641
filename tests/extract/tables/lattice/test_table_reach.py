"""How far a table without vertical rulings reaches down its page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.model import Line, Word
from nghiquyet.extract.tables.lattice.table_reach import above_end_matter, goes_on, table_bottom
from tests.extract.builders import words

COLUMNS = (50.0, 85.0, 300.0, 400.0, 520.0)
ROWS = [
    (100.0, ["1", "Lập quy hoạch trạm sạc", "Năm 2027", "Sở Xây dựng"]),
    (124.0, ["2", "Ban hành cơ chế", "Năm 2026", "Sở Tài chính"]),
]
NEXT = (172.0, ["3", "Ban hành quy chế", "Năm 2026", "Sở Y tế"])
LONG = "Nhóm nhiệm vụ về hạ tầng giao thông, năng lượng và rà soát quy hoạch"


def printed(rows: list[tuple[float, list[str]]]) -> list[Word]:
    return [w for top, cells in rows for x, text in zip(COLUMNS, cells, strict=False) for w in words(text, x + 4, top)]


def bottom(below: list[Word]) -> float:
    return table_bottom(136.0, COLUMNS, [*printed(ROWS), *below])


def test_rows_that_follow_closely_are_of_the_table() -> None:
    assert bottom(printed([(148.0, NEXT[1])])) == 160
    assert bottom(printed([(190.0, NEXT[1])])) == 136


def test_a_text_over_several_columns_is_of_the_table_where_a_row_follows() -> None:
    text = words(LONG, 89, 148)
    assert bottom([*text, *printed([NEXT])]) == 184
    assert bottom(text) == 136
    assert bottom([*text, *words("Nội dung khác của văn bản", 89, 172)]) == 136


def test_a_longer_text_of_the_last_column_is_of_the_table_and_prose_that_ends_there_is_not() -> None:
    row = ["3", "Ban hành quy chế", "Năm 2026", "Sở Nông nghiệp và Phát triển nông thôn"]
    assert bottom(printed([(148.0, row)])) == 160
    assert bottom(words(f"{LONG} {LONG}", 89, 148)) == 136


def test_a_wider_number_reaches_out_on_the_left() -> None:
    number, *rest = NEXT[1]
    own = [*words("III.3.1", 40, 148), *printed([(148.0, ["", *rest])])]
    assert number
    assert bottom(own) == 160


def test_a_cells_last_line_begins_where_its_others_do_whatever_border_it_stands_on() -> None:
    shifted = (50.0, 85.0, 300.0, 412.0, 520.0)
    rest = words("dựng", 404, 138)
    assert table_bottom(136.0, shifted, [*printed(ROWS), *rest]) == 150
    assert table_bottom(136.0, shifted, [*printed(ROWS), *words("dựng", 398, 138)]) == 136


@pytest.mark.parametrize(
    ("text", "bold"),
    [("Nơi nhận:", False), ("PHỤ LỤC II", False), ("Phụ lục 2", True)],
    ids=["recipients", "caps", "bold"],
)
def test_end_matter_and_another_appendix_end_a_table(text: str, bold: bool) -> None:
    ends = [replace(w, bold=bold) for w in words(text, 89, 148)]
    assert bottom([*ends, *printed([NEXT])]) == 136
    assert not goes_on(Line(tuple(ends)), COLUMNS)


def test_a_cell_that_names_an_appendix_ends_none() -> None:
    assert goes_on(Line(tuple(words("Phụ lục 2", 89, 148))), COLUMNS)


def test_a_sections_label_in_the_texts_column_is_none_of_the_rows() -> None:
    assert bottom(words("III. Tổ chức thực hiện", 89, 148)) == 136


@pytest.mark.parametrize(("text", "of_it"), [("Tổng cộng", True), ("Ghi chú: Kinh phí", False)])
def test_only_sums_begin_in_the_numbers_column_and_run_over_it(text: str, of_it: bool) -> None:
    assert goes_on(Line(tuple(words(text, 60, 148))), COLUMNS) is of_it


def test_an_area_ends_above_the_signature() -> None:
    page = [*printed(ROWS), *words("KT. CHỦ TỊCH", 300, 150)]
    assert above_end_matter(90, 300, page) == 149
    assert above_end_matter(90, 300, printed(ROWS)) == 299


@given(st.lists(st.tuples(st.integers(40, 500), st.integers(0, 12)), max_size=12))
def test_a_bottom_is_never_higher_nor_below_the_page(strewn: list[tuple[int, int]]) -> None:
    below = [w for x, row in strewn for w in words("Sở Y tế", x, 140.0 + 14 * row)]
    found = bottom(below)
    assert 136 <= found <= max([136.0, *(w.bbox[3] for w in below)])
