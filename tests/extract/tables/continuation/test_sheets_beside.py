from __future__ import annotations

from dataclasses import replace

import pytest

from nghiquyet.extract.model import Table, TableFragment
from nghiquyet.extract.tables.stitch import stitch
from tests.extract.builders import fragment, line, texts

LEFT = ["TT", "Nhiệm vụ", "Sản phẩm"]
RIGHT = ["Cơ quan chủ trì", "Thời hạn"]
WORK = [[str(n), f"Việc {n}", f"Kế hoạch {n}"] for n in range(1, 6)]
BODIES = [[f"Sở {n}", f"Năm 203{n}"] for n in range(1, 6)]


def sheet(rows: list[list[str]], page: int, heights: tuple[float, ...] = ()) -> TableFragment:
    made = fragment(rows, page=page)
    if not heights:
        return made
    tops = [60.0]
    for height in heights:
        tops.append(tops[-1] + height)
    return replace(made, rows=tuple(tops))


def stitched(*parts: TableFragment, above: str = "") -> tuple[Table, ...]:
    return stitch([(part, (line(above),) if above and i else ()) for i, part in enumerate(parts)])


def test_columns_on_a_sheet_of_their_own_stand_beside_their_rows() -> None:
    (table,) = stitched(sheet([LEFT, *WORK], 2), sheet([RIGHT, *BODIES], 3))
    assert [h[-1] for h in table.headings] == [*LEFT, *RIGHT]
    assert texts(table) == [[*left, *right] for left, right in zip(WORK, BODIES, strict=True)]
    assert table.pages == (2, 3)
    assert table.rows[0].pages == (2, 3)
    assert [join.pages for join in table.joins] == [(2, 3)]


@pytest.mark.parametrize("over_first", [True, False], ids=["over then down", "down then over"])
def test_sheets_in_either_order_give_one_table(over_first: bool) -> None:
    lefts, rights = ([LEFT, *WORK[:3]], [LEFT, *WORK[3:]]), ([RIGHT, *BODIES[:3]], [RIGHT, *BODIES[3:]])
    order = (lefts[0], rights[0], lefts[1], rights[1]) if over_first else (*lefts, *rights)
    (table,) = stitched(*(sheet(rows, page) for page, rows in enumerate(order, start=2)))
    assert texts(table) == [[*left, *right] for left, right in zip(WORK, BODIES, strict=True)]


def test_a_heading_of_two_levels_stands_level_with_one_of_one() -> None:
    two_levels = [["Phân công", "<", "Ghi chú"], [*RIGHT, "^"], *([*row, ""] for row in BODIES)]
    (table,) = stitched(sheet([LEFT, *WORK], 2), sheet(two_levels, 3))
    assert [h[-1] for h in table.headings] == [*LEFT, *RIGHT, "Ghi chú"]
    assert texts(table)[0] == [*WORK[0], *BODIES[0], ""]


@pytest.mark.parametrize(
    ("right", "heights", "above"),
    [
        ([RIGHT, *BODIES[:4]], (), ""),
        ([RIGHT, *BODIES], (20, 20, 40, 20, 20, 20), ""),
        ([["TT", *RIGHT], *[[row[0], *rest] for row, rest in zip(WORK, BODIES, strict=True)]], (), ""),
        ([["Sản phẩm", "Thời hạn"], *BODIES], (), ""),
        ([RIGHT, *BODIES], (), "Các cơ quan chủ trì gồm:"),
    ],
    ids=["fewer rows", "other heights", "own numbers", "a heading of the first", "text above"],
)
def test_what_does_not_fit_its_rows_is_a_table_of_its_own(
    right: list[list[str]], heights: tuple[float, ...], above: str
) -> None:
    assert len(stitched(sheet([LEFT, *WORK], 2), sheet(right, 3, heights), above=above)) == 2
