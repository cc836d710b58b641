"""Two readings of one line → which words of the one stand where which of the other stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nghiquyet.extract.ocr.engine.readings import EngineReading

# What it costs to leave a word without a partner, to pair two of other letters, and to take two words for one: only
# where the letters are the same, and a space is all that the readings differ in.
ALONE, UNLIKE, RUN_TOGETHER = 1.0, 0.4, 0.3
# Words that share less of the narrower one's width are never paired: boxes of a word's two readings differ by a letter
# now and then. Dearer than to leave two words on each side alone.
SHARED, NEVER = 0.5, 5.0
# (words of the first, words of the second) that may stand in one place.
_STEPS = ((1, 1), (2, 1), (1, 2), (1, 0), (0, 1))


@dataclass(frozen=True, slots=True)
class Aligned:
    """Words that stand in one place, left to right: of the first reading and of the second; one may have none."""

    first: tuple[EngineReading, ...]
    second: tuple[EngineReading, ...]


def align(first: Sequence[EngineReading], second: Sequence[EngineReading]) -> list[Aligned]:
    """The places of a line, left to right: each word of both readings stands in exactly one (cheapest alignment)."""
    costs: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(len(first) + 1):
        for j in range(len(second) + 1):
            ways = [
                (costs[i - a, j - b][0] + _cost(first[i - a : i], second[j - b : j]), (a, b))
                for a, b in _STEPS
                if i >= a and j >= b
            ]
            if ways:
                costs[i, j] = min(ways)
    places = []
    i, j = len(first), len(second)
    while i or j:
        a, b = costs[i, j][1]
        places.append(Aligned(tuple(first[i - a : i]), tuple(second[j - b : j])))
        i, j = i - a, j - b
    return places[::-1]


def _cost(ones: Sequence[EngineReading], others: Sequence[EngineReading]) -> float:
    if not ones or not others:
        return ALONE
    x0, x1 = ones[0].box[0], ones[-1].box[2]
    left, right = others[0].box[0], others[-1].box[2]
    shared = min(x1, right) - max(x0, left)
    if shared < SHARED * min(x1 - x0, right - left) or shared <= 0:
        return NEVER
    apart = 1 - shared / max(max(x1, right) - min(x0, left), 1)
    if len(ones) == len(others):
        return apart + UNLIKE * (ones[0].text != others[0].text)
    return apart + RUN_TOGETHER if _differ_in_a_space(ones, others) else NEVER


def _differ_in_a_space(ones: Sequence[EngineReading], others: Sequence[EngineReading]) -> bool:
    """True if the letters are the same; a lone dash and a word are one word with a sign before it, whatever sign."""
    own, other = ([letters_of(r.text) for r in part] for part in (ones, others))
    if "".join(r.text for r in ones) == "".join(r.text for r in others):
        return True
    signed = all(own) or (any(own) and not others[0].text[:1].isalnum())
    return "".join(own) == "".join(other) and signed and all(other)


def letters_of(text: str) -> str:
    """The letters and figures alone."""
    return "".join(c for c in text if c.isalnum())
