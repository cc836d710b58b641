"""The figures that the cases reach; those held back show what the rules are worth on sentences not written for."""

from __future__ import annotations

import pytest

from tests.normalize.prose.orders.order_cases import load, score

# Measured when the cases came in: 92.9 % of 589 fields, 92.3 % of the 274 held back of the first two files, 89.6 % of
# the 288 of the third. Raise them, never lower them.
OPEN, HELD_BACK = 0.935, 0.91


@pytest.mark.parametrize(("held_back", "least"), [(False, OPEN), (True, HELD_BACK)])
def test_orders_are_read_as_a_person_read_them(held_back: bool, least: float) -> None:
    cases = [case for case in load() if case.held_back is held_back]
    assert len(cases) > 80
    assert score(cases).share >= least


def test_some_cases_expect_nothing() -> None:
    assert sum(not case.orders for case in load()) > 60
