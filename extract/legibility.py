"""Can a text layer be trusted? What the share of Vietnamese letters says.

Measured on real documents: 0.25 to 0.31 of the letters of good Vietnamese text carry marks that other languages lack;
in the four bad layers met (shifted glyphs, wrong-language recognition, a stamp's text alone) below 0.12.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

LOWEST_SHARE = 0.14
# Fewer letters than this can't be judged: a page with a signature only, a table of figures.
FEWEST_LETTERS = 120

_MARKED = frozenset("ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ")


def vietnamese_share(text: str) -> float:
    """The share of letters of ``text`` that are Vietnamese letters with marks; 0 where there are no letters."""
    letters = [c for c in unicodedata.normalize("NFC", text).lower() if c.isalpha()]
    return sum(c in _MARKED for c in letters) / len(letters) if letters else 0.0


def is_legible(words: Iterable[str], pictured: bool) -> bool:
    """True if a page's text is what a reader sees. ``pictured``: the page is a picture, or drawn in outlines.

    Short texts are trusted unless they stand on a picture of a page: there they are a stamp.
    """
    text = " ".join(words)
    letters = sum(c.isalpha() for c in text)
    if pictured and letters < FEWEST_LETTERS:
        return False
    if letters < FEWEST_LETTERS:
        return True
    return vietnamese_share(text) >= LOWEST_SHARE
