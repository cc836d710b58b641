"""A count → the numeral that a list or a footnote prints for it."""

from __future__ import annotations

from nghiquyet.extract.language.numbering.alphabet import number_to_repeated_letter
from nghiquyet.extract.language.numbering.roman import LARGEST, number_to_roman

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
        case "upperRoman" | "lowerRoman" if 0 < count <= LARGEST:
            roman = number_to_roman(count)
            return roman if form == "upperRoman" else roman.lower()
        case "upperLetter" | "lowerLetter" if 0 < count <= LARGEST_LETTERED:
            letter = number_to_repeated_letter(count)
            return letter.upper() if form == "upperLetter" else letter
        case "vietnameseCounting" if 0 <= count < len(_ONES):
            return _ONES[count]
        case "chicago" if 0 < count <= LARGEST_LETTERED:
            return _MARKS[(count - 1) % len(_MARKS)] * ((count - 1) // len(_MARKS) + 1)
    return str(count)
