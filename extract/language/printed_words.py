"""A printed word taken apart: its letters, what stands around them, and whether any printer sets such letters."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from nghiquyet.extract.language.spelling import MARKED

_CAPITALS = MARKED.upper().replace("Đ", "")
_STRANGE = re.compile(
    rf"[^\W\d_a-zA-Z{MARKED}{MARKED.upper()}]"  # a letter of another alphabet
    rf"|[a-z{MARKED}][{MARKED.upper()}]|[{MARKED}][A-Z]|[{_CAPITALS}][A-Z{_CAPITALS}]+[a-z]+(?!\w)"
    rf"|[a-z{MARKED}][01][a-z{MARKED}]|[{MARKED}][a-z]+[A-Z{MARKED.upper()}]|\d[{MARKED}{MARKED.upper()}]|[{MARKED}]\d"
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
