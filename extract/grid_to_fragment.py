"""A grid and a page's words → the fragment of a table on that page."""

from __future__ import annotations

from collections.abc import Sequence

from extract.model import Cell, TableFragment, Word
from extract.rulings_to_grids import Grid, GridCell
from extract.words_to_lines import words_to_lines


def grid_to_fragment(grid: Grid, words: Sequence[Word], page: int) -> tuple[TableFragment, tuple[Word, ...]]:
    """The fragment and the words left over: those whose middle lies outside the grid."""
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


def _band(boundaries: Sequence[float], place: float) -> int | None:
    for i in range(len(boundaries) - 1):
        if boundaries[i] <= place < boundaries[i + 1]:
            return i
    return None
