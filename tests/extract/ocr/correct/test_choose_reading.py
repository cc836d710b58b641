from __future__ import annotations

from dataclasses import replace

import pytest

from nghiquyet.extract.model import Word
from nghiquyet.extract.ocr.correct.choose_reading import log_odds, with_chosen_reading
from nghiquyet.extract.second_reading import SecondReading


def read_twice(first: str, sure: float, second: str, second_sure: float) -> Word:
    return Word(first, (0.0, 0.0, 10.0, 10.0), 1, confidence=sure, second=SecondReading(second, second_sure))


@pytest.mark.parametrize(
    ("first", "sure", "second", "second_sure", "text"),
    [
        ("cải:", 0.05, "cải", 0.89, "cải"),
        ("'Căn", 0.92, "Căn", 0.69, "Căn"),
        ("PCÓ06", 0.34, "PC06", 0.9, "PC06"),
        ("15NQ-HĐND", 0.77, "15/NQ-HĐND", 0.69, "15/NQ-HĐND"),
        ("thành-phố", 0.4, "thành phố", 0.96, "thành phố"),
        ("Và", 0.52, "và", 0.97, "và"),
    ],
)
def test_the_better_shaped_or_surer_reading_is_taken(
    first: str, sure: float, second: str, second_sure: float, text: str
) -> None:
    made = with_chosen_reading(read_twice(first, sure, second, second_sure))
    assert (made.text, made.recognised, made.confidence) == (text, first, sure)


@pytest.mark.parametrize(
    ("first", "sure", "second", "second_sure"),
    [
        ("Tập", 0.97, "'Tập", 0.87),
        ("01", 0.95, "0]", 0.96),
        ("III.", 0.93, "HI.", 0.8),
        ("của", 0.9, "", 0.0),
        ("bạn", 0.9, "hạn", 0.97),  # letters alone: the language tells
    ],
)
def test_else_the_first_one_stays(first: str, sure: float, second: str, second_sure: float) -> None:
    word = read_twice(first, sure, second, second_sure)
    assert with_chosen_reading(word) == word


def test_marks_are_taken_without_the_letters() -> None:
    assert with_chosen_reading(read_twice("tính:", 0.6, "tinh.", 0.97)).text == "tính."


def test_what_was_taken_for_a_speck_does_not_come_back() -> None:
    word = replace(read_twice("hội", 0.6, "hội.", 0.95), recognised="hội.")
    assert with_chosen_reading(word) == word


def test_odds_are_bounded() -> None:
    assert log_odds(0.5) == 0.0
    assert log_odds(0.0) == pytest.approx(-log_odds(1.0))
