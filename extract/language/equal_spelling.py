"""Spellings of one Vietnamese word made equal: case, Unicode form, tone-mark style, letters without marks."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
# Vietnamese spelling puts the tone of oa, oe, uy on either vowel (hoà/hòa); the older place is taken as the one form.
_STYLES = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
# i and y are both written in these words
_TWINS = {"lí": "lý", "kĩ": "kỹ", "mĩ": "mỹ", "kì": "kỳ", "kí": "ký", "quí": "quý", "qui": "quy", "kỉ": "kỷ"}


@lru_cache(maxsize=8192)
def one_spelling(word: str) -> str:
    """``hoà`` and ``Hòa`` give ``hòa``; ``lí`` gives ``lý``."""
    word = word.casefold()
    word = _TWINS.get(word, word)
    ending = _STYLES.get(word[-2:])
    if ending and not (word[-2] == "u" and word[-3:-2] == "q"):
        return word[:-2] + ending
    return word


def words(text: str) -> tuple[str, ...]:
    """The words of ``text`` in one spelling, without punctuation."""
    return tuple(one_spelling(w) for w in _WORD.findall(unicodedata.normalize("NFC", text)))


@lru_cache(maxsize=16384)
def without_marks(word: str) -> str:
    """``thương`` gives ``thuong``; spaces stay."""
    decomposed = unicodedata.normalize("NFD", word.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def slug(text: str) -> str:
    """``Bà Rịa - Vũng Tàu`` gives ``ba-ria-vung-tau``."""
    return "-".join(without_marks(w) for w in words(text))
