"""Rulings of the back page are told from the page's own."""

from __future__ import annotations

import numpy as np

from nghiquyet.extract.ocr.image.shine_through import without_shine_through
from nghiquyet.extract.ocr.image.strokes import Strand

OWN = 3.0


def stroke(at: float, start: int, end: int, thickness: float = OWN) -> Strand:
    return Strand(np.array([float(start), float(end)]), np.array([at, at]), thickness, ((start, end),))


ACROSS = [stroke(y, 100, 1100) for y in (100, 200, 300, 400)]
DOWN = [stroke(x, 100, 400) for x in (100, 600, 1100)]


def kept(strand: Strand, across: list[Strand] = ACROSS) -> bool:
    return strand in without_shine_through([*across, strand], DOWN, 200 / 72)[0]


def test_a_thin_piece_that_ends_in_a_cell_shines_through() -> None:
    assert not kept(stroke(250, 500, 700, 1.8))


def test_the_thinnest_do_wherever_they_end() -> None:
    assert not kept(stroke(250, 600, 700, 1.0))


def test_a_thin_border_between_two_others_is_one() -> None:
    assert kept(Strand(np.array([100.0, 600.0]), np.array([250.0, 250.0]), 1.8, ((100, 600),)))


def test_a_stroke_as_thick_as_the_others_stays_wherever_it_ends() -> None:
    assert kept(stroke(250, 500, 700))


def test_a_long_or_lone_thin_stroke_stays() -> None:
    assert kept(stroke(250, 150, 1050, 1.0))
    assert kept(stroke(700, 500, 700, 1.0))


def test_a_table_of_thin_strokes_keeps_them() -> None:
    thin = [stroke(y, 100, 1100, 1.0) for y in (100, 200, 300, 400)]
    assert kept(stroke(250, 500, 700, 1.0), thin)
