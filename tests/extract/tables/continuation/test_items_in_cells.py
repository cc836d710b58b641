"""An item at a page's top: more of a list within a cell, a row's own first line, or nothing that tells."""

from __future__ import annotations

import pytest

from nghiquyet.extract.model import Cell
from nghiquyet.extract.tables.continuation.items_in_cells import EITHER, WITHIN_CELLS, item_flow
from nghiquyet.extract.tables.continuation.row_drafts import CellDraft
from nghiquyet.extract.tables.continuation.text_flow import flow
from tests.extract.builders import line

BELOW = "- Dưới 50% thì điểm đánh giá là 0."
LIST = ["Tỷ lệ hồ sơ đúng hạn", "- Từ 90% trở lên: 1,0", "- Dưới 90%: 0"]


def cell(*texts: str) -> CellDraft:
    lines = tuple(line(text, top=12.0 * i) for i, text in enumerate(texts))
    return CellDraft((1, 2), [Cell(row=0, column=1, row_span=1, column_span=1, bbox=(0, 0, 1, 1), lines=lines)])


@pytest.mark.parametrize(
    ("whole", "told"),
    [
        ([LIST] * 3, WITHIN_CELLS),
        ([LIST, LIST, LIST, ["- Rà soát quỹ đất"]], EITHER),
        ([LIST] * 2, flow("Lập quy hoạch.", BELOW)),
        ([["- Rà soát quỹ đất", "ở đô thị"]] * 5, flow("Lập quy hoạch.", BELOW)),
        ([["Lập quy hoạch", "trạm sạc"]] * 5, flow("Lập quy hoạch.", BELOW)),
    ],
)
def test_what_an_item_says_depends_on_where_items_stand_in_its_column(whole: list[list[str]], told: object) -> None:
    assert item_flow(flow("Lập quy hoạch.", BELOW), cell(BELOW), [cell(*texts) for texts in whole]) == told


@pytest.mark.parametrize("below", ["a) Rà soát quỹ đất", "Rà soát quỹ đất", "2030"])
def test_all_else_is_told_by_the_texts_alone(below: str) -> None:
    alone = flow("Lập quy hoạch.", below)
    assert item_flow(alone, cell(below), [cell(*LIST)] * 5) == alone
