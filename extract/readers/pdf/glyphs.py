"""Glyphs: what a reader of pages finds before there are words."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple


class Glyph(NamedTuple):
    """A letter as drawn: its text (NFC, may be several letters for a ligature), box, baseline and font."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float  # distance of the baseline from the page's top
    size: float
    font: str
    turned: int = 0  # degrees clockwise that the letter lies on its side: 0, 90, 180, 270; any other: it lies aslant
    run: int = 0  # which text object of the page it was drawn by, 0 if that is not known

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2

    def carries(self, mark: Glyph) -> bool:
        """True if a mark drawn after this letter stands on it."""
        return abs(mark.middle - self.middle) <= self.size >= abs(mark.baseline - self.baseline)

    def with_more(self, text: str) -> Glyph:
        """The glyph with a mark on its letter, or another letter in the same place."""
        return self._replace(text=unicodedata.normalize("NFC", self.text + text))
