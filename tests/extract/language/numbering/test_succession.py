"""Which label follows which: the next is cheapest, and the further off the dearer."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.language.numbering.parse_labels import readings
from nghiquyet.extract.language.numbering.reading import Reading, next_label, written
from nghiquyet.extract.language.numbering.roman import number_to_roman
from nghiquyet.extract.language.numbering.succession import MOST_SKIPPED, distance, follows, successor
from tests.extract.language.numbering.test_parse_labels import labels


def read(text: str, style: str = "") -> Reading:
    return next(r for r in readings(text) if style in ("", r.style))


@pytest.mark.parametrize(
    "sequence",
    [
        [str(n) for n in range(1, 120)],
        [f"{n:02}." for n in range(1, 100)],
        [f"2.{n}" for n in range(1, 30)],
        [f"{c})" for c in "abcdđeghiklmn"],
        [number_to_roman(n) for n in range(1, 39)],
        [f"(1.{n})" for n in range(1, 9)],
    ],
    ids=["1", "01.", "2.1", "a)", "I", "(1.1)"],
)
def test_each_label_follows_the_one_before_and_no_other(sequence: list[str]) -> None:
    for before, after in pairwise(map(read, sequence)):
        assert follows(before, after)
        assert not follows(after, before)
        assert not follows(before, before)


@pytest.mark.parametrize("sequence", ["abcdeghik", "abcdđefghi", "abcdefghijklmnopqrstuvwxyz", "ABCDEG", "ABCDĐEG"])
def test_letters_are_counted_with_or_without_those_that_offices_leave_out(sequence: str) -> None:
    style = "upper" if sequence.isupper() else "lower"
    assert all(follows(a, b) for a, b in pairwise(read(c, style) for c in sequence))


@pytest.mark.parametrize("pair", ["ac", "ce", "eh", "hg", "aa"])
def test_a_letter_left_out_is_a_gap(pair: str) -> None:
    assert not follows(read(pair[0]), read(pair[1]))


@pytest.mark.parametrize(("before", "after"), [("1", "I"), ("a", "A"), ("1.1", "2.2"), ("-", "-"), ("2", "2.1")])
def test_labels_of_two_lists_have_no_distance(before: str, after: str) -> None:
    assert distance(read(before), read(after)) is None


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("1", "2", "next"),
        ("d)", "e)", "next"),
        ("1", "1.1", "first"),
        ("1", "1.3", "skipped"),
        ("7", "1", "first"),
        ("II", "a)", "first"),
        ("2", "5", "skipped"),
        ("2", "2", "repeated"),
        ("5", "3", "back"),
        ("II", "5", "unrelated"),
        ("", "1", "first"),
        ("", "4", "unrelated"),
    ],
)
def test_what_a_label_is_to_the_one_before(before: str, after: str, kind: str) -> None:
    assert successor(read(before) if before else None, read(after)).kind == kind


@given(labels(), labels())
def test_the_next_is_cheapest(before: Reading, after: Reading) -> None:
    following = next_label(before)
    if following is not None:
        assert successor(before, following).cost == 0.0 <= successor(before, after).cost


@given(st.integers(1, 40), st.integers(0, 60), st.integers(0, 60))
def test_the_more_are_left_out_the_dearer(start: int, fewer: int, more: int) -> None:
    fewer, more = sorted((fewer, more))
    costs = [successor(written("arabic", (start,)), written("arabic", (start + 1 + n,))).cost for n in (fewer, more)]
    assert costs[0] <= costs[1]
    assert costs[0] < costs[1] or fewer == more or fewer >= MOST_SKIPPED


@given(labels(), labels())
def test_to_step_back_or_repeat_is_dearer_than_to_begin(before: Reading, after: Reading) -> None:
    found = successor(before, after)
    if found.kind in ("back", "repeated", "skipped", "unrelated"):
        assert found.cost > successor(None, written("arabic", (1,))).cost
