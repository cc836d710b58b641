"""Rows whose cells are parted by tabs → cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from nghiquyet.extract.readers.ocr_text.inline_marks import marked_words
from nghiquyet.extract.readers.ocr_text.model import TextCell, TextRow, TextTable

# Two columns need more than one line to be a table: "I.\tMỤC ĐÍCH" is a heading.
FEWEST_COLUMNS = 3
# No table met has more columns.
MOST_COLUMNS = 60
# A cell that holds line breaks leaves lines without tabs in the table; more of them in a run are text.
MOST_BROKEN = 12


def tab_run(lines: Sequence[str], at: int) -> int:
    """How many lines from ``at`` on are rows with tabs and the broken lines between them; 0 if no table begins here."""
    if not FEWEST_COLUMNS - 1 <= lines[at].count("\t") < MOST_COLUMNS:
        return 0
    end, broken = at, 0
    for i in range(at, len(lines)):
        if lines[i].count("\t") >= MOST_COLUMNS:
            break
        if "\t" in lines[i]:
            end, broken = i + 1, 0
        elif not lines[i].strip() or broken >= MOST_BROKEN:
            break
        else:
            broken += 1
    rows = [line for line in lines[at:end] if "\t" in line]
    return end - at if len(rows) > 1 or rows[0].count("\t") >= FEWEST_COLUMNS else 0


def tab_lines_to_table(lines: Sequence[str], page: int) -> TextTable:
    """The table of a run of lines; a row that line breaks in its cells cut into several lines is one again."""
    width = _width(lines)
    cells = [_unquoted(row) for row in _whole_rows(lines, width)]
    rows = [TextRow(tuple(TextCell(marked_words(c, page)) for c in row), page) for row in cells]
    return TextTable(tuple(rows), page)


def _width(lines: Sequence[str]) -> int:
    """The commonest number of cells, the larger of two as common."""
    counts = Counter(line.count("\t") + 1 for line in lines if "\t" in line)
    return max(counts, key=lambda n: (counts[n], n))


def _whole_rows(lines: Sequence[str], width: int) -> list[list[str]]:
    """Rows as lists of cells; lines that lack tabs are put together where together they make a whole row."""
    rows: list[list[str]] = []
    waiting: list[list[str]] = []
    for line in lines:
        waiting.append(line.split("\t"))
        count = sum(len(cells) - 1 for cells in waiting) + 1
        if len(waiting) == 1 and count >= width:
            rows.append(waiting.pop())
        elif len(waiting) > 1 and count == width and len(waiting[-1]) > 1:
            rows.append(_glued(waiting))
            waiting = []
        elif count > width:
            rows += _apart(waiting[:-1], rows)
            waiting = waiting[-1:]
            if len(waiting[0]) >= width:
                rows.append(waiting.pop())
    return rows + _apart(waiting, rows)


def _glued(parts: Sequence[list[str]]) -> list[str]:
    row = list(parts[0])
    for part in parts[1:]:
        row[-1] = f"{row[-1]}<br>{part[0]}"
        row += part[1:]
    return row


def _apart(parts: Sequence[list[str]], before: list[list[str]]) -> list[list[str]]:
    """Short rows stand alone, their missing cells empty; a line without tabs goes on the last cell above it."""
    rows: list[list[str]] = []
    for part in parts:
        above = rows[-1] if rows else before[-1] if before else None
        if len(part) == 1 and above is not None:
            above[-1] = f"{above[-1]}<br>{part[0]}"
        else:
            rows.append(list(part))
    return rows


def _unquoted(cells: Sequence[str]) -> list[str]:
    """Cells that a spreadsheet wrote in quotes, for the breaks or quotes in them."""
    return [
        c.strip()[1:-1].replace('""', '"')
        if len(c.strip()) > 1
        and c.strip()[0] == c.strip()[-1] == '"'
        and c.count('"') % 2 == 0
        and ('""' in c.strip()[1:-1] or "<br>" in c)
        else c.strip()
        for c in cells
    ]
