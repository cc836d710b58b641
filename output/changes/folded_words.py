"""A Vietnamese word → what stays of it when spellings that say the same are folded."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
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
    spread = unicodedata.normalize("NFD", word.casefold())
    tone = "".join(c for c in spread if c in _TONES)
    base = unicodedata.normalize("NFC", "".join(c for c in spread if c not in _TONES))
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


_ONSET = "(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx])?"
_VOWELS = "[aăâeêioôơuưy]{1,3}"
_OPEN_OR_SOFT = re.compile(f"{_ONSET}{_VOWELS}(?:ng|nh|m|n)?")
_STOPPED = re.compile(f"{_ONSET}{_VOWELS}(?:ch|c|p|t)")
_STOPPED_TONES = ("\u0301", "\u0323")
_PLAIN = str.maketrans("đ", "d")


def is_slip_of(word: str, other: str) -> bool:
    """Whether two words differ in marks only and just one of them can be a Vietnamese word: "thưc" and "thực"."""
    return bare_word(word) == bare_word(other) and can_be_said(word) != can_be_said(other)


def bare_word(word: str) -> str:
    """The word without any mark."""
    spread = unicodedata.normalize("NFD", word.casefold().translate(_PLAIN))
    return "".join(c for c in spread if not unicodedata.combining(c))


@lru_cache(maxsize=65536)
def can_be_said(word: str) -> bool:
    """Whether the letters and the tone can stand together: after a closing c, ch, p, t only two tones can."""
    spread = unicodedata.normalize("NFD", word.casefold())
    tones = [c for c in spread if c in _TONES]
    base = unicodedata.normalize("NFC", "".join(c for c in spread if c not in _TONES))
    if len(tones) > 1:
        return False
    if _STOPPED.fullmatch(base):
        return bool(tones) and tones[0] in _STOPPED_TONES
    return _OPEN_OR_SOFT.fullmatch(base) is not None
