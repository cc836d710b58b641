"""Lines in columns → rows."""

from __future__ import annotations

from nghiquyet.extract.readers.ocr_text.spaced_columns import SpacedLine
from nghiquyet.extract.readers.ocr_text.spaced_rows import placed_rows

HEAD = SpacedLine(((0, "STT"), (1, "Nhiệm vụ")))


def line(*texts: str) -> SpacedLine:
    return SpacedLine(tuple((c, text) for c, text in enumerate(texts) if text))


def rows(*lines: SpacedLine) -> list[list[str]]:
    return placed_rows([HEAD, *lines], 2)[1:]


def test_numbers_begin_rows() -> None:
    assert rows(line("1", "Rà"), line("", "soát"), line("2", "Lập")) == [["1", "Rà soát"], ["2", "Lập"]]


def test_blank_lines_part_rows_of_one_number_each() -> None:
    found = rows(line("", "Rà"), line("1", "soát"), SpacedLine(), line("2", "Lập"), line("", "quy hoạch"))
    assert found == [["1", "Rà soát"], ["2", "Lập quy hoạch"]]


def test_blank_lines_part_no_rows_where_several_numbers_stand_between_them() -> None:
    assert rows(line("1", "Rà"), line("2", "Lập"), SpacedLine(), line("3", "Xây")) == [
        ["1", "Rà"],
        ["2", "Lập"],
        ["3", "Xây"],
    ]


def test_numbers_amid_rows_that_nothing_parts_tell_no_rows() -> None:
    assert rows(line("", "Rà"), line("1", "soát"), line("", "Lập"), line("2", "quy hoạch")) == []


def test_a_cell_that_begins_below_its_rows_first_line_tells_no_rows() -> None:
    assert placed_rows([line("STT", "Nhiệm vụ", "Hạn"), line("1", "Rà"), line("", "soát", "2026")], 3) == []
