"""A sign in a number column as recognised → the numbers that it is, and whether it may be one that was misread."""

from __future__ import annotations

import re

from nghiquyet.extract.language.lookalikes import lookalikes
from nghiquyet.extract.language.numbering.alphabet import OFFICE, place_to_letter
from nghiquyet.extract.language.numbering.parse_labels import readings
from nghiquyet.extract.language.numbering.reading import LETTERED, Reading
from nghiquyet.extract.language.numbering.roman import number_to_roman

# Two strokes that meet, or cross.
CROSSED = frozenset("VX")


def column_readings(text: str) -> tuple[Reading, ...]:
    """The readings of a recognised number: "I" is a Roman one or a letter; none where it is no number.

    Small Roman numbers, "b1" and letters that offices seldom count with are rather something else misread: ii for II,
    l1 for 11, f for t.
    """
    return tuple(r for r in readings(text) if not r.seldom and _is_usual(r))


def _is_usual(reading: Reading) -> bool:
    if reading.style in LETTERED and place_to_letter(reading.levels[0]) not in OFFICE:
        return False
    return reading.style in ("arabic", "roman", "upper") or (reading.style == "lower" and reading.depth == 1)


def looks_like(read: str, numeral: Reading) -> bool:
    """True if a recogniser may have read ``read`` for the number."""
    one, other = (re.sub(r"[\W_]", "", t).translate(lookalikes().numbers) for t in (read, numeral.text))
    if one == other:
        return True
    if numeral.style == "lower":
        bare = read.strip("().: ")
        taken = len(bare) == 1 and numeral.text[0] in lookalikes().letters_read_as(bare)
        return taken and (not bare.isdigit() or read.endswith(")"))
    if numeral.style == "upper":  # C and c, O and o differ in height alone
        return bool(one) and one.casefold() == other.casefold()
    if numeral.style == "arabic":
        off = [frozenset(pair) for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
        return len(one) == len(other) and len(off) == 1 and off[0] in lookalikes().alike
    if numeral.style != "roman" or not one:
        return False
    return _looks_like_hung(read, numeral) if numeral.depth > 1 else _looks_like_roman(read, one, other)


def _looks_like_roman(read: str, one: str, other: str) -> bool:
    if {one, other} <= CROSSED:
        return True
    # one upright more or less; a lone upright is not told from a figure one, but from eleven if that was no number
    near = abs(len(one) - len(other)) <= 1 and one[0] == other[0]
    return near and (len(other) > 1 or not read.strip("().: ").isdigit())


def _looks_like_hung(read: str, numeral: Reading) -> bool:
    """True for "H1", "IL1" and "11.1", where II.1 may stand, and for II: a lone figure behind a stop is soon lost."""
    below = below_heading(numeral)
    signs = re.sub(r"[\W_]", "", read)
    head, tail = signs[: -len(below)], signs[-len(below) :].translate(lookalikes().numbers)
    strokes, wanted = head.translate(lookalikes().strokes), number_to_roman(numeral.levels[0])
    if signs == wanted:
        return True
    near = abs(len(strokes) - len(wanted)) <= 1 or {*strokes} == {*wanted}  # of III a coarse scan may leave one stroke
    return bool(head) and tail == below and strokes[:1] == wanted[0] and near


def below_heading(numeral: Reading) -> str:
    """The figures behind the first count: "12" of II.1.2."""
    return "".join(str(n) for n in numeral.levels[1:])
