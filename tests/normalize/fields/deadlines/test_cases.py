"""The table of cases: words of a deadline → what is published, checked by reading each line."""

import csv
import datetime as dt
from pathlib import Path

import pytest

from nghiquyet.normalize.fields.deadlines import doubt_message, read_deadline_with_doubt
from nghiquyet.normalize.model import Period

CASES = list(csv.DictReader((Path(__file__).parent / "cases.csv").open(encoding="utf-8"), delimiter="|"))


def day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def period(text: str) -> Period | None:
    return Period.model_validate(dict(zip(("from", "to"), map(int, text.split("-")), strict=True))) if text else None


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['text'][:40]} {c['issued_on']} {c['period']}".strip())
def test_case(case: dict[str, str]) -> None:
    reading = read_deadline_with_doubt(case["text"], day(case["issued_on"]), period(case["period"]))
    deadline = reading.deadline
    assert deadline.text == " ".join(case["text"].split())
    got = (deadline.start, deadline.end, deadline.precision, deadline.open_ended, deadline.recurring)
    assert got == (
        day(case["start"]),
        day(case["end"]),
        case["precision"] or "none",
        case["open"] == "1",
        case["recurring"] or None,
    )
    assert set(reading.doubts) == set(case["doubts"].split())
    assert all(doubt_message(code) for code in reading.doubts)


def test_table_is_large() -> None:
    assert len(CASES) >= 150


def test_nothing_printed() -> None:
    reading = read_deadline_with_doubt(" \n ")
    assert reading.deadline.text is None
    assert reading.deadline.precision == "none"
    assert not reading.doubts
