"""Letters that were set apart are words; short words are not put together."""

from __future__ import annotations

import pytest

from nghiquyet.extract.readers.pdf.glyphs import Glyph
from nghiquyet.extract.readers.pdf.glyphs_to_words import glyphs_to_words
from tests.extract.builders import glyphs


def spaced(text: str, apart: float) -> list[Glyph]:
    """The text with so many points between its letters, its spaces as wide as they are and as far apart."""
    return [g._replace(x0=g.x0 + i * apart, x1=g.x1 + i * apart) for i, g in enumerate(glyphs(text))]


def read(drawn: list[Glyph]) -> str:
    return " ".join(word.text for word in glyphs_to_words(drawn, (), 1))


@pytest.mark.parametrize("apart", [2.1, 2.6, 4.0, 6.0])
@pytest.mark.parametrize("text", ["Trường, lớp học", "NGHỊ QUYẾT", "Điều"])
def test_letters_set_apart_are_words(text: str, apart: float) -> None:
    assert read(spaced(text, apart)) == text


@pytest.mark.parametrize("text", ["Phụ lục a và b", "x y", "1 2 3 4 5"])
def test_short_words_and_figures_stay_as_they_are(text: str) -> None:
    assert read(glyphs(text)) == text


def test_marks_of_a_table_are_none() -> None:
    drawn = [g for i in range(6) for g in glyphs("x", 50 + 40 * i)]
    assert read(drawn) == "x x x x x x"
