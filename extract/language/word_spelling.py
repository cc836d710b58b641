"""The letters of a word, apart from case, punctuation and the place of the tone's mark."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

TONES = "\u0300\u0301\u0303\u0309\u0323"
_MARKED = "àáảãạăắằẳẵặâấầẩẫậđèéẻẽẹêếềểễệìíỉĩịòóỏõọôốồổỗộơớờởỡợùúủũụưứừửữựỳýỷỹỵ"
_CAPITALS = _MARKED.upper().replace("Đ", "")
_STRANGE = re.compile(
    rf"[^\W\d_a-zA-Z{_MARKED}{_MARKED.upper()}]"  # a letter of another alphabet
    rf"|[a-z{_MARKED}][{_MARKED.upper()}]|[{_MARKED}][A-Z]|[{_CAPITALS}][A-Z{_CAPITALS}]+[a-z]+(?!\w)"
    rf"|[a-z{_MARKED}][01][a-z{_MARKED}]|[{_MARKED}][a-z]+[A-Z{_MARKED.upper()}]|\d[{_MARKED}{_MARKED.upper()}]|[{_MARKED}]\d"
    r"|^[(]?[lIO][.,]\d{3}(?!\d)|[lIOo]\d|\d[lIOo]\b|\d[^\W\d_]{3}|ĐĐ|§|^[\[|][^\W\d_]+[^\]]*$"
)
_WORD = re.compile(r"^(\W*)([^\W\d_]+)(\W*)$")


@dataclass(frozen=True, slots=True)
class Spelt:
    """A printed word taken apart: what stands before and behind its letters, and the letters."""

    before: str
    letters: str
    behind: str

    def with_letters(self, letters: str) -> str:
        return f"{self.before}{letters}{self.behind}"


def spelt(word: str) -> Spelt | None:
    """The parts of a word of letters; None where there are digits or several runs of letters."""
    found = _WORD.match(word)
    return Spelt(*found.groups()) if found else None


def is_strange(word: str) -> bool:
    """True if no printer sets such a word: capitals amid small letters, letters run into digits, other accents.

    "hiệnBộỘ", "vỊ", "g1a", "1ÿ", "l0ngày" and "QĐĐ" are strange, "NQ-CP", "IoT", "km2" and "12/2030" are not.
    """
    return bool(_STRANGE.search(unicodedata.normalize("NFC", word)))


# documents repeat their words; the bound is for what comes from hostile ones
@lru_cache(1 << 16)
def key(letters: str) -> str:
    """Lower-case letters with the tone's mark last: "Hoà" and "hòa" have one key."""
    lower = letters.lower()
    if lower.isascii():
        return lower
    marks = unicodedata.normalize("NFD", lower)
    tone = "".join(c for c in marks if c in TONES)
    return unicodedata.normalize("NFC", "".join(c for c in marks if c not in TONES)) + tone


def with_tone(letters: str, tone: str) -> str:
    """``letters`` with their tone's mark changed to ``tone`` ("" for the level one), where the old one stood.

    Where there was none, it goes where schools teach it: on the last letter with a hat or horn, else on the vowel
    before the syllable's end.
    """
    letters = unicodedata.normalize("NFC", letters)
    for i, letter in enumerate(letters):
        marks = unicodedata.normalize("NFD", letter)
        bare = "".join(c for c in marks if c not in TONES)
        if bare != marks:  # the new mark behind the hat: "ệ" has its dot before it, and "e", acute, hat is no letter
            return letters[:i] + unicodedata.normalize("NFC", bare + tone) + letters[i + 1 :]
    place = _bearer(letters)
    if not tone or place is None:
        return letters
    return unicodedata.normalize("NFC", letters[: place + 1] + tone + letters[place + 1 :])


def _bearer(letters: str) -> int | None:
    """The index of the letter that takes the tone's mark."""
    lower = letters.lower()
    start = 2 if lower.startswith("qu") or (lower.startswith("gi") and len(lower) > 2 and lower[2] in _VOWELS) else 0
    vowels = [i for i, c in enumerate(lower) if i >= start and c in _VOWELS]
    if not vowels:
        return 1 if lower.startswith("gi") else None
    hatted = [i for i in vowels if lower[i] in "ăâêôơư"]
    if hatted:
        return hatted[-1]
    closed = vowels[-1] < len(letters) - 1
    return vowels[-1] if closed or len(vowels) == 1 else vowels[-2]


_VOWELS = "aăâeêioôơuưy"
