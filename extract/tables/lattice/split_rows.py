"""Rows that no ruling parts though columns are ruled: a tall row that holds several numbers is cut at them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nghiquyet.extract.language.numbering.ordinals import is_ordinal
from nghiquyet.extract.model import Cell, Line, TableFragment
from nghiquyet.extract.tables.lattice.row_segmentation import row_boundaries

FEWEST_NUMBERS = 2


def split_tall_rows(fragment: TableFragment) -> TableFragment:
    """The fragment with each row that holds two numbers or more, one above the other, cut into one row a number."""
    cuts = {row: _cuts(fragment, row) for row in range(len(fragment.rows) - 1)}
    if not any(cuts.values()):
        return fragment
    starts: list[int] = []  # each old row's first new row
    rows: list[float] = []
    for row, inner in cuts.items():
        starts.append(len(rows))
        rows += [fragment.rows[row], *inner]
    rows.append(fragment.rows[-1])
    starts.append(len(rows) - 1)
    cells = tuple(new for cell in fragment.cells for new in _cut_cell(cell, cuts[cell.row], starts, rows))
    ordered = tuple(sorted(cells, key=lambda c: (c.row, c.column)))
    return replace(fragment, rows=tuple(rows), cells=ordered)


def _cuts(fragment: TableFragment, row: int) -> tuple[float, ...]:
    """The places inside a row where it must be cut; none where its cells reach into other rows."""
    cells = [c for c in fragment.cells if c.row <= row < c.row + c.row_span]
    first = min(cells, key=lambda c: c.column, default=None)
    if first is None or any(c.row_span > 1 for c in cells) or first.column_span > 1:
        return ()
    numbers = [line for line in first.lines if is_ordinal(line.text)]
    if len(numbers) < FEWEST_NUMBERS or len(numbers) < len(first.lines):
        return ()
    columns = [c.lines for c in cells]
    return row_boundaries(columns, fragment.rows[row], fragment.rows[row + 1])[1:-1]


def _cut_cell(cell: Cell, cuts: Sequence[float], starts: Sequence[int], rows: Sequence[float]) -> list[Cell]:
    first, last = starts[cell.row], starts[cell.row + cell.row_span]
    if not cuts:
        return [replace(cell, row=first, row_span=last - first)]
    parts = []
    for new in range(first, last):
        own = tuple(line for line in cell.lines if _within(line, rows, new, first, last))
        box = (cell.bbox[0], rows[new], cell.bbox[2], rows[new + 1])
        parts.append(replace(cell, row=new, row_span=1, bbox=box, lines=own))
    return parts


def _within(line: Line, rows: Sequence[float], new: int, first: int, last: int) -> bool:
    middle = (line.bbox[1] + line.bbox[3]) / 2
    above = new == first or rows[new] <= middle
    return above and (new == last - 1 or middle < rows[new + 1])
