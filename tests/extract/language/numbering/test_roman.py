"""Roman numbers, written and read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.language.numbering.roman import LARGEST, number_to_roman, roman_to_number


@given(st.integers(1, LARGEST))
def test_what_is_written_is_read_back(number: int) -> None:
    assert roman_to_number(number_to_roman(number)) == roman_to_number(number_to_roman(number).lower()) == number


@pytest.mark.parametrize("text", ["", "IIII", "VX", "IC", "Iv", "ABC", "IIV", "MMMM", "1", "XIVI", "i v"])
def test_what_is_no_roman_number(text: str) -> None:
    assert roman_to_number(text) is None


@given(st.text("IVXLCDM", max_size=40))
def test_only_what_would_be_written_so_is_read(text: str) -> None:
    number = roman_to_number(text)
    assert number is None or number_to_roman(number) == text


@pytest.mark.parametrize("number", [0, -1, LARGEST + 1])
def test_what_has_no_roman_form(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        number_to_roman(number)
