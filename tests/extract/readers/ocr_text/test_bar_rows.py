"""Cells between bars are cut into the rows of a table, or are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.readers.ocr_text.bar_rows import parts_to_rows

HEAD = ("TT", "Nhiệm vụ", "Chủ trì", "Thời gian")


def stream(*rows: tuple[str, ...]) -> list[str]:
    """The parts between the bars of these rows, as a page turned to text writes them."""
    parts: list[str] = []
    for row in rows:
        parts += [*row, ""]
    return parts[:-1]


def test_rows_keep_their_empty_cells() -> None:
    rows = (HEAD, ("1", "Rà soát", "", "2026"), ("2", "Báo cáo", "Sở Nội vụ", ""), ("3", "Xây dựng", "", ""))
    assert parts_to_rows(stream(*rows)) == rows


def test_a_group_of_two_merged_cells_is_a_row_of_its_own() -> None:
    rows = (HEAD, ("I", "NHÓM THỂ CHẾ"), ("1", "Rà soát", "Sở Tư pháp", "2026"), ("2", "Báo cáo", "", "2026"))
    assert parts_to_rows(stream(*rows))[1] == ("I", "NHÓM THỂ CHẾ", "", "")


def test_cells_merged_at_the_left_are_left_empty() -> None:
    rows = (HEAD, ("1", "Rà soát", "Sở Tư pháp", "2026"), ("Báo cáo", "Sở Nội vụ", "2027"), ("2", "Sửa", "", "2026"))
    assert parts_to_rows(stream(*rows))[2] == ("", "Báo cáo", "Sở Nội vụ", "2027")


@pytest.mark.parametrize(
    "parts",
    [
        [],
        ["Nơi nhận: …", "KT. CHỦ TỊCH"],
        stream(("UBND TỈNH", "CỘNG HÒA"), ("Số: 1", "Hà Nội")),
        stream(HEAD, ("1", "Rà soát", "", "")),
        stream(HEAD, ("a",), ("b",), ("c",), ("d",)),
    ],
)
def test_what_is_no_table(parts: list[str]) -> None:
    assert parts_to_rows(parts) == ()


CELL = st.sampled_from(["1", "I", "Rà soát", "Sở Tư pháp", "", "2026"])


@given(st.lists(st.tuples(st.sampled_from(["1", "2", "a"]), CELL, CELL, st.just("x")), min_size=2, max_size=12))
def test_whole_rows_are_read_back_whatever_is_empty_in_them(rows: list[tuple[str, ...]]) -> None:
    assert parts_to_rows(stream(HEAD, *rows)) == (HEAD, *rows)


@given(st.lists(CELL, max_size=40))
def test_no_cell_is_lost_nor_made_up(parts: list[str]) -> None:
    rows = parts_to_rows(parts)
    if rows:
        assert [c for row in rows for c in row if c] == [p for p in parts if p]
        assert len({len(row) for row in rows}) == 1
