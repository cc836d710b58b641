"""Tables written a cell a line, without any marks: the headings one under the other, then the cells of each row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from nghiquyet.extract.language.column_headings import heading_role, is_heading
from nghiquyet.extract.language.numbering.ordinals import is_ordinal
from nghiquyet.extract.readers.ocr_text.inline_marks import marked_words
from nghiquyet.extract.readers.ocr_text.model import TextCell, TextRow, TextTable

# Headings one under the other: fewer are lines of a text, more no table that was met.
FEWEST_COLUMNS, MOST_COLUMNS = 3, 20
# A table has at least so many whole rows.
FEWEST_ROWS = 2
# A heading is short; what is longer is a sentence that begins like one.
LONGEST_HEADING = 40
# A group's row has its number and its title.
GROUP = 2


def listed_run(lines: Sequence[str], at: int) -> int:
    """How many lines from ``at`` on are a table written a cell a line; 0 if none begins here."""
    width = _width(lines, at)
    if not width:
        return 0
    rows = list(_rows(lines, at + width, width))
    return rows[-1][1] - at if sum(len(cells) == width for cells, _ in rows) >= FEWEST_ROWS else 0


def listed_lines_to_table(lines: Sequence[str], page: int) -> TextTable:
    """The table of a run of such lines; a row without all of its cells has those that it has."""
    width = _width(lines, 0)
    heading = [line.strip() for line in lines[:width]]
    rows = [heading, *(cells for cells, _ in _rows(lines, width, width))]
    return TextTable(tuple(TextRow(tuple(TextCell(marked_words(c, page)) for c in row), page) for row in rows), page)


def _width(lines: Sequence[str], at: int) -> int:
    """How many headings stand one under the other from ``at`` on, the first of them the numbers'; 0 if too few."""
    first = heading_role(lines[at].strip())
    if first is None or first.role != "number":
        return 0
    found = list(takewhile(_heads, lines[at : at + MOST_COLUMNS + 1]))
    return len(found) if FEWEST_COLUMNS <= len(found) <= MOST_COLUMNS else 0


def _heads(line: str) -> bool:
    text = line.strip()
    return 0 < len(text) <= LONGEST_HEADING and not is_ordinal(text) and is_heading(text)


def _rows(lines: Sequence[str], start: int, width: int) -> Iterator[tuple[list[str], int]]:
    """(cells, the line behind them) of each row: from one number to the next, blank lines passed over."""
    at = start
    while at < len(lines):
        while at < len(lines) and not lines[at].strip():
            at += 1
        if at >= len(lines) or not is_ordinal(lines[at].strip()):
            return
        cells = [lines[at].strip()]
        end = at + 1
        while end < len(lines) and len(cells) < width and not is_ordinal(lines[end].strip()):
            if lines[end].strip():
                cells.append(lines[end].strip())
            elif len(cells) == GROUP:
                break  # a group's title, and white before its rows
            end += 1
        yield cells, end
        at = end
