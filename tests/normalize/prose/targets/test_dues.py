"""Whose date a promise has, and which dates were not taken."""

from __future__ import annotations

import datetime as dt

import pytest

from nghiquyet.normalize.model import Deadline
from nghiquyet.normalize.prose.targets.clause_dates import Due
from nghiquyet.normalize.prose.targets.dues import Setting, choose_due


def due(year: int) -> Due:
    return Due(0, 1, Deadline(text=f"năm {year}", end=dt.date(year, 12, 31), precision="year"))


NOTHING = Setting(None, None)


@pytest.mark.parametrize(
    ("own", "leading", "setting", "source", "year"),
    [
        ([due(2027)], due(2028), Setting(due(2029), due(2030)), "own_date", 2027),
        ([], due(2028), Setting(due(2029), due(2030)), "opening_date", 2028),
        ([], None, Setting(due(2029), due(2030), running=due(2026)), "running_date", 2026),
        ([], None, Setting(due(2029), due(2030)), "lead_in_date", 2029),
        ([], None, Setting(None, due(2030)), "heading_date", 2030),
        ([], None, NOTHING, "no_date", None),
    ],
)
def test_the_nearest_date_is_taken_and_named(
    own: list[Due], leading: Due | None, setting: Setting, source: str, year: int | None
) -> None:
    found = choose_due(own, leading, setting)
    assert (found.source, found.deadline.end.year if found.deadline.end else None) == (source, year)
    assert found.evidence[0].feature == source


def test_the_dates_not_taken_are_the_others() -> None:
    found = choose_due([due(2027)], due(2028), Setting(due(2029), None))
    assert found.others == ("năm 2028", "năm 2029")
    assert choose_due([due(2027)], None, NOTHING).others == ()
