"""Small pictures are ticks and boxes; a picture hides what nothing shows of."""

from __future__ import annotations

import pytest

from nghiquyet.extract.readers.pdf.pdf_pages import PdfPage, pdf_to_raw_pages
from tests.extract.tiny_pdf import Sheet, Text, tiny_pdf

SIDE = 16


def picture(rows: list[str], x: float, y: float, wide: float, high: float) -> str:
    """An inline picture of grey pixels: ``#`` is black."""
    pixels = "".join("00" if sign == "#" else "ff" for row in rows for sign in row)
    about = f"/W {len(rows[0])} /H {len(rows)} /CS /G /BPC 8 /F /AHx"
    return f"q {wide} 0 0 {high} {x} {y} cm BI {about} ID {pixels}> EI Q"


def drawn(frame: bool, tick: bool) -> list[str]:
    def sign(x: int, y: int) -> str:
        edge = frame and (x in (1, SIDE - 2) or y in (1, SIDE - 2)) and 1 <= x < SIDE - 1 and 1 <= y < SIDE - 1
        return "#" if edge or (tick and abs(x - y) <= 1 and 4 <= x <= 11) else "."

    return ["".join(sign(x, y) for x in range(SIDE)) for y in range(SIDE)]


def page(drawing: str, after: str = "") -> PdfPage:
    (read,) = pdf_to_raw_pages(tiny_pdf(Sheet((Text("Nghị quyết"),), drawing, after=after)), "a.pdf")
    return read


@pytest.mark.parametrize(
    ("frame", "tick", "sign"), [(False, True, "✓"), (True, False, "☐"), (True, True, "☒"), (False, False, "")]
)
def test_a_small_picture_is_the_sign_that_it_shows(frame: bool, tick: bool, sign: str) -> None:
    read = page(picture(drawn(frame, tick), 200, 500, 12, 12))
    assert "".join(glyph.text for glyph in read.marks) == sign


def test_a_large_picture_is_none() -> None:
    assert page(picture(drawn(True, True), 200, 500, 120, 120)).marks == ()


def test_a_picture_drawn_over_a_text_hides_it() -> None:
    over = picture(["...", "..."], 40, 720, 200, 40)
    assert page("", over).glyphs == ()
    assert "".join(g.text for g in page(over).glyphs) == "Nghị quyết"
    assert "".join(g.text for g in page("", picture(["..."], 300, 720, 200, 40)).glyphs) == "Nghị quyết"
