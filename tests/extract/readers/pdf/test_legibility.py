from __future__ import annotations

import unicodedata

import pytest

from nghiquyet.extract.readers.pdf.legibility import FEWEST_LETTERS, is_legible, text_layer, vietnamese_share

GOOD = (
    "Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành, địa phương tổ chức thực hiện nghiêm túc Kế hoạch này; định kỳ "
    "hằng năm báo cáo kết quả về Sở Tài chính để tổng hợp, trình cấp có thẩm quyền xem xét, quyết định."
)
BAD = {
    "wrong-language recognition": "UY NUAN DAN THANH Ho CHi MINH yeu cau cac so ban nganh dia phuong to chuc thuc hien "
    * 2,
    "shifted letters": "6Ӣ CÔNG 7+ѬѪ1* KҰ KRҤFK WKӵF KLӋQ QKLӋP Yө WUӑQJ WkP FӫD WӍQK QăP 2026 WUrQ ÿӏD EjQ WKjQK SKӕ "
    * 2,
}


def test_vietnamese_prose_is_legible_also_decomposed() -> None:
    assert 0.2 < vietnamese_share(GOOD) < 0.4
    assert is_legible(GOOD.split(), pictured=False)
    assert is_legible(unicodedata.normalize("NFD", GOOD).split(), pictured=True)


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_a_layer_that_is_no_vietnamese_is_not(text: str) -> None:
    assert not is_legible(text.split(), pictured=False)
    assert not is_legible(text.split(), pictured=True)


def test_a_short_text_is_trusted_but_not_on_a_picture() -> None:
    stamp = ["Signature", "Not", "Verified"]
    assert is_legible(stamp, pictured=False)
    assert not is_legible(stamp, pictured=True)
    assert not is_legible([], pictured=True)


def test_figures_are_no_letters() -> None:
    figures = ["1.234,5"] * FEWEST_LETTERS
    assert vietnamese_share(" ".join(figures)) == 0.0
    assert is_legible(figures, pictured=False)


ENGLISH = "This report describes the implementation of the programme and is submitted by the ministry for approval " * 3
BARE = "uy ban nhan dan tinh chi dao cac so nganh that su co the thuc hien cac nhiem vu duoc giao trong nam " * 3


@pytest.mark.parametrize(("text", "foreign"), [(ENGLISH, True), (BARE, False)])
def test_a_clean_text_of_another_language_is_legible_and_one_that_lost_its_marks_is_not(
    text: str, foreign: bool
) -> None:
    layer = text_layer(text.split(), pictured=False)
    assert (layer.foreign, layer.legible) == (foreign, foreign)
