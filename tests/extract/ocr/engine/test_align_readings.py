from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.ocr.engine.align_readings import align, letters_of
from tests.extract.ocr.engine.build import line


def places(first: str, second: str) -> list[tuple[str, str]]:
    return [
        (" ".join(r.text for r in place.first), " ".join(r.text for r in place.second))
        for place in align(line(first), line(second))
    ]


def test_words_in_one_place_stand_together_whatever_they_are_read_for() -> None:
    assert places("Sở Y tế", "Sờ Y tê") == [("Sở", "Sờ"), ("Y", "Y"), ("tế", "tê")]


def test_a_word_that_one_reader_lost_stands_alone() -> None:
    assert places("- Sở Y tế", "_ Sở Y tế") == [("-", ""), ("Sở", "Sở"), ("Y", "Y"), ("tế", "tế")]
    assert places("Sở _ tế", "Sở Y tế") == [("Sở", "Sở"), ("", "Y"), ("tế", "tế")]
    assert places("Sở Y", "") == [("Sở", ""), ("Y", "")]


def test_words_that_differ_in_a_space_stand_in_one_place() -> None:
    assert places("vụY tế", "vụ Y tế")[0] == ("vụY", "vụ Y")
    assert places("378/QĐ- UBND", "378/QĐ-UBND") == [("378/QĐ- UBND", "378/QĐ-UBND")]


def test_a_dash_is_not_run_into_the_word_behind_it() -> None:
    """The boxes of an engine reach over their words' ends now and then."""
    first = line("- Chánh")
    second = line("Chánh", start=first[0].box[0])
    assert [len(place.first) for place in align(first, second)] == [1, 1]


@pytest.mark.parametrize(("text", "letters"), [("12/2030.", "122030"), ("-", ""), ("Y tế", "Ytế")])
def test_letters_and_figures_alone(text: str, letters: str) -> None:
    assert letters_of(text) == letters


WORDS = st.lists(st.sampled_from(["a", "bc", "Sở", "12/2030", "-", "____"]), max_size=8).map(" ".join)


@given(WORDS, WORDS)
def test_every_word_stands_in_one_place_in_its_order(first: str, second: str) -> None:
    found = align(line(first), line(second))
    assert [r for place in found for r in place.first] == line(first)
    assert [r for place in found for r in place.second] == line(second)
    assert all(place.first or place.second for place in found)
