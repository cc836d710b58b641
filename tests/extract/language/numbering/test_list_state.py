"""What may stand next in a column, and what another label costs there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.language.numbering.list_state import ListState
from nghiquyet.extract.language.numbering.parse_labels import readings
from nghiquyet.extract.language.numbering.reading import Reading
from nghiquyet.extract.language.numbering.succession import OUT_OF_STEP
from tests.extract.language.numbering.test_parse_labels import labels


def behind(*column: str) -> ListState:
    state = ListState()
    for label in column:
        state = state.after(readings(label)[0])
    return state


@pytest.mark.parametrize(
    ("column", "following"),
    [
        ("", "1 I A"),
        ("I", "1 II I.1"),
        ("I 1", "2 1.1 II a)"),
        ("I 1 2 II", "3 1 III II.1"),  # numbers run on below the next heading, or begin anew
        ("A", "1 I B A.1"),
        ("D", "E Đ"),
        ("1 d)", "đ) e) 2"),
        ("I I.1", "I.2 I.1.1 II"),
        ("I I.1 II", "II.1 III"),
        ("1 i) ii)", "2"),
        ("09", "10"),
    ],
)
def test_what_may_stand_next(column: str, following: str) -> None:
    printed = [label.printed for label in behind(*column.split()).next_ones()]
    assert [label for label in following.split() if label not in printed] == []


def test_below_another_heading_its_own_rows_begin_anew() -> None:
    assert "I.2" not in [label.printed for label in behind("I", "I.1", "II").next_ones()]
    assert "b)" not in [label.printed for label in behind("1", "a)", "I").next_ones()]


@given(st.lists(labels(), max_size=6), labels())
def test_what_may_stand_next_costs_less_than_what_is_out_of_order(column: list[Reading], label: Reading) -> None:
    state = ListState()
    for one in column:
        state = state.after(one)
    assert all(state.taking(following).cost < OUT_OF_STEP for following in state.next_ones())
    cost = state.taking(label).cost
    assert cost >= 0.0
    assert cost >= OUT_OF_STEP or label.levels[-1] == 1 or any(label.same_as(n) for n in state.next_ones())
