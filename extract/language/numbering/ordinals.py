"""Numbers of rows and headings as offices print them: 1, 01., 2.1, I, A, a), (1), -."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nghiquyet.extract.language.numbering.alphabet import CAPITALS, SMALL
from nghiquyet.extract.language.numbering.parse_labels import BULLETS, readings
from nghiquyet.extract.language.numbering.reading import NAMED, Reading
from nghiquyet.extract.language.numbering.roman import UPPER_LIKE

# What looks like a number, though it need not be one: a recogniser makes IL of II.
_ORDINAL = re.compile(
    rf"\(?(?:\d{{1,3}}(?:\.\d{{1,3}}){{0,4}}|(?:{UPPER_LIKE}|{CAPITALS})(?:\.\d{{1,3}}){{0,3}}|{SMALL}\d{{0,2}})[.):]{{0,2}}"
)
# The share of the filled cells of a column that must be ordinals for it to be the number column.
MOSTLY = 0.7


def is_ordinal(text: str) -> bool:
    """True for a row's number in any office style, with its full stop or bracket."""
    squeezed = text.replace(" ", "")
    return squeezed in BULLETS or _ORDINAL.fullmatch(squeezed) is not None


def row_readings(text: str) -> tuple[Reading, ...]:
    """The readings of a cell in a number column; with specks before it, the label's own marks are not told from them.

    >>> row_readings("(09.")[0].text
    '09'
    """
    found = readings(text) or readings(text.strip("().: "))
    return tuple(r for r in found if r.style not in NAMED and not r.seldom)


def row_label(text: str) -> Reading | None:
    """The likeliest reading of a cell in a number column by itself, or None; a whole column tells more."""
    return next(iter(row_readings(text)), None)


def ordinal_column(rows: Sequence[Sequence[str]]) -> int | None:
    """The number column, if the first or second column is one: rows are given as texts by column."""
    if not rows:
        return None
    for column in range(min(2, len(rows[0]))):
        texts = [row[column] for row in rows if row[column]]
        if len(texts) >= 2 and sum(is_ordinal(t) for t in texts) >= MOSTLY * len(texts) and len(texts) * 4 >= len(rows):
            return column
    if len(rows) < 3 and rows[0] and is_ordinal(rows[0][0]):
        return 0
    return None
