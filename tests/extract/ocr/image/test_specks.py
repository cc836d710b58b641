"""Dirt goes; dots that belong to letters stay."""

from __future__ import annotations

import cv2
import numpy as np

from nghiquyet.extract.ocr.image.specks import without_rims, without_specks
from tests.extract.ocr.image.drawn import PER_POINT, ink, prose, px, sheet, write


def test_single_pixels_go_everywhere() -> None:
    page = sheet()
    write(page, "viec", 100, 100)
    letters = ink(page, 0, 0, 400, 500)
    page[px(300), px(200)] = page[px(90), px(140)] = 0
    assert ink(without_specks(page, PER_POINT), 0, 0, 400, 500) == letters


def test_a_dot_below_a_letter_and_a_full_stop_stay() -> None:
    page = sheet()
    write(page, "viec", 100, 100)
    for x, y in ((112, 104), (120, 99)):
        cv2.circle(page, (px(x), px(y)), 2, 0, -1)
    assert np.array_equal(without_specks(page, PER_POINT), page)


def test_a_dot_far_from_every_letter_goes() -> None:
    page = sheet()
    write(page, "viec", 100, 100)
    cv2.circle(page, (px(300), px(300)), 2, 0, -1)
    assert ink(without_specks(page, PER_POINT), 280, 280, 320, 320) == 0


def test_a_lone_dash_stays() -> None:
    page = sheet()
    cv2.rectangle(page, (px(300), px(300)), (px(304), px(301)), 0, -1)
    assert np.array_equal(without_specks(page, PER_POINT), page)


def test_a_dark_rim_goes_and_the_text_stays() -> None:
    page = prose(sheet())
    rimmed = page.copy()
    rimmed[:, : px(14)] = 20
    rimmed[-px(8) :] = 20
    assert ink(without_rims(rimmed, PER_POINT), 0, 0, 400, 500) == ink(page, 0, 0, 400, 500)


def test_a_table_that_runs_off_the_paper_keeps_its_border() -> None:
    page = sheet()
    page[px(100) : px(101), :] = 0
    assert np.array_equal(without_rims(page, PER_POINT), page)
