"""Recognised deadlines of a shape that nobody prints: the parser makes a date of them, but not the one on the paper."""

from __future__ import annotations

import re

from nghiquyet.extract.language.numbering.roman import SIGNS

_YEAR = r"(?:19|20)\d\d"
_UNIT = r"(?:ngày|tháng|quý|năm|trước|hằng|thường xuyên)"
_TWO = re.compile(rf"(?:/\s*|năm\s+){_YEAR}\s+{_UNIT}\b(?!\s+(?:nay|này|sau))")  # "Tháng 5/2026 Tháng 6/2026"
_ODD = (
    re.compile(rf"(?<!\d)\d{{1,2}}\s*[:;]\s*{_YEAR}"),  # "31/01:2027"
    re.compile(r"[\[\]{}|@!~^<>\\=_]"),  # "Tháng [2/2021"
    re.compile(rf"\bquý\s[^\d/]{{0,12}}(?:[5-9]|\d\d)\s*/\s*{_YEAR}"),  # "Quý I-11/2026"
    re.compile(rf"\bquý\s+[{SIGNS.lower()}]+\s*[-–]\s*\d"),  # "Quý I-1/2026"
    _TWO,
    re.compile(r"^[-–]\w|/$"),  # "-Hằng năm", "20/8/2025/"
)
# A deadline longer than this (letters) is prose, and odd in other ways.
LONGEST = 120


def is_two_deadlines(text: str) -> bool:
    """True if two deadlines stand in one cell with nothing between: the cells of two rows were read as one.

    >>> is_two_deadlines("Tháng 5/2026 Tháng 6/2026"), is_two_deadlines("Tháng 5/2026 và tháng 6/2026")
    (True, False)
    """
    folded = text.strip().casefold()
    return len(folded) <= LONGEST and _TWO.search(folded) is not None


def is_odd_deadline(text: str) -> bool:
    """True if a date was read with a sign too many, a wrong one, or a second date run into it.

    >>> is_odd_deadline("Tháng 6:2020"), is_odd_deadline("Tháng 6/2020")
    (True, False)
    """
    folded = text.strip().casefold()
    return len(folded) <= LONGEST and any(odd.search(folded) for odd in _ODD)
