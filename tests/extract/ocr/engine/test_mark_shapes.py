from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from nghiquyet.extract.ocr.engine.mark_shapes import is_cross, is_dash, is_tick, roman_strokes, upright_strokes

if TYPE_CHECKING:
    from nghiquyet.extract.ocr.engine.mark_shapes import Ink


def drawn(*rows: str) -> Ink:
    """Rows of # and spaces, three pixels a sign."""
    wide = max(len(row) for row in rows)
    small = np.array([[sign == "#" for sign in row.ljust(wide)] for row in rows])
    return np.kron(small, np.ones((3, 3), bool))


CROSS = drawn("#     #", " #   # ", "  # #  ", "   #   ", "  # #  ", " #   # ", "#     #")
TICK = drawn("       #", "      ##", "      # ", "     ## ", "     #  ", "    #   ", "#   #   ", "## ##   ", " ###    ")
SLASH = drawn(
    "       #", "      ##", "     ## ", "    #   ", "   ##   ", "  ##    ", " ##     ", "##      ", "#       "
)
VEE = drawn(
    "#       #", "##     ##", " #     # ", " ##   ## ", "  #   #  ", "  ## ##  ", "   # #   ", "   ###   ", "    #    "
)
PLUS = drawn("   #   ", "   #   ", "   #   ", "#######", "   #   ", "   #   ", "   #   ")
ONE = [" ##  ", "###  ", " ##  ", " ##  ", " ##  ", " ##  ", " ##  ", " ##  ", " ##  ", "#### "]
ROMAN = ["####", *[" ## "] * 8, "####"]
BAR = ["######", *["  ##  "] * 9]
TOUCHING = ["########", *[" ##  ## "] * 8, "########"]
AITCH = ["########", *[" ##  ## "] * 3, " ###### ", *[" ##  ## "] * 4, "########"]


def test_a_cross_is_open_on_its_four_sides() -> None:
    assert is_cross(CROSS)


@pytest.mark.parametrize("other", [PLUS, drawn(*ROMAN), drawn(*AITCH), np.ones((30, 30), bool)])
def test_other_marks_are_no_crosses(other: Ink) -> None:
    assert not is_cross(other)


def test_a_tick_has_a_short_and_a_long_arm() -> None:
    assert is_tick(TICK)
    assert not is_cross(TICK)


@pytest.mark.parametrize("other", [CROSS, SLASH, VEE, PLUS, drawn(*ROMAN), drawn(*ONE), TICK[:, ::-1], TICK[::-1]])
def test_other_marks_are_no_ticks(other: Ink) -> None:
    assert not is_tick(other)


def test_a_cross_too_small_to_be_looked_at_is_none() -> None:
    assert not is_cross(np.ones((5, 5), bool))


@pytest.mark.parametrize("count", [1, 2, 3])
def test_roman_ones_are_counted(count: int) -> None:
    assert roman_strokes(drawn(*(" ".join([row] * count) for row in ROMAN))) == count


def test_roman_ones_whose_feet_touch_are_counted() -> None:
    assert roman_strokes(drawn(*TOUCHING)) == 2


@pytest.mark.parametrize("other", [drawn(*ONE), drawn(*BAR), drawn(*AITCH), CROSS, drawn(*([" ## ## ## ## "] * 9))])
def test_what_is_no_roman_one_counts_nothing(other: Ink) -> None:
    assert roman_strokes(other) == 0


def test_upright_strokes_have_their_columns() -> None:
    assert upright_strokes(drawn(*TOUCHING)) == [(3, 9), (15, 21)]


def test_a_dash_is_flat() -> None:
    assert is_dash(np.ones((3, 12), bool), 200 / 72)
    assert not is_dash(np.ones((3, 4), bool), 200 / 72)
    assert not is_dash(np.ones((10, 40), bool), 200 / 72)
