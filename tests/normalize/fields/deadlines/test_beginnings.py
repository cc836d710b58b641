"""When work begins, in a column of its own, makes the deadline beside it a range."""

from __future__ import annotations

import datetime as dt

import pytest

from nghiquyet.normalize.fields.deadlines import DeadlineContext, read_deadline_with_doubt, since_beginning

TIME = DeadlineContext(dt.date(2014, 2, 8))


@pytest.mark.parametrize(
    ("begins", "ends", "start", "end"),
    [
        ("2/2012", "5/2012", dt.date(2012, 2, 1), dt.date(2012, 5, 31)),
        ("Tháng 1/2014", "Tháng 1/2014", dt.date(2014, 1, 1), dt.date(2014, 1, 31)),
        ("Quý I/2014", "Năm 2015", dt.date(2014, 1, 1), dt.date(2015, 12, 31)),
        ("15/3/2026", "30/4/2026", dt.date(2026, 3, 15), dt.date(2026, 4, 30)),
    ],
)
def test_two_moments_are_a_range(begins: str, ends: str, start: dt.date, end: dt.date) -> None:
    found = since_beginning(read_deadline_with_doubt(ends), begins, TIME)
    assert (found.deadline.start, found.deadline.end, found.deadline.precision) == (start, end, "range")
    assert (found.deadline.text, found.doubts) == (ends, ())


@pytest.mark.parametrize(
    ("begins", "ends", "doubts"),
    [
        ("Thường xuyên", "Năm 2014", ()),
        ("6/2012", "1/2012", ("deadline-reversed",)),
        ("Sau 3 ngày", "Năm 2014", ("deadline-unread",)),
    ],
)
def test_words_that_name_no_moment_before_the_end_leave_the_deadline_and_figures_a_doubt(
    begins: str, ends: str, doubts: tuple[str, ...]
) -> None:
    alone = read_deadline_with_doubt(ends)
    found = since_beginning(alone, begins, TIME)
    assert (found.deadline, found.doubts) == (alone.deadline, doubts)


@pytest.mark.parametrize("ends", ["Hằng năm", "Từ 2013 đến 2014"])
def test_a_deadline_without_a_date_or_with_a_start_of_its_own_is_left(ends: str) -> None:
    alone = read_deadline_with_doubt(ends)
    assert since_beginning(alone, "2/2012", TIME) == alone
