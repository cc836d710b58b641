"""Hairs and the back page's crumbs go; what is printed stays, however small or broken."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from nghiquyet.extract.ocr.image.specks import without_specks
from tests.extract.ocr.image.drawn import PER_POINT, Pixels, ink, line, prose, px, sheet, write


def crumbs(page: Pixels, x: float, y: float) -> Pixels:
    """What comes through of a word of the back page."""
    for i in range(8):
        cv2.rectangle(page, (px(x + 5 * i), px(y + i % 3)), (px(x + 5 * i + 1), px(y + i % 3 + 2)), 0, -1)
    return page


def cleaned(page: Pixels) -> Pixels:
    return without_specks(page, PER_POINT)


def test_a_hair_alone_goes() -> None:
    page = prose(sheet(), rows=6)
    bare = page.copy()
    cv2.polylines(page, [np.array([[px(200), px(300)], [px(206), px(309)], [px(204), px(318)]])], False, 0, 1)
    assert np.array_equal(cleaned(page), cleaned(bare))


@pytest.mark.parametrize("text", ["1", "/", "I", "x", "l"])
def test_a_thin_letter_alone_stays(text: str) -> None:
    page = prose(sheet(), rows=6)
    write(page, text, 200, 300)
    assert ink(cleaned(page), 190, 280, 220, 310) == ink(page, 190, 280, 220, 310) > 0


def test_crumbs_of_many_words_go() -> None:
    page = prose(sheet(), rows=8)
    for i in range(6):
        crumbs(page, 60 + 20 * i, 240 + 30 * i)
    assert ink(cleaned(page), 0, 230, 400, 500) == 0
    assert ink(cleaned(page), 0, 0, 400, 230) == ink(page, 0, 0, 400, 230)


def test_crumbs_of_a_word_or_two_may_be_the_page_s_own() -> None:
    page = prose(sheet(), rows=8)
    for i in range(2):
        crumbs(page, 60 + 20 * i, 240 + 30 * i)
    assert np.array_equal(cleaned(page), page)


def test_among_crumbs_dashes_stops_and_marks_stay() -> None:
    page = prose(sheet(), rows=8)
    line(page, 60, 400, 64, 400, 3)
    write(page, "viec: a. o; i", 100, 404)
    own = page.copy()
    for i in range(6):
        crumbs(page, 60 + 20 * i, 230 + 25 * i)
    assert np.array_equal(cleaned(page)[px(390) :], own[px(390) :])


@pytest.mark.parametrize("text", ["1", "7"])
def test_a_figure_alone_among_crumbs_stays(text: str) -> None:
    page = prose(sheet(), rows=8)
    write(page, text, 80, 260)
    own = ink(page, 78, 246, 92, 262)
    for i in range(6):
        crumbs(page, 40 + 22 * (i % 2), 252 + 30 * (i // 2) * (i > 1))
        crumbs(page, 60 + 20 * i, 300 + 30 * i)
    assert ink(cleaned(page), 78, 246, 92, 262) >= 0.9 * own
