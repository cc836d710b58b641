"""Numbers of rows and headings as offices print them: 1, 01., 2.1, I, A, a), (1), -."""

from __future__ import annotations

import re
from collections.abc import Sequence

ORDINAL = re.compile(
    r"^\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[IVXLC]{1,7}(?:\.\d{1,3}){0,3}|[A-ZĐ](?:\.\d{1,3}){0,3}|[a-zđ]\d{0,2})[.):]{0,2}$|^[-–+*•]$"
)
# The share of the filled cells of a column that must be ordinals for it to be the number column.
MOSTLY = 0.7


def is_ordinal(text: str) -> bool:
    """True for a row's number in any office style, with its full stop or bracket."""
    return bool(ORDINAL.match(text.replace(" ", "")))


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
