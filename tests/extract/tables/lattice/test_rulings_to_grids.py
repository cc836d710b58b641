"""Random merged grids, drawn in the ways office programs draw them, come back as they were."""

from __future__ import annotations

import random
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nghiquyet.extract.model import Ruling
from nghiquyet.extract.tables.lattice.rulings_to_grids import MOST_LINES, Grid, rulings_to_grids
from tests.extract.builders import across, down

Span = tuple[int, int, int, int]  # row, column, rows, columns


@dataclass(frozen=True)
class Plan:
    columns: tuple[float, ...]
    rows: tuple[float, ...]
    spans: tuple[Span, ...]


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """A table of 2 to 5 columns and 1 to 6 rows with some cells merged."""
    wide = draw(st.lists(st.integers(30, 150), min_size=2, max_size=5))
    high = draw(st.lists(st.integers(16, 90), min_size=1, max_size=6))
    xs, ys = [50.0], [60.0]
    for w in wide:
        xs.append(xs[-1] + w)
    for h in high:
        ys.append(ys[-1] + h)
    taken: set[tuple[int, int]] = set()
    spans: list[Span] = []
    for r in range(len(high)):
        for c in range(len(wide)):
            if (r, c) in taken:
                continue
            rows = draw(st.integers(1, min(3, len(high) - r)))
            columns = draw(st.integers(1, min(3, len(wide) - c)))
            square = {(r + i, c + j) for i in range(rows) for j in range(columns)}
            if draw(st.integers(0, 3)) or square & taken:
                rows = columns = 1
                square = {(r, c)}
            taken |= square
            spans.append((r, c, rows, columns))
    return Plan(tuple(xs), tuple(ys), tuple(spans))


def sides(plan: Plan) -> list[Ruling]:
    """The four sides of each cell, a border between two cells once."""
    found: dict[tuple[float, float, float, float], Ruling] = {}
    for r, c, rows, columns in plan.spans:
        for i in range(c, c + columns):
            for y in (plan.rows[r], plan.rows[r + rows]):
                side = across(y, plan.columns[i], plan.columns[i + 1])
                found[side.x0, side.top, side.x1, side.bottom] = side
        for i in range(r, r + rows):
            for x in (plan.columns[c], plan.columns[c + columns]):
                side = down(x, plan.rows[i], plan.rows[i + 1])
                found[side.x0, side.top, side.x1, side.bottom] = side
    return list(found.values())


def thickened(side: Ruling, rng: random.Random) -> list[Ruling]:
    """A rectangle filled with ink instead of a line."""
    half = rng.uniform(0.12, 0.75)
    if side.horizontal:
        return [Ruling(side.x0, side.top - half, side.x1, side.top + half)]
    return [Ruling(side.x0 - half, side.top, side.x0 + half, side.bottom)]


def jittered(side: Ruling, rng: random.Random) -> list[Ruling]:
    """Ends that miss their crossing, lines off their place, by less than a point in all."""
    off, a, b = (rng.uniform(-0.45, 0.45) for _ in range(3))
    if side.horizontal:
        return [Ruling(side.x0 + a, side.top + off, side.x1 + b, side.top + off)]
    return [Ruling(side.x0 + off, side.top + a, side.x0 + off, side.bottom + b)]


def dotted(side: Ruling, rng: random.Random) -> list[Ruling]:
    dot, gap = rng.uniform(0.5, 4), rng.uniform(0.5, 2.5)
    places, parts = 0.0, []
    while places < side.length:
        end = min(side.length, places + dot)
        if side.horizontal:
            parts.append(Ruling(side.x0 + places, side.top, side.x0 + end, side.top + 0.4))
        else:
            parts.append(Ruling(side.x0, side.top + places, side.x0 + 0.4, side.top + end))
        places = end + gap
    return parts


def gapped(side: Ruling, _: random.Random) -> list[Ruling]:
    """Sides that stop short of the crossings."""
    if side.horizontal:
        return [Ruling(side.x0 + 1.4, side.top, side.x1 - 1.4, side.top)]
    return [Ruling(side.x0, side.top + 1.4, side.x0, side.bottom - 1.4)]


def doubled(side: Ruling, _: random.Random) -> list[Ruling]:
    return [side, side]


def as_spans(grid: Grid) -> set[Span]:
    return {(c.row, c.column, c.row_span, c.column_span) for c in grid.cells}


def needed(plan: Plan) -> Plan:
    """The plan without borders that no cell has: they can't be seen."""
    keep_x = sorted({c for _, c, _, _ in plan.spans} | {c + n for _, c, _, n in plan.spans})
    keep_y = sorted({r for r, _, _, _ in plan.spans} | {r + n for r, _, n, _ in plan.spans})
    spans = tuple(
        (
            keep_y.index(r),
            keep_x.index(c),
            keep_y.index(r + n) - keep_y.index(r),
            keep_x.index(c + m) - keep_x.index(c),
        )
        for r, c, n, m in plan.spans
    )
    return Plan(tuple(plan.columns[i] for i in keep_x), tuple(plan.rows[i] for i in keep_y), spans)


@pytest.mark.parametrize("drawn", [thickened, jittered, dotted, gapped, doubled], ids=lambda f: f.__name__)
@settings(max_examples=60)
@given(plan=plans(), seed=st.integers(0, 10_000))
def test_a_grid_comes_back_as_it_was_drawn(drawn: object, plan: Plan, seed: int) -> None:
    plan, rng = needed(plan), random.Random(seed)
    strokes = [part for side in sides(plan) for part in drawn(side, rng)]  # type: ignore[operator]
    rng.shuffle(strokes)
    grids = rulings_to_grids(strokes)
    if len(plan.columns) < 3:
        assert grids == ()  # a frame is no table
        return
    (grid,) = grids
    assert as_spans(grid) == set(plan.spans)
    assert all(abs(a - b) < 1.5 for a, b in zip(grid.columns, plan.columns, strict=True))
    assert all(abs(a - b) < 1.5 for a, b in zip(grid.rows, plan.rows, strict=True))


STROKES = st.builds(
    lambda x, y, length, flat: Ruling(x, y, x + length, y) if flat else Ruling(x, y, x, y + length),
    st.integers(0, 60).map(lambda v: v * 8.0),
    st.integers(0, 60).map(lambda v: v * 8.0),
    st.integers(1, 60).map(lambda v: v * 8.0),
    st.booleans(),
)


@settings(max_examples=150)
@given(st.lists(STROKES, max_size=40))
def test_the_cells_of_any_grid_cover_each_square_once(strokes: list[Ruling]) -> None:
    for grid in rulings_to_grids(strokes):
        squares = [
            (r, c)
            for cell in grid.cells
            for r in range(cell.row, cell.row + cell.row_span)
            for c in range(cell.column, cell.column + cell.column_span)
        ]
        assert len(squares) == len(set(squares)) == (len(grid.rows) - 1) * (len(grid.columns) - 1)
        assert list(grid.columns) == sorted(grid.columns)
        assert list(grid.rows) == sorted(grid.rows)
        for cell in grid.cells:
            assert cell.bbox[:2] == (grid.columns[cell.column], grid.rows[cell.row])


def box(x0: float, top: float, x1: float, bottom: float, columns: int = 2) -> list[Ruling]:
    wide = (x1 - x0) / columns
    return [
        across(top, x0, x1),
        across(bottom, x0, x1),
        *(down(x0 + i * wide, top, bottom) for i in range(columns + 1)),
    ]


def test_two_tables_on_a_page_are_two_grids_from_the_top_down() -> None:
    first, second = rulings_to_grids([*box(50, 400, 300, 500), *box(50, 60, 300, 160)])
    assert (first.rows[0], second.rows[0]) == (60, 400)


def test_a_grid_within_a_cell_of_another_is_left_to_that_cell() -> None:
    (grid,) = rulings_to_grids([*box(50, 60, 500, 400), *box(80, 100, 200, 200)])
    assert grid.bbox == (50, 60, 500, 400)


@pytest.mark.parametrize(
    "strokes",
    [
        [],
        [across(100)],
        [across(100), across(103)],
        [down(100)],
        [across(100), down(100, 300, 400)],
        box(50, 60, 500, 90, columns=1),
    ],
    ids=["nothing", "underline", "two lines", "bar", "apart", "frame"],
)
def test_lone_strokes_make_no_grid(strokes: list[Ruling]) -> None:
    assert rulings_to_grids(strokes) == ()


def test_an_open_end_at_the_pages_foot_is_closed() -> None:
    (grid,) = rulings_to_grids([across(60, 50, 300), *(down(x, 60, 200) for x in (50, 150, 300))])
    assert grid.rows == (60, 200)


def test_an_open_left_and_right_side_is_closed() -> None:
    (grid,) = rulings_to_grids([*(across(y, 50, 400) for y in (60, 100, 140)), down(150, 60, 140), down(250, 60, 140)])
    assert grid.columns == (50, 150, 250, 400)


def test_a_grid_of_more_lines_than_any_table_has_is_none() -> None:
    n = MOST_LINES + 1
    strokes = [across(10 + 8 * i, 10, 10 + 8 * n) for i in range(n)] + [
        down(10 + 8 * i, 10, 10 + 8 * n) for i in range(n)
    ]
    assert rulings_to_grids(strokes) == ()
