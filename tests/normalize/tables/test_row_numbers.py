"""Numbers and titles of rows; strokes that a recogniser took for figures where a group's number stands."""

from __future__ import annotations

import pytest

from nghiquyet.normalize.tables.row_numbers import numbers_and_titles, rows_to_labels
from tests.extract.as_recognised import recognised_table
from tests.normalize.builders import bare, row, task_table, wide


def labels(rows: list[list[str]], recognised: bool = True) -> list[str | None]:
    made = task_table(rows)
    made = recognised_table(made) if recognised else made
    split = numbers_and_titles(made, 0, 1)
    return [label.text if label is not None else None for label in rows_to_labels(made.rows, split)]


@pytest.mark.parametrize("group", [bare("1"), wide("1 Hạ tầng"), bare("l")])
def test_a_groups_stroke_read_as_a_figure_is_its_roman_number(group: list[str]) -> None:
    rows = [bare("A"), group, row("1"), row("2"), bare("II"), row("1"), bare("B"), group, row("1")]
    assert labels(rows) == ["A", "I", "1", "2", "II", "1", "B", "I", "1"]


def test_a_figure_beside_other_cells_or_in_print_is_one() -> None:
    rows = [bare("A"), row("1"), row("2"), bare("B"), row("1")]
    assert labels(rows) == ["A", "1", "2", "B", "1"]
    printed = [bare("A"), bare("1"), row("1.1"), row("1.2")]
    assert labels(printed, recognised=False) == ["A", "1", "1.1", "1.2"]
    assert labels(printed) == ["A", "1", "1.1", "1.2"]
