"""Strokes of a text are no rulings; what they go through is struck out."""

from __future__ import annotations

import pytest

from nghiquyet.extract.model import Ruling
from nghiquyet.extract.readers.pdf.text_strokes import part_text_strokes
from tests.extract.builders import glyphs

TEXT = glyphs("Năm 2027", baseline=100)
X0, X1 = TEXT[0].x0, TEXT[-1].x1


def stroke(y: float, x0: float = X0, x1: float = X1) -> Ruling:
    return Ruling(x0, y - 0.25, x1, y + 0.25)


@pytest.mark.parametrize("y", [101.2, 102.0, 99.7])
def test_a_line_under_a_text_is_no_ruling(y: float) -> None:
    kept, rulings, struck = part_text_strokes(TEXT, [stroke(y)])
    assert (kept, rulings, struck) == (tuple(TEXT), (), ())


@pytest.mark.parametrize("y", [96.0, 97.5, 95.0])
def test_a_line_through_a_text_strikes_it_out(y: float) -> None:
    kept, rulings, struck = part_text_strokes([*TEXT, *glyphs("Năm 2028", baseline=114)], [stroke(y)])
    assert "".join(g.text for g in kept) == "Năm 2028"
    assert (rulings, struck) == ((), tuple(TEXT))


def test_one_word_of_a_line_may_be_struck_out_or_underlined() -> None:
    word = TEXT[4:]
    kept, rulings, struck = part_text_strokes(TEXT, [stroke(96.5, word[0].x0, word[-1].x1)])
    assert ("".join(g.text for g in kept).strip(), "".join(g.text for g in struck)) == ("Năm", "2027")
    assert part_text_strokes(TEXT, [stroke(101.5, word[0].x0, word[-1].x1)])[1] == rulings == ()


@pytest.mark.parametrize(
    "ruling",
    [
        stroke(104),  # a border below the descent
        stroke(101.5, X0 - 6, X1 + 6),  # a border that reaches into the padding
        stroke(96.5, X0 - 30, X1),  # a border that a text runs over
        stroke(88),  # a border above
        Ruling(X0, 90, X0 + 0.5, 110),
    ],
)
def test_a_border_stays_one(ruling: Ruling) -> None:
    assert part_text_strokes(TEXT, [ruling]) == (tuple(TEXT), (ruling,), ())


def test_a_border_under_two_columns_that_happen_to_fill_it_stays_one() -> None:
    other = glyphs("Sở Y tế", X1 + 40, baseline=100)
    ruling = stroke(101.5, X0, other[-1].x1)
    assert part_text_strokes([*TEXT, *other], [ruling])[1] == (ruling,)


def test_a_stroke_aslant_strikes_out_and_is_never_a_ruling() -> None:
    kept, rulings, struck = part_text_strokes(TEXT, [], [stroke(96.5)])
    assert (kept, rulings, struck) == ((), (), tuple(TEXT))
    assert part_text_strokes(TEXT, [], [stroke(60)]) == (tuple(TEXT), (), ())


def test_a_line_to_write_on_is_no_ruling_and_one_over_the_table_is() -> None:
    table = Ruling(X0 - 50, 130, X0 + 500, 130.5)
    line = stroke(101.5, X0 - 4, X0 + 200)
    assert part_text_strokes(TEXT, [table, line])[1] == (table,)
    border = [stroke(101.5, X0 - 4, X0 + 200), stroke(101.5, X0 + 200, X0 + 500)]
    assert part_text_strokes(TEXT, [table, *border])[1] == (table, *border)


def test_a_border_from_wall_to_wall_strikes_out_no_text_that_it_runs_through() -> None:
    walls = [Ruling(x, 90, x + 0.5, 120) for x in (X0, X1)]
    assert part_text_strokes(TEXT, [*walls, stroke(96.5)])[2] == ()
    assert part_text_strokes(TEXT, [walls[0], stroke(96.5)])[2] == tuple(TEXT)
