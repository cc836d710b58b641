"""Rulings → the grids they draw: one a table, or one for each of several tables on a page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from nghiquyet.extract.model import BBox, Ruling

# Strokes that should meet miss each other by up to this (points); two borders are never nearer than this.
SNAP = 3.0
# The share of a cell's side that must be drawn for the side to stand. Dotted and broken borders are drawn in parts.
DRAWN = 0.55
# A stroke shorter than this (points) is a letter's part, an underline's dot or dirt.
SHORTEST = 4.0
# A gap up to this in a stroke is a dotted border's.
DOT_GAP = 4.0
# The largest grid read. The longest real page met has 70 rows and 20 columns.
MOST_LINES = 300


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell by its place: first row and column, how many of each it covers, and its box."""

    row: int
    column: int
    row_span: int
    column_span: int
    bbox: BBox


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns and rows are boundaries, ascending; ``cells`` tile the grid in reading order."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cells: tuple[GridCell, ...]

    @property
    def bbox(self) -> BBox:
        return (self.columns[0], self.rows[0], self.columns[-1], self.rows[-1])


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight edge: its place across (``at``) and its reach along (``start`` to ``end``)."""

    at: float
    start: float
    end: float


def rulings_to_grids(rulings: Sequence[Ruling]) -> tuple[Grid, ...]:
    """The grids of one page, from the top down. Lone strokes (underlines, frames, rules under a heading) make none."""
    across = _merged([Stroke((r.top + r.bottom) / 2, r.x0, r.x1) for r in rulings if r.horizontal])
    down = _merged([Stroke((r.x0 + r.x1) / 2, r.top, r.bottom) for r in rulings if not r.horizontal])
    grids = []
    for rows, columns in _meeting(across, down):
        grid = _grid(rows, columns)
        if grid is not None:
            grids.append(grid)
    grids.sort(key=lambda g: (g.rows[0], g.columns[0]))
    return tuple(g for g in grids if not any(_inside(g, other) for other in grids if other is not g))


def _merged(strokes: Sequence[Stroke]) -> list[Stroke]:
    """Strokes on one straight line that touch, overlap or leave a dot's gap, as one."""
    lines: list[list[Stroke]] = []
    for stroke in sorted(strokes, key=lambda s: (s.at, s.start, s.end)):
        if lines and stroke.at - lines[-1][-1].at <= SNAP / 2:
            lines[-1].append(stroke)
        else:
            lines.append([stroke])
    merged: list[Stroke] = []
    for line in lines:
        parts: list[Stroke] = []
        for stroke in sorted(line, key=lambda s: (s.start, s.end)):
            if parts and stroke.start - parts[-1].end <= DOT_GAP:
                last = parts[-1]
                parts[-1] = Stroke(last.at, last.start, max(last.end, stroke.end))
            else:
                parts.append(stroke)
        merged += [p for p in parts if p.end - p.start >= SHORTEST]
    return merged


def _meeting(across: list[Stroke], down: list[Stroke]) -> list[tuple[list[Stroke], list[Stroke]]]:
    """Groups of strokes that hang together by meeting."""
    parent = list(range(len(across) + len(down)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    places = [d.at for d in down]  # _merged leaves strokes in order of place
    for i, row in enumerate(across):
        for j in range(bisect_left(places, row.start - SNAP), len(down)):
            column = down[j]
            if column.at > row.end + SNAP:
                break
            if column.start - SNAP <= row.at <= column.end + SNAP:
                parent[root(i)] = root(len(across) + j)
    groups: dict[int, tuple[list[Stroke], list[Stroke]]] = {}
    for i, row in enumerate(across):
        groups.setdefault(root(i), ([], []))[0].append(row)
    for j, column in enumerate(down):
        groups.setdefault(root(len(across) + j), ([], []))[1].append(column)
    return [g for g in groups.values() if g[0] and g[1]]


def _grid(across: Sequence[Stroke], down: Sequence[Stroke]) -> Grid | None:
    """A grid of at least two cells, or None. Sides left open at the paper's or the table's edge are closed."""
    ends_x = [e for s in across for e in (s.start, s.end)]
    ends_y = [e for s in down for e in (s.start, s.end)]
    xs = _places([s.at for s in down], min(ends_x), max(ends_x))
    ys = _places([s.at for s in across], min(ends_y), max(ends_y))
    if len(xs) < 3 or len(ys) < 2 or len(xs) > MOST_LINES or len(ys) > MOST_LINES:
        return None
    return Grid(tuple(xs), tuple(ys), tuple(_cells(xs, ys, across, down)))


def _places(places: Sequence[float], low: float, high: float) -> list[float]:
    """Snapped places of borders, with the ends of the strokes that cross them where these reach further."""
    snapped: list[list[float]] = []
    for place in sorted(places):
        if snapped and place - snapped[-1][-1] <= SNAP:
            snapped[-1].append(place)
        else:
            snapped.append([place])
    middles = [sum(s) / len(s) for s in snapped]
    if low < middles[0] - 2 * SNAP:
        middles.insert(0, low)
    if high > middles[-1] + 2 * SNAP:
        middles.append(high)
    return middles


def _cells(xs: list[float], ys: list[float], across: Sequence[Stroke], down: Sequence[Stroke]) -> list[GridCell]:
    """Tiles the grid: squares with no border between them are one cell, widened until it is a rectangle."""
    wide, high = len(xs) - 1, len(ys) - 1
    walls = [[s for s in down if abs(s.at - x) <= SNAP] for x in xs]
    floors = [[s for s in across if abs(s.at - y) <= SNAP] for y in ys]
    right_open = [[not _drawn(walls[c + 1], ys[r], ys[r + 1]) for c in range(wide - 1)] for r in range(high)]
    below_open = [[not _drawn(floors[r + 1], xs[c], xs[c + 1]) for c in range(wide)] for r in range(high - 1)]
    taken = [[False] * wide for _ in range(high)]
    cells = []
    for row in range(high):
        for column in range(wide):
            if taken[row][column]:
                continue
            last_row, last_column = _rectangle(row, column, right_open, below_open, taken)
            for r in range(row, last_row + 1):
                for c in range(column, last_column + 1):
                    taken[r][c] = True
            box = (xs[column], ys[row], xs[last_column + 1], ys[last_row + 1])
            cells.append(GridCell(row, column, last_row - row + 1, last_column - column + 1, box))
    return cells


def _rectangle(
    row: int, column: int, right_open: list[list[bool]], below_open: list[list[bool]], taken: list[list[bool]]
) -> tuple[int, int]:
    """Grows a cell right and then down while no border stands in its way."""
    last_column = column
    while last_column < len(taken[0]) - 1 and right_open[row][last_column] and not taken[row][last_column + 1]:
        last_column += 1
    last_row = row
    while last_row < len(taken) - 1:
        below = range(column, last_column + 1)
        if not all(below_open[last_row][c] and not taken[last_row + 1][c] for c in below):
            break
        if not all(right_open[last_row + 1][c] for c in range(column, last_column)):
            break
        last_row += 1
    return last_row, last_column


def _drawn(strokes: Sequence[Stroke], start: float, end: float) -> bool:
    """True if the strokes of one straight line cover most of ``start`` to ``end``."""
    covered = sum(max(0.0, min(s.end, end) - max(s.start, start)) for s in strokes)
    return covered >= DRAWN * (end - start)


def _inside(grid: Grid, other: Grid) -> bool:
    a, b = grid.bbox, other.bbox
    return a[0] > b[0] - SNAP and a[1] > b[1] - SNAP and a[2] < b[2] + SNAP and a[3] < b[3] + SNAP and a != b
