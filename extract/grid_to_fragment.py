"""A grid and a page's words → the fragment of a table on that page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.model import Cell, TableFragment, Word
from extract.rulings_to_grids import Grid, GridCell
from extract.words_to_lines import words_to_lines


def grid_to_fragment(grid: Grid, words: Sequence[Word], page: int) -> tuple[TableFragment, tuple[Word, ...]]:
    """The fragment and the words left over: those whose middle lies outside the grid."""
    grid = _without_idle_rows(grid)
    owners: dict[tuple[int, int], GridCell] = {}
    for cell in grid.cells:
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.column_span):
                owners[row, column] = cell
    held: dict[GridCell, list[Word]] = {cell: [] for cell in grid.cells}
    left: list[Word] = []
    for word in words:
        x, y = (word.bbox[0] + word.bbox[2]) / 2, (word.bbox[1] + word.bbox[3]) / 2
        place = _band(grid.rows, y), _band(grid.columns, x)
        if place[0] is None or place[1] is None:
            left.append(word)
        else:
            held[owners[place[0], place[1]]].append(word)
    cells = tuple(Cell(c.row, c.column, c.row_span, c.column_span, c.bbox, words_to_lines(held[c])) for c in grid.cells)
    return TableFragment(page, grid.bbox, grid.columns, grid.rows, cells), tuple(left)


def _without_idle_rows(grid: Grid) -> Grid:
    """The grid without boundaries at which no cell begins: a stroke too short to part any cell parts no rows."""
    begins = sorted({cell.row for cell in grid.cells})
    if len(begins) == len(grid.rows) - 1:
        return grid
    place = {row: i for i, row in enumerate([*begins, len(grid.rows) - 1])}
    cells = tuple(replace(c, row=place[c.row], row_span=place[c.row + c.row_span] - place[c.row]) for c in grid.cells)
    return Grid(grid.columns, (*(grid.rows[row] for row in begins), grid.rows[-1]), cells)


def _band(boundaries: Sequence[float], place: float) -> int | None:
    for i in range(len(boundaries) - 1):
        if boundaries[i] <= place < boundaries[i + 1]:
            return i
    return None
