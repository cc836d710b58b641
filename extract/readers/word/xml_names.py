"""Names of elements and attributes in a Word file's XML, and what a yes or a length says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

# An element of lxml, which has no types of its own.
Element: TypeAlias = Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
ALTERNATE, CHOICE, FALLBACK = f"{_MC}AlternateContent", f"{_MC}Choice", f"{_MC}Fallback"
MATH, MATH_TEXT = frozenset({f"{_M}oMath", f"{_M}oMathPara"}), f"{_M}t"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# Twentieths of a point are what lengths are counted in.
TWIPS = 20.0
# A length may name its unit (ST_UniversalMeasure); points to each.
_UNITS = {"pt": 1.0, "pi": 12.0, "pc": 12.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4}
_WITH_UNIT = re.compile(r"(-?\d{1,6}(?:\.\d{1,6})?)(pt|pi|pc|in|cm|mm)")
# No length on a page is longer than this (points): Word's widest page has 22 inches.
LONGEST = 1584.0


def w(name: str) -> str:
    """The whole name of an element or attribute of the main namespace."""
    return _W + name


def local(element: Element) -> str:
    """The element's name in the main namespace, "" for elements of others and for comments."""
    tag = element.tag
    return tag[len(_W) :] if isinstance(tag, str) and tag.startswith(_W) else ""


def child(element: Element | None, *path: str) -> Element | None:
    """The first descendant along ``path``, or None."""
    for name in path:
        if element is None:
            return None
        element = element.find(w(name))
    return element


def value(element: Element | None, name: str = "val") -> str | None:
    """The attribute of an element that may be missing."""
    found = None if element is None else element.get(w(name))
    return None if found is None else str(found)


def number(element: Element | None, name: str = "val") -> int | None:
    """The attribute as a whole number, None where it is none."""
    text = value(element, name)
    try:
        return None if text is None else int(float(text))
    except (ValueError, OverflowError):
        return None


def points(element: Element | None, name: str = "val") -> float | None:
    """The attribute, a length in twips or in a unit that it names, in points."""
    named = with_unit(element, name)
    twips = number(element, name) if named is None else None
    length = named if twips is None else twips / TWIPS
    return None if length is None else max(-LONGEST, min(length, LONGEST))


def with_unit(element: Element | None, name: str = "val") -> float | None:
    """The attribute in points if it is a length that names its unit."""
    match = _WITH_UNIT.fullmatch(value(element, name) or "")
    return float(match.group(1)) * _UNITS[match.group(2)] if match else None


def switch(element: Element | None) -> bool | None:
    """What a property that is on or off says; None where it is not there."""
    if element is None:
        return None
    return value(element) not in ("0", "false", "off")


def alternatives(element: Element) -> Iterator[Element]:
    """The children of the alternative that a reader of today takes: the first choice, else the fallback."""
    chosen = element.find(CHOICE)
    if chosen is None:
        chosen = element.find(FALLBACK)
    if chosen is not None:
        yield from chosen
