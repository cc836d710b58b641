"""Labels at the start of a text, in every style of offices: Phần, Chương, Điều, A, I, 1, 1.1, a), (1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import get_args

from nghiquyet.extract.language.numbering.alphabet import CAPITALS, SMALL
from nghiquyet.extract.language.numbering.parse_labels import core_readings, named_expression, named_reading
from nghiquyet.extract.language.numbering.reading import NAMED, Reading, Style
from nghiquyet.extract.language.numbering.roman import LOWER, UPPER, UPPER_LIKE

# The beginning of a word in a heading.
_CAPITAL = "[A-ZĐÀ-Ỹ]"
# "Điều 5. …", "Chương II", "Mục 1: …"; not "Điều 5 Luật này …" nor "Mục tiêu"
_BEHIND_NAMED = rf"(?:\s*[.:]\s*|\s*[-–]\s+|\s*$|\s+(?={_CAPITAL}{{2}}))"
# A document's number that a line begins with is no label: "66/NQ-CP", "49/QCPH-UBND".
_SYMBOL = r"[A-ZĐ]{2,6}\d{0,2}\s?[-–]\s?[A-ZĐ]"
# What closes a line: the next one does not go on with it.
CLOSING = (".", ";", ":", "”", ",", "…")
_BEHIND_ITEM = rf"\s*[.:]\s+(?={_CAPITAL})"
_ROMAN = rf"(?P<label>{UPPER}(?:\.\d{{1,2}}){{0,3}})\s?(?:[.):]\s*|[-–]\s+|/(?:\s+|(?={_CAPITAL}{{2}})))(?=\S)"
_UPPER = rf"(?P<label>{CAPITALS}(?:\.(?:\d{{1,2}}|{UPPER})){{0,3}})\s?(?:[.)/:]\s+|[-–]\s+)(?=\S)"
_ARABIC = (
    r"(?P<label>\d{1,2}(?:\.\d{1,2}){0,4})"
    rf"(?:\s?[.):](?![\d%])\s*|/(?!{_SYMBOL})(?:\s+|(?={_CAPITAL}))|[-–]\s+(?={_CAPITAL})|(?<=\.\d)\s+(?={_CAPITAL})|(?<=\.\d\d)\s+(?={_CAPITAL}))(?=\S)"
)
_LOWER = rf"(?P<label>{SMALL}(?:\.?\d{{1,2}}){{0,3}})\s?(?:\)\.?\s*|\.\s*(?={_CAPITAL})|/\s+)(?=\S)"
_LOWER_ROMAN = rf"(?P<label>{LOWER})\s?(?:\)\s*|\.\s+)(?=\S)"
_EXPRESSIONS: tuple[tuple[Style, re.Pattern[str]], ...] = (
    ("arabic", re.compile(_ARABIC)),
    ("roman", re.compile(_ROMAN)),
    ("upper", re.compile(_UPPER)),
    ("lower", re.compile(_LOWER)),
    ("lower_roman", re.compile(_LOWER_ROMAN)),
)
_BRACKETED = re.compile(rf"\((?P<label>\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}|{SMALL}|{LOWER})\)\s*(?=\S)")
_BULLET = re.compile(r"(?:[-–—+*•●○▪■◦➢✓\uf000-\uf0ff]|o(?=\s))\s*(?=\S)")
# Headings of a table's groups, where number and title share a cell: "I. MỤC TIÊU", "A - Chỉ tiêu"
_TITLE = re.compile(
    rf"\(?(?P<label>(?:{UPPER_LIKE}|\d{{1,3}}|{CAPITALS})(?:\.\d{{1,3}}){{0,4}})(?:[.)/:](?!\d)|\s*[-–](?=\s))\s*(?=\S)"
)
# The same without a mark between, in a row of its own over the whole width: "II Phát triển hạ tầng"
_BARE_TITLE = re.compile(rf"(?P<label>(?:{UPPER_LIKE}|\d{{1,2}}|{CAPITALS})(?:\.\d{{1,2}}){{0,4}})\s+(?=\w)")


def leading_readings(text: str) -> tuple[Reading, ...]:
    """The readings of a paragraph's beginning as a label, likeliest first: I. is one or a letter; empty if none.

    >>> leading_readings("1.2. Mục tiêu phấn đấu")[0].text
    '1.2'
    >>> leading_readings("(1) 100% các cảng biển")[0].text
    '(1)'
    """
    found = _named(text)
    read = (found,) if found else tuple(_numbered(text))
    return tuple(r for r in read if all(r.levels) and not r.seldom)


def leading_label(text: str, bare: bool = False) -> tuple[str, str] | None:
    """(label, rest) where a group's title begins with a number of its own: "II. Nhiệm vụ" gives ("II", "Nhiệm vụ").

    ``bare`` allows a number without full stop or dash behind it.
    """
    match = _TITLE.match(text)
    if match is None and bare and (match := _BARE_TITLE.match(text)) and not text[match.end()].isupper():
        return None
    return (match["label"], text[match.end() :]) if match else None


def starts_bullet(text: str) -> bool:
    """True if the paragraph begins with a list mark; a minus before a number is none."""
    match = _BULLET.match(text)
    return match is not None and not re.match(r"[-–—+]\d", text)


def dash_goes_on(above: str, line: str) -> bool:
    """True for "kinh tế" / "- xã hội": a dash within a name that the width put first in its line."""
    letter = next((c for c in line if c.isalpha()), "A")
    return line[:1] in "-–" and not letter.isupper() and not above.endswith(CLOSING)


@cache
def _named_expressions() -> tuple[tuple[Style, re.Pattern[str]], ...]:
    """Those of the parts of a text, and of what else papers number where a stop or colon follows: "Bước 1: …"."""
    styles = (style for style in get_args(Style) if style in NAMED)
    behind = {"item": _BEHIND_ITEM}
    return tuple((style, re.compile(named_expression(style) + behind.get(style, _BEHIND_NAMED))) for style in styles)


def _named(text: str) -> Reading | None:
    for style, expression in _named_expressions():
        if (match := expression.match(text)) and (
            found := named_reading(match["label"], style, match["word"] or match["numeral"])
        ):
            return replace(found, end=match.end())
    return None


def _numbered(text: str) -> Iterator[Reading]:
    for style, expression in _EXPRESSIONS:
        if match := expression.match(text):
            closing = match.group()[len(match["label"]) :].strip()[:1]
            found = core_readings(match["label"], closing)
            yield from (replace(r, end=match.end()) for r in found if r.style == style)
    if match := _BRACKETED.match(text):
        yield from (replace(r, end=match.end()) for r in core_readings(match["label"], bracketed=True))
