from __future__ import annotations

import pytest

from nghiquyet.extract.language.numbering.ordinals import row_label
from nghiquyet.normalize.review.lost_numbers import NumberPlace, lost_numbers


def place(sign: str) -> NumberPlace:
    """ "3": a task's number, "[II]": a group's, "?" and "[?]": lost, "!": lost behind ink."""
    bare = sign.startswith("[")
    text = sign.strip("[]")
    if text in ("?", "!"):
        return NumberPlace(None, bare, True, True, text == "!")
    return NumberPlace(row_label(text) if text else None, bare, False, True)


def told(signs: str) -> list[str]:
    """The numbers given to those of ``signs`` that have none."""
    places = [place(sign) for sign in signs.split()]
    return [label.text for label in lost_numbers(places) if label is not None]


@pytest.mark.parametrize(
    ("signs", "numbers"),
    [
        ("7 8 ? 10", ["9"]),
        ("08 ? 10", ["09"]),
        ("[I] ? 2 3", ["1"]),
        ("? 2 3", ["1"]),
        ("1 ? ? 4", ["2", "3"]),
        ("2.1 ? 2.3", ["2.2"]),
        ("2 a b ? 3", ["c"]),
        ("1 ? 2.1 3", ["2"]),
        ("13 14 ?", ["15"]),
        ("[I] 1 2 ? [II] 1", ["3"]),
        ("1 ! ! [II] 1", ["2", "3"]),
        ("[I] 1 2 ? [II] 1 ?", ["3", "2"]),
    ],
)
def test_a_task_is_given_the_number_that_is_missing(signs: str, numbers: list[str]) -> None:
    assert told(signs) == numbers


@pytest.mark.parametrize(
    ("signs", "numbers"),
    [
        ("[I] 1 2 [?] 1 [III] 1", ["II"]),
        ("[?] 1 [II] 1 [III] 1", ["I"]),
        ("[I] 1 [II] 1 [?] 1 2", ["III"]),
        ("[A] 1 [?] 1 [C] 1", ["B"]),
    ],
)
def test_a_group_is_given_the_number_that_is_missing(signs: str, numbers: list[str]) -> None:
    assert told(signs) == numbers


@pytest.mark.parametrize(
    "signs",
    [
        "1 ? 2 3",  # no number is missing
        "1 ? 5",  # too many are
        "1 ? 2 ? [II] 1 ? [III] 1",  # rows without number are this table's way
        "[?] [I] 1 [II] 1 [?] [I] 1",  # and groups without number here
        "? ? ?",
        "1 2 3",
        "",
    ],
)
def test_where_the_rows_around_leave_no_place_none_is_given(signs: str) -> None:
    assert told(signs) == []


def test_a_lone_roman_number_among_figures_was_a_figure() -> None:
    assert told("12 13 14 I") == ["15"]
    assert told("[I] 1 2 3 IV [II] 1") == ["4"]


def test_roman_numbers_of_groups_and_of_tasks_among_others_stay() -> None:
    assert told("[I] 1 2 [II] 1") == []
    assert told("I II III") == []
    assert told("1 a 2") == []


def test_a_printed_number_stays_whatever_it_is() -> None:
    places = [NumberPlace(row_label(text), False) for text in ("13", "14", "I")]
    assert lost_numbers(places) == (None, None, None)
