from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from nghiquyet.extract.ocr.engine.check_numerals import AGREED, IN_DOUBT, checked_numerals
from nghiquyet.extract.ocr.engine.readings import EngineReading, Letter, PixelBox
from tests.extract.ocr.engine.test_mark_shapes import AITCH, BAR, ONE, ROMAN, drawn

if TYPE_CHECKING:
    from nghiquyet.extract.ocr.engine.mark_shapes import Ink

STOP = [*["  "] * 9, "##"]


def reading(text: str, confidence: float = 0.7) -> EngineReading:
    letters = tuple(Letter(letter, (i * 20, 0, i * 20 + 15, 30), 0.99) for i, letter in enumerate(text))
    return EngineReading(text, (0, 0, 20 * len(text), 30), confidence, 0, 30.0, letters)


def ink(*signs: list[str]) -> Ink:
    return drawn(*(" ".join(rows) for rows in zip(*signs, strict=True)))


def first(strokes: Ink, *words: str) -> EngineReading:
    return checked_numerals([reading(word) for word in words], lambda _: strokes)[len(words) - 1]


@pytest.mark.parametrize("text", ["II.", "HI.", "III.", "IïI."])
def test_a_heading_s_numeral_has_as_many_strokes_as_are_drawn(text: str) -> None:
    read = first(ink(ROMAN, ROMAN, ROMAN, STOP), text)
    assert read.text == "III."
    assert read.confidence >= AGREED


@pytest.mark.parametrize("text", ["11/2026", "1/2026", "H/2026"])
def test_a_quarter_s_numeral_is_roman(text: str) -> None:
    assert first(ink(ROMAN, ROMAN), "Quý", text).text == "II/2026"


def test_a_quarter_s_numeral_may_stand_on_the_next_line() -> None:
    strokes = ink(ROMAN, ROMAN)
    assert checked_numerals([reading("1/2028")], lambda _: strokes, above="quý")[0].text == "II/2028"
    assert checked_numerals([reading("1/2028")], lambda _: strokes, above="tháng")[0].text == "1/2028"


def test_a_month_s_figures_stay_figures() -> None:
    assert first(ink(ROMAN, ROMAN), "tháng", "11/2026").text == "11/2026"  # nobody looks
    assert first(ink(ONE, ONE), "Quý", "11/2026").text == "11/2026"  # and who looks sees figures


def test_strokes_that_say_something_else_leave_a_doubt() -> None:
    read = first(ink(AITCH, STOP), "II.")
    assert (read.text, read.confidence) == ("II.", IN_DOUBT)


def test_a_numeral_with_other_letters_counts_its_strokes() -> None:
    vee = ["#    #"] * 3 + [" #  # "] * 4 + ["  ##  "] * 3
    assert first(ink(ROMAN, vee), "1V/2026").text == "IV/2026"
    assert first(ink(ROMAN, vee), "V/2026").confidence == IN_DOUBT


def test_one_and_a_stop_are_no_l() -> None:
    assert first(ink(ROMAN, STOP), "L").text == "I."
    assert first(ink(BAR, STOP), "L").text == "L"


def test_a_number_is_parted_from_the_word_behind_it() -> None:
    words = checked_numerals([reading("I.MỤC"), reading("TIÊU")], lambda _: ink(ROMAN, STOP))
    assert [word.text for word in words] == ["I.", "MỤC", "TIÊU"]
    assert words[1].box == (40, 0, 95, 30)
    kept = checked_numerals([reading("1.a"), reading("I.2")], lambda _: None)
    assert [word.text for word in kept] == ["1.a", "I.2"]


def test_words_are_left_alone() -> None:
    def never(box: PixelBox) -> Ink | None:
        raise AssertionError(box)

    words = [reading(text) for text in ("Hội", "nghị", "Lào", "Xây", "IoT", "2026")]
    assert checked_numerals(words, never) == words
    assert checked_numerals([], never) == []


def test_ink_that_is_not_there_changes_nothing() -> None:
    assert checked_numerals([reading("II.")], lambda _: None) == [reading("II.")]
