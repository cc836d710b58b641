from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from nghiquyet.extract.ocr.engine.read_marks import IN_DOUBT, ROMAN_LETTERS, read_mark
from nghiquyet.extract.ocr.engine.readings import EngineReading
from nghiquyet.extract.ocr.engine.tesseract import Layout
from tests.extract.ocr.engine.test_mark_shapes import AITCH, CROSS, ONE, ROMAN, drawn

if TYPE_CHECKING:
    from nghiquyet.extract.ocr.engine.mark_shapes import Ink

OPEN = [" #", *["# "] * 8, " #"]
CLOSE = ["# ", *[" #"] * 8, "# "]
GAP = [" "] * 10


def rows(*signs: list[str]) -> Ink:
    return drawn(*("".join(parts) for parts in zip(*signs, strict=True)))


class Engine:
    """Says what it is told to say, a layout."""

    def __init__(self, confidence: float = 0.8, **said: str) -> None:
        self.confidence = confidence
        self.said = said

    @staticmethod
    def of(letters: str) -> str:
        return {"": "", ROMAN_LETTERS: "_ROMAN"}.get(letters, "_FIGURES")

    def __call__(
        self, layout: Layout, letters: str, columns: tuple[int, int] | None = None
    ) -> tuple[EngineReading, ...]:
        text = self.said.get("inner" if columns else layout.name + self.of(letters), "")
        return (EngineReading(text, (0, 0, 9, 9), self.confidence, 0, 9.0),) if text else ()


@pytest.mark.parametrize("said", ["", "X", "b$", "bệ"])
def test_a_cross_is_a_cross_whatever_the_engine_says(said: str) -> None:
    (read,) = read_mark(CROSS, 200 / 72, Engine(BLOCK=said))
    assert read.text == "X"  # 21 pixels high: 7.6 points
    (read,) = read_mark(CROSS, 300 / 72, Engine(BLOCK=said))
    assert read.text == "x"


@pytest.mark.parametrize("said", ["H", "II", "11", "lÍ|"])
def test_roman_ones_are_counted_whatever_the_engine_says(said: str) -> None:
    (read,) = read_mark(rows(ROMAN, GAP, ROMAN), 3.0, Engine(BLOCK=said))
    assert (read.text, read.confidence) == ("II", 0.95)


def test_a_figure_one_stays_one() -> None:
    (read,) = read_mark(drawn(*ONE), 3.0, Engine(0.97, BLOCK="1", WORD="1"))
    assert (read.text, read.confidence) == ("1", 0.97)


def test_a_dash_is_a_dash() -> None:
    (read,) = read_mark(np.ones((3, 15), bool), 3.0, Engine())
    assert read.text == "-"


def test_letters_like_a_numeral_are_read_as_one_if_the_strokes_agree() -> None:
    vee = ["#    #"] * 3 + [" #  # "] * 4 + ["  ##  "] * 3
    (read,) = read_mark(rows(ROMAN, GAP, vee), 3.0, Engine(BLOCK="EFV", LINE_ROMAN="IV"))
    assert read.text == "IV"
    (read,) = read_mark(rows(ROMAN, GAP, vee), 3.0, Engine(BLOCK="EFV", LINE_ROMAN="V"))
    assert (read.text, read.confidence) == ("EFV", IN_DOUBT)


def test_a_number_in_brackets_is_read_without_them() -> None:
    ink = rows(OPEN, GAP, AITCH, GAP, CLOSE)
    assert read_mark(ink, 3.0, Engine(BLOCK="@)", inner="3"))[0].text == "(3)"
    assert read_mark(ink, 3.0, Engine(BLOCK="q)", inner="1"))[0].text == "(1)"
    assert read_mark(ink, 3.0, Engine(BLOCK="@)"))[0].confidence == IN_DOUBT
    assert read_mark(rows(AITCH, GAP, CLOSE), 3.0, Engine(BLOCK="a)", inner="wrong"))[0].text == "a)"


def test_figures_that_two_ways_read_differently_are_doubted() -> None:
    assert read_mark(drawn(*AITCH), 3.0, Engine(BLOCK="5b", WORD="5"))[0].confidence == IN_DOUBT
    assert read_mark(drawn(*AITCH), 3.0, Engine(BLOCK="5", WORD="5"))[0].confidence == 0.8


def test_nothing_read_is_nothing() -> None:
    assert read_mark(drawn(*AITCH), 3.0, Engine()) == ()


@pytest.mark.parametrize(("figures", "text", "confidence"), [("3", "3", IN_DOUBT), ("", "sì", 0.8), ("...", "sì", 0.8)])
def test_a_word_alone_is_the_figure_that_it_can_be(figures: str, text: str, confidence: float) -> None:
    (read,) = read_mark(drawn(*AITCH), 3.0, Engine(BLOCK="sì", WORD_FIGURES=figures))
    assert (read.text, read.confidence) == (text, confidence)


def test_capitals_alone_head_a_column() -> None:
    (read,) = read_mark(drawn(*AITCH), 3.0, Engine(0.9, BLOCK="STT", WORD_FIGURES="5"))
    assert read.text == "STT"
