"""Cells between bars, in reading order → the rows of a table.

An empty part is either an empty cell or the place where one row's last bar and the next one's first meet. How many
cells a row has is told by the headings, of which none is empty; the cheapest way to cut all parts into rows of that
many, or fewer where cells are merged, is taken.
"""

from __future__ import annotations

from collections.abc import Sequence

from nghiquyet.extract.language.numbering.leading import leading_readings
from nghiquyet.extract.language.numbering.parse_labels import readings

# A table has at least this many columns and rows; two columns with fewer are a letterhead's or a signature's halves.
FEWEST_COLUMNS, FEWEST_ROWS, FEWEST_OF_TWO = 2, 3, 5
# Parts of one table that are read: the longest of 103 published texts has 2,559 bars.
MOST_PARTS = 20_000
# What it costs to take a row that is no whole one: a group's number and title, another merged row; a row that begins
# empty. Only their order matters.
GROUP, MERGED, BEGINS_EMPTY = 1.0, 1.6, 0.4
# Rows that are not whole, of all: more of them, and the columns were not told.
MOST_BROKEN = 0.6


def parts_to_rows(parts: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """The rows, each with as many cells as the headings; none where the parts are no table.

    >>> parts_to_rows(["TT", "Việc", "", "1", "Rà soát", "", "2", "", "", "3", "Báo cáo", "", "4", "Xong"])
    (('TT', 'Việc'), ('1', 'Rà soát'), ('2', ''), ('3', 'Báo cáo'), ('4', 'Xong'))
    """
    width = next((i for i, part in enumerate(parts) if not part), 0)
    if width < FEWEST_COLUMNS or len(parts) > MOST_PARTS:
        return ()
    rows = _cut(parts, width)
    least = FEWEST_OF_TWO if width == FEWEST_COLUMNS else FEWEST_ROWS
    if len(rows) < least or sum(len(row) < width for row in rows) > MOST_BROKEN * len(rows):
        return ()
    return tuple(_filled(row, width) for row in rows)


def _cut(parts: Sequence[str], width: int) -> list[tuple[str, ...]]:
    """The cheapest way to cut the parts into rows of at most ``width`` cells, an empty part between two rows."""
    count = len(parts)
    costs = [float("inf")] * (count + 2)
    sizes = [0] * (count + 2)
    costs[count] = costs[count + 1] = 0.0
    for at in range(count - 1, -1, -1):
        for size in range(1, min(width, count - at) + 1):
            end = at + size
            if end < count and parts[end]:
                continue
            cost = _cost(parts[at:end], width) + costs[end + 1]
            if cost < costs[at]:
                costs[at], sizes[at] = cost, size
    rows = []
    at = 0
    while at < count and sizes[at]:
        rows.append(tuple(parts[at : at + sizes[at]]))
        at += sizes[at] + 1
    return rows if at >= count else []


def _cost(row: Sequence[str], width: int) -> float:
    empty = BEGINS_EMPTY if not row[0] else 0.0
    if len(row) == width:
        return empty
    return empty + (GROUP if len(row) <= FEWEST_COLUMNS else MERGED)


def _filled(row: Sequence[str], width: int) -> tuple[str, ...]:
    """The row with empty cells where some are merged: behind what has a number, else before it."""
    if len(row) == width:
        return tuple(row)
    blank = ("",) * (width - len(row))
    first = row[0].replace("*", "").strip()
    numbered = bool(readings(first)) or bool(leading_readings(first))
    if len(row) == 1:
        return ("", *row, *blank[1:]) if not numbered and width > FEWEST_COLUMNS else (*row, *blank)
    return (*row, *blank) if numbered else (*blank, *row)
