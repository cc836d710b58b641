"""A character's number in Unicode → the text it is read as."""

from __future__ import annotations

import unicodedata

from nghiquyet.extract.language.spelling import vietnamese_letters

INVISIBLE = str.maketrans({"\u00ad": "", "\u200b": "", "\ufeff": "", "\u00a0": " ", "\u202f": " "})
LIGATURES = range(0xFB00, 0xFB07)
SURROGATES = range(0xD800, 0xE000)


def letter_as_seen(code: int, legacy: bool) -> str:
    """The letter in NFC; nothing for one that is not drawn. In a ``legacy`` font any number may stand for a letter."""
    if code in SURROGATES or not 0 < code < 0x110000:
        return unmapped_letter(code)
    text = chr(code)
    if code in LIGATURES:
        return unicodedata.normalize("NFKC", text)
    return unicodedata.normalize("NFC", text) if legacy else vietnamese_letters(text.translate(INVISIBLE))


def unmapped_letter(code: int) -> str:
    """What stands for a letter that its font gives no meaning."""
    return f"(cid:{code})"
