"""What a label's reading says of itself and of the next."""

from __future__ import annotations

import pytest
from hypothesis import given

from nghiquyet.extract.language.numbering.alphabet import LATIN, PLAIN
from nghiquyet.extract.language.numbering.parse_labels import readings
from nghiquyet.extract.language.numbering.reading import Reading, first_label, next_label
from nghiquyet.extract.language.numbering.succession import follows
from tests.extract.language.numbering.test_parse_labels import labels


def read(text: str) -> Reading:
    return readings(text)[0]


@pytest.mark.parametrize(
    ("label", "following"),
    [("1", "2"), ("09.", "10."), ("9", "10"), ("2.9", "2.10"), ("(3)", "(4)"), ("IV", "V"), ("II.1", "II.2"),
     ("c)", "d)"), ("d)", "đ)"), ("b1", "b2"), ("A.II", "A.III"), ("ix.", "x."), ("Điều 5", "Điều 6"),
     ("Chương IX", "Chương X"), ("D", "Đ")],
)  # fmt: skip
def test_the_next_label_is_printed_in_the_same_way(label: str, following: str) -> None:
    found = next_label(read(label))
    assert found is not None
    assert found.printed == following


@pytest.mark.parametrize("label", ["y)", "-", "999", "XXXIX", "PHẦN THỨ NHẤT"])
def test_behind_the_last_comes_none(label: str) -> None:
    assert next_label(read(label)) is None


def test_ways_of_counting_letters_go_on_differently() -> None:
    d, e = read("d)"), read("e)")
    assert [x.text for c in (PLAIN, LATIN) if (x := next_label(d, c))] == ["e", "e"]
    assert [x.text for c in (PLAIN, LATIN) if (x := next_label(e, c))] == ["g", "f"]


@given(labels())
def test_the_next_label_follows_and_the_first_begins(label: Reading) -> None:
    following = next_label(label)
    assert following is None or follows(label, following)
    first = first_label(label)
    assert first.first
    assert (first.style, first.depth, first.bracketed) == (label.style, label.depth, label.bracketed)


@pytest.mark.parametrize(
    ("label", "first"),
    [("3", "1"), ("05.", "01."), ("2.3", "2.1"), ("IV", "I"), ("c)", "a)"), ("(iv)", "(i)"), ("B.2", "B.1")],
)
def test_the_first_of_a_list(label: str, first: str) -> None:
    assert first_label(read(label)).printed == first


@pytest.mark.parametrize(
    ("inner", "outer", "answer"),
    [
        ("2.1", "2", True),
        ("2.1.3", "2.1", True),
        ("2.1.3", "2", True),
        ("02.1", "2", True),
        ("(2.1)", "2", True),
        ("I.2", "I", True),
        ("21", "2", False),
        ("2", "2", False),
        ("3.1", "2", False),
        ("2", "2.1", False),
        ("2.1", "(2)", False),
        ("II.1", "I", False),
    ],
)
def test_a_label_that_contains_another(inner: str, outer: str, answer: bool) -> None:
    assert read(inner).contains(read(outer)) is answer


def test_a_group_s_number_is_a_letter_or_roman_of_one_level() -> None:
    assert [read(t).heads_group for t in ("I", "A", "I.1", "1", "a")] == [True, True, False, False, False]
