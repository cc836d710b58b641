"""Lines of one bar part the cells of letterheads, signatures and tables."""

from __future__ import annotations

from pathlib import Path

from nghiquyet.extract.readers.ocr_text.lone_bars import without_lone_bars
from nghiquyet.pipeline import extract_resolution

HEAD = """|
**ỦY BAN NHÂN
DÂN**
TỈNH ĐỒNG THÁP
-------
|
**CỘNG HÒA XÃ HỘI
CHỦ NGHĨA VIỆT NAM**
Độc lập - Tự do - Hạnh phúc
---------------
|
|
Số:
12/KH-UBND
|
*Đồng Tháp, ngày 19
tháng 11 năm 2025*
|

** **

**KẾ HOẠCH**

Phát triển hạ tầng số
"""
TABLE = """
**PHỤ LỤC**

|
**STT**
|
**NHIỆM VỤ**
|
**CHỦ TRÌ**
|
**THỜI GIAN**
|
|
**I**
|
**NHÓM
THỂ CHẾ**
|
|
1
|
Rà soát quy định
của tỉnh
|
Sở Tư pháp
|
2026
|
|
2
|
Ban hành hướng dẫn
|
|
Thường xuyên
|
"""


def lines(text: str) -> list[str]:
    return [line for line in without_lone_bars(text).split("\n") if line.strip()]


def test_a_letterheads_cells_are_paragraphs_unwrapped() -> None:
    assert lines(HEAD)[:6] == [
        "**ỦY BAN NHÂN DÂN**",
        "TỈNH ĐỒNG THÁP",
        "**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 12/KH-UBND",
        "*Đồng Tháp, ngày 19 tháng 11 năm 2025*",
    ]


def test_a_tables_cells_are_rows_in_pipes() -> None:
    assert lines(TABLE)[1:] == [
        "| **STT** | **NHIỆM VỤ** | **CHỦ TRÌ** | **THỜI GIAN** |",
        "| **I** | **NHÓM THỂ CHẾ** |  |  |",
        "| 1 | Rà soát quy định của tỉnh | Sở Tư pháp | 2026 |",
        "| 2 | Ban hành hướng dẫn |  | Thường xuyên |",
    ]


def test_text_without_lone_bars_stays() -> None:
    for text in ("", "|", "| a | b |\n|---|---|\n| 1 | 2 |", "I. MỤC TIÊU\n\n** **"):
        assert without_lone_bars(text) == text


def test_a_letterhead_without_its_left_half_is_unwrapped_too() -> None:
    text = "HỘI ĐỒNG NHÂN\nDÂN**\nTHÀNH PHỐ HÀ NỘI\n-------\n|\n**CỘNG HÒA XÃ\nHỘI CHỦ NGHĨA VIỆT NAM**\n|\n\nVăn bản"
    assert lines(text)[:2] == ["HỘI ĐỒNG NHÂN DÂN**", "THÀNH PHỐ HÀ NỘI"]


def test_the_whole_document_is_read(tmp_path: Path) -> None:
    path = tmp_path / "kh.md"
    path.write_text(HEAD + "\nCăn cứ Luật Tổ chức chính quyền địa phương;\n" + TABLE, encoding="utf-8")
    found = extract_resolution(path)
    assert (found.document.number, found.document.issuer) == ("12/KH-UBND", "Ủy ban nhân dân tỉnh Đồng Tháp")
    assert [(t.id, t.title) for t in found.tasks] == [
        ("I.1", "Rà soát quy định của tỉnh"),
        ("I.2", "Ban hành hướng dẫn"),
    ]
