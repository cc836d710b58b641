"""A Vietnamese word → what stays of it when spellings that say the same are folded."""

from __future__ import annotations

import re
from functools import lru_cache

from nghiquyet.extract.language.spelling import bare_letters, split_tone
from nghiquyet.extract.language.syllables import is_syllable

# kĩ/kỹ, lí/lý, quí/quý: one sound after a consonant alone; after a vowel they are two ("tai", "tay")
_ENDS_IN_Y = re.compile(r"(qu|[bcdđghklmnpqrstvx]+)y")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_NUMBER = re.compile(r"\d+(?:[.,/:]\d+)*%?")


def is_number(word: str) -> bool:
    """Whether the word is a number or a date in figures."""
    return _NUMBER.fullmatch(word) is not None


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """The word in small letters, its tone after it instead of on one of two vowels, i for y, numbers as figures.

    "hoà" and "hòa", "Lý" and "lí", "05" and "5", "1.000" and "1000", "43,5" and "43.5" give the same.
    """
    if word[:1].isdigit():
        return _fold_number(word)
    base, tone = split_tone(word.casefold())
    if _ENDS_IN_Y.fullmatch(base):
        base = base[:-1] + "i"
    return base + tone


def _fold_number(word: str) -> str:
    if _THOUSANDS.fullmatch(word):
        word = word.replace(".", "")
    parts = re.split(r"([./:,-])", word.casefold().replace(",", "."))
    decimals = len(parts) == 3 and parts[1] == "."
    return "".join(part if decimals and place == 2 else part.lstrip("0") or "0" if part.isdigit() else part
                   for place, part in enumerate(parts))  # fmt: skip


def is_slip_of(word: str, other: str) -> bool:
    """Whether two words differ in marks only and just one of them can be a Vietnamese word: "thưc" and "thực"."""
    return bare_letters(word) == bare_letters(other) and is_syllable(word) != is_syllable(other)
