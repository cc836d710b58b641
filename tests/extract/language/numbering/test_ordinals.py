from __future__ import annotations

import pytest

from nghiquyet.extract.language.numbering.ordinals import is_ordinal, ordinal_column

YES = [
    "1",
    "01",
    "09.",
    "1.1",
    "2.1.3",
    "(1)",
    "1)",
    "I",
    "VII",
    "XIV.",
    "A",
    "Đ",
    "a",
    "a)",
    "đ)",
    "b1",
    "-",
    "+",
    "I.2",
    "A.1",
]
NO = ["", "1.234.567 đồng", "2026-2030", "12/2027", "Sở", "AB", "1,5", "100%", "Quý I", "- Sở"]


@pytest.mark.parametrize("text", YES)
def test_numbers_of_rows_in_every_style(text: str) -> None:
    assert is_ordinal(text)


@pytest.mark.parametrize("text", NO)
def test_what_is_no_number_of_a_row(text: str) -> None:
    assert not is_ordinal(text)


def test_the_number_column_is_the_first_or_the_second() -> None:
    assert ordinal_column([["1", "Lập kế hoạch"], ["2", "Trình"], ["3", "Ban hành"]]) == 0
    assert ordinal_column([["Sở Y tế", "1", "Lập"], ["", "2", "Trình"], ["", "3", "Ban hành"]]) == 1
    assert ordinal_column([["Lập", "Sở Y tế", "1"], ["Trình", "Sở Y tế", "2"], ["Ban", "Sở", "3"]]) is None


def test_a_few_rows_without_number_do_not_hide_it() -> None:
    rows = [["1", "a b"], ["", "c d"], ["2", "e f"], ["Tổng", "g h"], ["3", "i k"], ["4", "l m"]]
    assert ordinal_column(rows) == 0


def test_years_and_words_make_none() -> None:
    assert ordinal_column([["2026", "a b"], ["2027", "c d"], ["2028", "e f"]]) is None
    assert ordinal_column([]) is None


def test_one_row_alone_is_enough_where_it_has_a_number() -> None:
    assert ordinal_column([["5", "Lập kế hoạch"]]) == 0
    assert ordinal_column([["Lập", "kế hoạch"]]) is None
