"""A printed label → all its readings, likeliest first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import get_args

from nghiquyet.extract.language.numbering.alphabet import ALPHABET, CAPITALS, SELDOM, SMALL, letter_to_place
from nghiquyet.extract.language.numbering.label_names import label_names
from nghiquyet.extract.language.numbering.reading import NAMED, Reading, Style
from nghiquyet.extract.language.numbering.roman import (
    LARGEST_LABEL,
    LOWER_LIKE,
    SIGNS,
    UPPER,
    UPPER_LIKE,
    roman_to_number,
)

BULLETS = frozenset("-–+*•")
# A label without marks: 12, 1.2.3, IV, IV.1, B, B.2, B.II; c, c1, c.1, iv.
_CORE = (
    rf"(?:(?:\d{{1,3}}|{UPPER_LIKE}|[{ALPHABET.upper()}])(?:\.(?:\d{{1,3}}|{UPPER})){{0,4}}"
    rf"|{LOWER_LIKE}|[{ALPHABET}](?:\.?\d{{1,2}}){{0,3}})"
)
_LABEL = re.compile(rf"(?P<open>\(?)(?P<core>{_CORE})(?P<close>[.):/]{{0,2}})")
_LEVELS = re.compile(rf"\.|(?<=[{ALPHABET}])(?=\d)")


def readings(text: str) -> tuple[Reading, ...]:
    """Every way to read a text that is a label and nothing else; none where it is no label.

    >>> [(r.style, r.levels) for r in readings("C.")]
    [('upper', (5,)), ('roman', (100,))]
    """
    if text.strip() in BULLETS:
        return (Reading(text.strip(), "bullet", (0,)),)
    if " " in text and (named := _named(text)):
        return (named,)
    found = _LABEL.fullmatch(text.replace(" ", ""))
    if found is None:
        return ()
    bracketed = bool(found["open"]) and found["close"].startswith(")")
    read = core_readings(found["core"], found["close"][bracketed:], bracketed)
    parted = len(text.split()) > 1  # "x x" are two crosses
    return tuple(r for r in read if not (parted and r.style == "lower_roman"))


def core_readings(core: str, closing: str = "", bracketed: bool = False) -> tuple[Reading, ...]:
    """The readings of a label without its marks, likeliest first: what offices seldom count with comes last."""
    head, *rest = _LEVELS.split(core)
    below = tuple(int(part) if part.isdigit() else roman_to_number(part) for part in rest)
    levels = tuple(count for count in below if count is not None)
    if len(levels) < len(below):
        return ()
    text = f"({core})" if bracketed else core
    figures = all(part.isdigit() for part in rest)
    found = [Reading(text, style, (count, *levels), closing, seldom) for style, count, seldom in _heads(head, figures)]
    # "(i)" is rather one than the letter; "i)" stands behind "h)"
    return tuple(sorted(found, key=lambda r: (r.seldom, bracketed and r.style == "lower")))


def named_reading(name: str, style: Style, numeral: str) -> Reading | None:
    """The label of a name and its number, in figures, Roman, a letter, or the word behind "thứ"; None if it is none."""
    words, figures = label_names().ordinal_words, re.match(r"\d+", numeral)
    if numeral.lower() in words:
        count = words.index(numeral.lower()) + 1
    elif figures:
        count = int(figures.group())
    else:
        letter = letter_to_place(numeral) if numeral.isupper() else 0
        count = roman_to_number(numeral.upper()) or letter
        count = letter or count if count > LARGEST_LABEL else count
    return Reading(" ".join(name.split()), style, (count,)) if count else None


@cache
def named_expression(style: Style) -> str:
    """An expression for a named label; ``label`` is all of it, ``word`` or ``numeral`` its number."""
    words = "|".join(label_names().ordinal_words)
    worded = rf"(?i:thứ\s+(?P<word>{words}))(?!\w)"
    numeral = rf"(?P<numeral>\d{{1,3}}{SMALL}?|{UPPER_LIKE}|{CAPITALS})(?!\w)"
    return rf"(?P<label>(?i:{label_names().alternatives(style)})\s+(?:{worded}|{numeral}))"


def _named(text: str) -> Reading | None:
    for style in (s for s in get_args(Style) if s in NAMED):
        if found := re.fullmatch(rf"{named_expression(style)}(?P<close>\s*[.:)]?)\s*", text.strip()):
            return named_reading(found["label"], style, found["word"] or found["numeral"])
    return None


def _heads(head: str, figures: bool) -> Iterator[tuple[Style, int, bool]]:
    """(style, count, seldom) of each reading of a first level; ``figures`` says that no Roman number stands below."""
    if head.isdigit():
        yield "arabic", int(head), False
        return
    letter, roman = letter_to_place(head), roman_to_number(head)
    if head.isupper():
        if roman and figures:
            yield "roman", roman, roman > LARGEST_LABEL
        if letter:
            yield "upper", letter, head.lower() in SELDOM or (head in SIGNS and not figures)
        return
    if letter:
        yield "lower", letter, head in SELDOM
    if roman:
        yield "lower_roman", roman, roman > LARGEST_LABEL
