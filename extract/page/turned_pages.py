"""Pages that lie on their side without saying so: turned upright by the way most of their letters lie."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from nghiquyet.extract.model import BBox, Placement, Ruling
from nghiquyet.extract.readers.pdf.glyphs import Glyph

if TYPE_CHECKING:
    from nghiquyet.extract.readers.pdf.pdf_pages import PdfPage

# The share of the letters that must lie on one side for the page to lie on it.
MOSTLY = 0.7


def upright(page: PdfPage) -> PdfPage:
    """The page with most of its letters upright; places are then those of the turned page."""
    turned = turn_of(page)
    if turned == 0:
        return page
    wide = turned == 180
    return replace(
        page,
        width=page.width if wide else page.height,
        height=page.height if wide else page.width,
        glyphs=tuple(_glyph(g, turned, page) for g in page.glyphs),
        rulings=tuple(Ruling(*_box((r.x0, r.top, r.x1, r.bottom), turned, page)) for r in page.rulings),
        pictures=tuple(_box(p, turned, page) for p in page.pictures),
        overlaid=tuple(_glyph(g, turned, page) for g in page.overlaid),
        struck=tuple(_glyph(g, turned, page) for g in page.struck),
        marks=tuple(_glyph(g, turned, page) for g in page.marks),
    )


def turn_of(page: PdfPage) -> int:
    """How far most of the letters are turned clockwise: 0, 90, 180 or 270 degrees."""
    counts = Counter(g.turned for g in page.glyphs if g.text.strip())
    if not counts:
        return 0
    turned, most = counts.most_common(1)[0]
    return turned if most >= MOSTLY * counts.total() else 0


def placement_of(page: PdfPage) -> Placement:
    """The way from the points of ``upright(page)`` back to those of ``page``: what ``_box`` does, undone."""
    match turn_of(page):
        case 90:
            return Placement(0, -1, page.width, 1, 0, 0)
        case 180:
            return Placement(-1, 0, page.width, 0, -1, page.height)
        case 270:
            return Placement(0, 1, 0, -1, 0, page.height)
        case _:
            return Placement()


def _glyph(glyph: Glyph, turned: int, page: PdfPage) -> Glyph:
    x0, top, x1, bottom = _box((glyph.x0, glyph.top, glyph.x1, glyph.bottom), turned, page)
    return glyph._replace(x0=x0, top=top, x1=x1, bottom=bottom, baseline=bottom, turned=(glyph.turned - turned) % 360)


def _box(box: BBox, turned: int, page: PdfPage) -> BBox:
    x0, top, x1, bottom = box
    if turned == 90:  # letters run downwards: the page's right side is up
        return (top, page.width - x1, bottom, page.width - x0)
    if turned == 270:
        return (page.height - bottom, x0, page.height - top, x1)
    return (page.width - x1, page.height - bottom, page.width - x0, page.height - top)
