"""Glyphs: what a reader of pages finds before there are words."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from nghiquyet.extract.model import BBox


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

    def turned_back(self, turned: int, width: float = 0.0, height: float = 0.0) -> Glyph:
        """The glyph on the page turned as ``turned_box`` turns it, standing on the lower side of its box."""
        x0, top, x1, bottom = turned_box((self.x0, self.top, self.x1, self.bottom), turned, width, height)
        return self._replace(x0=x0, top=top, x1=x1, bottom=bottom, baseline=bottom, turned=(self.turned - turned) % 360)

    def with_more(self, text: str) -> Glyph:
        """The glyph with a mark on its letter, or another letter in the same place."""
        return self._replace(text=unicodedata.normalize("NFC", self.text + text))


def turned_box(box: BBox, turned: int, width: float = 0.0, height: float = 0.0) -> BBox:
    """A box on a page of such a size that is turned so that letters lying at ``turned`` degrees stand upright.

    Without a size the page's corner stays where it is, and places beyond it are below zero.
    """
    x0, top, x1, bottom = box
    if turned == 90:  # letters run downwards: the page's right side is up
        return (top, width - x1, bottom, width - x0)
    if turned == 270:
        return (height - bottom, x0, height - top, x1)
    return (width - x1, height - bottom, width - x0, height - top)
