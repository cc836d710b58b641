"""Pages are drawn as a viewer shows them, in the text reader's points, however large they claim to be."""

from __future__ import annotations

import re

import numpy as np
import pytest

from nghiquyet.extract.errors import UnreadableInput
from nghiquyet.extract.readers.pdf.flatten import page_to_pixels
from nghiquyet.extract.readers.pdf.pdf_pages import pdf_to_raw_pages
from tests.extract.tiny_pdf import Sheet, tiny_pdf

BAR = "0 0 0 rg 60 500 100 2 re f"  # from the page's foot: 60 to 160 across, 500 to 502 up


def dark_box(data: bytes) -> tuple[float, float, float, float]:
    """Where the page's ink is, in points."""
    pixels, per_point = page_to_pixels(data, 1)
    grey = pixels if pixels.ndim == 2 else pixels.max(axis=2)
    y, x = np.nonzero(grey < 128)
    return tuple(v / per_point for v in (x.min(), y.min(), x.max() + 1, y.max() + 1))  # type: ignore[return-value]


def read_box(data: bytes) -> tuple[float, float, float, float]:
    (ruling,) = next(iter(pdf_to_raw_pages(data, "x.pdf"))).rulings
    return ruling.x0, ruling.top, ruling.x1, ruling.bottom


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_turned_page_is_drawn_as_seen(rotate: int) -> None:
    data = tiny_pdf(Sheet(drawing=BAR, rotate=rotate))
    assert dark_box(data) == pytest.approx(read_box(data), abs=0.5)


@pytest.mark.parametrize("rotate", [0, 90])
def test_a_cropped_page_counts_from_its_own_corner(rotate: int) -> None:
    data = tiny_pdf(Sheet(drawing=BAR, rotate=rotate))
    data = re.sub(rb"(/MediaBox \[[^]]*\])", rb"\1 /CropBox [30 40 500 700]", data)
    pixels, per_point = page_to_pixels(data, 1)
    wide, high = (660, 470) if rotate else (470, 660)
    assert pixels.shape[:2] == pytest.approx((high * per_point, wide * per_point), abs=1)
    expected = (460, 30, 462, 130) if rotate else (30, 198, 130, 200)
    assert dark_box(data) == pytest.approx(expected, abs=0.5)


def test_letters_are_drawn_at_300_dots_an_inch() -> None:
    pixels, per_point = page_to_pixels(tiny_pdf(Sheet(drawing=BAR)), 1)
    assert per_point == pytest.approx(300 / 72, rel=0.001)
    assert pixels.ndim == 2


def test_a_page_that_claims_to_be_huge_is_drawn_small() -> None:
    pixels, _ = page_to_pixels(tiny_pdf(Sheet(drawing=BAR, width=14_000, height=14_000)), 1)
    assert max(pixels.shape) <= 5300


def test_a_page_that_claims_to_be_a_hair_is_drawn() -> None:
    pixels, _ = page_to_pixels(tiny_pdf(Sheet(drawing=BAR, width=1, height=14_000)), 1)
    assert max(pixels.shape) <= 5300


def test_a_page_that_is_not_there_is_said_to_be_unreadable() -> None:
    with pytest.raises(UnreadableInput):
        page_to_pixels(tiny_pdf(Sheet(drawing=BAR)), 7)
