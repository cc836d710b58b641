"""The rows and columns of a table without vertical rulings, and its words → its cells."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from nghiquyet.extract.model import Cell, Word
from nghiquyet.extract.page.words_to_lines import words_to_lines
from nghiquyet.extract.tables.lattice.column_gutters import tight_runs, within
from nghiquyet.extract.tables.lattice.partial_rulings import Level

# Between the words of a line that is all a row says besides its number (parts of their size): a bold, justified or
# scanned one has wide spaces; between columns lies more than twice as much.
SPACE_ALONE = 0.5
# The lines of one text begin at one place, give or take this (points).
SAME_LEFT = 2.0


def rows_to_cells(
    columns: Sequence[float],
    rows: Sequence[float],
    words: Sequence[Word],
    levels: Sequence[Level] = (),
    heading_bottom: float = 0.0,
) -> tuple[Cell, ...]:
    """One cell for each row and column; a row whose only text runs over several columns is one cell.

    Where a border is left open, ``levels`` say so: there the cells above and below are one. A heading stands over the
    columns of the ruling below it.
    """
    of_row = [[w for w in words if top <= (w.bbox[1] + w.bbox[3]) / 2 < bottom] for top, bottom in pairwise(rows)]
    cells: list[tuple[int, int, int, int]] = []  # first and last row, first and last column
    for r, (top, bottom) in enumerate(pairwise(rows)):
        above = next((level for level in levels if level.y == top), None)
        below = next((level for level in levels if level.y == bottom and bottom < heading_bottom), None)
        for first, last in _spans(columns, of_row[r], below):
            open_above = above is not None and first == last and first not in above.closed
            over = next((c for c in cells if c[1:] == (r - 1, first, last)), None) if open_above else None
            if over is not None:
                cells.remove(over)
            cells.append((over[0] if over is not None else r, r, first, last))
    found = []
    for first_row, last_row, first, last in sorted(cells):
        own = [
            w for r in range(first_row, last_row + 1) for w in of_row[r] if within(w, columns[first], columns[last + 1])
        ]
        box = (columns[first], rows[first_row], columns[last + 1], rows[last_row + 1])
        size = last_row - first_row + 1, last - first + 1
        found.append(Cell(first_row, first, *size, box, words_to_lines(own)))
    return tuple(sorted(found, key=lambda c: (c.row, c.column)))


def _spans(columns: Sequence[float], row: Sequence[Word], below: Level | None) -> list[tuple[int, int]]:
    """The columns of each cell of a row; in one of headings those of each ruling ``below`` it."""
    if below is None:
        return _merged_spans(columns, row)
    inside = {c: piece for piece in below.pieces for c in range(piece[0], piece[1] + 1)}
    return list(dict.fromkeys(inside.get(c, (c, c)) for c in range(len(columns) - 1)))


def _is_one_text(runs: Sequence[Sequence[Sequence[Word]]], border: float) -> bool:
    """True if each line of a row is one run of words but for a number left of ``border``, all begun at one place."""
    beyond = [[run for run in of_line if run[0].bbox[0] >= border - 2] for of_line in runs]
    texts = beyond if all(len(own) == 1 for own in beyond) else runs
    starts = [of_line[0][0].bbox[0] for of_line in texts]
    one = all(len(of_line) == 1 for of_line in texts)
    return bool(starts) and one and max(starts) - min(starts) <= SAME_LEFT


def _merged_spans(columns: Sequence[float], row: Sequence[Word]) -> list[tuple[int, int]]:
    """(first, last) column of each cell of a row: columns are one cell where a text runs over their border.

    Texts of narrow columns can come as near to each other as words do; so a word must stand across some border of the
    row before runs of words across others count, or one run be all that the row says besides its number.
    """
    inner = columns[1:-1]
    lines = words_to_lines(row)
    runs = [run for line in lines for run in tight_runs(line)]
    straddled = any(w.bbox[0] < x - 2 and x + 2 < w.bbox[2] for run in runs for w in run for x in inner)
    alone = [tight_runs(line, SPACE_ALONE) for line in lines]
    merged = straddled
    if _is_one_text(alone, inner[0]):
        runs, merged = [run for of_line in alone for run in of_line], True
    joined = [merged and any(run[0].bbox[0] < x - 2 and x + 2 < run[-1].bbox[2] for run in runs) for x in inner]
    spans: list[tuple[int, int]] = []
    start = 0
    for i in range(len(columns) - 1):
        if i == len(columns) - 2 or not joined[i]:
            spans.append((start, i))
            start = i + 1
    return spans
