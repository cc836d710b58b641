"""A Word table's rows and cells → their places in a grid, merged cells whole."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from nghiquyet.extract.readers.word.xml_names import Element, child, number, points, value, w

# Word's own limit of columns.
MOST_COLUMNS = 63
# Borders of rows that are meant to be one differ by no more than this (points).
SAME_BORDER = 4.0
USUAL_WIDTH = 72.0


@dataclass(frozen=True, slots=True)
class GridPlace:
    """Where a cell stands. ``source`` is (row, cell) among the table's elements, None where nothing is."""

    row: int
    column: int
    row_span: int
    column_span: int
    source: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Places:
    """The cells of a grid, covering all of it once; ``widths`` of its columns in points."""

    widths: tuple[float, ...]
    rows: int
    cells: tuple[GridPlace, ...]


@dataclass(frozen=True, slots=True)
class _CellSpan:
    """A cell's columns; ``merge`` says whether it opens or goes on a merged cell."""

    row: int
    start: int
    end: int
    merge: str
    source: tuple[int, int]


def rows_to_places(table: Element, rows: list[list[Element]], filled: set[tuple[int, int]]) -> Places:
    """Places of the cells of ``rows``; ``filled`` are the sources with text, which no column may lose."""
    spans = [span for r, row in enumerate(rows) for span in _spans(r, row)]
    count = max((s.end for s in spans), default=1)
    moved, widths = _on_common_borders(spans, _widths(table, count), filled)
    placed = _without_overlaps(_merged_down(moved))
    return Places(widths, len(rows), _covering(placed, len(rows), len(widths)))


def _spans(r: int, row: list[Element]) -> list[_CellSpan]:
    found: list[_CellSpan] = []
    column = _skipped(row)
    for c, cell in enumerate(row):
        end = min(column + max(number(child(cell, "tcPr", "gridSpan")) or 1, 1), MOST_COLUMNS)
        if end <= column:
            break
        merge = _merge(cell)
        if merge == "beside" and found:
            found[-1] = replace(found[-1], end=end)
        else:
            found.append(_CellSpan(r, column, end, merge, (r, c)))
        column = end
    return found


def _skipped(row: list[Element]) -> int:
    """The columns left free at the row's beginning."""
    properties = child(row[0].getparent(), "trPr") if row else None
    return min(max(number(child(properties, "gridBefore")) or 0, 0), MOST_COLUMNS - 1)


def _merge(cell: Element) -> str:
    """ "opens" a merged cell, goes on one "below" or "beside" it, or "alone"."""
    down = child(cell, "tcPr", "vMerge")
    if down is not None:
        return "opens" if value(down) == "restart" else "below"
    across = child(cell, "tcPr", "hMerge")
    return "beside" if across is not None and value(across) != "restart" else "alone"


def _widths(table: Element, count: int) -> list[float]:
    grid = child(table, "tblGrid")
    said = [] if grid is None else [points(column, "w") or 0.0 for column in grid.iterfind(w("gridCol"))]
    usual = sum(said) / len(said) if any(said) else USUAL_WIDTH
    return [*said[:count], *[usual] * (count - len(said))]


def _on_common_borders(
    spans: list[_CellSpan], widths: list[float], filled: set[tuple[int, int]]
) -> tuple[list[_CellSpan], tuple[float, ...]]:
    """The cells on a grid without borders that no cell has, those that were meant to be one as one; its widths."""
    places = list(accumulate(widths, initial=0.0))
    used = sorted({0, len(widths), *(s.start for s in spans), *(s.end for s in spans)})
    new: dict[int, int] = {}
    starts: list[float] = []
    for border in used:
        if not starts or places[border] - starts[-1] > SAME_BORDER:
            starts.append(places[border])
        new[border] = len(starts) - 1
    if len(starts) < 2 or any(new[s.start] == new[s.end] and s.source in filled for s in spans):
        new = {border: i for i, border in enumerate(used)}  # widths that can't be: the borders are counted alone
        starts = [i * USUAL_WIDTH for i in range(len(used))]
    moved = [replace(s, start=new[s.start], end=new[s.end]) for s in spans if new[s.start] < new[s.end]]
    return moved, tuple(b - a for a, b in pairwise(starts))


def _merged_down(spans: list[_CellSpan]) -> list[GridPlace]:
    found: list[GridPlace] = []
    open_above: dict[tuple[int, int], int] = {}  # columns of a cell that may go on downwards → its number
    row = -1
    going_on: dict[tuple[int, int], int] = {}
    for span in spans:
        if span.row != row:
            open_above, going_on = (going_on if span.row == row + 1 else {}), {}
            row = span.row
        columns = span.start, span.end
        above = open_above.get(columns)
        if span.merge == "below" and above is not None:
            found[above] = replace(found[above], row_span=row + 1 - found[above].row)
            going_on[columns] = above
            continue
        found.append(GridPlace(row, span.start, 1, span.end - span.start, span.source))
        if span.merge == "opens":
            going_on[columns] = len(found) - 1
    return found


def _without_overlaps(placed: list[GridPlace]) -> list[GridPlace]:
    taken: set[tuple[int, int]] = set()
    kept: list[GridPlace] = []
    for place in placed:
        if _area(place) & taken:  # a merge that other rows contradict: the cell keeps to its first row
            place = replace(place, row_span=1)
        taken |= _area(place)
        kept.append(place)
    return kept


def _covering(placed: list[GridPlace], rows: int, width: int) -> tuple[GridPlace, ...]:
    """The cells with an empty one in every place that none covers."""
    taken = {spot for place in placed for spot in _area(place)}
    empty = [GridPlace(r, c, 1, 1) for r in range(rows) for c in range(width) if (r, c) not in taken]
    return tuple(sorted([*placed, *empty], key=lambda p: (p.row, p.column)))


def _area(place: GridPlace) -> set[tuple[int, int]]:
    columns = range(place.column, place.column + place.column_span)
    return {(r, c) for r in range(place.row, place.row + place.row_span) for c in columns}
