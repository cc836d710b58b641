"""Rows whose cells are parted by wide white → cells: by the white between columns, or by their order in each line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nghiquyet.extract.language.column_headings import heading_role, is_heading
from nghiquyet.extract.language.numbering.ordinals import is_ordinal
from nghiquyet.extract.readers.ocr_text.boxed_tables import is_table_rule
from nghiquyet.extract.readers.ocr_text.inline_marks import marked_words
from nghiquyet.extract.readers.ocr_text.model import TextCell, TextRow, TextTable
from nghiquyet.extract.readers.ocr_text.spaced_columns import (
    SpacedLine,
    SpacedPart,
    column_starts,
    parts_of,
    place_parts,
)
from nghiquyet.extract.readers.ocr_text.spaced_rows import heading_depth, placed_rows

# A table of fewer columns is a letterhead, or a list with its dates.
FEWEST_COLUMNS, MOST_COLUMNS = 3, 60
# The share of the parts of its first line that are known as headings.
HEADINGS = 0.6
# An estimate: no table of more lines stands in one page's text. It bounds what a heading without a table costs.
MOST_LINES = 2_000
# A number may stand so far (letters) behind the heading over it.
ASTRAY = 2
_LINE = re.compile(r"^\s*[-=_ ]{6,}\s*$")


def spaced_run(lines: Sequence[str], at: int) -> int:
    """How many lines from ``at`` on are a table of parts that white sets apart; 0 if none begins here.

    It begins with headings. Blank lines may stand between its rows where white parts its columns from top to bottom.
    """
    heading = parts_of(lines[at])
    if not _heads(heading) or "|" in lines[at]:
        return 0
    end = _end(lines, at, heading)
    if _placed(lines[at:end]):
        return end - at
    end = at + 1
    most = min(len(lines), at + MOST_LINES)
    while end < most and (_is_rule(lines[end]) or _is_row(parts_of(lines[end]), len(heading))):
        end += 1
    rows = [parts_of(line) for line in lines[at + 1 : end] if not _is_rule(line)]
    return end - at if any(len(row) == len(heading) and is_ordinal(row[0].text) for row in rows) else 0


def _heads(parts: Sequence[SpacedPart]) -> bool:
    """True for headings side by side. A row that names bodies is none: bodies head columns too, numbers do not."""
    if not FEWEST_COLUMNS <= len(parts) <= MOST_COLUMNS or is_ordinal(parts[0].text):
        return False
    return sum(is_heading(part.text) for part in parts) >= HEADINGS * len(parts)


def spaced_heading(lines: Sequence[str]) -> int:
    """How many of a run's lines are its headings."""
    starts = _starts(lines)
    return heading_depth([place_parts(line, starts) for line in lines], len(starts)) if starts else 1


def spaced_lines_to_table(lines: Sequence[str], page: int) -> TextTable:
    """The table of a run of lines: cells by the white over and under them, or by their order in each line."""
    kept = [line for line in lines if not _is_rule(line)]
    rows = _placed(lines) or [[part.text for part in parts_of(line)] for line in kept if line.strip()]
    return TextTable(tuple(TextRow(tuple(TextCell(marked_words(c, page)) for c in row), page) for row in rows), page)


def _placed(lines: Sequence[str]) -> list[list[str]]:
    """The rows where white parts the columns from top to bottom, the headings first; none where it does not."""
    starts = _starts(lines)
    if not starts:
        return []
    placed = [SpacedLine() if _is_rule(line) else place_parts(line, starts) for line in lines]
    return placed_rows(placed, len(starts))


def _starts(lines: Sequence[str]) -> tuple[float, ...]:
    return column_starts([parts_of(line) for line in lines if not _is_rule(line)])


def _end(lines: Sequence[str], at: int, heading: Sequence[SpacedPart]) -> int:
    """The line behind the last that may be a row's: what follows a blank begins with a number, or below a column."""
    numbered = _of_numbers(heading[0])
    end, apart = at + 1, False
    for i in range(at + 1, len(lines)):
        parts = parts_of(lines[i])
        if not parts or _is_rule(lines[i]):
            apart = True
            end = i + 1 if parts else end
            continue
        if i - at > MOST_LINES or not _goes_on(parts, heading, numbered, apart):
            break
        end, apart = i + 1, False
    return end


def _goes_on(parts: Sequence[SpacedPart], heading: Sequence[SpacedPart], numbered: bool, apart: bool) -> bool:
    if is_ordinal(parts[0].text.split()[0]) and (len(parts) > 1 or not apart):
        return True
    if not numbered:
        return len(parts) > 1 or not apart
    if _of_numbers(parts[0]):
        return False  # the heading once more
    return parts[0].at >= heading[0].end + ASTRAY


def _of_numbers(part: SpacedPart) -> bool:
    role = heading_role(part.text)
    return role is not None and role.role == "number"


def _is_rule(line: str) -> bool:
    return is_table_rule(line) or bool(_LINE.match(line) and line.strip())


def _is_row(parts: Sequence[SpacedPart], width: int) -> bool:
    """True for a line with all cells of a row, or with a number: a group's heading, or a row with empty cells."""
    if not parts or _of_numbers(parts[0]):
        return False
    return len(parts) == width or is_ordinal(parts[0].text.split()[0])
