from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.language.numbering.ordinals import is_ordinal, ordinal_column, row_label

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


@pytest.mark.parametrize(
    ("printed", "text", "style", "levels"),
    [
        ("1", "1", "arabic", (1,)),
        ("01.", "01", "arabic", (1,)),
        ("09", "09", "arabic", (9,)),
        ("2.1", "2.1", "arabic", (2, 1)),
        ("(2.1)", "(2.1)", "arabic", (2, 1)),
        ("1 . 2.", "1.2", "arabic", (1, 2)),
        ("(1)", "(1)", "arabic", (1,)),
        ("1)", "1", "arabic", (1,)),
        ("I", "I", "roman", (1,)),
        ("VII.", "VII", "roman", (7,)),
        ("XIV", "XIV", "roman", (14,)),
        ("I.2", "I.2", "roman", (1, 2)),
        ("A", "A", "upper", (1,)),
        ("B.", "B", "upper", (4,)),
        ("A.1", "A.1", "upper", (1, 1)),
        ("Đ", "Đ", "upper", (7,)),
        ("a)", "a", "lower", (1,)),
        ("đ)", "đ", "lower", (7,)),
        ("b1", "b1", "lower", (4, 1)),
        ("1/", "1", "arabic", (1,)),
        ("ii.", "ii", "lower_roman", (2,)),
        (".1", "1", "arabic", (1,)),
        ("-", "-", "bullet", (0,)),
        ("+", "+", "bullet", (0,)),
    ],
)
def test_labels_as_printed(printed: str, text: str, style: str, levels: tuple[int, ...]) -> None:
    label = row_label(printed)
    assert label is not None
    assert (label.text, label.style, label.levels) == (text, style, levels)


@pytest.mark.parametrize(
    "text",
    ["", "Tổng", "2026-2030", "12/2027", "1.234.567 đồng", "IIII", "AB", "x x", "ô", "Nhiệm vụ 1", "1,5", "100%"],
)
def test_what_is_no_label(text: str) -> None:
    assert row_label(text) is None


@given(st.text(max_size=30))
def test_any_text_is_read_or_not(text: str) -> None:
    label = row_label(text)
    assert label is None or label.depth >= 1
