"""Lines that have what only tables have, in no table."""

from __future__ import annotations

import pytest

from nghiquyet.extract.model import Trouble
from nghiquyet.extract.readers.ocr_text.model import TextPage
from nghiquyet.extract.readers.ocr_text.unread_tables import unread_tables
from tests.extract.readers.ocr_text.build import BODIES

ROWS = [
    ["Rà soát văn bản", "Sở Tư pháp", "Quý I/2026"],
    ["Lập quy hoạch", "Sở Xây dựng", "Năm 2027"],
    ["Xây đề án", "Sở Y tế", "Năm 2028"],
]


def left_out(*pages: list[str]) -> list[Trouble]:
    return list(unread_tables([TextPage(n, loose=tuple(lines)) for n, lines in enumerate(pages, 1)], BODIES))


@pytest.mark.parametrize(
    "lines",
    [
        ["   ".join(row) for row in ROWS],
        [cell for row in ROWS for cell in row],
        [row[c] for c in range(3) for row in ROWS],
        ["Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn", "Rà soát văn bản"],
        ["STT Nhiệm vụ   Cơ quan chủ trì   Thời hạn"],
    ],
    ids=["a line a row", "a line a cell", "column by column", "headings in lines", "headings beside each other"],
)
def test_cells_and_headings_that_stand_alone_are_a_table(lines: list[str]) -> None:
    assert left_out(["Kế hoạch"], lines) == [Trouble("table-left-out", (2,))]


def test_cells_are_counted_over_pages() -> None:
    assert left_out(*ROWS) == [Trouble("table-left-out", (1, 2, 3))]


@pytest.mark.parametrize(
    "lines",
    [
        [f"- {cell}" for row in ROWS for cell in row],
        [f"{cell};" for row in ROWS for cell in row],
        [" ".join(row) for row in ROWS],
        ["Sở Tư pháp", "Sở Xây dựng", "Sở Y tế", "Sở Nội vụ"],
        ["Nhiệm vụ:", "Cơ quan chủ trì: Sở Y tế", "Thời hạn: Năm 2027"],
        ["1. Nhiệm vụ", "2. Cơ quan chủ trì", "3. Thời hạn"],
        ["1.  Sở Tư pháp  chủ trì   rà soát văn bản,   hoàn thành trong quý I/2026."],
        [
            "ỦY BAN NHÂN DÂN   CỘNG HÒA XÃ HỘI",
            "TỈNH LÂM ĐỒNG   Độc lập - Tự do",
            "Số: 1/KH   Lâm Đồng, ngày 1 tháng 2 năm 2026",
        ],
        [],
    ],
    ids=[
        "a list",
        "sentences",
        "lines of prose",
        "names",
        "labels",
        "a contents list",
        "ragged white",
        "a letterhead",
        "none",
    ],
)
def test_other_lines_are_none(lines: list[str]) -> None:
    assert left_out(lines) == []
