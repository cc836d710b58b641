from __future__ import annotations

from dataclasses import replace

import pytest

from nghiquyet.extract.model import Word
from nghiquyet.extract.second_reading import SecondReading
from tests.extract.ocr.correct.build import mend_sheets, recognised, sheet, texts

SURE_WORD = 0.85  # nghiquyet.normalize.review.doubtful_words.SURE_WORD: below it a field is shown to a person


def mended(*blocks: str, confidence: float = 0.95) -> list[Word]:
    (page,) = mend_sheets([sheet(*blocks, confidence=confidence)])
    return list(page.words)


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("thực hiện chuyến đối số quốc gia", "thực hiện chuyển đổi số quốc gia"),
        ("Công ty Cố phần Cảng", "Công ty Cổ phần Cảng"),
        ("Sở Văn hóa, Thế thao và Du lịch", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Ủy ban nhân dân tính", "Ủy ban nhân dân tỉnh"),
        ("tăng cường kiếm tra, giám sát", "tăng cường kiểm tra, giám sát"),
    ],
)
def test_the_language_mends_what_it_leaves_no_doubt_of(read: str, printed: str) -> None:
    words = mended(read)
    assert texts(words) == printed
    changed = [w for w in words if w.recognised]
    assert changed
    assert all(w.recognised in read for w in changed)
    assert all((w.confidence or 0) >= SURE_WORD for w in changed)


@pytest.mark.parametrize(
    "printed",
    [
        "Ủy ban nhân dân tỉnh giao Sở Nông nghiệp và Môi trường chủ trì",
        "cấp điện cho đảo Bạch Long Vĩ trước tháng 12/2030",
        "khu công nghiệp Đình Vũ",
        "phát thải ròng bằng 0; cả nước",
    ],
)
def test_what_is_right_stays_and_is_not_doubted(printed: str) -> None:
    words = mended(printed)
    assert texts(words) == printed
    assert all((w.confidence or 0) >= SURE_WORD for w in words)


def with_hard_word(text: str, which: str) -> Word:
    """The word ``which`` of a text that was hard to read there alone."""
    words = [w for w in recognised(text) if w.text != which] + [w for w in recognised(text, 0.5) if w.text == which]
    block = tuple(sorted(words, key=lambda w: w.bbox))
    (page,) = mend_sheets([replace(sheet(), blocks=(block,))])
    return next(w for w in page.words if w.text == which)


def test_a_hard_word_that_the_language_vouches_for_is_trusted() -> None:
    assert (with_hard_word("phát triển kinh tế xã hội", "tế").confidence or 0) >= SURE_WORD


@pytest.mark.parametrize("which", ["08-NQ/TU", "Xyz"])
def test_a_hard_word_that_nothing_vouches_for_is_not(which: str) -> None:
    assert (with_hard_word("08-NQ/TU Xyz và Đu", which).confidence or 0) < SURE_WORD


def test_a_syllable_that_nobody_writes_is_doubted() -> None:
    (word,) = [w for w in mended("chế độ phũm và nghỉ") if w.text == "phũm"]
    assert (word.confidence or 0) < SURE_WORD


def test_an_abbreviation_is_no_such_syllable() -> None:
    (word,) = [w for w in mended("mở thầu HSĐXTC lần hai") if w.text == "HSĐXTC"]
    assert (word.confidence or 0) >= SURE_WORD


def surest(text: str, *which: str) -> float:
    return max(w.confidence or 0.0 for w in mended(text) if w.text in which)


def test_strange_words_are_parted_and_less_sure_than_if_they_were_read_so() -> None:
    found = [w for w in mended("Triển khai thực hiệnBộ Tiêu chí") if w.recognised]
    assert [(w.text, w.recognised) for w in found] == [("hiện", "hiệnBộ"), ("Bộ", "hiệnBộ")]
    plain = "Triển khai thực hiện Bộ Tiêu chí"
    assert all((w.confidence or 0) < surest(plain, "hiện", "Bộ") for w in found)


def test_an_error_that_is_repeated_does_not_vouch_for_itself() -> None:
    blocks = ["lựa chọn nhà thầu"] * 2 + ["lựa chọn nhà thâu"] * 6
    assert {w.text for w in mended(*blocks)} == {"lựa", "chọn", "nhà", "thầu"}


def test_names_that_are_told_help() -> None:
    without = mended("khu Đắk Ngo")
    told = mend_sheets([sheet("khu Đắk Ngo")], ["Đắk Ngo"] * 3)[0].words
    assert texts(told) == "khu Đắk Ngo"
    assert all((w.confidence or 0) >= SURE_WORD for w in told)
    assert min(w.confidence or 0 for w in without) < min(w.confidence or 0 for w in told)


def read_twice(first: str, second: str, confidence: float = 0.9) -> list[Word]:
    """The words of a text that two readers have read, word by word."""
    pairs = zip(recognised(first, confidence), second.split(), strict=True)
    block = tuple(replace(w, second=SecondReading(other, 0.9)) for w, other in pairs)
    (page,) = mend_sheets([replace(sheet(), blocks=(block,))])
    return list(page.words)


def test_of_two_readings_the_language_tells_the_likelier() -> None:
    words = read_twice("tăng cường kiếm tra và quán lý", "tăng cường kiểm tra và quản ly")
    assert texts(words) == "tăng cường kiểm tra và quản lý"
    assert [w.recognised for w in words if w.recognised] == ["kiếm", "quán"]


def test_what_was_read_alike_is_trusted_more_than_what_was_read_in_two_ways() -> None:
    (alike,) = read_twice("Ngo", "Ngo")
    (differing,) = read_twice("Ngo", "Nga")
    assert (alike.confidence or 0) > (differing.confidence or 0)


def test_numerals_are_not_decided_by_the_language() -> None:
    assert texts(read_twice("Phụ lục III ban hành", "Phụ lục II ban hành")) == "Phụ lục III ban hành"


def test_what_is_taken_for_dirt_is_kept_aside() -> None:
    (page,) = mend_sheets([sheet("UBND thành phố ` ˆ")])
    assert texts(page.words) == "UBND thành phố"
    assert [w.text for w in page.specks] == ["`", "ˆ"]
    assert mend_sheets([sheet("UBND thành phố")])[0].specks == ()


def test_printed_sheets_are_left_alone() -> None:
    printed = sheet("thông tín", read="printed")
    assert mend_sheets([printed]) == [printed]
    assert texts(mend_sheets([printed, sheet("thông tín về")])[0].words) == "thông tín"


@pytest.mark.parametrize("text", ["của ngành M tế trong", "đường bộ [ tỉnh", "năng lực trong:công tác"])
def test_words_run_together_and_lone_capitals_are_doubted(text: str) -> None:
    words = mended(text)
    assert texts(words) == text
    assert [w.text for w in words if (w.confidence or 0) < SURE_WORD]


def test_a_space_that_was_lost_behind_a_comma_is_put_back_and_makes_the_words_less_sure() -> None:
    words = mended("chữ ký số,con dấu")
    assert texts(words) == "chữ ký số, con dấu"
    assert [w.text for w in words if w.recognised] == ["số,", "con"]
    assert all((w.confidence or 0) < surest("chữ ký số, con dấu", "số,", "con") for w in words if w.recognised)


@pytest.mark.parametrize("text", ["Phụ lục I ban hành", "cá loại A được", "của Sở Y tế trong", "tr.bình v.v."])
def test_numerals_and_labels_are_not(text: str) -> None:
    assert all((w.confidence or 0) >= SURE_WORD for w in mended(text))


def test_a_capital_amid_small_letters_is_none_and_what_was_read_stays() -> None:
    (page,) = mend_sheets([sheet("trung tâm y tÊ có giường bệnh")])
    assert texts(page.words) == "trung tâm y tế có giường bệnh"
    assert [w.recognised for w in page.words if w.recognised] == ["tÊ"]
