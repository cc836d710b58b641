"""Tables written a cell a line."""

from __future__ import annotations

import pytest

from nghiquyet.extract.readers.ocr_text.listed_tables import listed_lines_to_table, listed_run

HEAD = ["STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"]
ONE = ["1", "Rà soát văn bản", "Sở Tư pháp", "Năm 2027"]
TWO = ["2", "Lập quy hoạch", "Sở Xây dựng", "Năm 2028"]


def read(lines: list[str]) -> list[list[str]]:
    size = listed_run(lines, 0)
    return [list(row.texts) for row in listed_lines_to_table(lines[:size], 1).rows] if size else []


@pytest.mark.parametrize("white", [[], [""]], ids=["dense", "blank lines between rows"])
def test_headings_and_then_cells_are_rows(white: list[str]) -> None:
    assert read([*HEAD, *white, *ONE, *white, *TWO]) == [HEAD, ONE, TWO]


def test_a_groups_number_and_title_are_a_row_of_two() -> None:
    assert read([*HEAD, "I", "Hạ tầng", *ONE, *TWO]) == [HEAD, ["I", "Hạ tầng"], ONE, TWO]


def test_what_follows_the_last_row_is_none_of_it() -> None:
    lines = [*HEAD, *ONE, *TWO, "Nơi nhận:", "- Như trên;"]
    assert listed_run(lines, 0) == 12
    assert read(lines) == [HEAD, ONE, TWO]


@pytest.mark.parametrize(
    "lines",
    [
        ["Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn", *ONE, *TWO],
        ["STT", "Nhiệm vụ", *ONE, *TWO],
        [*HEAD, *ONE],
        [*HEAD, "Các cơ quan thực hiện nghiêm túc."],
    ],
    ids=["no numbers", "two headings", "one row", "no rows"],
)
def test_other_lines_are_no_table(lines: list[str]) -> None:
    assert read(lines) == []
