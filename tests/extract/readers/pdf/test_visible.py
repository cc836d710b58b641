"""What nobody sees on a page is not read, and what looks like it but is seen, is."""

from __future__ import annotations

import pytest

from nghiquyet.extract.readers.pdf.pdf_pages import pdf_to_raw_pages
from tests.extract.tiny_pdf import Sheet, Text, tiny_pdf

SEEN = Text("Nghị quyết", 50, 100)
AROUND = "40 720 200 40 re"  # around the text
BESIDE = "300 720 200 40 re"


def printed(*texts: Text, drawing: str = "", after: str = "") -> str:
    (page,) = pdf_to_raw_pages(tiny_pdf(Sheet(texts, drawing, after=after)), "a.pdf")
    return "".join(glyph.text for glyph in page.glyphs)


@pytest.mark.parametrize(
    ("drawing", "after"),
    [
        ("3 Tr", ""),
        ("7 Tr", ""),
        ("1 g", ""),
        ("1 1 1 rg", ""),
        ("0 0 0 0 k", ""),
        (f"1 g {AROUND} f", ""),
        (f"0.2 g {BESIDE} f 1 g", ""),
        (f"{BESIDE} W n", ""),
        ("", f"1 g {AROUND} f"),
        ("", f"0 g {AROUND} f"),
    ],
    ids=[
        "no ink",
        "only a clip",
        "white",
        "white in three colours",
        "white in four colours",
        "white on white",
        "white beside a ground",
        "clipped away",
        "behind a white box",
        "behind a black box",
    ],
)
def test_text_that_is_not_seen_is_not_read(drawing: str, after: str) -> None:
    assert printed(SEEN, drawing=drawing, after=after) == ""


@pytest.mark.parametrize(
    ("drawing", "after"),
    [
        ("2 Tr", ""),
        ("0.9 g", ""),
        (f"0.2 g {AROUND} f 1 g", ""),
        (f"1 g {AROUND} f 0 g", ""),
        (f"{AROUND} W n", ""),
        (f"q {BESIDE} W n Q", ""),
        ("", f"1 g {BESIDE} f"),
        ("", f"0 G {AROUND} S"),
        ("", "0 g 40 744 200 1 re f"),
    ],
    ids=[
        "drawn in outline too",
        "pale",
        "white on a ground",
        "on a white ground",
        "within a clip",
        "after a clip",
        "beside a box",
        "in a frame",
        "struck out",
    ],
)
def test_text_that_is_seen_is_read(drawing: str, after: str) -> None:
    assert printed(SEEN, drawing=drawing, after=after) == "Nghị quyết"


def test_a_box_hides_only_what_it_covers() -> None:
    assert printed(SEEN, Text("thứ hai", 300, 100), after=f"1 g {AROUND} f") == "thứ hai"
