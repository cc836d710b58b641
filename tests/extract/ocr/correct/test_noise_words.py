from __future__ import annotations

from dataclasses import replace

import pytest

from nghiquyet.extract.model import UNREAD, Word
from nghiquyet.extract.ocr.correct.noise_words import without_strays
from tests.extract.ocr.correct.build import recognised, texts


def far(text: str, confidence: float, x: float = 400.0, line: int = 0) -> Word:
    """A word away from its line's others."""
    (word,) = recognised(text, confidence, line)
    return replace(word, bbox=(x, word.bbox[1], x + 8, word.bbox[3]))


@pytest.mark.parametrize(("text", "confidence"), [("l", 0.0), ("vẲ", 0.1), ("tớ", 0.13), ("X", 0.5), ('"', 0.44)])
def test_letters_far_behind_a_line_are_specks(text: str, confidence: float) -> None:
    line = recognised("theo quy định tại huyện.")
    assert texts(without_strays([*line, far(text, confidence)])) == "theo quy định tại huyện."


@pytest.mark.parametrize(("text", "confidence"), [("Sở", 0.9), ("5", 0.1), ("nghị", 0.2), (UNREAD, 0.0)])
def test_what_may_be_text_stays_though_it_stands_apart(text: str, confidence: float) -> None:
    block = [*recognised("theo quy định"), far(text, confidence)]
    assert without_strays(block) == block


def test_a_sign_among_crosses_under_each_other_may_be_one() -> None:
    rows = [word for n in range(3) for word in [*recognised("theo quy định", line=n), far("x", 0.4, line=n)]]
    last = [*recognised("tại huyện", line=3), far("b$", 0.4, line=3)]
    assert without_strays([*rows, *last]) == [*rows, *last]
    assert texts(without_strays(last)) == "tại huyện"


def test_what_may_be_a_list_s_label_stays_where_a_line_begins() -> None:
    block = [*recognised("đd)", 0.12), *[replace(w, bbox=(118, 100, 160, 112)) for w in recognised("Trung", 0.9)]]
    assert without_strays(block) == block
    (stroke,) = recognised("d'", 0.12)
    assert without_strays([stroke, *block[1:]]) == block[1:]


def test_a_hard_syllable_at_a_line_s_end_stays() -> None:
    block = [*recognised("các cơ sở y"), *[replace(w, bbox=(118, 100, 130, 112)) for w in recognised("tế", 0.15)]]
    assert without_strays(block) == block


def test_a_letter_on_a_line_of_its_own_is_a_speck() -> None:
    block = [*recognised("Cung cấp trang thiết bị"), *recognised("h", 0.0, line=1), *recognised("và phần mềm", line=2)]
    assert texts(without_strays(block)) == "Cung cấp trang thiết bị và phần mềm"


def test_a_syllable_on_a_line_of_its_own_stays() -> None:
    block = [*recognised("các cơ sở y"), *recognised("tế", 0.4, line=1)]
    assert without_strays(block) == block


def test_a_part_of_a_word_read_twice_goes() -> None:
    word, other = recognised("các hoạt")
    part = replace(word, text="c", bbox=(word.bbox[0] - 1, 100, word.bbox[0] + 4, 112))
    assert texts(without_strays([part, word, other])) == "các hoạt"


def test_words_that_only_touch_stay() -> None:
    word, other = recognised("các hoạt")
    block = [word, replace(other, bbox=(word.bbox[2] - 1, 100, word.bbox[2] + 20, 112))]
    assert without_strays(block) == block


def test_a_line_heightened_by_specks_is_put_back() -> None:
    high = [replace(w, bbox=(w.bbox[0], 104, w.bbox[2], 128), size=24.0) for w in recognised("PCTNTT; địa")]
    block = [*recognised("thông và đào tạo nâng cao"), *high]
    assert [w.bbox[1] for w in without_strays(block)][-1] == 116


def test_a_heading_in_larger_capitals_keeps_its_height() -> None:
    high = [replace(w, bbox=(w.bbox[0], 104, w.bbox[2], 128), size=24.0) for w in recognised("KẾ HOẠCH")]
    block = [*recognised("thông và đào tạo nâng cao"), *high]
    assert without_strays(block) == block


def test_a_list_mark_under_a_speck_is_one() -> None:
    block = [*recognised("theo quy định."), *recognised("¬ Củng cố ban", line=1)]
    assert texts(without_strays(block)) == "theo quy định. - Củng cố ban"


def test_a_word_in_another_s_wrong_box_stays() -> None:
    word, other = recognised("XDCĐAT ở")
    block = [word, replace(other, bbox=(word.bbox[2] - 7, 100, word.bbox[2] - 1, 112))]
    assert without_strays(block) == block
