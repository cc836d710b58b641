from __future__ import annotations

import pytest

from nghiquyet.extract.language.printed_words import spelt
from nghiquyet.extract.ocr.correct.bigrams import language
from nghiquyet.extract.ocr.correct.guess_nonwords import (
    apart_from_figures,
    figures_of,
    guess_between,
    letter_of_bracket,
    parted,
    unglued,
    without_capital_within,
)


@pytest.mark.parametrize(("read", "printed"), [("hiệnBộ", "hiện Bộ"), ("(củaSở", "(của Sở")])
def test_a_lost_space_is_found(read: str, printed: str) -> None:
    assert unglued(read) == printed


@pytest.mark.parametrize("word", ["VNeID", "hiện", "IoT", "Bộ", "đRTG"])
def test_nothing_is_cut_that_is_one(word: str) -> None:
    assert unglued(word) is None


@pytest.mark.parametrize(
    ("read", "printed"),
    [("1Š", "15"), ("l0ngày", "10 ngày"), ("QĐĐ", "QĐ"), ("(HĐĐND)", "(HĐND)"), ("2O30", "2030"), ("I.500", "1.500")],
)
def test_figures_are_told_from_letters(read: str, printed: str) -> None:
    assert figures_of(read) == printed


@pytest.mark.parametrize("word", ["lŠ§5ngày", "hiện", "l0xyz", "QĐ", "Io"])
def test_what_no_one_change_explains_is_left(word: str) -> None:
    assert figures_of(word) is None


def test_a_word_is_guessed_from_its_neighbour() -> None:
    assert guess_between("1ÿ", None, spelt("lệ"), language()) == "Tỷ"


def test_no_guess_is_made_without_a_neighbour_that_tells() -> None:
    assert guess_between("1ÿ", None, None, language()) is None
    assert guess_between("§", spelt("khoa"), None, language()) is None


def test_two_syllables_of_one_word_are_parted() -> None:
    known = language()
    assert parted("YTẾ", known) == "Y TẾ"
    assert parted("(ytế)", known) == "(y tế)"


@pytest.mark.parametrize("word", ["VụY", "HÀÃNH", "đầutưvà", "tế", "xzế"])
def test_what_are_no_two_syllables_stays_whole(word: str) -> None:
    assert parted(word, language()) is None


def test_a_bracket_that_nothing_closes_is_a_letter() -> None:
    assert letter_of_bracket("[rường") == "Trường"
    assert letter_of_bracket("[1]") is None
    assert letter_of_bracket("[xyz") is None


@pytest.mark.parametrize(
    ("read", "printed"), [("vỊ.", "vị."), ("g1a", "gia"), ("Hà", None), ("KH", None), ("m2", None)]
)
def test_one_sign_amid_small_letters_is_a_small_letter(read: str, printed: str | None) -> None:
    assert without_capital_within(read) == printed


@pytest.mark.parametrize(("read", "printed"), [("Năm2024", "Năm 2024"), ("tháng9-10/2024", "tháng 9-10/2024")])
def test_figures_that_stuck_to_their_word_are_parted_from_it(read: str, printed: str) -> None:
    assert apart_from_figures(read) == printed


@pytest.mark.parametrize("word", ["km2", "Covid19", "2024", "Năm"])
def test_figures_that_belong_to_a_word_stay(word: str) -> None:
    assert apart_from_figures(word) is None
