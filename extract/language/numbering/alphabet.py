"""The letters by which lists are counted: one alphabet, of which each way of counting leaves some letters out."""

from __future__ import annotations

# The letters of the Vietnamese alphabet, with those that only foreign words have in their Latin places.
ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"


def _without(letters: str) -> str:
    return "".join(letter for letter in ALPHABET if letter not in letters)


# How most offices count (a, b, c, d, đ, e, g, h, i, k), and how some do who leave out đ too.
OFFICE = _without("ăâêfjôơưwz")
PLAIN = _without("ăâđêfjôơưwz")
# How programs count, and how the school alphabet goes.
LATIN = _without("ăâđêôơư")
SCHOOL = _without("fjwz")
COUNTINGS = (OFFICE, PLAIN, LATIN, SCHOOL)
# Letters that hardly any office counts with; f stands in lists that programs have numbered.
SELDOM = frozenset("ăâêjôơưwz")
# The letters of labels in expressions.
SMALL, CAPITALS = f"[{LATIN}đ]", f"[{LATIN.upper()}Đ]"


def letter_to_place(letter: str) -> int:
    """The letter's place in the alphabet, from 1, whether capital or small; 0 for any other sign."""
    return ALPHABET.find(letter.lower()) + 1 if len(letter) == 1 else 0


def place_to_letter(place: int) -> str:
    """The small letter at a place, from 1; empty beyond the alphabet."""
    return ALPHABET[place - 1] if 0 < place <= len(ALPHABET) else ""


def letter_steps(before: int, after: int) -> int | None:
    """How many letters further one place is than another, by the way of counting that brings them closest.

    Negative for a step back; None where no way of counting has both letters.

    >>> d, d_barred, e = map(letter_to_place, "dđe")
    >>> letter_steps(d, d_barred), letter_steps(d, e), letter_steps(d_barred, e)
    (1, 1, 1)
    """
    one, other = place_to_letter(before), place_to_letter(after)
    steps = [c.index(other) - c.index(one) for c in COUNTINGS if one and other and one in c and other in c]
    return min(steps, key=abs, default=None)


def next_letter(letter: str, counting: str = OFFICE) -> str:
    """The letter behind a small one, in a way of counting; empty behind the last."""
    return next((c for c in counting if ALPHABET.index(c) > ALPHABET.index(letter)), "")


def number_to_repeated_letter(number: int) -> str:
    """1 → a, 26 → z, 27 → aa, 28 → bb: as word processors count."""
    return LATIN[(number - 1) % len(LATIN)] * ((number - 1) // len(LATIN) + 1)


def number_to_letters(number: int) -> str:
    """1 → a, 26 → z, 27 → aa, 28 → ab: as columns of workbooks are named."""
    word = ""
    while number:
        number, rest = divmod(number - 1, len(LATIN))
        word = LATIN[rest] + word
    return word
