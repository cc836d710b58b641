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
        ("0.97 g", ""),
        (f"1 g {AROUND} f", ""),
        (f"0.2 g {BESIDE} f 1 g", ""),
        (f"{BESIDE} W n", ""),
        ("", f"1 g {AROUND} f"),
        ("", f"0 g {AROUND} f"),
        ("", "1 g 40 720 m 240 721 l 240 760 l 42 761 l h f"),
    ],
    ids=[
        "no ink",
        "only a clip",
        "white",
        "white in three colours",
        "white in four colours",
        "nearly white",
        "white on white",
        "white beside a ground",
        "clipped away",
        "behind a white box",
        "behind a black box",
        "behind a crooked box",
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
        ("", "1 g 40 720 m 240 721 l 42 761 l h f"),
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
        "behind half of a box",
    ],
)
def test_text_that_is_seen_is_read(drawing: str, after: str) -> None:
    assert printed(SEEN, drawing=drawing, after=after) == "Nghị quyết"


def test_a_box_hides_only_what_it_covers() -> None:
    assert printed(SEEN, Text("thứ hai", 300, 100), after=f"1 g {AROUND} f") == "thứ hai"


def test_what_is_far_smaller_than_the_text_is_not_seen_and_what_is_small_is() -> None:
    assert printed(SEEN, Text("1", 120, 96, size=6)) == "Nghị quyết1"
    assert printed(SEEN, Text("ẩn dưới chân trang", 120, 96, size=1)) == "Nghị quyết"


@pytest.mark.parametrize(("ink", "read"), [("", ""), (SEEN.text, SEEN.text)])
def test_letters_without_ink_are_a_picture_s_own_unless_ink_stands_on_it(ink: str, read: str) -> None:
    """A recogniser puts letters behind a picture of a text; behind a coloured ground they are a second layer."""
    picture = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID f0> EI Q"
    texts = [SEEN] if ink else []
    (page,) = pdf_to_raw_pages(
        tiny_pdf(Sheet(texts, picture, after="3 Tr", late=[Text("Nghi quyet", 52, 101)])), "a.pdf"
    )
    assert "".join(g.text for g in page.glyphs) == (read or "Nghi quyet")
