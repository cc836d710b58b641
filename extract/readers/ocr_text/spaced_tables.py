"""Rows whose cells are parted by wide white, or boxed in ``+--+`` → cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from nghiquyet.extract.language.column_headings import is_heading
from nghiquyet.extract.language.numbering.ordinals import is_ordinal
from nghiquyet.extract.readers.ocr_text.inline_marks import marked_words
from nghiquyet.extract.readers.ocr_text.model import TextCell, TextRow, TextTable

# A table of fewer columns is a letterhead, or a list with its dates.
FEWEST_COLUMNS, MOST_COLUMNS = 3, 60
# The share of the parts of its first line that are known as headings.
HEADINGS = 0.6
# Parts that begin as far from a column's beginning as this (letters) stand in it.
IN_COLUMN = 2
# The share of parts that must begin where a heading does, for columns to be told by their places.
PLACED = 0.8
_PART = re.compile(r"\S+(?:[ \u00a0]\S+)*")
_RULE = re.compile(r"^\s*\+(?:[-=:]{2,}\+)+\s*$")
_LINE = re.compile(r"^\s*[-=_ ]{6,}\s*$")


@dataclass(frozen=True, slots=True)
class _Part:
    at: int
    text: str


def spaced_run(lines: Sequence[str], at: int) -> int:
    """How many lines from ``at`` on are a table of parts that white sets apart; 0 if none begins here.

    It begins with headings and goes on to the first blank line, or the first that has one part and no number.
    """
    parts = _parts(lines[at])
    known = sum(is_heading(part.text) for part in parts)
    if not FEWEST_COLUMNS <= len(parts) <= MOST_COLUMNS or known < HEADINGS * len(parts) or "|" in lines[at]:
        return 0
    placed = _is_placed(parts, [_parts(line) for line in lines[at + 1 :]])
    end = at + 1
    while end < len(lines) and lines[end].strip() and (placed or _LINE.match(lines[end]) or _is_row(lines[end])):
        end += 1
    rows = [line for line in lines[at + 1 : end] if is_ordinal(line.split()[0])]
    return end - at if rows else 0


def spaced_lines_to_table(lines: Sequence[str], page: int) -> TextTable:
    """The table of a run of lines: cells by the places of the headings over them, or by their order in each line."""
    kept = [_parts(line) for line in lines if not _LINE.match(line)]
    heading, rest = kept[0], kept[1:]
    rows = _by_place(heading, rest) if _is_placed(heading, rest) else [[p.text for p in parts] for parts in kept]
    return TextTable(tuple(_row(row, page) for row in rows), page)


def boxed_run(lines: Sequence[str], at: int) -> int:
    """How many lines from ``at`` on are a table in a box of ``+--+`` and ``|``; 0 if none begins here."""
    if not _RULE.match(lines[at]):
        return 0
    end = at
    while end < len(lines) and (_RULE.match(lines[end]) or lines[end].lstrip().startswith("|")):
        end += 1
    return end - at if end - at > 2 else 0


def boxed_lines_to_table(lines: Sequence[str], page: int) -> TextTable:
    """The table of a box: what stands between two rules is a row, the lines of its cells each other's rest."""
    rows: list[list[str]] = []
    waiting: list[list[str]] = []
    for line in lines:
        if not _RULE.match(line):
            waiting.append([cell.strip() for cell in line.strip().strip("|").split("|")])
        elif waiting:
            width = max(map(len, waiting))
            rows.append([" ".join(c[i] for c in waiting if i < len(c) and c[i]) for i in range(width)])
            waiting = []
    return TextTable(tuple(_row(row, page) for row in rows), page)


def _parts(line: str) -> list[_Part]:
    """The parts of a line that two spaces or more, or a tab, set apart."""
    return [_Part(m.start(), m.group()) for m in _PART.finditer(line)]


def _is_row(line: str) -> bool:
    """True for a line of several parts, or one with a number: a group's heading."""
    parts = _parts(line)
    return len(parts) > 1 or (bool(parts) and is_ordinal(parts[0].text.split()[0]))


def _is_placed(heading: Sequence[_Part], rows: Sequence[Sequence[_Part]]) -> bool:
    """True if parts of the rows begin where the headings over them do: columns of one width, texts in several lines."""
    parts = [part for row in takewhile(bool, rows) for part in row]
    met = sum(any(abs(part.at - head.at) <= IN_COLUMN for head in heading) for part in parts)
    return bool(parts) and met >= PLACED * len(parts)


def _by_place(heading: Sequence[_Part], rows: Sequence[Sequence[_Part]]) -> list[list[str]]:
    """Rows of cells by the column in which each part begins; a line without a number goes on with the row above."""
    starts = [part.at for part in heading]
    numbered = [is_ordinal(row[0].text.split()[0]) and _column(row[0], starts) == 0 for row in rows if row]
    found = [[part.text for part in heading]]
    for row in rows:
        begins = not any(numbered) or (bool(row) and _column(row[0], starts) == 0)
        in_heading = len(found) == 1 and not any(is_ordinal(part.text) for part in row)
        if begins and not in_heading:
            found.append([""] * len(starts))
        for part in row:
            c = _column(part, starts)
            found[-1][c] = f"{found[-1][c]} {part.text}".strip()
    return found


def _column(part: _Part, starts: Sequence[int]) -> int:
    return max((c for c, start in enumerate(starts) if start <= part.at + IN_COLUMN), default=0)


def _row(cells: Sequence[str], page: int) -> TextRow:
    return TextRow(tuple(TextCell(marked_words(cell, page)) for cell in cells), page)
