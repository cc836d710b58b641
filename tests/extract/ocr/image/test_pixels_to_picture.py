"""Pages drawn here, laid and soiled, come out upright, straight and clean."""

from __future__ import annotations

import math
from functools import cache
from pathlib import Path

import cv2
import numpy as np
import pytest

from nghiquyet.extract.ocr.image.model import PagePicture
from nghiquyet.extract.ocr.image.pixels_to_picture import pixels_to_picture
from nghiquyet.extract.readers.pdf.flatten import page_to_pixels
from nghiquyet.extract.tables.lattice.rulings_to_grids import Grid, rulings_to_grids
from tests.extract.ocr.image.drawn import PER_POINT, Pixels, ink, line, prose, px, sheet, table, tilted, write

LAYOUTS = Path(__file__).parents[3] / "layouts"
XS, YS = (40.0, 90.0, 220.0, 360.0), (300.0, 330.0, 360.0, 400.0)


@cache
def printed() -> Pixels:
    """The first page of a typeset plan at 200 dots an inch: a letterhead, headings and rows of prose."""
    pixels, per_point = page_to_pixels((LAYOUTS / "01-landscape-repeated-header.pdf").read_bytes(), 1)
    grey = pixels if pixels.ndim == 2 else pixels[:, :, 1]
    scale = PER_POINT / per_point
    return np.asarray(cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)


def picture(page: Pixels) -> PagePicture:
    return pixels_to_picture(page, PER_POINT)


def angle_of(page: PagePicture) -> float:
    return math.degrees(math.atan2(page.placement.d, page.placement.a))


def grids(page: PagePicture) -> tuple[Grid, ...]:
    return rulings_to_grids(page.rulings)


def page_with_table() -> Pixels:
    return table(prose(sheet(), rows=11), XS, YS)


@pytest.mark.parametrize("degrees", [-2.0, -0.7, 0.0, 0.3, 1.1, 2.0])
def test_the_tilt_is_found_to_a_tenth_of_a_degree(degrees: float) -> None:
    assert angle_of(picture(tilted(printed(), degrees))) == pytest.approx(degrees, abs=0.1)


@pytest.mark.parametrize("degrees", [0.0, 1.5, -2.0])
def test_a_tilted_table_has_the_cells_it_was_drawn_with(degrees: float) -> None:
    (grid,) = grids(picture(tilted(page_with_table(), degrees)))
    assert (len(grid.columns), len(grid.rows), len(grid.cells)) == (4, 4, 9)
    widths = np.diff(grid.columns)
    assert widths == pytest.approx(np.diff(XS), abs=1.5)


def test_the_placement_leads_back_to_the_page_as_filed() -> None:
    page = picture(tilted(page_with_table(), 1.5))
    (grid,) = grids(page)
    turn = cv2.getRotationMatrix2D((200, 250), -1.5, 1)
    for column in (0, -1):
        for row in (0, -1):
            x, y = grid.columns[column], grid.rows[row]
            back = page.placement.box((x, y, x, y))
            assert back[:2] == pytest.approx(turn @ (XS[column], YS[row], 1), abs=1.0)


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_quarter_turns_are_undone_and_led_back(quarters: int) -> None:
    upright = page_with_table()
    filed = np.ascontiguousarray(np.rot90(upright, quarters))
    # what is asked sees the page on its head or not: the first line stands near the top of an upright page
    page = pixels_to_picture(filed, PER_POINT, lambda seen: (0 if ink(seen, 0, 0, 400, 90) else 180, 9.0))
    assert (round(page.width), round(page.height)) == (400, 500)
    (grid,) = grids(page)
    assert grid.rows == pytest.approx(YS, abs=1.0)
    x0, top, x1, bottom = page.placement.box(grid.bbox)
    boxes = {1: (300, 40, 400, 360), 2: (40, 100, 360, 200), 3: (100, 40, 200, 360)}
    assert (x0, top, x1, bottom) == pytest.approx(boxes[quarters], abs=1.0)


def test_nobody_is_asked_about_a_page_that_is_plainly_upright() -> None:
    def refuse(_: Pixels) -> tuple[int, float]:
        raise AssertionError

    assert angle_of(pixels_to_picture(printed(), PER_POINT, refuse)) == pytest.approx(0, abs=0.1)


def test_a_page_on_its_head_is_asked_about() -> None:
    asked = []

    def answer(seen: Pixels) -> tuple[int, float]:
        asked.append(seen.shape)
        return 180, 9.0

    page = pixels_to_picture(np.ascontiguousarray(printed()[::-1, ::-1]), PER_POINT, answer)
    assert len(asked) == 1
    assert page.placement.a == pytest.approx(-1, abs=0.01)


def test_an_answer_that_is_not_sure_turns_nothing() -> None:
    page = pixels_to_picture(sheet(), PER_POINT, lambda _: (180, 0.2))
    assert page.placement.a == pytest.approx(1)


def test_white_paper_has_nothing() -> None:
    page = picture(sheet())
    assert page.rulings == ()
    assert int(page.pixels.min()) == 255


def test_rulings_go_and_letters_that_touch_them_stay() -> None:
    bare = prose(sheet(), rows=11)
    write(bare, "viec", 100, 329)
    crossed = bare.copy()
    table(crossed, XS, YS)
    clean = picture(crossed).pixels
    assert ink(clean, 230, 296, 350, 304) == 0
    assert ink(clean, 100, 318, 130, 328) > 0.9 * ink(crossed, 100, 318, 130, 328)


def test_a_page_that_bends_has_straight_rows_everywhere() -> None:
    flat = page_with_table()
    height, width = flat.shape
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    slope = 0.008 + 0.016 * y / height  # half a degree at the head, nearly one and a half at the foot
    bent = cv2.remap(flat, x, y - (x - width / 2) * slope, cv2.INTER_CUBIC, borderValue=(255,))
    (grid,) = grids(picture(np.asarray(bent, np.uint8)))
    assert len(grid.cells) == 9
    assert np.diff(grid.rows) == pytest.approx(np.diff(YS), abs=1.5)


def test_prose_underlines_and_a_frame_are_no_table() -> None:
    page = prose(sheet())
    line(page, 40, 81, 220, 81)
    line(page, 40, 99, 120, 99)
    cv2.rectangle(page, (px(290), px(20)), (px(390), px(45)), 0, 3)
    write(page, "HOA TOC", 300, 38)
    assert grids(picture(page)) == ()


def test_prose_has_no_rulings() -> None:
    assert picture(prose(sheet())).rulings == ()


def test_a_coarse_scan_is_enlarged_and_says_so() -> None:
    fine = prose(sheet())
    coarse = np.asarray(cv2.resize(fine, None, fx=0.75, fy=0.75, interpolation=cv2.INTER_AREA), np.uint8)
    page = pixels_to_picture(coarse, PER_POINT * 0.75)
    assert page.scale == pytest.approx(2 * PER_POINT * 0.75)
    assert page.pixels.shape == (round(page.height * page.scale), round(page.width * page.scale))
    assert picture(fine).scale == pytest.approx(PER_POINT)
