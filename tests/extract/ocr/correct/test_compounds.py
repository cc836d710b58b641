from __future__ import annotations

from dataclasses import replace

import pytest

from nghiquyet.extract.ocr.correct.bigrams import Language, language
from nghiquyet.extract.ocr.correct.compounds import mend_compounds
from tests.extract.ocr.correct.build import recognised, texts


@pytest.fixture(scope="module")
def vietnamese() -> Language:
    return language()


@pytest.mark.parametrize(
    ("read", "printed"), [("để tổ: chức thực hiện", "để tổ chức thực hiện"), ("Ủy. ban nhân dân", "Ủy ban nhân dân")]
)
def test_specks_within_a_compound_go(vietnamese: Language, read: str, printed: str) -> None:
    words = mend_compounds(recognised(read), vietnamese)
    assert texts(words) == printed
    assert [w.recognised for w in words if w.recognised]


@pytest.mark.parametrize("text", ["bao gồm: các sở", "kinh tế, xã hội", "tổ: Chức năng", "tổ: 12"])
def test_marks_between_words_stay(vietnamese: Language, text: str) -> None:
    assert mend_compounds(recognised(text), vietnamese) == tuple(recognised(text))


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("tại cơ SỞ.", "tại cơ sở."),
        ("huyện, thị XÃ, thành phố", "huyện, thị xã, thành phố"),
        ("giám Sát tai nạn", "giám sát tai nạn"),
    ],
)
def test_capitals_that_are_none_are_small(vietnamese: Language, read: str, printed: str) -> None:
    assert texts(mend_compounds(recognised(read), vietnamese)) == printed


@pytest.mark.parametrize(
    "text",
    [
        "Thủ tướng Chính phủ phê duyệt",
        "Công ty Cổ phần Cảng",
        "của Sở và các ngành",
        "CƠ SỞ",
        "cơ SỞ Y TẾ",
        "một cơ Sở",
    ],
)
def test_capitals_that_are_printed_stay(vietnamese: Language, text: str) -> None:
    assert texts(mend_compounds(recognised(text), vietnamese)) == text


def test_a_capital_before_another_column_s_name_is_small_too(vietnamese: Language) -> None:
    block = recognised("nhận hồ Sơ")
    (other,) = recognised("Sở")
    beside = replace(
        other, bbox=(block[-1].bbox[2] + 60, *block[-1].bbox[1:2], block[-1].bbox[2] + 80, block[-1].bbox[3])
    )
    assert texts(mend_compounds([*block, beside], vietnamese)) == "nhận hồ sơ Sở"
    near = replace(other, bbox=(block[-1].bbox[2] + 3, *block[-1].bbox[1:2], block[-1].bbox[2] + 20, block[-1].bbox[3]))
    assert texts(mend_compounds([*block, near], vietnamese)) == "nhận hồ Sơ Sở"
