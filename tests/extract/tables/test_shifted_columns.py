"""A table's columns on a page that lies elsewhere on the scanner."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.model import Word
from nghiquyet.extract.tables.shifted_columns import FARTHEST, columns_on_page
from tests.extract.builders import words

COLUMNS = (50.0, 85.0, 300.0, 400.0, 520.0)
ROWS = [
    ["1", "Lập quy hoạch mạng lưới trạm sạc", "Năm 2027", "Sở Xây dựng"],
    ["2", "Ban hành cơ chế khuyến khích đầu", "Quý IV/2026", "Sở Tài chính"],
    ["3", "Rà soát và bổ sung định mức kinh", "Hằng năm", "UBND các xã"],
]


def page(shift: float = 0.0, confidence: float | None = 0.95) -> list[Word]:
    found = []
    for i, cells in enumerate(ROWS):
        for x, text in zip(COLUMNS, cells, strict=False):
            found += words(text, x + 4 + shift, 100 + 24 * i, confidence=confidence)
    return found


@pytest.mark.parametrize("shift", [-70, -30, 25, 66])
@pytest.mark.parametrize("confidence", [None, 0.95])
def test_columns_move_with_a_page_that_lies_elsewhere(shift: float, confidence: float | None) -> None:
    moved = columns_on_page(COLUMNS, page(shift, confidence))
    assert max(abs(x - shift - own) for x, own in zip(moved, COLUMNS, strict=True)) <= 25  # within the white


def test_a_page_that_fits_stays() -> None:
    assert columns_on_page(COLUMNS, page(3)) == COLUMNS
    assert columns_on_page(COLUMNS, []) == COLUMNS


@given(st.floats(-200, 200), st.lists(st.floats(0, 300), min_size=1, max_size=8))
def test_no_move_is_farther_than_a_scanner_makes(shift: float, tops: list[float]) -> None:
    strewn = [replace(w, bbox=(w.bbox[0], t, w.bbox[2], t + 12)) for w, t in zip(page(shift), tops, strict=False)]
    moved = columns_on_page(COLUMNS, strewn)
    steps = {round(x - own, 6) for x, own in zip(moved, COLUMNS, strict=True)}
    assert len(steps) == 1
    assert abs(steps.pop()) <= FARTHEST
