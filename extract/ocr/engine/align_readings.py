"""Two readings of one line → which words of the one stand where which of the other stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nghiquyet.extract.ocr.engine.readings import EngineReading

# What it costs to leave a word without a partner, to pair two of other letters, and to take two words for one; words
# that share no column of pixels are never paired. Boxes of a word's two readings differ by a letter now and then.
ALONE, UNLIKE, RUN_TOGETHER = 1.0, 0.4, 0.3
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
    if shared <= 0:
        return 2 * ALONE + UNLIKE  # dearer than to leave both alone
    apart = 1 - shared / max(max(x1, right) - min(x0, left), 1)
    unlike = "".join(r.text for r in ones) != "".join(r.text for r in others)
    return apart + UNLIKE * unlike + RUN_TOGETHER * (len(ones) + len(others) - 2)
