"""Tables drawn in boxes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nghiquyet.extract.readers.ocr_text.boxed_tables import (
    boxed_lines_to_table,
    boxed_run,
    is_table_rule,
    with_plain_boxes,
)

BOX = """
+-----+----------------+------------+
| STT | Nhiệm vụ       | Thời hạn   |
+=====+================+============+
| 1   | Rà soát các    | Quý I/2026 |
|     | văn bản        |            |
+-----+----------------+------------+
| 2   | Lập quy hoạch  | Năm 2027   |
+-----+----------------+------------+
"""
ROWS = [["STT", "Nhiệm vụ", "Thời hạn"], ["1", "Rà soát các văn bản", "Quý I/2026"], ["2", "Lập quy hoạch", "Năm 2027"]]


def read(box: str) -> list[list[str]]:
    lines = box.strip().split("\n")
    return [list(row.texts) for row in boxed_lines_to_table(lines, 1).rows]


def test_a_box_is_a_table_and_lines_between_two_rules_one_row() -> None:
    lines = BOX.strip().split("\n")
    assert boxed_run([*lines, "Hết"], 0) == len(lines)
    assert read(BOX) == ROWS


@pytest.mark.parametrize("lines", [["| a | b |"], ["+---+---+"], ["+---+---+", "a | b", "+---+---+"], ["a + b", "| c"]])
def test_other_lines_begin_no_box(lines: list[str]) -> None:
    assert boxed_run(lines, 0) == 0


def test_lines_with_numbers_of_their_own_between_two_rules_are_rows() -> None:
    box = """
+-----+-----------+
| STT | Nhiệm vụ  |
+-----+-----------+
| 1   | Rà soát   |
|     | văn bản   |
| 2   | Quy hoạch |
+-----+-----------+
"""
    assert read(box) == [["STT", "Nhiệm vụ"], ["1", "Rà soát văn bản"], ["2", "Quy hoạch"]]


def test_a_cell_beside_a_rule_goes_on_below_it() -> None:
    box = """
+-----+---------+------+
| 1   | Sở Y tế | A    |
|     |         +------+
|     |         | B    |
+-----+---------+------+
"""
    rows = boxed_lines_to_table(box.strip().split("\n"), 1).rows
    assert [[c and (c.text, c.row_span) for c in row.cells] for row in rows] == [
        [("1", 2), ("Sở Y tế", 2), ("A", 1)],
        [None, None, ("B", 1)],
    ]


def test_a_text_over_several_columns_spans_them() -> None:
    box = """
+-----+---------+------+
| I. Hạ tầng số        |
+-----+---------+------+
| 1   | Sở Y tế | A    |
+-----+---------+------+
"""
    (title, _, _), below = (row.cells for row in boxed_lines_to_table(box.strip().split("\n"), 1).rows)
    assert title is not None
    assert (title.text, title.column_span) == ("I. Hạ tầng số", 3)
    assert [c.text for c in below if c] == ["1", "Sở Y tế", "A"]


def test_letters_that_draw_boxes_are_read_as_plain_ones() -> None:
    drawn = "┌─┬─┐\n│1│A│\n└─┴─┘"
    assert with_plain_boxes(drawn) == "+-+-+\n|1|A|\n+-+-+"
    assert with_plain_boxes("a ─ b") == "a ─ b"


@pytest.mark.parametrize(
    ("line", "rule"),
    [("+---+===+", True), ("---- ------- ---", True), ("------", False), ("- a -", False), ("+---", False)],
)
def test_rules_that_part_columns(line: str, rule: bool) -> None:
    assert is_table_rule(line) is rule


CELL = st.lists(st.sampled_from(["Xây", "dựng", "a;", "50%", "(x)"]), min_size=1, max_size=4).map(" ".join)


@given(st.lists(st.tuples(CELL, CELL), min_size=1, max_size=6))
@settings(max_examples=50, deadline=None)
def test_what_a_box_holds_comes_out(rows: list[tuple[str, str]]) -> None:
    wide = [max(len(row[c]) for row in rows) for c in (0, 1)]
    rule = "+" + "+".join("-" * (w + 2) for w in wide) + "+"
    drawn = [rule]
    for row in rows:
        drawn += ["| " + " | ".join(t.ljust(w) for t, w in zip(row, wide, strict=True)) + " |", rule]
    assert read("\n".join(drawn)) == [list(row) for row in rows]
