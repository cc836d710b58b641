"""Numbers → the letters that end target ids."""

from __future__ import annotations

_ALPHABET = 26


def letters(number: int) -> str:
    """0 → a, 25 → z, 26 → aa."""
    word = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, _ALPHABET)
        word = chr(ord("a") + rest) + word
    return word
