"""Tables in plain text: parts by white, columns by their places, boxes."""

from __future__ import annotations

import pytest

from nghiquyet.extract.readers.ocr_text.model import TextTable
from nghiquyet.extract.readers.ocr_text.spaced_tables import (
    boxed_lines_to_table,
    boxed_run,
    spaced_lines_to_table,
    spaced_run,
)

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
        "STT   Nhiệm vụ   Cơ quan chủ trì\n\n1   Rà soát   Sở Tư pháp",
        "Nhiệm vụ và giải pháp của các cơ quan chủ trì",
    ],
    ids=["letterhead", "signature", "headings alone", "a sentence"],
)
def test_other_lines_are_no_table(text: str) -> None:
    assert spaced(text) == []


def test_a_box_is_a_table_and_lines_between_two_rules_one_row() -> None:
    lines = """
+-----+----------------+------------+
| STT | Nhiệm vụ       | Thời hạn   |
+=====+================+============+
| 1   | Rà soát các    | Quý I/2026 |
|     | văn bản        |            |
+-----+----------------+------------+
| 2   | Lập quy hoạch  | Năm 2027   |
+-----+----------------+------------+
""".strip().split("\n")
    assert boxed_run([*lines, "Hết"], 0) == len(lines)
    assert texts(boxed_lines_to_table(lines, 1)) == [
        ["STT", "Nhiệm vụ", "Thời hạn"],
        ["1", "Rà soát các văn bản", "Quý I/2026"],
        ["2", "Lập quy hoạch", "Năm 2027"],
    ]
    assert boxed_run(["| a | b |"], 0) == 0
