"""Tables written a cell a line or a cell a paragraph, without any marks: the headings, then the cells of each row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from nghiquyet.extract.language.column_headings import heading_role, is_heading
from nghiquyet.extract.language.frame_phrases import match_cue
from nghiquyet.extract.language.numbering.ordinals import is_ordinal, row_label
from nghiquyet.extract.language.numbering.reading import Reading
from nghiquyet.extract.language.numbering.succession import follows
from nghiquyet.extract.readers.ocr_text.inline_marks import marked_words
from nghiquyet.extract.readers.ocr_text.model import TextCell, TextRow, TextTable

# Headings one under the other: fewer are lines of a text, more no table that was met.
FEWEST_COLUMNS, MOST_COLUMNS = 3, 20
# A table has at least so many whole rows.
FEWEST_ROWS = 2
# A heading is short; what is longer is a sentence that begins like one.
LONGEST_HEADING = 40
# A paragraph of more lines is no cell.
LONGEST_CELL = 60
# A group's row has its number and its title.
GROUP = 2
# What stands behind a table and is no cell of its last row.
_BEHIND = ("recipients", "end_matter", "appendix")


@dataclass(frozen=True, slots=True)
class _Cell:
    """A line or a paragraph; ``end`` is the line behind it, ``apart`` says that blank lines stand above it."""

    text: str
    end: int
    apart: bool


@dataclass(frozen=True, slots=True)
class _Listed:
    """The headings and the cells of each row; the lines behind the last heading and the last row."""

    heading: list[str]
    rows: list[list[str]]
    below: int
    end: int


def listed_run(lines: Sequence[str], at: int) -> int:
    """How many lines from ``at`` on are a table written a cell a line; 0 if none begins here."""
    found = _read(lines, at)
    return found.end - at if found is not None else 0


def listed_heading(lines: Sequence[str]) -> int:
    """How many of a run's lines are its headings."""
    found = _read(lines, 0)
    return found.below if found is not None else 0


def listed_lines_to_table(lines: Sequence[str], page: int) -> TextTable:
    """The table of a run of such lines; a row without all of its cells has those that it has."""
    found = _read(lines, 0)
    rows = [found.heading, *found.rows] if found is not None else []
    return TextTable(tuple(TextRow(tuple(TextCell(marked_words(c, page)) for c in row), page) for row in rows), page)


def _read(lines: Sequence[str], at: int) -> _Listed | None:
    first = heading_role(lines[at].strip()) if len(lines[at].strip()) <= LONGEST_HEADING else None
    if first is None or first.role != "number":
        return None
    for cells in (_lines, _paragraphs):
        head = list(takewhile(lambda c: _heads(c.text), islice(cells(lines, at), MOST_COLUMNS + 1)))
        dense = not any(c.apart for c in head[1:])
        if FEWEST_COLUMNS <= len(head) <= MOST_COLUMNS:
            rows, end = _rows(islice(cells(lines, at), len(head), None), len(head), dense)
            if sum(len(row) == len(head) for row in rows) >= FEWEST_ROWS:
                return _Listed([c.text for c in head], rows, head[-1].end, end)
    return None


def _lines(lines: Sequence[str], at: int) -> Iterator[_Cell]:
    apart = False
    for i in range(at, len(lines)):
        if lines[i].strip():
            yield _Cell(lines[i].strip(), i + 1, apart)
        apart = not lines[i].strip()


def _paragraphs(lines: Sequence[str], at: int) -> Iterator[_Cell]:
    waiting: list[str] = []
    for i in range(at, len(lines) + 1):
        text = lines[i].strip() if i < len(lines) else ""
        if len(waiting) > LONGEST_CELL:
            return
        if text:
            waiting.append(text)
        elif waiting:
            yield _Cell(" ".join(waiting), i, apart=True)
            waiting = []


def _heads(text: str) -> bool:
    return 0 < len(text) <= LONGEST_HEADING and not is_ordinal(text) and is_heading(text)


def _rows(cells: Iterable[_Cell], width: int, dense: bool) -> tuple[list[list[str]], int]:
    """(the rows, the line behind the last): from one number to the next; where lines are dense a blank ends a row."""
    rows: list[list[str]] = []
    numbers: list[Reading] = []
    end = 0
    for cell in cells:
        begins = _begins(cell.text, numbers)
        full = not rows or len(rows[-1]) >= width or (dense and cell.apart and len(rows[-1]) >= GROUP)
        if not begins and (full or any(match_cue(family, cell.text) for family in _BEHIND)):
            break
        if begins:
            label = row_label(cell.text)
            numbers += [label] if label is not None else []
            rows.append([])
        rows[-1].append(cell.text)
        end = cell.end
    return rows, end


def _begins(text: str, numbers: Sequence[Reading]) -> bool:
    """True for a number that goes on with those before or begins anew; others are amounts in cells."""
    label = row_label(text) if is_ordinal(text) else None
    if label is None:
        return False
    return not numbers or label.first or any(follows(one, label) for one in numbers)
