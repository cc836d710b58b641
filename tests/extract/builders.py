"""Builders with defaults: a test draws in text what it is about.

Places are in points, origin top left. Letters are half as wide as they are high and stand 14 points under each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from nghiquyet.extract.model import Cell, Line, Ruling, Table, TableFragment, Word
from nghiquyet.extract.readers.pdf.glyphs import Glyph
from nghiquyet.extract.tables.stitch import stitch

LETTER = 6.0
SIZE = 12.0
LEADING = 14.0
PAD = 3.0
BOLD = "**"  # around a cell's text
ABOVE = "^"  # the cell above reaches down here
LEFT = "<"  # the cell to the left reaches over here


def word(text: str, x: float = 50.0, top: float = 100.0, page: int = 1, **changes: Any) -> Word:
    size = changes.get("size", SIZE)
    return Word(text, (x, top, x + len(text) * size / 2, top + size), page, **changes)


def words(text: str, x: float = 50.0, top: float = 100.0, page: int = 1, **changes: Any) -> list[Word]:
    """One line's words from left to right, a space of a quarter of the size between them."""
    size = changes.get("size", SIZE)
    made = []
    for part in text.split():
        made.append(word(part, x, top, page, **changes))
        x += len(part) * size / 2 + size / 4
    return made


def line(text: str, x: float = 50.0, top: float = 100.0, page: int = 1, **changes: Any) -> Line:
    return Line(tuple(words(text, x, top, page, **changes)))


def lines(text: str, x: float = 50.0, top: float = 100.0, page: int = 1, **changes: Any) -> tuple[Line, ...]:
    """A line for each line of ``text``."""
    return tuple(line(t, x, top + i * LEADING, page, **changes) for i, t in enumerate(text.splitlines()) if t.strip())


def glyphs(text: str, x: float = 50.0, baseline: float = 110.0, size: float = SIZE, **changes: Any) -> list[Glyph]:
    """Each letter of ``text``, spaces too, left to right."""
    made = []
    for letter in text:
        wide = size / 2
        known: dict[str, Any] = {"top": baseline - size * 0.8, "bottom": baseline + size * 0.2, "font": "Times"}
        made.append(Glyph(letter, x, x1=x + wide, baseline=baseline, size=size, **{**known, **changes}))
        x += wide
    return made


def across(y: float, x0: float = 50.0, x1: float = 500.0) -> Ruling:
    return Ruling(x0, y, x1, y)


def down(x: float, top: float = 50.0, bottom: float = 300.0) -> Ruling:
    return Ruling(x, top, x, bottom)


def fragment(
    rows: Sequence[Sequence[str]],
    page: int = 1,
    top: float = 60.0,
    left: float = 50.0,
    widths: Sequence[float] = (),
    **changes: Any,
) -> TableFragment:
    """The fragment that ``rows`` draw: ``^`` goes on with the cell above, ``<`` with the cell to the left."""
    wide = [*widths] or [90.0] * len(rows[0])
    columns = [left]
    for w in wide:
        columns.append(columns[-1] + w)
    places = [top]
    for row in rows:
        places.append(places[-1] + 2 * PAD + LEADING * max(len(t.splitlines()) or 1 for t in row))
    cells = tuple(_cells(rows, columns, places, page))
    box = (columns[0], places[0], columns[-1], places[-1])
    return TableFragment(page, box, tuple(columns), tuple(places), cells, **changes)


def _cells(rows: Sequence[Sequence[str]], columns: Sequence[float], places: Sequence[float], page: int) -> list[Cell]:
    made = []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text in (ABOVE, LEFT):
                continue
            right = c + 1
            while right < len(row) and row[right] == LEFT:
                right += 1
            below = r + 1
            while below < len(rows) and rows[below][c] == ABOVE:
                below += 1
            bold = text.startswith(BOLD)
            own = lines(text.strip("*") if bold else text, columns[c] + PAD, places[r] + PAD, page, bold=bold)
            box = (columns[c], places[r], columns[right], places[below])
            made.append(Cell(r, c, below - r, right - c, box, own))
    return made


def joined(*pages: Sequence[Sequence[str]], headings: Sequence[str] = (), **changes: Any) -> Table:
    """One table of a fragment a page, without or with one row of headings on the first page."""
    made = []
    for number, rows in enumerate(pages, start=1):
        whole = [headings, *rows] if headings and number == 1 else rows
        made.append((fragment(whole, page=number, **changes), ()))
    (table,) = stitch(made)
    return table


def table(rows: Sequence[Sequence[str]], headings: Sequence[str] = (), **changes: Any) -> Table:
    """A table of one page; its headings are what ``headings`` says, in one level."""
    made = joined(rows, headings=[f"Nội dung {i}" for i in range(len(rows[0]))], **changes)
    return replace(made, headings=tuple((h,) if h else () for h in headings)) if headings else made


def texts(table: Table) -> list[list[str]]:
    """What stands in each row and column."""
    return [[cell.text for cell in row.cells] for row in table.rows]
