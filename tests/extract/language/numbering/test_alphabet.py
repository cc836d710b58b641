"""One alphabet, and the ways of counting that leave some of its letters out."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.language.numbering.alphabet import (
    ALPHABET,
    COUNTINGS,
    LATIN,
    OFFICE,
    SCHOOL,
    SELDOM,
    letter_steps,
    letter_to_place,
    next_letter,
    number_to_letters,
    number_to_repeated_letter,
    place_to_letter,
)


def test_no_letter_stands_twice_and_each_is_counted_with_by_someone() -> None:
    assert len(set(ALPHABET)) == len(ALPHABET)
    assert set("".join(COUNTINGS)) == set(ALPHABET)


@pytest.mark.parametrize("counting", COUNTINGS)
def test_every_way_of_counting_keeps_the_order(counting: str) -> None:
    places = [letter_to_place(letter) for letter in counting]
    assert all(a < b for a, b in pairwise(places))
    assert all(letter_steps(a, b) == 1 for a, b in pairwise(places))


def test_latin_letters_are_those_of_programs_and_the_school_has_29() -> None:
    assert LATIN == "abcdefghijklmnopqrstuvwxyz"
    assert len(SCHOOL) == 29
    assert OFFICE == "abcdđeghiklmnopqrstuvxy"
    assert SELDOM.isdisjoint(OFFICE)


def test_h_is_the_eighth_or_the_seventh() -> None:
    assert [counting.index("h") + 1 for counting in COUNTINGS] == [8, 7, 8, 11]


@given(st.integers(1, len(ALPHABET)), st.integers(1, len(ALPHABET)))
def test_places_are_letters_and_steps_have_a_direction(one: int, other: int) -> None:
    assert letter_to_place(place_to_letter(one)) == one
    forth, back = letter_steps(one, other), letter_steps(other, one)
    assert forth is None if back is None else forth == -back
    assert forth is None or (forth > 0) == (other > one)


def test_no_way_of_counting_has_both_w_and_ê() -> None:
    assert letter_steps(letter_to_place("w"), letter_to_place("ê")) is None
    assert letter_to_place("") == letter_to_place("ab") == letter_to_place("1") == 0
    assert place_to_letter(0) == place_to_letter(len(ALPHABET) + 1) == ""


def test_behind_the_last_letter_comes_none() -> None:
    assert (next_letter("d"), next_letter("e"), next_letter("y")) == ("đ", "g", "")


@given(st.integers(1, 2000))
def test_letters_of_numbers_are_read_back(number: int) -> None:
    value = 0
    for letter in number_to_letters(number):
        value = value * len(LATIN) + LATIN.index(letter) + 1
    assert value == number
    repeated = number_to_repeated_letter(number)
    assert len(set(repeated)) == 1
    assert (len(repeated) - 1) * len(LATIN) + LATIN.index(repeated[0]) + 1 == number
