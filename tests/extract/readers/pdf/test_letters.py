from __future__ import annotations

import pytest

from nghiquyet.extract.readers.pdf.legibility import unmapped
from nghiquyet.extract.readers.pdf.letters import letter_as_seen, unmapped_letter


@pytest.mark.parametrize(
    ("code", "text"),
    [(0x1EBF, "ế"), (0xFB01, "fi"), (0xAD, ""), (0x200B, ""), (0xA0, " "), (0x2011, "-"), (0x41, "A")],
)
def test_a_letter_is_read_as_seen(code: int, text: str) -> None:
    assert letter_as_seen(code, legacy=False) == text


def test_a_legacy_font_s_letter_at_a_soft_hyphen_s_place_is_kept() -> None:
    assert letter_as_seen(0xAD, legacy=True) == "\u00ad"


@pytest.mark.parametrize("code", [0, 0xD83D, 0x110000])
def test_what_is_no_letter_has_no_meaning(code: int) -> None:
    assert letter_as_seen(code, legacy=False) == unmapped_letter(code)
    assert unmapped([letter_as_seen(code, legacy=False)]) == 1
