from __future__ import annotations

import pytest

from nghiquyet.extract.model import Word
from nghiquyet.extract.ocr.correct.confirm_elsewhere import confirm_elsewhere
from nghiquyet.extract.ocr.correct.word_probability import SURE
from nghiquyet.extract.page.sheets import Sheet
from tests.extract.ocr.correct.build import recognised


def confidences(weak: str, *others: str, at: float = 0.7, changed: str = "") -> list[float | None]:
    """Those of a text's words, read badly, in a document that has the others, read well."""
    blocks = (tuple(recognised(weak, at, recognised=changed)), *(tuple(recognised(text)) for text in others))
    (sheet,) = confirm_elsewhere([Sheet(1, 595.0, 842.0, blocks, read="recognised")])
    return [word.confidence for word in sheet.blocks[0]]


@pytest.mark.parametrize(
    ("weak", "other", "which"),
    [
        ("số 231/KH-UBND ngày", "Kế hoạch 231/KH-UBND", 1),
        ("Đánh giá HSĐXKT", "kết quả HSĐXKT lần 1", 2),
        ("≤ 20 ngày làm việc", "≤ 20 ngày", 1),
        ("trong 45 ngày", "trong 45 ngày kể từ", 1),
    ],
)
def test_what_is_surely_read_elsewhere_is_trusted(weak: str, other: str, which: int) -> None:
    assert confidences(weak, other)[which] == SURE
    assert confidences(weak, "Sở Y tế")[which] == 0.7


@pytest.mark.parametrize(
    ("weak", "other", "which"),
    [
        ("kinh tế biến", "kinh tế biến", 2),  # a syllable is misread twice
        ("≤ 20 ngày", "≤ 20 tháng", 1),
        ("45", "45", 0),
        ("ngày 12/5/2026", "ngày 12/6/2026", 1),
    ],
)
def test_what_may_be_misread_twice_or_stands_elsewhere_is_not(weak: str, other: str, which: int) -> None:
    assert confidences(weak, other)[which] == 0.7


def test_a_guess_stays_one() -> None:
    assert confidences("số 231/KH-UBND", "số 231/KH-UBND", at=0.2)[1] == 0.2
    assert confidences("trong 45 ngày", "trong 45 ngày", at=0.4)[1] == 0.4
    assert confidences("231/KH-UBND", "231/KH-UBND", changed="23l/KH-UBND")[0] == 0.7


def test_printed_sheets_vouch_and_stay() -> None:
    printed = Word("231/KH-UBND", (0, 0, 60, 12), 1)
    weak = recognised("231/KH-UBND", 0.6)
    sheets = [Sheet(1, 595.0, 842.0, ((printed,),)), Sheet(2, 595.0, 842.0, (tuple(weak),), read="recognised")]
    first, second = confirm_elsewhere(sheets)
    assert first == sheets[0]
    assert second.words[0].confidence == SURE
