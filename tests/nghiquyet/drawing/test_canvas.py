"""Marks become pixels at their places; a picture has a bounded size."""

from __future__ import annotations

import io
from itertools import pairwise

import numpy as np
import pytest
from PIL import Image

from nghiquyet.drawing.canvas import HEAD, LARGEST, SCALE, SIDE, Canvas, frame_of
from nghiquyet.drawing.marks import Mark, styles
from nghiquyet.extract.model import Page, Placement
from tests.extract.builders import word

A4 = (0.0, 0.0, 595.0, 842.0)


def picture(canvas: Canvas, *used: str) -> Image.Image:
    return Image.open(io.BytesIO(canvas.finish("a.pdf – trang 1", used))).convert("RGB")


def pixel(image: Image.Image, x: float, y: float) -> tuple[int, ...]:
    found = image.getpixel((round((x + SIDE) * SCALE), round((y + HEAD) * SCALE)))
    assert isinstance(found, tuple)
    return found


def test_a_mark_colours_its_place_and_no_other() -> None:
    canvas = Canvas(A4)
    canvas.mark([Mark("word_poor", (100.0, 100.0, 200.0, 120.0))])
    image = picture(canvas, "word_poor")
    red, green, blue = pixel(image, 150.0, 110.0)
    assert red > green
    assert red > blue
    assert pixel(image, 150.0, 140.0) == (255, 255, 255)


def test_a_line_is_drawn_in_the_colour_of_its_style() -> None:
    canvas = Canvas(A4)
    canvas.mark([Mark("edge_ruled", (100.0, 300.0, 200.0, 300.0))])
    assert pixel(picture(canvas), 150.0, 300.0) == styles()["edge_ruled"].colour


def test_the_page_is_set_straight_as_it_was_read() -> None:
    """A page filed on its side: what stands at its right edge, half way down, is at the top when read."""
    filed = np.full((595, 842), 255, np.uint8)
    filed[280:320, 780:840] = 0
    canvas = Canvas(A4)
    canvas.print_page(filed, 1.0, Placement(0, -1, 842, 1, 0, 0))
    image = picture(canvas)
    assert sum(pixel(image, 300.0, 30.0)) < 3 * 160
    assert pixel(image, 300.0, 400.0) == (255, 255, 255)


def test_words_that_were_laid_out_are_written() -> None:
    canvas = Canvas(A4)
    canvas.print_words([word("MMMMM", 100.0, 200.0)])
    image = picture(canvas)
    box = [round((edge + off) * SCALE) for edge, off in ((100, SIDE), (200, HEAD), (130, SIDE), (212, HEAD))]
    assert image.crop((box[0], box[1], box[2], box[3])).convert("L").getextrema()[0] < 60
    assert image.crop((box[2] + 20, box[1], box[2] + 80, box[3])).convert("L").getextrema()[0] == 255


@pytest.mark.parametrize("height", [842.0, 1e7])
def test_no_picture_is_larger_than_is_told(height: float) -> None:
    canvas = Canvas((0.0, 0.0, 595.0, height))
    assert max(picture(canvas).size) <= LARGEST + 100


def test_the_legend_grows_with_the_styles_used() -> None:
    assert picture(Canvas(A4), *styles()).height > picture(Canvas(A4)).height


def test_tags_of_neighbours_do_not_stand_on_each_other() -> None:
    canvas = Canvas(A4)
    canvas.mark([Mark("row_task", (100.0, 100.0 + i, 500.0, 101.0 + i), f"nhiệm vụ {i}") for i in range(20)])
    tags = sorted(canvas._taken, key=lambda t: t[1])
    assert len(tags) == 20
    assert all(above[3] <= below[1] for above, below in pairwise(tags))


def test_a_frame_holds_the_page_and_what_stands_outside_it() -> None:
    page = Page(1, 595.0, 842.0, ())
    assert frame_of(page, [], True) == A4
    assert frame_of(page, [Mark("word_printed", (0.0, 900.0, 10.0, 950.0))], True) == (0.0, 0.0, 595.0, 950.0)
    assert frame_of(page, [Mark("word_printed", (0.0, 900.0, 10.0, 950.0))], False)[1] > 800.0
