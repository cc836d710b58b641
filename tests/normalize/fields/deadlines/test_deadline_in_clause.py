"""Deadlines inside sentences: what is found, and what only looks like one."""

import csv
import datetime as dt
from pathlib import Path

import pytest

from nghiquyet.normalize.fields.deadlines import find_deadline

CASES = list(csv.DictReader((Path(__file__).parent / "clauses.csv").open(encoding="utf-8"), delimiter="|"))
ISSUED = dt.date(2026, 2, 10)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["clause"][:60])
def test_case(case: dict[str, str]) -> None:
    found = find_deadline(case["clause"], ISSUED, events=case["events"] == "1")
    if not case["words"]:
        assert found is None
        return
    assert found is not None
    assert found.words == case["words"] == found.deadline.text
    assert case["clause"][found.start : found.end] == case["words"]
    deadline = found.deadline
    got = [deadline.start, deadline.end, deadline.precision, deadline.open_ended, deadline.recurring]
    dates = [dt.date.fromisoformat(case[k]) if case[k] else None for k in ("start", "end")]
    assert got == [*dates, case["precision"], case["open"] == "1", case["recurring"] or None]
    assert list(found.doubts) == (case["doubts"] or "").split()


def test_events_are_for_orders_only() -> None:
    order = "Gửi báo cáo trong 05 ngày làm việc kể từ ngày ký"
    assert find_deadline(order) is None
    found = find_deadline(order, events=True)
    assert found is not None
    assert found.deadline.precision == "event"
