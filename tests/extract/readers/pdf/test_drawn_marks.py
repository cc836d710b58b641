"""Ticks, crosses and boxes that were drawn."""

from __future__ import annotations

import pytest

from nghiquyet.extract.readers.pdf.pdf_pages import PdfPage, pdf_to_raw_pages
from tests.extract.tiny_pdf import Sheet, Text, tiny_pdf


def page(drawing: str) -> PdfPage:
    (read,) = pdf_to_raw_pages(tiny_pdf(Sheet((Text("Nghị quyết"),), drawing)), "a.pdf")
    return read


@pytest.mark.parametrize(
    ("drawing", "signs"),
    [
        ("100 500 m 103 496 l 109 507 l S", "✓"),
        ("100 500 m 108 508 l S 100 508 m 108 500 l S", "✓"),
        ("100 500 m 103 496 l S 103 496 m 109 507 l S", "✓"),
        ("100 500 9 9 re S", "☐"),
        ("100 500 9 9 re S 101 501 m 108 508 l S 101 508 m 108 501 l S", "☒"),
        (
            "105 500 m 105 502.8 102.8 505 100 505 c 97.2 505 95 502.8 95 500 c 95 497.2 97.2 495 100 495 c "
            "102.8 495 105 497.2 105 500 c h S",
            "☐",
        ),
        ("102 500 m 108 500 l 110 502 l 110 508 l 108 510 l 102 510 l 100 508 l 100 502 l h S", "☐"),
        ("100 500 9 9 re S 102 502 5 5 re f", "☒"),
        ("100 500 8 8 re f", "✓"),
        ("100 504 m 108 504 l S 104 500 m 104 508 l S", "✓"),
        ("100 500 m 104 495 l 109 507 l S 200 500 m 204 495 l 209 507 l S", "✓✓"),
    ],
    ids=[
        "a tick",
        "a cross",
        "a tick of two strokes",
        "a box",
        "a crossed box",
        "a ring",
        "a box with round corners",
        "a box filled in",
        "a square",
        "a plus",
        "two ticks",
    ],
)
def test_signs_that_are_drawn_are_read(drawing: str, signs: str) -> None:
    assert "".join(glyph.text for glyph in page(drawing).marks) == signs


@pytest.mark.parametrize(
    "drawing",
    [
        "100 500 200 20 re S",
        "100 500 m 300 560 l S",
        "100 500 m 101 501 l S",
        "100 500 16 16 re S 116 500 16 16 re S 100 516 16 16 re S",
        "100 500 m 110 500 l S",
        " ".join(f"{100 + x} 500 m {104 + x} {503 + x % 3} l S" for x in range(0, 60, 4)),
    ],
    ids=["a frame", "a long stroke", "a speck", "squares of a grid", "a level stroke", "a scribble"],
)
def test_other_shapes_are_no_signs(drawing: str) -> None:
    assert page(drawing).marks == ()


def test_a_box_is_no_ruling_and_squares_of_a_grid_are() -> None:
    assert page("100 500 9 9 re S").rulings == ()
    assert len(page("100 500 16 16 re S 116 500 16 16 re S").rulings) == 8
