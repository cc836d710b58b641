"""Parts of tables → parts with the columns that did not fit beside them and stand on a sheet of their own.

A table too wide for its paper goes on to the right on another sheet (a spreadsheet prints it so): other headings, no
numbers, and rows exactly as high as those whose rest they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from nghiquyet.extract.decisions.decision import Evidence
from nghiquyet.extract.language.noise import is_hardly_text
from nghiquyet.extract.language.numbering.ordinals import ordinal_column
from nghiquyet.extract.model import Cell, Join
from nghiquyet.extract.tables.classify.heading_rows import column_headings
from nghiquyet.extract.tables.continuation.fragment_joins import Placed
from nghiquyet.extract.tables.continuation.row_drafts import fragment_to_drafts

# Rows of one height on two sheets differ by no more than this (points): rounding, and a scan's slant.
SAME_HEIGHT = 3.0
# Fewer rows may be as high by chance.
FEWEST_ROWS = 2
# How sure a sheet is whose rows all stand level with those of another, under headings of its own.
SURE_SHEET = 0.95


def with_sheets_beside(placed: Sequence[Placed]) -> list[Placed]:
    """The parts in order, each with the sheets that stand beside it: the earliest part that a sheet's rows fit."""
    found: list[Placed] = []
    for part in placed:
        fits = next((i for i, one in enumerate(found) if _stands_beside(one, part)), None)
        if fits is None:
            found.append(part)
        else:
            found[fits] = _widened(found[fits], part)
    return found


def _stands_beside(one: Placed, part: Placed) -> bool:
    if not (one.depth and part.depth) or one.fragment.page == part.fragment.page or one.joins:
        return False
    if any(not is_hardly_text(line.words, line.text) for line in part.above):
        return False
    heights, others = _heights(one), _heights(part)
    level = len(heights) == len(others) >= FEWEST_ROWS and all(
        abs(a - b) <= SAME_HEIGHT for a, b in zip(heights, others, strict=True)
    )
    return level and _counts_rows(one) and not _counts_rows(part) and not _share_headings(one, part)


def _heights(part: Placed) -> list[float]:
    rows = part.fragment.rows[part.depth :]
    return [b - a for a, b in pairwise(rows)]


def _counts_rows(part: Placed) -> bool:
    """True if a column has the rows' numbers."""
    drafts = fragment_to_drafts(part.fragment, part.depth)
    return ordinal_column([row.narrow_texts() for row in drafts]) is not None


def _share_headings(one: Placed, part: Placed) -> bool:
    mine, theirs = (set(column_headings(p.fragment, p.depth)) for p in (one, part))
    return bool((mine & theirs) - {()})


def _widened(one: Placed, part: Placed) -> Placed:
    """The part with the columns of the sheet on its right; their cells keep their places on their own page."""
    left, right = one.fragment, part.fragment
    depth = max(one.depth, part.depth)
    shift = len(left.columns) - 1
    cells = (
        *(_lowered(cell, one.depth, depth) for cell in left.cells),
        *(replace(c, column=c.column + shift) for c in (_lowered(cell, part.depth, depth) for cell in right.cells)),
    )
    columns = (*left.columns, *(left.columns[-1] + x - right.columns[0] for x in right.columns[1:]))
    rows = left.rows if one.depth == depth else (*(left.rows[0],) * (depth - one.depth), *left.rows)
    evidence = (Evidence("rows_stand_level", len(_heights(part))), Evidence("other_heading"))
    join = Join("table", (left.page, right.page), evidence, SURE_SHEET)
    wide = replace(left, columns=columns, rows=rows, cells=cells)
    return replace(one, fragment=wide, depth=depth, joins=(join,))


def _lowered(cell: Cell, depth: int, deepest: int) -> Cell:
    """The cell where the heading is ``deepest`` rows deep: what stood below it moves, the lowest of its own grow."""
    more = deepest - depth
    if cell.row >= depth:
        return replace(cell, row=cell.row + more)
    return replace(cell, row_span=cell.row_span + more) if cell.row + cell.row_span == depth else cell
