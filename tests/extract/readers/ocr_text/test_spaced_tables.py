"""Tables in plain text: parts by white, columns by their places."""

from __future__ import annotations

import pytest

from nghiquyet.extract.readers.ocr_text.model import TextTable
from nghiquyet.extract.readers.ocr_text.spaced_tables import spaced_heading, spaced_lines_to_table, spaced_run

ROWS = [
    ["STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"],
    ["1", "Rà soát văn bản", "Sở Tư pháp", "Quý I/2026"],
    ["2", "Lập quy hoạch", "Sở Xây dựng", "Năm 2027"],
]


def texts(table: TextTable) -> list[list[str]]:
    return [list(row.texts) for row in table.rows]


def spaced(text: str) -> list[list[str]]:
    lines = text.strip("\n").split("\n")
    size = spaced_run(lines, 0)
    return texts(spaced_lines_to_table(lines[:size], 1)) if size else []


@pytest.mark.parametrize("white", ["   ", "  ", "\t", "      "])
def test_parts_that_white_sets_apart_are_cells(white: str) -> None:
    assert spaced("\n".join(white.join(row) for row in ROWS) + "\n\nNơi nhận:") == ROWS


def test_a_groups_heading_is_a_row_of_two() -> None:
    lines = ["    ".join(ROWS[0]), "I    Hạ tầng", *("    ".join(row) for row in ROWS[1:])]
    assert spaced("\n".join(lines))[1][:2] == ["I", "Hạ tầng"]


def test_columns_of_one_width_hold_texts_of_several_lines() -> None:
    text = """
STT   Nhiệm vụ                Cơ quan chủ trì     Thời hạn
---------------------------------------------------------
1     Rà soát các văn bản     Sở Tư pháp;         Quý I/2026
      quy phạm pháp luật      Sở Nội vụ
2     Lập quy hoạch           Sở Xây dựng         Năm 2027
"""
    assert spaced(text) == [
        ROWS[0],
        ["1", "Rà soát các văn bản quy phạm pháp luật", "Sở Tư pháp; Sở Nội vụ", "Quý I/2026"],
        ["2", "Lập quy hoạch", "Sở Xây dựng", "Năm 2027"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "ỦY BAN NHÂN DÂN    CỘNG HÒA XÃ HỘI\nTỈNH LÂM ĐỒNG    Độc lập - Tự do",
        "Nơi nhận:    KT. CHỦ TỊCH    PHÓ CHỦ TỊCH\n- Như trên;    Nguyễn A",
        "STT   Nhiệm vụ   Cơ quan chủ trì\n\nPhần này có ba cột như trên.",
        "1.   Sở Tư pháp   Sở Xây dựng   rà soát văn bản\n2.   Sở Nội vụ   Sở Tài chính   lập quy hoạch",
        "Nhiệm vụ và giải pháp của các cơ quan chủ trì",
    ],
    ids=["letterhead", "signature", "headings alone", "bodies that are no headings", "a sentence"],
)
def test_other_lines_are_no_table(text: str) -> None:
    assert spaced(text) == []


def test_blank_lines_part_rows_whose_numbers_stand_in_their_middle() -> None:
    text = """
STT   Nhiệm vụ                Cơ quan chủ trì     Thời hạn

      Rà soát các văn bản
1     quy phạm pháp luật      Sở Tư pháp          Quý I/2026
      của tỉnh

2     Lập quy hoạch           Sở Xây dựng         Năm 2027

Nơi nhận:
"""
    assert spaced(text) == [
        ROWS[0],
        ["1", "Rà soát các văn bản quy phạm pháp luật của tỉnh", "Sở Tư pháp", "Quý I/2026"],
        ["2", "Lập quy hoạch", "Sở Xây dựng", "Năm 2027"],
    ]


def test_rows_without_numbers_begin_in_the_first_column() -> None:
    text = """
Nhiệm vụ                Cơ quan         Thời hạn
                        chủ trì
Rà soát các văn bản     Sở Tư pháp      Quý I/2026
quy phạm pháp luật
Lập quy hoạch           Sở Xây dựng     Năm 2027
"""
    assert spaced(text) == [
        ["Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"],
        ["Rà soát các văn bản quy phạm pháp luật", "Sở Tư pháp", "Quý I/2026"],
        ["Lập quy hoạch", "Sở Xây dựng", "Năm 2027"],
    ]


def test_a_heading_ends_above_the_first_row() -> None:
    lines = ["Nhiệm vụ        Cơ quan chủ trì   Thời hạn", "Rà soát         Sở Tư pháp        Năm 2027"]
    assert spaced_heading([*lines, "Lập quy hoạch   Sở Xây dựng       Năm 2027"]) == 1
    assert (
        spaced_heading(
            ["STT  Nhiệm vụ  Cơ quan   Thời hạn", "               chủ trì", "1    Rà soát   Sở Y tế   Quý I"]
        )
        == 2
    )


def test_the_heading_once_more_begins_a_table_of_its_own() -> None:
    lines = ["STT   Nhiệm vụ     Hạn", "1     Rà soát      Quý I", "2     Lập đề án    Năm 2027"]
    assert spaced_run([*lines, *lines], 0) == 3
