from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.readers.pdf.glyphs import Glyph
from nghiquyet.extract.readers.pdf.glyphs_to_words import glyphs_to_words
from tests.extract.builders import across, down, glyphs

VIETNAMESE = st.text(alphabet="abcđeêghioơuưyắằẵặếềễệốồỗộứừữựĐHQT0123456789/-.,%", min_size=1, max_size=8)


def read(drawn: list[Glyph], *rulings: object) -> list[str]:
    return [w.text for w in glyphs_to_words(drawn, rulings, 1)]  # type: ignore[arg-type]


@given(
    lines=st.lists(st.lists(VIETNAMESE, min_size=1, max_size=5), min_size=1, max_size=4),
    seed=st.integers(0, 1000),
)
def test_the_order_of_drawing_changes_nothing(lines: list[list[str]], seed: int) -> None:
    drawn = [g for i, words in enumerate(lines) for g in glyphs(" ".join(words), baseline=100 + 14 * i)]
    shuffled = random.Random(seed).sample(drawn, len(drawn))
    assert glyphs_to_words(shuffled, (), 1) == glyphs_to_words(drawn, (), 1)
    assert read(shuffled) == [unicodedata.normalize("NFC", w) for words in lines for w in words]


@given(st.lists(VIETNAMESE.filter(lambda word: len(word) > 1), min_size=1, max_size=6), st.floats(0.2, 3))
def test_words_are_parted_by_gaps_where_no_space_is_drawn(words: list[str], gap: float) -> None:
    x, drawn = 50.0, []
    for text in words:
        drawn += glyphs(text, x)
        x = drawn[-1].x1 + gap * 12
    assert read(drawn) == words


def test_a_gap_of_a_justified_line_parts_words_and_kerning_does_not() -> None:
    assert read([*glyphs("Kế"), *glyphs("hoạch", 62 + 2.2)]) == ["Kế", "hoạch"]
    assert read([*glyphs("Kế"), *glyphs("hoạch", 62 + 1.5)]) == ["Kếhoạch"]


def test_a_number_drawn_over_the_spaces_that_held_its_place_is_one_word() -> None:
    """A signature's appearance is drawn over "Số:      /KH-UBND"."""
    assert read([*glyphs("Số:        /KH"), *glyphs("128", 79)]) == ["Số:", "128", "/KH"]


def test_a_narrow_space_that_is_drawn_parts_words() -> None:
    assert read([*glyphs("Kế "), *glyphs("hoạch", 62.8)]) == ["Kế", "hoạch"]


def test_a_letter_drawn_twice_to_look_bold_is_one() -> None:
    drawn = [
        g for letter in glyphs("Sở Y tế") for g in (letter, letter._replace(x0=letter.x0 + 0.3, x1=letter.x1 + 0.3))
    ]
    assert read(drawn) == ["Sở", "Y", "tế"]


def test_a_doubled_letter_stays_two() -> None:
    assert read(glyphs("xoong 1000")) == ["xoong", "1000"]


def test_a_wall_between_touching_letters_parts_words_where_it_reaches_them() -> None:
    touching = [*glyphs("2026"), *glyphs("Sở", 74)]
    assert read(touching) == ["2026Sở"]
    assert read(touching, down(74, 90, 120)) == ["2026", "Sở"]
    assert read(touching, down(74, 200, 300)) == ["2026Sở"]
    assert read(touching, across(108)) == ["2026Sở"]


def test_a_word_drawn_in_one_go_runs_over_a_wall() -> None:
    word = [g._replace(run=1) for g in glyphs("Môi")]
    assert read(word, down(56, 90, 120)) == ["Môi"]
    after = [g._replace(run=2) for g in glyphs("Sở", word[-1].x1)]
    assert read([*word, *after], down(word[-1].x0, 90, 120)) == ["Môi", "Sở"]
    assert read([*word, *after], down(200, 90, 120)) == ["MôiSở"]
    own = [word[0], *(g._replace(run=2) for g in word[1:])]
    assert read(own, down(word[0].x0 - 3, 90, 120)) == ["Môi"]


def test_letters_of_several_fonts_are_one_word() -> None:
    drawn = glyphs("ủy")
    assert read([drawn[0], drawn[1]._replace(font="Arial")]) == ["ủy"]


def test_each_part_of_a_word_is_read_in_the_coding_of_its_font() -> None:
    drawn = [*glyphs("®", font=".VnTime"), *glyphs("ề", 56, font="Times")]
    assert read(drawn) == ["đề"]


def test_letters_that_lie_on_their_side_are_not_read_into_the_lines() -> None:
    assert read([*glyphs("Sở"), *glyphs("x", 62, turned=90)]) == ["Sở"]


@pytest.mark.parametrize(
    ("font", "bold", "italic"),
    [
        ("TimesNewRomanPS-BoldMT", True, False),
        ("TimesNewRomanPS-BoldItalicMT", True, True),
        ("Arial-Black", True, False),
        ("Times-Italic", False, True),
        ("TimesNewRomanPSMT", False, False),
    ],
)
def test_weight_and_slope_are_told_by_the_font(font: str, bold: bool, italic: bool) -> None:
    (word,) = glyphs_to_words(glyphs("Sở", font=font), (), 3)
    assert (word.bold, word.italic, word.page) == (bold, italic, 3)


def test_baselines_a_line_apart_are_two_lines_and_a_hair_apart_one() -> None:
    assert read([*glyphs("trên"), *glyphs("dưới", 50, 122)]) == ["trên", "dưới"]
    assert read([*glyphs("cao "), *glyphs("thấp", 74, 110.8)]) == ["cao", "thấp"]


def test_nothing_drawn_gives_no_words() -> None:
    assert read([]) == []
    assert read(glyphs("   ")) == []
