"""A clause → every date in it that says when, with its place."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from nghiquyet.normalize.fields.deadlines import find_deadline
from nghiquyet.normalize.model import Deadline, Period
from nghiquyet.normalize.prose.targets.baselines import baseline_spans
from nghiquyet.normalize.prose.targets.masking import lowered

MOST_DATES = 12  # in one clause; milestones for every year of a plan are fewer
BLANK = "…"  # takes the place of a date already found
_YEAR = re.compile(
    r"(?<!của )(?<!từ )(?<!với )(?<!kỳ )(?<!hoạch )(?<!toán )năm (20\d\d)"
    r"(?=,? (?:đạt|là|có|còn|tăng|giảm|khoảng|trên|dưới|tối thiểu|ít nhất|không|phấn đấu|thành lập|hoàn thành|\d)"
    r"|: ?\d|$)",
    re.IGNORECASE,
)
_TERM = re.compile(r"nhiệm kỳ (?:(?:19|20)\d\d) ?[-–] ?(20\d\d)", re.IGNORECASE)
# "năm 2030" is the goal's year, not a part of a document's name, where a number stands
_HARMLESS = "deadline-maybe-title"


@dataclass(frozen=True, slots=True)
class Due:
    """A date found at ``start`` to ``end``; ``doubts`` are the reader's codes."""

    start: int
    end: int
    deadline: Deadline
    doubts: tuple[str, ...] = ()

    @property
    def year(self) -> int | None:
        return self.deadline.end.year if self.deadline.end else None


def find_dues(text: str, issued_on: dt.date | None, period: Period | None) -> tuple[Due, ...]:
    """The dates and recurrences in ``text`` in reading order; points of comparison ("so với năm 2020") are none."""
    found: list[Due] = []
    rest = text
    for first, last in baseline_spans(lowered(text)):
        rest = _blanked(rest, first, last)
    for match in _TERM.finditer(text):
        end = dt.date(int(match[1]), 12, 31)
        deadline = Deadline(text=match.group(), end=end, precision="range")
        found.append(Due(match.start(), match.end(), deadline))
        rest = _blanked(rest, *match.span())
    while len(found) < MOST_DATES:
        one = find_deadline(rest, issued_on, period)
        if one is None or one.end <= one.start:
            break
        doubts = tuple(d for d in one.doubts if d != _HARMLESS)
        found.append(Due(one.start, one.end, one.deadline, doubts))
        rest = _blanked(rest, one.start, one.end)
    found = [d for d in found if d.year or not _is_average(text, d)]
    return tuple(sorted((*found, *_goal_years(rest, issued_on)), key=lambda d: d.start))


def _is_average(text: str, due: Due) -> bool:
    """Whether "hằng năm" only says what kind of average or rate is meant ("bình quân hằng năm", "1 lần/năm")."""
    return "/" in text[due.start : due.end] or re.search(r"\w bình quân $", lowered(text[: due.start])) is not None


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + BLANK * (end - start) + text[end:]


def _goal_years(text: str, issued_on: dt.date | None) -> list[Due]:
    """Years that stand bare before a value ("kim ngạch xuất khẩu năm 2030 đạt 5,2 tỷ USD"), none that is over."""
    years = []
    for match in _YEAR.finditer(text):
        year = int(match[1])
        if issued_on is None or year >= issued_on.year:
            deadline = Deadline(text=match.group(), end=dt.date(year, 12, 31), precision="year")
            years.append(Due(match.start(), match.end(), deadline))
    return years
