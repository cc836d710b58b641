"""Pages that lie on their side without saying so: turned upright by the way most of their letters lie."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from nghiquyet.extract.model import Placement, Ruling
from nghiquyet.extract.readers.pdf.glyphs import turned_box

if TYPE_CHECKING:
    from nghiquyet.extract.readers.pdf.glyphs import Glyph
    from nghiquyet.extract.readers.pdf.pdf_pages import PdfPage

# The share of the letters that must lie on one side for the page to lie on it.
MOSTLY = 0.7


def upright(page: PdfPage) -> PdfPage:
    """The page with most of its letters upright; places are then those of the turned page."""
    turned = turn_of(page)
    if turned == 0:
        return page
    size = page.width, page.height
    width, height = size if turned == 180 else size[::-1]

    def turned_back(glyphs: tuple[Glyph, ...]) -> tuple[Glyph, ...]:
        return tuple(glyph.turned_back(turned, *size) for glyph in glyphs)

    return replace(
        page,
        width=width,
        height=height,
        rulings=tuple(Ruling(*turned_box((r.x0, r.top, r.x1, r.bottom), turned, *size)) for r in page.rulings),
        pictures=tuple(turned_box(p, turned, *size) for p in page.pictures),
        glyphs=turned_back(page.glyphs),
        overlaid=turned_back(page.overlaid),
        struck=turned_back(page.struck),
        marks=turned_back(page.marks),
    )


def turn_of(page: PdfPage) -> int:
    """How far most of the letters are turned clockwise: 0, 90, 180 or 270 degrees."""
    counts = Counter(g.turned for g in page.glyphs if g.text.strip())
    if not counts:
        return 0
    turned, most = counts.most_common(1)[0]
    return turned if most >= MOSTLY * counts.total() else 0


def placement_of(page: PdfPage) -> Placement:
    """The way from the points of ``upright(page)`` back to those of ``page``: what ``turned_box`` does, undone."""
    match turn_of(page):
        case 90:
            return Placement(0, -1, page.width, 1, 0, 0)
        case 180:
            return Placement(-1, 0, page.width, 0, -1, page.height)
        case 270:
            return Placement(0, 1, 0, -1, 0, page.height)
        case _:
            return Placement()
