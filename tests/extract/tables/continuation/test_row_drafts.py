"""Drafts of rows become rows in which each cell stands where it is printed, once or carried down."""

from __future__ import annotations

from nghiquyet.extract.model import TableRow
from nghiquyet.extract.tables.continuation.row_drafts import RowDraft, drafts_to_rows, fragment_to_drafts
from tests.extract.builders import ABOVE, LEFT, fragment

ROWS = (("TT", "Nhiệm vụ", "Chủ trì"), ("1", "Lập đề án", "Sở Y tế"), ("2", "Rà soát", ABOVE), ("I. Nhóm", LEFT, LEFT))


def drafts() -> list[RowDraft]:
    return fragment_to_drafts(fragment(ROWS), 1)


def texts(row: TableRow) -> list[str]:
    return [cell.text for cell in row.cells]


def test_a_heading_gives_no_row() -> None:
    first, *_ = fragment_to_drafts(fragment(ROWS), 0)
    assert [cell.text for cell in first.cells] == list(ROWS[0])
    assert len(drafts()) == len(ROWS) - 1


def test_one_draft_stands_in_every_place_that_its_cell_covers() -> None:
    first, second, group = drafts()
    assert first.cells[2] is second.cells[2]
    assert first.cells[2].merged_down
    assert not first.cells[1].merged_down
    assert group.cells[0] is group.cells[1] is group.cells[2]


def test_a_heading_that_reaches_into_the_rows_leaves_an_empty_cell() -> None:
    (row,) = fragment_to_drafts(fragment((("TT", "Nhiệm vụ"), (ABOVE, "Lập đề án"))), 1)
    assert [cell.text for cell in row.cells] == ["", "Lập đề án"]


def test_a_text_over_several_columns_is_no_column_s_own() -> None:
    first, _, group = drafts()
    assert first.narrow_texts() == ["1", "Lập đề án", "Sở Y tế"]
    assert group.narrow_texts() == ["", "", ""]


def test_a_cell_over_two_rows_is_told_once_and_carried_down() -> None:
    first, second, group = drafts_to_rows(drafts())
    assert texts(first) == ["1", "Lập đề án", "Sở Y tế"]
    assert [(row.cells[2].merged, row.cells[2].carried_down) for row in (first, second)] == [(2, False), (2, True)]
    assert not any(cell.carried_down for cell in (*first.cells, *second.cells[:2], *group.cells))
    assert [cell.columns for cell in group.cells] == [(0, 3)] * 3
    assert first.pages == (1,)
