"""Tables without marks go on over a page's end, below the heading that stands above it."""

from __future__ import annotations

import pytest

from nghiquyet.extract.readers.ocr_text.table_notations import open_heading, rest_at, table_at

HEAD = ["STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"]
LISTED = [HEAD, ["1", "Rà soát", "Sở Tư pháp", "Năm 2027"], ["2", "Lập quy hoạch", "Sở Xây dựng", "Năm 2028"]]
SPACED_HEAD = "STT   Nhiệm vụ        Cơ quan chủ trì   Thời hạn"
SPACED = [
    SPACED_HEAD,
    "1     Rà soát         Sở Tư pháp        Năm 2027",
    "2     Lập quy hoạch   Sở Xây dựng       Năm 2028",
]
BELOW = ["3     Xây đề án       Sở Nội vụ         Năm 2028", "4     Xây kho         Sở Y tế           Năm 2028"]


def test_a_table_that_reaches_the_pages_end_stays_open() -> None:
    listed = [cell for row in LISTED for cell in row]
    assert open_heading(["Phụ lục", *listed, ""], ()) == tuple(HEAD)
    assert open_heading(SPACED, ()) == (SPACED_HEAD,)


def test_a_table_with_text_below_is_closed() -> None:
    assert open_heading([*SPACED, "", "Nơi nhận:"], ()) == ()
    assert open_heading(["Ủy ban nhân dân các xã thực hiện."], ()) == ()


def test_it_stays_open_over_a_page_that_it_fills() -> None:
    assert open_heading(BELOW, (SPACED_HEAD,)) == (SPACED_HEAD,)
    assert open_heading([*BELOW, "", "Nơi nhận:"], (SPACED_HEAD,)) == ()


def test_rows_below_a_pages_end_are_more_of_the_table() -> None:
    size, rest = rest_at((SPACED_HEAD,), ["", *BELOW, "", "Nơi nhận:"], 2)
    assert rest is not None
    assert size == 3
    assert [row.texts for row in rest.rows] == [
        ("3", "Xây đề án", "Sở Nội vụ", "Năm 2028"),
        ("4", "Xây kho", "Sở Y tế", "Năm 2028"),
    ]


@pytest.mark.parametrize(
    "lines", [[], [""], ["Các sở, ban, ngành thực hiện."], SPACED], ids=["none", "blank", "prose", "own"]
)
def test_other_lines_are_none_of_it(lines: list[str]) -> None:
    assert rest_at((SPACED_HEAD,), lines, 2) == (0, None)


def test_a_heading_without_outer_pipes_begins_a_table_and_a_sentence_none() -> None:
    assert table_at(["a | b", "--|--", "1 | 2", "Hết"], 0, 1)[0] == 3
    assert table_at(["a | b nằm trong câu"], 0, 1) == (0, None)
