"""A row of dots, most of them lost, is a stroke; dots of letters and dirt are none."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from nghiquyet.extract.ocr.image.dotted import dots_to_strands, ink_to_dots
from nghiquyet.extract.ocr.image.ink import grey_to_ink
from nghiquyet.extract.ocr.image.strokes import Strand
from tests.extract.ocr.image.drawn import PER_POINT, Pixels, prose, px, sheet


def dotted(page: Pixels, y: float, x0: float, x1: float, lost: float = 0.4, seed: int = 0) -> Pixels:
    """Dots a point and a half apart, of which a faint scan lost a share."""
    chance = np.random.default_rng(seed)
    for x in np.arange(x0, x1, 1.5):
        if chance.random() >= lost:
            page[px(y), px(x)] = 0
    return page


def strands(page: Pixels, slope: float = 0.0) -> list[Strand]:
    dots, step = ink_to_dots(grey_to_ink(page), PER_POINT)
    return dots_to_strands(dots, step, PER_POINT, slope)


def test_dots_in_line_are_one_stroke() -> None:
    (stroke,) = strands(dotted(prose(sheet(), rows=3), 250, 50, 350))
    assert float(stroke.y.mean()) == pytest.approx(px(250), abs=1.5)
    assert (stroke.start, stroke.end) == pytest.approx((px(50), px(350)), abs=px(8))


def test_a_stroke_that_slants_is_followed() -> None:
    page = sheet()
    dotted(page, 250, 50, 350)
    turn = cv2.getRotationMatrix2D((px(200), px(250)), -1.0, 1)
    page = np.asarray(cv2.warpAffine(page, turn, page.shape[::-1], borderValue=(255,) * 3), np.uint8)
    (stroke,) = strands(page, slope=0.0175)
    assert float(stroke.y[-1] - stroke.y[0]) == pytest.approx(px(300 * 0.0175), abs=3)


def test_beside_a_merged_cell_nothing_is_drawn() -> None:
    page = dotted(dotted(sheet(), 250, 50, 150), 250, 190, 350, seed=1)
    drawn = [stretch for stroke in strands(page) for stretch in stroke.drawn]
    assert drawn
    assert not [1 for start, end in drawn if start < px(165) and end > px(175)]


def test_letters_have_no_strokes_of_dots() -> None:
    assert strands(prose(sheet())) == []


def test_dirt_makes_no_stroke() -> None:
    page = sheet()
    chance = np.random.default_rng(1)
    page[chance.integers(0, page.shape[0], 3000), chance.integers(0, page.shape[1], 3000)] = 0
    assert strands(page) == []


@pytest.mark.parametrize(("darkness", "found"), [(0.13, 1), (0.05, 0)])
def test_of_a_grey_page_a_line_too_faint_for_ink_is_found_unless_it_shines_through(darkness: float, found: int) -> None:
    page = prose(sheet(), rows=4)
    chance = np.random.default_rng(2)
    faint = chance.normal(255 * (1 - darkness), 6, (3, px(300))).clip(0, 255)
    page[px(250) : px(250) + 3, px(50) : px(50) + px(300)] = faint
    ink = grey_to_ink(page)
    dots, step = ink_to_dots(ink, PER_POINT, page)
    assert len(dots_to_strands(dots, step, PER_POINT)) == found
    assert strands(page) == []
