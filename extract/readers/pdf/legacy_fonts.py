"""Text set in the fonts that Vietnamese offices used before Unicode: TCVN3 (``.VnTime``) and VNI (``VNI-Times``).

Such a font draws Vietnamese letters at the places of Western ones, so a PDF of it says "Uû ban nh©n d©n". The tables
are the standards': TCVN 5712:1993, VN3, and VNI's two-byte Windows coding, both seen through code page 1252.
"""

from __future__ import annotations

import unicodedata
from typing import Literal

Coding = Literal["tcvn3", "vni"]

_TCVN3_FROM = "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉË®ÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ¡¢§£¤¥¦"
_TCVN3_TO = "áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵĂÂĐÊÔƠƯ"
TCVN3 = str.maketrans(_TCVN3_FROM, _TCVN3_TO)

_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
_BREVE, _CIRCUMFLEX = "\u0306", "\u0302"
# A VNI mark follows its letter, as a letter of its own.
_VNI_MARKS = {
    "ù": _ACUTE,
    "ø": _GRAVE,
    "û": _HOOK,
    "õ": _TILDE,
    "ï": _DOT,
    "ê": _BREVE,
    "é": _BREVE + _ACUTE,
    "è": _BREVE + _GRAVE,
    "ú": _BREVE + _HOOK,
    "ü": _BREVE + _TILDE,
    "ë": _BREVE + _DOT,
    "â": _CIRCUMFLEX,
    "á": _CIRCUMFLEX + _ACUTE,
    "à": _CIRCUMFLEX + _GRAVE,
    "å": _CIRCUMFLEX + _HOOK,
    "ã": _CIRCUMFLEX + _TILDE,
    "ä": _CIRCUMFLEX + _DOT,
}
_VNI_ALONE = {"ñ": "đ", "ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI_VOWELS = frozenset("aeouyôöAEOUYÔÖ")


def coding_of_font(font: str) -> Coding | None:
    """The legacy coding of a font by its name, with or without a subset prefix; None for a Unicode font."""
    name = font.split("+")[-1].lower()
    if name.startswith((".vn", "vntime")):
        return "tcvn3"
    return "vni" if name.startswith(("vni-", "vni ")) else None


def legacy_to_unicode(text: str, font: str) -> str:
    """``text`` as drawn in ``font`` → Unicode (NFC); unchanged where the font is not a legacy one.

    TCVN3 has no small and capital toned letters in one font: names ending in H (``.VnTimeH``) draw capitals.
    """
    coding = coding_of_font(font)
    if coding == "tcvn3":
        plain = text.translate(TCVN3)
        return plain.upper() if _draws_capitals(font) else plain
    return _vni_to_unicode(text) if coding == "vni" else text


def _draws_capitals(font: str) -> bool:
    family = font.split("+")[-1].split(",")[0].split("-")[0]
    return family.endswith("H") and not family.isupper()


def _vni_to_unicode(text: str) -> str:
    out: list[str] = []
    for before, letter in zip("\0" + text, text, strict=False):
        small = letter.lower()
        if before in _VNI_VOWELS and small in _VNI_MARKS:
            out.append(_VNI_MARKS[small])
        elif small in _VNI_ALONE:
            out.append(_VNI_ALONE[small] if letter == small else _VNI_ALONE[small].upper())
        else:
            out.append(letter)
    return unicodedata.normalize("NFC", "".join(out))
