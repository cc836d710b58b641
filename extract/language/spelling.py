"""Vietnamese spelling: one word written in several ways made equal, by case, Unicode form, tone and marks.

What holds for every text, and is tested: the Unicode form makes no difference to what is folded, what is folded is its
own form, and the place of the tone makes none to ``tone_last`` and ``one_spelling``.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Grave, acute, tilde, hook, dot below.
TONES = "\u0300\u0301\u0303\u0309\u0323"
# Every small letter of Vietnamese that bears a mark; without tones, the vowels.
MARKED = "àáảãạăắằẳẵặâấầẩẫậđèéẻẽẹêếềểễệìíỉĩịòóỏõọôốồổỗộơớờởỡợùúủũụưứừửữựỳýỷỹỵ"
VOWELS = "aăâeêioôơuưy"
_WORD = re.compile(r"[^\W_]+")
# The tone of oa, oe, uy is put on either vowel (hoà/hòa) where they end a word; the older place is the one form.
_STYLES = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
# i and y are both written in these words
_TWINS = {"lí": "lý", "kĩ": "kỹ", "mĩ": "mỹ", "kì": "kỳ", "kí": "ký", "quí": "quý", "qui": "quy", "kỉ": "kỷ"}


# Letters of other alphabets that look like a Vietnamese one, and hyphens of other kinds: converters write them. No
# Vietnamese word has an eth.
_OTHER_LETTERS = str.maketrans({"ð": "đ", "Ð": "Đ", "ɖ": "đ", "Ɖ": "Đ", "\u2010": "-", "\u2011": "-"})


def vietnamese_letters(text: str) -> str:
    """The text in NFC, letters that only look Vietnamese made so: "ðường" gives "đường"."""
    return unicodedata.normalize("NFC", text.translate(_OTHER_LETTERS))


def split_tone(letters: str) -> tuple[str, str]:
    """The letters (NFC) without the marks of tones, and those marks: "Hoàn" gives "Hoan" and the grave."""
    marks = unicodedata.normalize("NFD", letters)
    tones = "".join(c for c in marks if c in TONES)
    return unicodedata.normalize("NFC", "".join(c for c in marks if c not in TONES)), tones


# documents repeat their words; the bound is for what comes from hostile ones
@lru_cache(1 << 16)
def tone_last(letters: str) -> str:
    """Small letters with the tone's mark last: "Hoà" and "hòa" give the same."""
    lower = letters.lower()
    return lower if lower.isascii() else "".join(split_tone(lower))


def tone_style(word: str) -> str:
    """A word (NFC, small letters) with its tone where the older style has it: "hoà" gives "hòa", "quý" stays."""
    ending = _STYLES.get(word[-2:])
    return word[:-2] + ending if ending and word[-3:-1] != "qu" else word


@lru_cache(maxsize=8192)
def one_spelling(word: str) -> str:
    """``hoà`` and ``Hòa`` give ``hòa``; ``lí`` gives ``lý``."""
    word = unicodedata.normalize("NFC", word).casefold()
    return tone_style(_TWINS.get(word, word))


def words(text: str) -> tuple[str, ...]:
    """The words of ``text`` in one spelling, without punctuation."""
    return tuple(one_spelling(w) for w in _WORD.findall(unicodedata.normalize("NFC", text)))


def fold(text: str) -> str:
    """Small letters, words parted by single spaces, nothing else: the form in which headings are compared."""
    return " ".join(_WORD.findall(unicodedata.normalize("NFC", text).casefold()))


def letters_only(text: str) -> str:
    """The letters of ``text`` alone, small: "TT Nhiệm vụ (1)" gives "ttnhiệmvụ"."""
    return re.sub(r"[\W\d_]+", "", unicodedata.normalize("NFC", text)).casefold()


@lru_cache(maxsize=16384)
def without_marks(word: str) -> str:
    """``thương`` gives ``thuong``, ``Đường`` gives ``Duong``; spaces stay."""
    return _unmarked(word)


def bare_letters(text: str) -> str:
    """Small letters without hats, horns and tones, đ as d; all else as it is."""
    return _unmarked(text.lower())


def slug(text: str) -> str:
    """``Bà Rịa - Vũng Tàu`` gives ``ba-ria-vung-tau``."""
    return "-".join(without_marks(w) for w in words(text))


def with_tone(letters: str, tone: str) -> str:
    """``letters`` with their tone's mark changed to ``tone`` ("" for the level one), where the old one stood.

    Where there was none, it goes where schools teach it: on the last letter with a hat or horn, else on the vowel
    before the syllable's end.
    """
    letters = unicodedata.normalize("NFC", letters)
    for i, letter in enumerate(letters):
        bare, own = split_tone(letter)
        if own:
            return letters[:i] + unicodedata.normalize("NFC", bare + tone) + letters[i + 1 :]
    place = _bearer(letters)
    if not tone or place is None:
        return letters
    return unicodedata.normalize("NFC", letters[: place + 1] + tone + letters[place + 1 :])


def _bearer(letters: str) -> int | None:
    """The index of the letter that takes the tone's mark."""
    lower = letters.lower()
    start = 2 if lower.startswith("qu") or (lower.startswith("gi") and len(lower) > 2 and lower[2] in VOWELS) else 0
    vowels = [i for i, c in enumerate(lower) if i >= start and c in VOWELS]
    if not vowels:
        return 1 if lower.startswith("gi") else None
    hatted = [i for i in vowels if lower[i] in "ăâêôơư"]
    if hatted:
        return hatted[-1]
    closed = vowels[-1] < len(letters) - 1
    return vowels[-1] if closed or len(vowels) == 1 else vowels[-2]


def _unmarked(text: str) -> str:
    spread = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in spread if not unicodedata.combining(c))
