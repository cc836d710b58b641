"""A count → the numeral that a list or a footnote prints for it."""

from __future__ import annotations

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
LARGEST_ROMAN = 3999
LARGEST_LETTERED = 780  # thirty letters deep, as far as Word goes
_ONES = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_MARKS = ("*", "†", "‡", "§")


def numeral(count: int, form: str) -> str:
    """``count`` as the form of ECMA-376 (17.18.59) prints it; forms that Vietnamese papers don't use are decimal."""
    match form:
        case "none":
            return ""
        case "decimalZero":
            return f"{count:02d}"
        case "upperRoman" | "lowerRoman" if 0 < count <= LARGEST_ROMAN:
            return _roman(count).upper() if form == "upperRoman" else _roman(count)
        case "upperLetter" | "lowerLetter" if 0 < count <= LARGEST_LETTERED:
            letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
            return letter.upper() if form == "upperLetter" else letter
        case "vietnameseCounting" if 0 <= count < len(_ONES):
            return _ONES[count]
        case "chicago" if 0 < count <= LARGEST_LETTERED:
            return _MARKS[(count - 1) % len(_MARKS)] * ((count - 1) // len(_MARKS) + 1)
    return str(count)


def _roman(count: int) -> str:
    text = ""
    for worth, letters in _ROMAN:
        text += letters * (count // worth)
        count %= worth
    return text
