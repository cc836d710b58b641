"""A grid and a page's words → the fragment of a table on that page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from nghiquyet.extract.model import Cell, TableFragment, Word
from nghiquyet.extract.page.words_to_lines import words_to_lines
from nghiquyet.extract.tables.lattice.rulings_to_grids import Grid, GridCell
from nghiquyet.extract.tables.lattice.word_places import Point, word_places


def grid_to_fragment(
    grid: Grid, words: Sequence[Word], page: int, insets: Sequence[Word] = (), drawn: bool = True
) -> tuple[TableFragment, tuple[Word, ...]]:
    """The fragment and the words left over: those whose middle lies outside the grid.

    ``insets`` are signs that were drawn and texts on their side: each is its cell's where no word stands. Of rulings
    that were not ``drawn`` but seen on a picture one may be a stray stroke.
    """
    owners: dict[tuple[int, int], GridCell] = {}
    for cell in grid.cells:
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.column_span):
                owners[row, column] = cell
    held: dict[GridCell, list[Word]] = {cell: [] for cell in grid.cells}
    left: list[Word] = []
    placed, places = word_places(words, grid.columns, lambda height: _borders(height, grid, owners))
    for word, place in zip(placed, places, strict=True):
        owner = _owner(place, grid, owners)
        if owner is None:
            left.append(word)
        else:
            held[owner].append(word)
    empty = {cell for cell, own in held.items() if not own}
    for word in insets:
        owner = _owner(_middle(word), grid, owners)
        if owner in empty and owner is not None:
            held[owner].append(word)
    cells = tuple(Cell(c.row, c.column, c.row_span, c.column_span, c.bbox, words_to_lines(held[c])) for c in grid.cells)
    rows, cells = _without_idle_rows(grid.rows, cells if drawn else _joined_over_strokes(cells))
    return TableFragment(page, grid.bbox, grid.columns, rows, cells), tuple(left)


def _borders(height: float, grid: Grid, owners: Mapping[tuple[int, int], GridCell]) -> Sequence[float]:
    """The upright borders between cells at a height, and the table's own edges; none beside the table."""
    row = _band(grid.rows, height)
    if row is None:
        return ()
    last = len(grid.columns) - 1
    inner = (grid.columns[c] for c in range(1, last) if owners[row, c] is not owners[row, c - 1])
    return (grid.columns[0], *inner, grid.columns[last])


def _owner(place: Point, grid: Grid, owners: Mapping[tuple[int, int], GridCell]) -> GridCell | None:
    """The cell in which a point lies."""
    row, column = _band(grid.rows, place[1]), _band(grid.columns, place[0])
    return None if row is None or column is None else owners[row, column]


def _middle(word: Word) -> Point:
    return (word.bbox[0] + word.bbox[2]) / 2, (word.bbox[1] + word.bbox[3]) / 2


def _joined_over_strokes(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """The cells, one that a stray stroke parts put together: all others of its row go through, its text goes on."""
    joined = list(cells)
    for row in sorted({c.row for c in cells if c.row}):
        begins = [c for c in joined if c.row == row]
        if len(begins) != 1 or not _goes_on(begins[0]):
            continue
        lower = begins[0]
        above = next((c for c in joined if c.column == lower.column and c.row + c.row_span == row and c.lines), None)
        if above is not None and above.column_span == lower.column_span:
            box = (above.bbox[0], above.bbox[1], lower.bbox[2], lower.bbox[3])
            lines = (*above.lines, *lower.lines)
            joined[joined.index(above)] = replace(
                above, row_span=above.row_span + lower.row_span, bbox=box, lines=lines
            )
            joined.remove(lower)
    return tuple(joined)


def _goes_on(cell: Cell) -> bool:
    """True for a text that begins like the rest of another."""
    return bool(cell.lines) and cell.text[:1].islower()


def _without_idle_rows(rows: tuple[float, ...], cells: tuple[Cell, ...]) -> tuple[tuple[float, ...], tuple[Cell, ...]]:
    """Rows and cells without boundaries at which no cell begins: a stroke too short to part any cell parts no rows."""
    begins = sorted({cell.row for cell in cells})
    if len(begins) == len(rows) - 1:
        return rows, cells
    place = {row: i for i, row in enumerate([*begins, len(rows) - 1])}
    moved = (replace(c, row=place[c.row], row_span=place[c.row + c.row_span] - place[c.row]) for c in cells)
    return (*(rows[row] for row in begins), rows[-1]), tuple(moved)


def _band(boundaries: Sequence[float], place: float) -> int | None:
    for i in range(len(boundaries) - 1):
        if boundaries[i] <= place < boundaries[i + 1]:
            return i
    return None
