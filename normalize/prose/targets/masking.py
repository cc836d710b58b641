"""Text → the same text with the digits of names and dates made unreadable, letter for letter."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from nghiquyet.normalize.prose.targets.target_words import lexicon, units

MASK = "#"  # stands for a digit that counts nothing
_SPACES = str.maketrans(dict.fromkeys("\t\r\f\v\u00a0\u2007\u2009\u202f", " "))
_ENDLESS = re.compile(r"\d{16,}")  # more digits than any sum of money has are no number
_DIGIT = re.compile(r"\d")


def lowered(text: str) -> str:
    """Small letters, one for one: offsets in the result are offsets in ``text``."""
    small = text.translate(_SPACES).lower()
    if len(small) == len(text):
        return small
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text.translate(_SPACES))


def masked(text: str) -> str:
    """``text`` (NFC) in small letters, ``#`` for each digit of a date, a document's number, an article or a name."""
    assert unicodedata.is_normalized("NFC", text)
    small = _ENDLESS.sub(lambda m: MASK * len(m.group()), lowered(text))
    letters = list(small)
    spans = [m.span() for cue in lexicon().family("masks") for m in cue.pattern.finditer(small)]
    for cue in lexicon().family("designators"):
        spans += [m.span() for m in cue.pattern.finditer(small) if not _measure().match(small, m.end())]
    for start, end in spans:
        letters[start:end] = [MASK if letter.isdigit() else letter for letter in letters[start:end]]
    return "".join(letters)


@cache
def _measure() -> re.Pattern[str]:
    """A unit of measure behind a number."""
    return re.compile(rf" ?(?:{units().scale}|{units().measure})(?!\w)")


def has_number(text: str) -> bool:
    """Whether a digit is left that may count something."""
    return _DIGIT.search(text) is not None
