"""Columns of ticks, with boxes or dashes where there is none."""

from __future__ import annotations

import pytest

from nghiquyet.normalize.tables.tick_columns import is_marked, settle_ticks
from tests.extract.builders import table


@pytest.mark.parametrize(
    ("signs", "marked"),
    [
        (["x", "", "x"], True),
        (["☒", "☐", "☐"], True),
        (["☐", "☐", "☐"], True),
        (["✓", "-", "-"], True),
        (["-", "-", "-"], False),
        (["x", "5", ""], False),
        (["", "", ""], False),
    ],
)
def test_a_column_of_ticks(signs: list[str], marked: bool) -> None:
    rows = [["STT", "Nhiệm vụ", "Mới"], *([str(i), "Rà soát", sign] for i, sign in enumerate(signs, start=1))]
    made = table(rows)
    roles = ["number", "title", None]
    settle_ticks(roles, [[row[c] for row in rows[1:]] for c in range(3)], made)  # type: ignore[arg-type]
    assert (roles[2] == "marker") == marked


@pytest.mark.parametrize(("sign", "marked"), [("x", True), ("☑", True), ("☐", False), ("-", False), ("", False)])
def test_a_box_or_a_dash_ticks_nothing(sign: str, marked: bool) -> None:
    assert is_marked(sign) == marked
