import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.readers.word.list_numerals import numeral


@pytest.mark.parametrize(
    ("count", "form", "wanted"),
    [(4, "decimal", "4"), (4, "decimalZero", "04"), (14, "decimalZero", "14"), (4, "upperRoman", "IV"),
     (1999, "lowerRoman", "mcmxcix"), (2, "lowerLetter", "b"), (28, "upperLetter", "BB"), (3, "none", ""),
     (3, "vietnameseCounting", "ba"), (5, "chicago", "**"), (7, "unheardOf", "7"), (0, "upperRoman", "0"),
     (4000, "upperRoman", "4000"), (-1, "lowerLetter", "-1"), (10**6, "lowerLetter", "1000000")],
)  # fmt: skip
def test_numerals(count: int, form: str, wanted: str) -> None:
    assert numeral(count, form) == wanted


@given(st.integers(1, 700), st.sampled_from(["decimal", "upperRoman", "lowerLetter"]))
def test_two_counts_never_look_the_same(count: int, form: str) -> None:
    assert numeral(count, form) != numeral(count + 1, form)
