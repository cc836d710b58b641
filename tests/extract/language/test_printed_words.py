from __future__ import annotations

import pytest

from nghiquyet.extract.language.printed_words import is_strange, spelt


@pytest.mark.parametrize("word", ["(hoà", "“Ủy", "nước;", "xã.", "đ"])
def test_a_word_comes_apart_and_together(word: str) -> None:
    parts = spelt(word)
    assert parts is not None
    assert parts.with_letters(parts.letters) == word


@pytest.mark.parametrize("word", ["12/2030", "08-NQ/TU", "CO2", "-", "a-b", ""])
def test_what_is_more_than_letters_is_no_word(word: str) -> None:
    assert spelt(word) is None


@pytest.mark.parametrize("word", ["hiệnBộ", "1ÿ", "l0ngày", "QĐĐ", "1Š", "ở1", "[rung", "vỊ", "CÔNg", "g1a"])
def test_what_no_printer_sets_is_strange(word: str) -> None:
    assert is_strange(word)


@pytest.mark.parametrize(
    "word",
    [
        "NQ-CP",
        "IoT",
        "km2",
        "12/2030",
        "VNeID",
        "08-NQ/TU",
        "GRDP",
        "ĐBQH",
        "TTg",
        "UBNDs",
        "2.1",
        "e-RTG",
        "[1]",
        "[a]",
    ],
)
def test_what_is_printed_so_is_not(word: str) -> None:
    assert not is_strange(word)
