"""Roman numbers ↔ counts, and the signs of them in expressions."""

from __future__ import annotations

_WORTH = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
          (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
LARGEST = 3999
# Labels are counted no further (an estimate: the longest list met has 24): beyond, L and C are rather letters.
LARGEST_LABEL = 39
# The signs of numbers up to the largest label, and those that a damaged or larger one may have besides.
SIGNS, MORE_SIGNS = "IVX", "IVXLC"
# The longest label is XXXVIII.
LONGEST = 7
UPPER, LOWER = (f"[{signs}]{{1,{LONGEST}}}" for signs in (SIGNS, SIGNS.lower()))
UPPER_LIKE, LOWER_LIKE = (f"[{signs}]{{1,{LONGEST}}}" for signs in (MORE_SIGNS, MORE_SIGNS.lower()))


def number_to_roman(number: int) -> str:
    """The number in capitals; ValueError for one that has no Roman form.

    >>> number_to_roman(14)
    'XIV'
    """
    if not 0 < number <= LARGEST:
        raise ValueError(f"no Roman form for {number}")
    text = ""
    for worth, signs in _WORTH:
        text += signs * (number // worth)
        number %= worth
    return text


def roman_to_number(text: str) -> int | None:
    """The number that is printed so, in capitals or in small letters; None for what is none, as IIII or Iv.

    >>> roman_to_number("xviii"), roman_to_number("IIII")
    (18, None)
    """
    rest, number = text.upper() if text.islower() else text, 0
    for worth, signs in _WORTH:
        while rest.startswith(signs) and number < LARGEST:
            rest, number = rest[len(signs) :], number + worth
    if rest or not 0 < number <= LARGEST:
        return None
    return number if number_to_roman(number) == (text.upper() if text.islower() else text) else None
