from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.readers.pdf.glyphs import turned_box
from tests.extract import builders as build

WIDTH, HEIGHT = 595.0, 842.0
BOXES = st.tuples(st.floats(0, 500), st.floats(0, 700), st.floats(1, 95), st.floats(1, 142)).map(
    lambda b: (b[0], b[1], b[0] + b[2], b[1] + b[3])
)


@given(BOXES)
def test_a_box_turned_one_way_and_back_is_where_it_was(box: tuple[float, float, float, float]) -> None:
    assert turned_box(turned_box(box, 90, WIDTH, HEIGHT), 270, HEIGHT, WIDTH) == pytest.approx(box)
    assert turned_box(turned_box(box, 180, WIDTH, HEIGHT), 180, WIDTH, HEIGHT) == pytest.approx(box)


@given(BOXES, st.sampled_from([90, 180, 270]))
def test_a_turned_box_is_a_box_on_the_turned_page(box: tuple[float, float, float, float], turned: int) -> None:
    x0, top, x1, bottom = turned_box(box, turned, WIDTH, HEIGHT)
    width, height = (WIDTH, HEIGHT) if turned == 180 else (HEIGHT, WIDTH)
    assert -1e-6 <= x0 < x1 <= width + 1e-6
    assert -1e-6 <= top < bottom <= height + 1e-6


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_letter_turned_back_stands_upright_on_its_box(turned: int) -> None:
    (glyph,) = build.glyphs("a", turned=turned)
    back = glyph.turned_back(turned, WIDTH, HEIGHT)
    assert (back.turned, back.baseline) == (0, back.bottom)


def test_a_mark_stands_on_the_letter_below_it_and_not_on_the_next() -> None:
    first, _, far = build.glyphs("a  ")
    assert first.carries(first._replace(text="\u0301"))
    assert not first.carries(far._replace(text="\u0301", x0=first.x0 + 40, x1=first.x1 + 40))
    assert first.with_more("\u0301").text == "á"
