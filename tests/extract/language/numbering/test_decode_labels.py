"""Columns and outlines whose labels can be read in several ways."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.language.numbering.decode_labels import cheapest_way, likeliest_readings
from nghiquyet.extract.language.numbering.parse_labels import readings
from nghiquyet.extract.language.numbering.roman import number_to_roman


def styles(*labels: str) -> list[str]:
    return [r.style if r else "" for r in likeliest_readings([readings(label) for label in labels])]


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ("A B C D", "upper upper upper upper"),  # C and D are no hundred and five hundred
        ("A I 1 2 II 1 B I", "upper roman arabic arabic roman arabic upper roman"),
        ("1 a) b) c) 2 a)", "arabic lower lower lower arabic lower"),
        ("1 i) ii) iii) 2", "arabic lower_roman lower_roman lower_roman arabic"),
        ("g) h) i) k)", "lower lower lower lower"),
        ("I II III IV V VI", "roman roman roman roman roman roman"),
        ("T U V X", "upper upper upper upper"),
    ],
)
def test_a_column_is_read_so_that_it_counts(column: str, expected: str) -> None:
    assert styles(*column.split()) == expected.split()


def test_i_behind_h_is_a_letter_unless_a_roman_two_follows() -> None:
    letters = list("ABCDĐEGH")
    assert styles(*letters, "I", "K")[-2:] == ["upper", "upper"]
    assert styles(*letters, "I", "II")[-2:] == ["roman", "roman"]


def test_what_is_no_label_has_no_reading_and_breaks_no_count() -> None:
    assert styles("A", "Tổng", "-", "B", "C") == ["upper", "", "bullet", "upper", "upper"]


@given(st.lists(st.text("IVXLABC123abci.)", min_size=1, max_size=4), max_size=30))
def test_every_label_keeps_one_of_its_readings(labels: list[str]) -> None:
    found = likeliest_readings([readings(label) for label in labels])
    assert len(found) == len(labels)
    assert all((r in readings(label)) if r else not readings(label) for label, r in zip(labels, found, strict=True))


@given(st.integers(1, 39))
def test_roman_columns_stay_roman(count: int) -> None:
    assert set(styles(*(number_to_roman(n) for n in range(1, count + 1)))) == {"roman"}


def test_the_way_as_a_whole_is_the_cheapest() -> None:
    def options(sign: str, state: str, first: bool) -> list[tuple[float, str, str]]:
        if sign == "a":
            return [(1.0, "cheap", "dear later"), (2.0, "dear", "cheap later")]
        return [(9.0 if state == "dear later" else 0.0, f"{sign}, first: {first}", state)]

    assert cheapest_way("", "ab", options) == ("dear", "b, first: False")
    assert cheapest_way("", "", options) == ()
