"""Folded text → the calendar dates named in it, each a day, a month, a quarter, a part of a year or a year."""

from __future__ import annotations

import calendar
import datetime as dt
import functools
import re
from dataclasses import dataclass, replace
from typing import Literal

from nghiquyet.extract.language.numbering.roman import number_to_roman, roman_to_number
from nghiquyet.normalize.fields.deadlines.cues import lexicon

Kind = Literal["day", "month", "quarter", "part", "year"]

EARLIEST_YEAR, LATEST_YEAR = 1990, 2100  # plans look a generation ahead; anything else is a misreading or a slip
TWO_DIGIT_YEARS_FROM = 15  # "10/7/18" is 2018; below, two digits are as likely a day
MOST_MOMENTS = 60  # a clause with more dates is a table that was read as prose


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as printed. ``months`` are the first and the last month it spans, None for a year or a bare day.

    ``start`` and ``end`` are its place in the folded text. What is not printed is None; ``valid`` is false where the
    calendar has no such day, month or quarter.
    """

    kind: Kind
    start: int
    end: int
    year: int | None = None
    months: tuple[int, int] | None = None
    day: int | None = None
    valid: bool = True
    school_year: bool = False

    @property
    def complete(self) -> bool:
        return self.valid and self.year is not None and (self.kind == "year" or self.months is not None)

    def first(self) -> dt.date | None:
        """Its first day, None where it can't be told."""
        if not self.complete or self.year is None:
            return None
        return dt.date(self.year, self.months[0] if self.months else 1, self.day or 1)

    def last(self) -> dt.date | None:
        """Its last day, None where it can't be told."""
        if not self.complete or self.year is None:
            return None
        month = self.months[1] if self.months else 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def checked(self) -> Moment:
        """The same with ``valid`` set by the calendar; the 29th of February passes where no year is named."""
        year = self.year
        good = year is None or EARLIEST_YEAR <= year <= LATEST_YEAR
        if self.months:
            good = good and all(1 <= month <= 12 for month in self.months)
        if good and self.day is not None:
            days = calendar.monthrange(year or 2000, self.months[0])[1] if self.months else 31
            good = 1 <= self.day <= days
        return replace(self, valid=good)

    def in_year(self, year: int) -> Moment:
        return replace(self, year=year).checked()


_YEAR = r"(?:19|20|21|22)\d\d(?!\d)"
_WORD_YEAR = rf" ?[,(\-]? ?(?:của )?năm ?({_YEAR})\)?"  # "quý IV của năm 2026", "tháng 9 (năm 2026)"
_YEAR_PART = rf"(?:{_WORD_YEAR}| ?[/.\-] ?({_YEAR})(?! ?/ ?\d)| ({_YEAR})(?!\w))?"
_JOINT = r" ?(?:,|-|;|&|\+|và|hoặc|đến|tới|÷|→|~) ?(?:hết |cuối |đầu )?"
_JOINT_END = re.compile(_JOINT)
_LIST_GOES_ON = r"(?= ?(?:$|[,;.()&+\-÷→~]|(?:và|đến|tới|năm|hằng|hàng|mỗi)(?!\w)))"
_NO_DAY_MONTH = r"(?! ?[/.\-] ?\d{1,2}(?!\d))"
# "tuần 2 tháng 6/2026" is no 2nd of June
_NO_ORDINAL = "".join(f"(?<!{word} )" for word in ("tuần", "thứ", "kỳ", "đợt", "lần", "bước", "khóa"))
_QUARTERS = "|".join(number_to_roman(quarter).lower() for quarter in range(1, 5))


def _number_words() -> str:
    words = sorted((w for w in lexicon().numbers if w != "năm"), key=len, reverse=True)
    return "(?:" + "|".join(words) + r"|năm(?= năm \d| ?/))"  # "tháng năm" alone is a form left blank


@functools.cache
def _listing() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Every way to print a date; where two begin at one place the first of them is meant."""
    word = _number_words()
    day = month = r"(\d{1,2})"
    ahead = r" ?(?:-|đến|tới|và|,|÷|→|~) ?(?:hết )?"
    apart = r"(?<![\d/.,])"
    patterns = {
        "full": rf"(?<![\d/])(?:ngày ?)?{day} ?([/.\-]) ?{month} ?\2 ?(\d{{4}}|\d{{2}})(?!\d)",
        "day_in_month": rf"(?<![\d/])ngày ?{day} ?(?:,|/)? ?tháng ?{month}(?!\d){_YEAR_PART}",
        "day_in_month_year": rf"(?<![\d/]){_NO_ORDINAL}{day} ?tháng ?{month}(?!\d)(?:{_WORD_YEAR}| ?[/.\-] ?({_YEAR}))",
        "day_to_come": rf"{apart}(?<!tháng )(?<!quý )(?:ngày ?)?{day}"
        rf"(?={ahead}(?:ngày ?)?\d{{1,2}} ?(?:[/.] ?\d{{1,2}}(?!\d)|tháng ?\d))",
        "month_to_come": rf"{apart}(?<!quý ){month}(?={ahead}\d{{1,2}} ?/ ?{_YEAR})",
        "month_year": rf"{apart}(?:(?:tháng|(?<!\w)t\.?) ?)?{month} ?[/.\-] ?({_YEAR})(?! ?/ ?\w)",
        "day_month": rf"{apart}(?:ngày ?)?{day} ?/ ?{month}(?![\d/])(?:{_WORD_YEAR})?",
        "day_dot_month": rf"{apart}ngày ?{day} ?[.\-] ?{month}(?![\d/])(?:{_WORD_YEAR})?",
        "part": rf"(?<![\d/])(?:(\d{{1,2}}|{word}) ?tháng|(nửa)) ?(đầu|cuối) ?(?:năm)?(?: ?/? ?({_YEAR}))?",
        "month": rf"(?:tháng|(?<!\w)t\.?) ?(\d{{1,2}}|{word})(?!\w)(?! ?(?:ngày|lần))(?! ?/ ?lần){_YEAR_PART}",
        "quarter": rf"(?:qu[ýyí]|(?<!\w)q\.?) ?([il]{{1,3}}|[il]?v|\d{{1,2}}|{word})(?!\w)(?! ?(?:/ ?)?lần)"
        rf"{_YEAR_PART}",
        "quarter_alone": rf"(?<![\w/])({_QUARTERS}) ?/ ?({_YEAR})(?! ?/ ?\w)",
        "day_alone": rf"ngày ?(?:mùng ?|mồng ?)?{day}(?![\d/])(?! ?(?:ngày|tháng \d))",
        "school_year": rf"năm học ?({_YEAR})",
        "year": rf"năm ?({_YEAR})",
        "year_alone": rf"{apart}({_YEAR})(?!\w)(?! ?/ ?\w)(?![.,]\d)",
    }
    return tuple((name, re.compile(source)) for name, source in patterns.items())


@functools.cache
def _continuations() -> dict[Kind, re.Pattern[str]]:
    """What goes on a list after a date of that kind: "tháng 3, 6, 9 năm 2026", "quý I - III", "năm 2026, 2027"."""
    return {
        "month": re.compile(rf"{_JOINT}(?:tháng ?)?(1[0-2]|0?[1-9])(?!\d){_NO_DAY_MONTH}{_YEAR_PART}{_LIST_GOES_ON}"),
        "quarter": re.compile(rf"{_JOINT}(?:qu[ýyí] ?)?([il]{{1,3}}|[il]?v|[1-4])(?!\w){_NO_DAY_MONTH}{_YEAR_PART}"),
        "year": re.compile(rf"{_JOINT}(?:năm ?)?({_YEAR})(?!\w)(?! ?/ ?\w)"),
    }


def scan(text: str) -> tuple[Moment, ...]:
    """The dates of folded ``text`` in reading order, none over another."""
    found = sorted(
        (match.start(), order, name, match)
        for order, (name, pattern) in enumerate(_listing())
        for match in pattern.finditer(text)
    )
    moments: list[Moment] = []
    position = 0
    for start, _, name, match in found:
        if start < position or len(moments) >= MOST_MOMENTS:
            continue
        moments.append(_moment(name, match))
        position = _continue(text, moments)
    return tuple(moment.checked() for moment in moments)


def _continue(text: str, moments: list[Moment]) -> int:
    """Adds the items of a list that the last moment opens; the place where reading goes on."""
    while len(moments) < MOST_MOMENTS:
        last = moments[-1]
        pattern = _continuations().get(last.kind)
        match = pattern.match(text, last.end) if pattern else None
        if not match:
            return last.end
        joint = _JOINT_END.match(text, last.end)
        moments.append(_moment(last.kind, match, joint.end() if joint else match.start()))
    return moments[-1].end


def _year(match: re.Match[str], first: int) -> int | None:
    """The first year among the groups from ``first`` on."""
    years = [g for g in match.groups()[first - 1 :] if g]
    if not years:
        return None
    if len(years[0]) == 2:
        return 2000 + int(years[0]) if int(years[0]) >= TWO_DIGIT_YEARS_FROM else 0
    return int(years[0])


def _number(printed: str) -> int:
    """ "IV", "ll" (for II), "ba", "03" → 4, 2, 3, 3."""
    if printed.isdigit():
        return int(printed)
    return roman_to_number(printed.replace("l", "i")) or lexicon().numbers.get(printed) or 5


def _moment(name: str, match: re.Match[str], start: int | None = None) -> Moment:
    """The moment that a match of the pattern ``name`` stands for, unchecked."""
    begin, end = match.start() if start is None else start, match.end()
    group = match.groups()
    if name == "full":
        month = int(group[2])
        return Moment("day", begin, end, _year(match, 4), (month, month), int(group[0]))
    if name in ("day_in_month", "day_in_month_year", "day_month", "day_dot_month"):
        month = int(group[1])
        return Moment("day", begin, end, _year(match, 3), (month, month), int(group[0]))
    if name in ("day_to_come", "day_alone"):
        return Moment("day", begin, end, day=int(group[0]))
    if name in ("month_to_come", "month_year", "month"):
        month = _number(group[0])
        return Moment("month", begin, end, _year(match, 2), (month, month))
    if name in ("quarter", "quarter_alone"):
        quarter = _number(group[0])
        return Moment("quarter", begin, end, _year(match, 2), (3 * quarter - 2, 3 * quarter))
    if name == "part":
        length = 6 if group[1] else _number(group[0])
        months = (1, length) if group[2] == "đầu" else (13 - length, 12)
        return Moment("part", begin, end, _year(match, 4), months)
    return Moment("year", begin, end, _year(match, 1), school_year=name == "school_year")
