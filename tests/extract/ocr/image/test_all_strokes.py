"""Strokes, whole, broken and dotted; and what only looks like one."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from nghiquyet.extract.ocr.image.all_strokes import ink_to_all_strands
from nghiquyet.extract.ocr.image.ink import grey_to_ink
from nghiquyet.extract.ocr.image.strokes import Strand
from tests.extract.ocr.image.drawn import PER_POINT, Pixels, line, prose, px, sheet, write


def strands(page: Pixels, slope: float = 0.0) -> tuple[list[Strand], list[Strand]]:
    found = grey_to_ink(page)
    return ink_to_all_strands(found, np.ascontiguousarray(found.T), PER_POINT, slope)


def test_a_line_is_one_stroke_as_long_and_thick_as_drawn() -> None:
    page = sheet()
    page[px(100) - 1 : px(100) + 2, px(50) : px(350)] = 0
    (stroke,), down = strands(page)
    assert down == []
    assert (stroke.start, stroke.end) == pytest.approx((px(50), px(350)), abs=4)
    assert stroke.thickness == pytest.approx(3, abs=0.5)
    assert float(stroke.y.mean()) == pytest.approx(px(100), abs=0.6)


@pytest.mark.parametrize("gap", [1.0, 3.0])
def test_a_broken_line_is_one_stroke(gap: float) -> None:
    page = sheet()
    line(page, 50, 100, 350, 100)
    for x in range(60, 340, 23):
        page[:, px(x) : px(x + gap)] = 255
    (stroke,), _ = strands(page)
    assert stroke.end - stroke.start == pytest.approx(px(300), abs=8)


def test_a_dotted_frame_is_found() -> None:
    page = sheet()
    for t in range(0, 301, 3):
        for x, y in ((50 + t, 100), (50 + t, 200), (50, 100 + t / 3), (350, 100 + t / 3)):
            cv2.rectangle(page, (px(x), px(y)), (px(x) + 2, px(y) + 2), 0, -1)
    across, down = strands(page)
    assert [float(s.y.mean()) / PER_POINT for s in across] == pytest.approx([100, 200], abs=1)
    assert [(s.end - s.start) / PER_POINT for s in across] == pytest.approx([300, 300], abs=6)
    assert [float(s.y.mean()) / PER_POINT for s in down] == pytest.approx([50, 350], abs=1)


def test_a_slanted_line_is_followed() -> None:
    page = sheet()
    line(page, 50, 100, 350, 100 + 300 * 0.03)
    (stroke,), _ = strands(page, slope=0.03)
    assert float(stroke.y[-1] - stroke.y[0]) == pytest.approx(px(9), abs=2)


def test_a_border_that_is_missing_beside_a_merged_cell_is_not_made_up() -> None:
    page = sheet()
    for top, bottom in ((100, 200), (220, 300)):
        line(page, 200, top, 200, bottom)
    _, down = strands(page)
    drawn = [stretch for s in down for stretch in s.drawn]
    assert not [1 for start, end in drawn if start < px(205) and end > px(215)]


def test_rows_of_letters_are_no_strokes() -> None:
    page = prose(sheet())
    write(page, "HIHIHIHIHIHIH EEEEEEEE", 40, 470, size=1.0)
    assert strands(page) == ([], [])


def test_a_circle_has_no_stroke_longer_than_its_flat_top() -> None:
    page = sheet()
    cv2.circle(page, (px(200), px(200)), px(48), 0, 4)
    across, down = strands(page)
    assert max((s.end - s.start for s in (*across, *down)), default=0) < px(30)


def test_dots_to_write_on_are_no_ruling() -> None:
    page = sheet()
    for t in range(0, 80, 3):
        cv2.circle(page, (px(60 + t), px(100)), 1, 0, -1)
    assert strands(page) == ([], [])


def framed() -> Pixels:
    page = sheet()
    for x0, y0, x1, y1 in ((50, 60, 350, 60), (50, 200, 350, 200), (50, 60, 50, 200), (200, 60, 200, 200)):
        line(page, x0, y0, x1, y1)
    line(page, 350, 60, 350, 200)
    return page


def dashes(page: Pixels, x0: float, x1: float, y: float) -> Pixels:
    for t in range(round(x0), round(x1), 5):
        line(page, t, y, t + 3, y, 1)
    return page


def test_a_short_broken_line_between_two_borders_is_a_stroke() -> None:
    across, _ = strands(dashes(framed(), 50, 149, 130))
    assert len(across) == 2  # it ends in the middle of a cell
    across, _ = strands(dashes(framed(), 200, 350, 130))
    assert len(across) == 3


def test_broken_lines_of_a_table_without_sides_end_together() -> None:
    page = framed()
    for y in (100, 130):
        dashes(page, 250, 350, y)
    across, _ = strands(page)
    assert len(across) == 4


def test_feet_of_letters_that_touch_a_border_are_no_stroke() -> None:
    page = framed()
    write(page, "Ban do", 201, 131, 0.8)
    write(page, "I/2025 HEIL", 130, 141, 0.8)
    across, _ = strands(page)
    assert len(across) == 2


def test_a_frame_of_few_dots_is_found() -> None:
    page = sheet()
    chance = np.random.default_rng(3)
    for t in np.arange(0, 300, 1.5):
        for x, y in ((50 + t, 100), (50 + t, 250), (50 + t, 400), (50, 100 + t), (200, 100 + t), (350, 100 + t)):
            if chance.random() > 0.25:
                page[px(y), px(x)] = 0
    across, down = strands(page)
    assert [float(s.y.mean()) / PER_POINT for s in across] == pytest.approx([100, 250, 400], abs=1)
    assert [float(s.y.mean()) / PER_POINT for s in down] == pytest.approx([50, 200, 350], abs=1)
    assert all(s.end - s.start > px(270) for s in (*across, *down))
