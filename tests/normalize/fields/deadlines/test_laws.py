"""What holds for every deadline, and for every entry of the lexicon."""

import calendar
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.normalize.fields.deadlines import find_deadline, read_deadline, read_deadline_with_doubt
from nghiquyet.normalize.fields.deadlines.cues import DeadlineCue, lexicon
from nghiquyet.normalize.fields.deadlines.folding import clean, fold

DAYS = st.dates(dt.date(2015, 1, 1), dt.date(2060, 12, 31))
YEARS = st.integers(2015, 2060)


@given(
    DAYS,
    st.sampled_from(["{d}/{m}/{y}", "{d:02}/{m:02}/{y}", "{d}-{m}-{y}", "{d}.{m}.{y}", "ngày {d} tháng {m} năm {y}"]),
)
def test_a_day_reads_back(day: dt.date, form: str) -> None:
    deadline = read_deadline("Trước " + form.format(d=day.day, m=day.month, y=day.year))
    assert (deadline.end, deadline.precision, deadline.start) == (day, "day", None)


@given(
    YEARS, st.integers(1, 12), st.sampled_from(["Tháng {m}/{y}", "{m:02}/{y}", "tháng {m} năm {y}", "Tháng {m} - {y}"])
)
def test_a_month_ends_on_its_last_day(year: int, month: int, form: str) -> None:
    deadline = read_deadline(form.format(m=month, y=year))
    assert deadline.precision == "month"
    assert deadline.end == dt.date(year, month, calendar.monthrange(year, month)[1])


@given(YEARS, st.integers(1, 4), st.booleans())
def test_a_quarter_ends_on_its_last_day(year: int, quarter: int, roman: bool) -> None:
    name = ("I", "II", "III", "IV")[quarter - 1] if roman else str(quarter)
    deadline = read_deadline(f"Quý {name}/{year}")
    assert deadline.precision == "quarter"
    assert deadline.end is not None
    assert (deadline.end + dt.timedelta(days=1)).day == 1
    assert deadline.end.month == quarter * 3


@given(DAYS, DAYS)
def test_a_range_keeps_its_order(one: dt.date, other: dt.date) -> None:
    first, last = sorted((one, other))
    deadline = read_deadline(f"Từ {first:%d/%m/%Y} đến {last:%d/%m/%Y}")
    assert (deadline.start, deadline.end, deadline.precision) == (first, last, "range")


@given(DAYS, DAYS)
def test_a_reversed_range_is_doubted(one: dt.date, other: dt.date) -> None:
    reading = read_deadline_with_doubt(f"Từ {one:%d/%m/%Y} đến {other:%d/%m/%Y}")
    assert ("deadline-reversed" in reading.doubts) == (one > other)


@given(st.integers(1, 12), st.integers(28, 40), YEARS)
def test_a_day_that_is_none_is_said(month: int, day: int, year: int) -> None:
    reading = read_deadline_with_doubt(f"{day}/{month}/{year}")
    real = day <= calendar.monthrange(year, month)[1]
    assert (reading.deadline.end is not None) == real
    assert bool(reading.doubts) != real


PIECES = st.sampled_from(
    [
        *"Tháng Quý năm ngày 12 31 2026 2030 / - – , ; ( ) và đến từ trước".split(),
        *"hằng thường xuyên I IV giai đoạn số QĐ-UBND theo Kế hoạch %".split(),
    ]
)


@given(st.lists(PIECES, max_size=20))
def test_whatever_is_printed(pieces: list[str]) -> None:
    text = " ".join(pieces)
    reading = read_deadline_with_doubt(text)
    deadline = reading.deadline
    assert deadline.text == (text or None)
    if deadline.start and deadline.end:
        assert deadline.start <= deadline.end
    if deadline.precision == "range":
        assert deadline.start or deadline.end or reading.doubts
    found = find_deadline(text)
    if found:
        assert text[found.start : found.end] == found.words


@given(st.text(max_size=200))
def test_any_text_at_all(text: str) -> None:
    assert read_deadline(text).text == (clean(text) or None)
    find_deadline(clean(text), events=True)


def test_long_and_hostile_text() -> None:
    for text in (
        "Kế hoạch " * 2000,
        "theo " * 3000,
        "1/" * 5000,
        "2026 - " * 2000,
        "tháng 1, " * 2000,
        "số 1/A-" * 2000,
    ):
        read_deadline(text)
        find_deadline(text, events=True)


def folded(text: str) -> str:
    return fold(clean(text)).text


@pytest.mark.parametrize("cue", lexicon().cues, ids=lambda c: f"{c.family} {c.kind} {c.examples[0]}")
def test_cue_examples(cue: DeadlineCue) -> None:
    for example in cue.examples:
        assert cue.pattern.search(folded(example)), example
    for example in cue.counterexamples:
        assert not cue.pattern.search(folded(example)), example
