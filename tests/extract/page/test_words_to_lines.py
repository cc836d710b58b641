from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.model import lines_to_text
from nghiquyet.extract.page.words_to_lines import words_to_lines
from tests.extract.builders import line, word, words

PLACED = st.builds(
    word,
    text=st.text(alphabet="abcđêơưếộ0123,.", min_size=1, max_size=6),
    x=st.floats(0, 500),
    top=st.floats(0, 800),
    size=st.sampled_from([7.0, 8.0, 12.0, 14.0]),
)


@given(st.lists(PLACED, max_size=40))
def test_every_word_stands_in_exactly_one_line(placed: list) -> None:
    found = [(w.text, w.bbox, w.size) for line in words_to_lines(placed) for w in line.words]
    assert sorted(found) == sorted((w.text, w.bbox, w.size) for w in placed)


@given(st.lists(PLACED, max_size=25), st.integers(0, 99))
def test_the_order_of_words_changes_nothing(placed: list, seed: int) -> None:
    shuffled = random.Random(seed).sample(placed, len(placed))
    assert words_to_lines(shuffled) == words_to_lines(placed)


def test_lines_come_from_the_top_down_and_words_from_left_to_right() -> None:
    found = words_to_lines([*words("dòng hai", top=114), *reversed(words("dòng một"))])
    assert [line.text for line in found] == ["dòng một", "dòng hai"]


def test_a_line_aslant_stays_one_and_lines_close_together_stay_two() -> None:
    slant = [word(f"w{i}", 50 + 60 * i, 100 + 2 * i) for i in range(8)]
    assert len(words_to_lines(slant)) == 1
    assert len(words_to_lines([*words("trên"), *words("dưới", top=108)])) == 2


def test_a_small_word_that_stands_high_is_raised_and_joined() -> None:
    (found,) = words_to_lines([word("chức"), word("1", 74.5, 99, size=7)])
    assert [(w.text, w.raised, w.joined) for w in found.words] == [("chức", False, False), ("1", True, True)]
    assert found.text == "chức1"


def test_a_small_word_that_stands_low_is_joined_and_not_raised() -> None:
    (found,) = words_to_lines([word("CO"), word("2", 62.2, 106, size=7)])
    assert [(w.text, w.raised) for w in found.words] == [("CO", False), ("2", False)]
    assert found.text == "CO2"


def test_words_of_one_size_are_never_raised() -> None:
    (found,) = words_to_lines([word("cao", top=98), word("thấp", 80, top=101)])
    assert not any(w.raised or w.joined for w in found.words)


def test_no_words_no_lines() -> None:
    assert words_to_lines([]) == ()


def test_lines_are_joined_by_spaces_but_not_behind_a_dash_inside_a_word() -> None:
    assert lines_to_text([line("Sở Nông nghiệp"), line("và Môi trường")]) == "Sở Nông nghiệp và Môi trường"
    assert lines_to_text([line("Kế hoạch số 15/KH-"), line("UBND")]) == "Kế hoạch số 15/KH-UBND"
    assert lines_to_text([line("2026 -"), line("2030")]) == "2026 - 2030"
    assert lines_to_text([]) == ""
