"""Section properties → the sheets that the text is printed on."""

from __future__ import annotations

from nghiquyet.extract.readers.layout_blocks import A4, BlockPage
from nghiquyet.extract.readers.word.xml_names import Element, child, points, value, w

# A text narrower than this (points) is a fault of the margins.
NARROWEST_TEXT = 100.0


def sections_of(document: Element) -> tuple[Element, ...]:
    """The properties of every section, in order: each stands at the section's end."""
    return tuple(s for s in document.iter(w("sectPr")) if s.getparent().tag != w("sectPrChange"))


def sheet_of(section: Element | None) -> BlockPage:
    """The section's page; where it says nothing or nothing usable, A4."""
    size, margin = child(section, "pgSz"), child(section, "pgMar")
    width, height = points(size, "w"), points(size, "h")
    if width is None or height is None or min(width, height) < NARROWEST_TEXT:
        return A4
    left, right = _margin(margin, "left", A4.left), _margin(margin, "right", A4.right)
    if width - left - right < NARROWEST_TEXT:
        left, right = A4.left * width / A4.width, A4.right * width / A4.width
    top, bottom = _margin(margin, "top", A4.top), _margin(margin, "bottom", A4.bottom)
    return BlockPage(width, height, left, right, min(top, height / 3), min(bottom, height / 3))


def begins_page(section: Element | None) -> bool:
    """True if the section begins on a new page."""
    return value(child(section, "type")) not in ("continuous", "nextColumn")


def _margin(margin: Element | None, name: str, usual: float) -> float:
    found = points(margin, name)
    return usual if found is None else abs(found)
