"""Shaded fields become white ground with dark letters; paper, letters and seals stay."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from nghiquyet.extract.ocr.image.shaded_fields import with_white_grounds

PER_POINT = 200 / 72


def page(paper: int = 240) -> np.ndarray:
    return np.full((800, 1200), paper, np.uint8)


def written(pixels: np.ndarray, at: tuple[int, int], ink: int) -> np.ndarray:
    cv2.putText(pixels, "Nhiem vu", at, cv2.FONT_HERSHEY_SIMPLEX, 1.0, ink, 2)
    return pixels


@pytest.mark.parametrize(
    ("ground", "ink"), [(60, 250), (20, 240), (90, 255), (160, 20), (180, 0), (130, 10), (130, 250), (105, 255)]
)
def test_a_field_is_read_as_the_paper_is(ground: int, ink: int) -> None:
    pixels = page()
    pixels[100:170, 100:1100] = ground
    read = with_white_grounds(written(pixels, (200, 145), ink), PER_POINT)
    assert np.median(read[105:165, 105:1095]) >= 235
    assert read[105:165, 195:360].min() <= 60
    assert np.array_equal(read[300:], pixels[300:])


def test_two_fields_that_touch_are_cleared_each_by_its_own_ground() -> None:
    pixels = page()
    pixels[100:170, 100:1100], pixels[170:230, 100:1100] = 60, 165
    read = with_white_grounds(written(written(pixels, (200, 145), 250), (200, 210), 10), PER_POINT)
    assert np.median(read[110:160, 105:1095]) >= 235
    assert np.median(read[182:222, 105:1095]) >= 235


def test_a_border_drawn_on_a_dark_field_stays_a_stroke() -> None:
    pixels = page()
    pixels[100:170, 100:1100] = 70
    pixels[100:170, 598:602] = 0
    read = with_white_grounds(pixels, PER_POINT)
    assert read[110:160, 599:601].max() <= 30
    assert read[110:160, 620:700].min() >= 235


@pytest.mark.parametrize("paper", [240, 255, 200])
def test_text_and_rulings_on_paper_stay_as_they_are(paper: int) -> None:
    pixels = written(page(paper), (200, 145), 10)
    cv2.rectangle(pixels, (100, 300), (1100, 500), 0, 3)
    cv2.circle(pixels, (900, 650), 80, 90, 6)
    assert np.array_equal(with_white_grounds(pixels, PER_POINT), pixels)


def test_borders_of_the_cells_below_go_on_through_a_dark_field_between_its_letters() -> None:
    pixels = page()
    pixels[100:170, 100:1100] = 60
    for x in (102, 300, 600, 1097):
        cv2.line(pixels, (x, 170), (x, 400), 0, 2)
    read = with_white_grounds(written(pixels, (350, 145), 250), PER_POINT)
    assert [bool(read[110:160, x - 3 : x + 4].min(axis=1).max() <= 60) for x in (300, 600)] == [True, True]
    assert read[110:160, 700:1000].min() >= 235
    assert read[112:158, 345:520].max() >= 235


def test_no_border_goes_on_through_letters() -> None:
    pixels = page()
    pixels[100:170, 100:1100] = 60
    cv2.line(pixels, (400, 170), (400, 400), 0, 2)
    read = with_white_grounds(written(pixels, (350, 145), 250), PER_POINT)
    assert read[106:116, 398:403].max() >= 235
