"""Pages that lie on their side without saying so: turned upright by the way most of their letters lie."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from extract.glyphs import Glyph
from extract.model import BBox, Ruling
from extract.pdf_pages import RawPage

# The share of the letters that must lie on one side for the page to lie on it.
MOSTLY = 0.7


def upright(page: RawPage) -> RawPage:
    """The page with most of its letters upright; places are then those of the turned page."""
    counts = Counter(g.turned for g in page.glyphs if g.text.strip())
    if not counts:
        return page
    turned, most = counts.most_common(1)[0]
    if turned == 0 or most < MOSTLY * counts.total():
        return page
    wide = turned == 180
    return replace(
        page,
        width=page.width if wide else page.height,
        height=page.height if wide else page.width,
        glyphs=tuple(_glyph(g, turned, page) for g in page.glyphs),
        rulings=tuple(Ruling(*_box((r.x0, r.top, r.x1, r.bottom), turned, page)) for r in page.rulings),
        pictures=tuple(_box(p, turned, page) for p in page.pictures),
    )


def _glyph(glyph: Glyph, turned: int, page: RawPage) -> Glyph:
    x0, top, x1, bottom = _box((glyph.x0, glyph.top, glyph.x1, glyph.bottom), turned, page)
    return replace(glyph, x0=x0, top=top, x1=x1, bottom=bottom, baseline=bottom, turned=(glyph.turned - turned) % 360)


def _box(box: BBox, turned: int, page: RawPage) -> BBox:
    x0, top, x1, bottom = box
    if turned == 90:  # letters run downwards: the page's right side is up
        return (top, page.width - x1, bottom, page.width - x0)
    if turned == 270:
        return (page.height - bottom, x0, page.height - top, x1)
    return (page.width - x1, page.height - bottom, page.width - x0, page.height - top)
