"""Tables written a cell a line."""

from __future__ import annotations

import pytest

from nghiquyet.extract.readers.ocr_text.listed_tables import listed_heading, listed_lines_to_table, listed_run

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


def test_paragraphs_of_several_lines_are_cells() -> None:
    paragraphs = [*HEAD, "1", "Rà soát văn bản\nquy phạm pháp luật", *ONE[2:], *TWO]
    whole = ["1", "Rà soát văn bản quy phạm pháp luật", *ONE[2:]]
    assert read("\n\n".join([*paragraphs, "Nơi nhận:"]).split("\n")) == [HEAD, whole, TWO]


def test_an_amount_is_a_cell_and_the_next_number_a_row() -> None:
    assert read([*HEAD[:3], "Kinh phí", "1", "Rà soát", "Sở Tư pháp", "350", "2", "Lập", "Sở Xây dựng", "40"]) == [
        [*HEAD[:3], "Kinh phí"],
        ["1", "Rà soát", "Sở Tư pháp", "350"],
        ["2", "Lập", "Sở Xây dựng", "40"],
    ]


def test_an_empty_cell_leaves_a_row_short() -> None:
    assert read([*HEAD, *ONE, *TWO, "3", "Xây đề án", "", "Nơi nhận:"])[3:] == [["3", "Xây đề án"]]


def test_the_headings_of_a_run_are_counted() -> None:
    assert listed_heading([*HEAD, *ONE, *TWO]) == 4
    assert listed_heading(["Nhiệm vụ"]) == 0
