"""Numbers of rows and headings as printed: their style, their place in a sequence, what they contain."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

Style = Literal["upper", "roman", "arabic", "lower", "bullet"]

_DOTTED = re.compile(r"^(?:\d{1,3}|[IVXLC]{1,7}|[A-ZĐ])(?:\.\d{1,3})*$")
_ROMAN = re.compile(r"^(?:X{0,3})(?:IX|IV|V?I{0,3})$")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
BULLETS = frozenset("-–+*•")
# Letters in the order in which offices count with them; Đ comes fifth in some, and W, F, J, Z seldom.
LETTERS = "abcdđefghiklmnopqrstuvxy"
SELDOM = ("đ", "f")
# A label at the start of a heading's text, where number and title share a cell: "I. MỤC TIÊU", "A - Chỉ tiêu"
LEADING = re.compile(r"^\(?((?:[IVXLC]{1,7}|\d{1,3}|[A-ZĐ])(?:\.\d{1,3}){0,4})(?:[.)/:](?!\d)|\s*[-–](?=\s))\s*(?=\S)")
# The same without a mark between, in a row of its own over the whole width: "II Phát triển hạ tầng"
LEADING_BARE = re.compile(r"^((?:[IVXLC]{1,7}|\d{1,2}|[A-ZĐ])(?:\.\d{1,2}){0,4})\s+(?=\w)")


@dataclass(frozen=True, slots=True)
class Label:
    """A number taken apart: ``text`` without full stop or lone bracket, its style, and the numbers of its levels."""

    text: str
    style: Style
    levels: tuple[int, ...]

    @property
    def depth(self) -> int:
        return len(self.levels)

    def contains(self, other: Label) -> bool:
        """True if this label spells out ``other`` as its beginning: 2.1 contains 2."""
        head, start = self.text.strip("()").split("."), other.text.strip("()").split(".")
        return len(head) > len(start) and _same(head[: len(start)], start)


def _same(a: list[str], b: list[str]) -> bool:
    return [x.lstrip("0") or "0" for x in a] == [x.lstrip("0") or "0" for x in b]


def read_label(text: str, after_letter: bool = False) -> Label | None:
    """The label that ``text`` is, or None. ``after_letter``: capital letters are being counted, so that C is no 100.

    >>> read_label("09.").text
    '09'
    >>> read_label("(2.1)").levels
    (2, 1)
    >>> read_label("(1)").text, read_label("1)").text
    ('(1)', '1')
    """
    squeezed = text.replace(" ", "").rstrip(".:")
    if squeezed.startswith("(") and squeezed.endswith(")") and (inner := read_label(squeezed[1:-1], after_letter)):
        return replace(inner, text=f"({inner.text})")
    bare = text.replace(" ", "").strip("().:")
    if text.strip() in BULLETS:
        return Label(text.strip(), "bullet", (0,))
    if len(bare) == 1 and bare in LETTERS:
        return Label(bare, "lower", (LETTERS.index(bare) + 1,))
    if re.fullmatch(r"[a-zđ]\d{1,2}", bare):
        return Label(bare, "lower", (LETTERS.find(bare[0]) + 1, int(bare[1:])))
    if not _DOTTED.match(bare):
        return None
    head, *rest = bare.split(".")
    tail = tuple(int(r) for r in rest)
    if head.isdigit():
        return Label(bare, "arabic", (int(head), *tail))
    if _ROMAN.match(head) and not (after_letter and len(head) == 1):
        return Label(bare, "roman", (_roman(head), *tail))
    if len(head) == 1:
        return Label(bare, "upper", (LETTERS.find(head.lower()) + 1, *tail))
    return None


def leading_label(text: str, bare: bool = False) -> tuple[str, str] | None:
    """(label, rest) where a text begins with a number of its own: "II. Nhiệm vụ" gives ("II", "Nhiệm vụ").

    ``bare`` allows a number without full stop or dash behind it.
    """
    match = LEADING.match(text) or (LEADING_BARE.match(text) if bare else None)
    if match and match.re is LEADING_BARE and not text[match.end()].isupper():
        return None
    return (match.group(1), text[match.end() :]) if match else None


def follows(before: Label, after: Label) -> bool:
    """True if ``after`` is the next in ``before``'s sequence; of letters Đ and F may be left out."""
    if before.style != after.style or before.levels[:-1] != after.levels[:-1]:
        return False
    step = after.levels[-1] - before.levels[-1]
    lettered = before.style in ("upper", "lower") and before.depth == 1
    return step == 1 or (lettered and step == 2 and LETTERS[before.levels[0] : before.levels[0] + 1] in SELDOM)


def _roman(text: str) -> int:
    total = 0
    for here, after in zip(text, text[1:] + " ", strict=True):
        value = _ROMAN_VALUES[here]
        total += -value if _ROMAN_VALUES.get(after, 0) > value else value
    return total
