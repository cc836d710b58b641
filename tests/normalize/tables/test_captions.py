"""What of the lines above a table is its caption; each line is (text, bold, page)."""

from __future__ import annotations

import pytest

from nghiquyet.extract.model import Line
from nghiquyet.normalize.tables.captions import LONGEST_CAPTION, caption
from tests.extract.builders import line

TITLE = "PHÂN CÔNG NHIỆM VỤ"
WITH = "(Ban hành kèm theo Kế hoạch số 12/KH-UBND ngày 01/3/2026 của Chủ tịch)"


def above(*texts: str, page: int = 2) -> list[Line]:
    return [line(t.strip("*"), top=20.0 * i, page=page, bold=t.startswith("**")) for i, t in enumerate(texts)]


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (["PHỤ LỤC", TITLE, WITH], ["PHỤ LỤC", TITLE, WITH]),
        (["PHỤ LỤC I", TITLE, "(Kèm theo Kế hoạch số", "/KH-UBND ngày", "/3/2026 của Chủ tịch)"], None),
        (["**PHỤ LỤC**", "**CÁC NHIỆM VỤ**", "**NĂM 2025**", WITH, "**Biểu mẫu 1**", "**Công tác điều hành**"], None),
        (["Phục vụ cho bảng sau:", "**Kế hoạch**", "**Kiểm tra văn bản**", "( Kèm theo Quyết định", "của Bộ)"], None),
        (["PHỤ LỤC II", "KẾ HOẠCH", "Biểu số 1"], ["PHỤ LỤC II", "KẾ HOẠCH", "Biểu số 1"]),
        (["ĐƠN VỊ:", "Phụ lục I", "**KHOA:**", "**BÁO CÁO GIƯỜNG BỆNH**"], ["Phụ lục I", "BÁO CÁO GIƯỜNG BỆNH"]),
        (["**SỞ Y TẾ**", "PHỤ LỤC I", TITLE], ["PHỤ LỤC I", TITLE]),
        (["ỦY BAN NHÂN DÂN", "Độc lập - Tự do - Hạnh phúc", TITLE], [TITLE]),
        (["**KT. CHỦ TỊCH**", TITLE], [TITLE]),
    ],
)
def test_a_caption_is_the_title_with_its_bracket(texts: list[str], told: list[str] | None) -> None:
    expected = told if told is not None else [t.strip("*") for t in texts if not t.startswith("Phục vụ")]
    assert caption(above(*texts)) == " ".join(expected)


@pytest.mark.parametrize(
    "texts",
    [
        [],
        ["Các nhiệm vụ được phân công như sau:"],
        [TITLE, "Các nhiệm vụ được phân công (theo từng sở)"],
        [TITLE, "Sở Y tế thực hiện (theo", "từng quý)"],
        ["**Nơi nhận:**"],
    ],
)
def test_text_above_a_table_is_no_caption(texts: list[str]) -> None:
    assert caption(above(*texts)) is None


def test_a_caption_does_not_reach_the_page_before() -> None:
    assert caption([*above("**Hoàng Văn Thuân**", "**SỞ CÔNG THƯƠNG**", page=1), *above(TITLE)]) == TITLE


def test_a_caption_is_bounded() -> None:
    assert len((caption(above(*["**Dòng**"] * (LONGEST_CAPTION * 2))) or "").split()) == LONGEST_CAPTION
