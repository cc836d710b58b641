from __future__ import annotations

import pytest

from nghiquyet.extract.tables.classify.heading_levels import LineSpan, columns_of, over_two, without_upper
from tests.extract.builders import across

UPPER = LineSpan(200, 260, 100)
LEFT, RIGHT = LineSpan(170, 220, 116), LineSpan(240, 290, 116)


def test_an_upper_heading_stands_over_two_side_by_side() -> None:
    found = over_two(UPPER, [UPPER, LEFT, RIGHT])
    assert found is not None
    assert (found.left, found.right, found.y) == (195, 265, 108)


@pytest.mark.parametrize(
    "below",
    [[LineSpan(205, 255, 116)], [LEFT], [LineSpan(205, 255, 116), RIGHT], [LineSpan(60, 110, 116), RIGHT]],
    ids=["its second line", "one", "its second line beside another heading", "two it does not stand amid"],
)
def test_a_heading_over_anything_else_is_none(below: list[LineSpan]) -> None:
    assert over_two(UPPER, [UPPER, *below]) is None


def test_lower_headings_of_unlike_lengths_are_no_lines_of_the_upper_one() -> None:
    longer = LineSpan(160, 244, 116)
    assert over_two(UPPER, [UPPER, longer, LineSpan(262, 300, 116)]) is not None


def test_a_ruling_over_some_headings_tells_the_upper_one() -> None:
    first = LineSpan(50, 90, 108)
    assert without_upper([first, UPPER, LEFT, RIGHT], [across(108, 165, 295)]) == [first, LEFT, RIGHT]
    assert UPPER in without_upper([first, UPPER, LEFT, RIGHT], [])


def test_spans_over_one_another_are_one_column() -> None:
    assert columns_of([UPPER, LineSpan(210, 280, 114), LineSpan(50, 90, 100)]) == [(50, 90), (200, 280)]
