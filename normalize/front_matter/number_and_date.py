"""A letterhead's halves → number, symbol, place and date as printed."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from nghiquyet.normalize.front_matter.head_lines import NUMBER_LINE
from nghiquyet.normalize.front_matter.letterhead_words import vocabulary

_NUMBER = re.compile(
    r"^\s*(?:Số|SỐ)\s*[:.]?\s*(?P<digits>[\d\s.…_]{0,24}[A-Za-z]?)\s*(?P<mark>[/\-–])\s*(?:(?P<year>(?:19|20)\d\d)\s*/\s*)?(?P<symbol>.*)$"
)
_SYMBOL = re.compile(r"^[A-Za-zĐđƯư][\w&.]*(?:[\-/&.,+][\w&.]+)*$")
# What is left of a line of number and symbol that was hard to read: its end, "?39 /KH-SYT", "19/226/NQ-CP".
_SYMBOL_AT_END = re.compile(r"[/\s]\s*(?P<symbol>[A-ZĐ]{2,5}(?:-[A-ZĐƯ][\w&.]*)+)\s*$")
# A slash lost between figures and symbol: "Số: 1105KH-ĐKT".
_NO_SLASH = re.compile(r"^\s*(?:Số|SỐ)\s*[:.]?\s*(?P<digits>\d{1,5})\s*(?P<symbol>[A-ZĐ]{2,5}(?:-[A-ZĐƯ][\w&.]*)+)\s*$")
# A row of the left half that ends like a number and its symbol, whatever was made of its beginning.
NUMBER_LIKE = re.compile(r"\d\s*/\s*(?:\d{2,4}\s*/\s*)?[A-ZĐ]{2,5}(?:-[A-ZĐƯ]\w*)+\s*$")
_PLAIN_NUMBER = re.compile(r"^\s*(?:Số|SỐ)\s*[:.]?\s*(\d[\d\s]{0,8})$")
_DATE = re.compile(
    r"(?P<place>.*?)[,;.]?\s*ngày(?P<day>[\d\s.…_/]*)tháng(?P<month>[\d\s.…_/]*)năm(?P<year>[\d\s.…_]*)", re.IGNORECASE
)
# A place's name has no more words: "Thành phố Hồ Chí Minh".
_PLACE_WORDS = 6
_SHORT_DATE = re.compile(
    r"(?P<place>.*?)[,;.]?\s*ngày\s*(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})\s*[/.-]\s*(?P<year>\d{4})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NumberAndDate:
    """``number`` is None where its digits are blank; ``year`` is that printed in the number ("19/2026/NQ-CP")."""

    number: str | None = None
    symbol: str | None = None
    year: int | None = None
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dated:
    """The place-and-date line: ``day`` only where day, month and year are printed; ``about`` the best known day."""

    place: str | None = None
    day: dt.date | None = None
    about: dt.date | None = None
    doubts: tuple[str, ...] = ()


_MISSING = NumberAndDate(doubts=("number-missing",))


def read_number(left: tuple[str, ...]) -> NumberAndDate:
    """The number among the left half's rows; the last that is in no name ("THEO QUYẾT ĐỊNH SỐ …" is one)."""
    rows = [row for row in left if NUMBER_LINE.match(row)]
    rows = [row for row in rows if row.lstrip().startswith("Số")] or rows
    if not rows:
        like = next((row for row in left if NUMBER_LIKE.search(row)), None)
        return NumberAndDate(None, _symbol_at_end(like), doubts=("number-missing",)) if like else _MISSING
    row = rows[-1]
    match = _NUMBER.match(row)
    if not match:
        return _of_damaged(row)
    symbol = re.sub(r"\s+", "", match.group("symbol")).replace("–", "-").strip(".,;:…-/") or None
    digits_text = re.sub(r"[\s.…_]+", "", match.group("digits"))
    mark = "-" if match.group("mark") == "–" else match.group("mark")
    year = match.group("year")
    doubts = () if symbol and _SYMBOL.match(symbol) else ("number-line-unread",)
    number = None
    if digits_text and symbol:
        number = f"{digits_text}{mark}{year + '/' if year else ''}{symbol}"
    return NumberAndDate(number, symbol, int(year) if year else None, doubts)


def _of_damaged(row: str) -> NumberAndDate:
    """What can be told of a row that is no number and symbol in due form."""
    if (digits := _PLAIN_NUMBER.match(row)) is not None:
        return NumberAndDate(re.sub(r"\s", "", digits.group(1)), doubts=("number-line-unread",))
    if (run_in := _NO_SLASH.match(row)) is not None and kind_of_symbol(run_in["symbol"]):
        symbol = run_in["symbol"]
        return NumberAndDate(f"{run_in['digits']}/{symbol}", symbol, doubts=("number-line-unread",))
    return NumberAndDate(None, _symbol_at_end(row), doubts=("number-line-unread",))


def _symbol_at_end(row: str) -> str | None:
    """The symbol with which a row ends, if its first letters stand for a kind of document."""
    found = _SYMBOL_AT_END.search(row)
    return found["symbol"] if found and kind_of_symbol(found["symbol"]) else None


def read_date(right: tuple[str, ...]) -> Dated:
    """The place and the date among the right half's rows."""
    for row in reversed(right):
        match = _DATE.search(row) or _SHORT_DATE.search(row)
        if not match or _is_text(match.group("place")):
            continue
        place = " ".join(match.group("place").split()).strip(" ,.;") or None
        day, month, year = (_digits(match.group(part)) for part in ("day", "month", "year"))
        return _dated(place, day, month, year)
    return Dated()


def _is_text(before: str) -> bool:
    """True for what stands before a date in a text: "Căn cứ Luật Phòng, chống thiên tai ngày …"."""
    return len(before.split()) > _PLACE_WORDS or vocabulary().begins("bases", before) is not None


def _digits(text: str) -> int | None:
    """ "0 4", " 12 " → 4, 12; dots and blanks → None."""
    digits = re.sub(r"\D", "", text)
    return int(digits) if 0 < len(digits) <= 4 else None


def _dated(place: str | None, day: int | None, month: int | None, year: int | None) -> Dated:
    if year is None or not 1945 <= year <= 2100:
        return Dated(place)
    try:
        if day and month:
            exact = dt.date(year, month, day)
            return Dated(place, exact, exact)
        return Dated(place, None, dt.date(year, month or 1, 1))
    except ValueError:
        return Dated(place, None, dt.date(year, 1, 1), ("date-invalid",))


def kind_of_symbol(symbol: str | None) -> tuple[str, ...]:
    """The kinds of document that a symbol's letters may stand for: "KH-UBND" → ("Kế hoạch", …)."""
    if not symbol:
        return ()
    first = re.split(r"[-/]", symbol)[0].casefold()
    return tuple(k.name for k in vocabulary().kinds if first in {s.casefold() for s in k.symbols})
