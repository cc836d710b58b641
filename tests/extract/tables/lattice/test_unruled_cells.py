from __future__ import annotations

import pytest

from nghiquyet.extract.model import Word
from nghiquyet.extract.tables.lattice.unruled_cells import rows_to_cells
from tests.extract.builders import words

COLUMNS = (50.0, 85.0, 200.0, 300.0, 400.0)
LONG = "Nhóm nhiệm vụ về hạ tầng giao thông và năng lượng"


def spans(*row: Word, bottom: float = 140) -> list[tuple[int, int]]:
    return [(c.column, c.column_span) for c in rows_to_cells(COLUMNS, (95, bottom), row)]


def test_a_row_of_texts_in_their_columns_is_a_cell_each() -> None:
    row = [*words("1", 54, 100), *words("Lập kế hoạch", 89, 100), *words("Năm 2027", 204, 100)]
    assert spans(*row) == [(0, 1), (1, 1), (2, 1), (3, 1)]


@pytest.mark.parametrize("below", ["", "rà soát các quy hoạch"])
def test_a_groups_title_is_one_cell_on_one_line_and_on_more(below: str) -> None:
    row = [*words("I", 54, 100), *words(LONG, 89, 100), *words(below, 89, 114)]
    assert spans(*row) == [(0, 1), (1, 3)]


def test_lines_that_begin_elsewhere_are_texts_of_their_own() -> None:
    row = [*words("1", 54, 100), *words("Lập kế hoạch", 89, 100), *words("Sở Xây dựng", 204, 114)]
    assert spans(*row) == [(0, 1), (1, 1), (2, 1), (3, 1)]
