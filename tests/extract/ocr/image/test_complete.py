"""A border that was seen in part is drawn on where its ink goes on, and only there."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from nghiquyet.extract.ocr.image.complete import completed
from nghiquyet.extract.ocr.image.ink import grey_to_ink
from nghiquyet.extract.ocr.image.strokes import Strand
from tests.extract.ocr.image.drawn import PER_POINT, Pixels, line, px, sheet, write

CROSSINGS = [
    Strand(np.array([px(50.0), px(250.0)]), np.array([px(x), px(x)]), 2.0, ((px(50), px(250)),)) for x in (50, 150, 250)
]


def drawn(page: Pixels) -> tuple[tuple[int, int], ...]:
    """What is drawn of a level stroke at 100 that was seen between the first two crossings."""
    seen = Strand(np.array([px(50.0), px(150.0)]), np.array([px(100.0), px(100.0)]), 2.0, ((px(50), px(150)),))
    (stroke,) = completed([seen], CROSSINGS, grey_to_ink(page), PER_POINT)
    return stroke.drawn


def test_a_border_goes_on_where_it_is_faint() -> None:
    page = sheet()
    line(page, 50, 100, 250, 100)
    page[:, px(160) : px(240) : 4] = 255
    assert drawn(page) == ((px(50), px(250) + 1),)


def test_a_border_ends_where_letters_stand_in_its_way() -> None:
    page = sheet()
    line(page, 50, 100, 150, 100)
    write(page, "hoan thanh thang", 155, 103)
    assert drawn(page) == ((px(50), px(150)),)


def test_letters_that_stand_close_are_no_border() -> None:
    page = sheet()
    line(page, 50, 100, 150, 100)
    for x in range(152, 250, 3):  # stems of a dark scan
        line(page, x, 94, x, 104, 4)
    assert drawn(page) == ((px(50), px(150)),)


def dotted(page: Pixels, start: float, end: float) -> None:
    """A level row of dots at 100, as much ink as paper."""
    line(page, start, 100, end, 100)
    for x in range(px(start) + 2, px(end), 4):
        page[:, x : x + 2] = 255


def test_a_dotted_border_goes_on_behind_a_merged_cell() -> None:
    far = [*CROSSINGS, replace(CROSSINGS[0], y=np.array([px(290.0), px(290.0)]))]
    page = sheet()
    dotted(page, 50, 150)
    dotted(page, 250, 290)
    seen = Strand(np.array([px(50.0), px(150.0)]), np.array([px(100.0), px(100.0)]), 2.0, ((px(50), px(150)),))
    near = [far[0], far[1], replace(CROSSINGS[2], y=np.array([px(180.0), px(180.0)])), *far[2:]]
    (stroke,) = completed([seen], near, grey_to_ink(page), PER_POINT)
    assert stroke.drawn == ((px(50), px(150)),)  # too far: more than a group's row lies between
    page = sheet()
    dotted(page, 50, 150)
    dotted(page, 180, 250)
    (stroke,) = completed([seen], near, grey_to_ink(page), PER_POINT)
    assert stroke.drawn == ((px(50), px(150)), (px(180), px(250) + 1))


def test_a_stem_in_a_cell_is_no_dotted_border() -> None:
    page = sheet()
    dotted(page, 50, 150)
    line(page, 180, 100, 220, 100)  # as much of the cell as dots would ink, but in one piece
    assert drawn(page) == ((px(50), px(150)),)
