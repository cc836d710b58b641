from __future__ import annotations

import numpy as np

from nghiquyet.extract.ocr.engine.cut_outs import (
    MARGIN,
    framed,
    inked,
    inked_box,
    pixel_box,
    stroke_widths,
    usual_run,
    whole_without,
)
from tests.extract.ocr.engine.pictures import blank


def test_a_cell_without_ink_has_no_box() -> None:
    assert inked_box(blank(), (10, 10, 60, 40)) is None


def test_a_speck_is_no_ink() -> None:
    picture = blank()
    picture.pixels[60:62, 60:62] = 0
    assert inked_box(picture, (10, 10, 60, 40)) is None


def test_what_is_left_of_a_ruling_at_the_edge_is_no_ink() -> None:
    picture = blank(scale=4.0)
    picture.pixels[40:43, 40:240] = 0
    assert inked_box(picture, (10, 10, 60, 40)) is None


def test_ink_has_the_smallest_box_around_it() -> None:
    picture = blank(scale=4.0)
    picture.pixels[80:100, 100:110] = 0
    box = inked_box(picture, (10, 10, 60, 40))
    assert box == (100, 80, 110, 100)
    assert inked(picture, box).all()
    assert framed(picture, box).shape == (20 + 2 * MARGIN, 10 + 2 * MARGIN)


def test_a_box_that_leaves_the_page_ends_at_its_edge() -> None:
    assert pixel_box(blank(50, 50, 2.0), (-10, 20, 90, 300)) == (0, 40, 100, 100)
    assert pixel_box(blank(50, 50, 2.0), (60, 60, 90, 90)) == (100, 100, 100, 100)


def test_hidden_parts_are_white_and_the_picture_stays_as_it_was() -> None:
    picture = blank()
    picture.pixels[:] = 0
    hidden = whole_without(picture, [(0, 0, 100, 100)])
    assert (hidden[:, :270] == 255).all()
    assert (hidden[:, 290:] == 0).all()
    assert (picture.pixels == 0).all()


def test_thicker_strokes_have_longer_runs() -> None:
    thin, thick = np.full((20, 40), 255, np.uint8), np.full((20, 40), 255, np.uint8)
    thin[:, 10:12] = thick[:, 10:16] = 0
    assert stroke_widths([thin, thick, np.full((4, 4), 255, np.uint8)]) == [2.0, 6.0, 0.0]
    assert usual_run(thick) == 6.0
    assert stroke_widths([thick, thin], longest=5.0) == [0.0, 2.0]
    assert stroke_widths([]) == []
    assert usual_run(np.full((4, 4), 255, np.uint8)) == 0.0
