"""Words of a page and the borders of a table's columns → the place by which each word finds its cell.

A word is its cell's by its middle. A text that is too long for its cell runs over the border: its words go where the
text belongs, which is told by how it is set: from the left, from the middle or from the right of its column.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from nghiquyet.extract.model import Word

Point = tuple[float, float]
# A height on the page → the places of the upright borders that stand there, from the left.
Borders = Callable[[float], Sequence[float]]
# A word stands over a border if it does so by this (points) on both sides.
OVER = 1.0
# Words of one line stand on one level give or take this (points), and no more than this part of their size apart.
LEVEL, SPACE = 1.0, 0.6
# Texts drawn after each other, with a space of its own between; a space in parts of the letters' size.
NEXT, NARROW = 2, 0.45
# A text is set from a side or from the middle of its column if it misses it by no more than this (points).
SET = 1.5


def word_places(words: Sequence[Word], columns: Sequence[float], borders: Borders) -> tuple[list[Word], list[Point]]:
    """(the words, those that may belong on either side of a border marked, the place of each).

    ``columns`` are all upright borders of the table, ``borders`` tells those that stand at a height: a cell over
    several columns has none within it.
    """
    placed = list(words)
    places = [((w.bbox[0] + w.bbox[2]) / 2, (w.bbox[1] + w.bbox[3]) / 2) for w in words]
    insets = _insets(words, columns)
    for chain in _chains(words, borders):
        start, end = words[chain[0]].bbox[0], words[chain[-1]].bbox[2]
        at = borders(places[chain[0]][1])
        if not _over(start, end, at):
            continue
        home = _home(start, end, at, insets)
        unsure = home is None and {words[i].pen for i in chain} == {words[chain[0]].pen} != {0}
        for i in chain:
            places[i] = (places[chain[0]][0] if home is None else home, places[i][1])
            placed[i] = replace(words[i], astray=True) if unsure else words[i]
        behind = chain[-1] + 1
        if behind < len(words) and _may_go_on(words[behind - 1], words[behind], at, insets):
            placed[behind] = replace(words[behind], astray=True)
            placed[chain[-1]] = replace(placed[chain[-1]], astray=True)
    return placed, places


def _over(start: float, end: float, borders: Sequence[float]) -> bool:
    return any(start + OVER < x < end - OVER for x in borders)


def _chains(words: Sequence[Word], borders: Borders) -> Iterator[list[int]]:
    """The words that are one text: drawn in one go, or a word over a border with the one before it."""
    chain: list[int] = []
    for i, word in enumerate(words):
        if chain and not _goes_on(words[chain[-1]], word, borders):
            yield chain
            chain = []
        chain.append(i)
    if chain:
        yield chain


def _goes_on(before: Word, word: Word, borders: Borders) -> bool:
    """True for words drawn in one go a space apart, and for one over a border behind another word."""
    if not _is_beside(before, word):
        return False
    middle = (word.bbox[1] + word.bbox[3]) / 2
    return before.pen == word.pen != 0 or _over(word.bbox[0], word.bbox[2], borders(middle))


def _may_go_on(before: Word, word: Word, borders: Sequence[float], insets: Mapping[float, float]) -> bool:
    """True for a word drawn right behind one over a border, and not where texts of its own column begin."""
    after = 0 < word.pen - before.pen <= NEXT and word.bbox[0] - before.bbox[2] <= NARROW * word.size
    if not after or not _is_beside(before, word):
        return False
    left = max((x for x in borders if x <= word.bbox[0]), default=word.bbox[0])
    return abs(word.bbox[0] - left - insets.get(left, 0.0)) > SET


def _is_beside(before: Word, word: Word) -> bool:
    """True if the words stand beside each other on one line, no more than a space apart."""
    level = abs(before.bbox[3] - word.bbox[3]) <= LEVEL
    return level and -OVER <= word.bbox[0] - before.bbox[2] <= SPACE * word.size


def _insets(words: Sequence[Word], columns: Sequence[float]) -> dict[float, float]:
    """How far from each left border the texts of its column begin."""
    insets = {}
    for left, right in pairwise(columns):
        own = [w.bbox[0] - left for w in words if left <= w.bbox[0] and w.bbox[2] <= right]
        insets[left] = min(own, default=0.0)
    usual = median(insets.values()) if insets else 0.0
    return {left: inset or usual for left, inset in insets.items()}


def _home(start: float, end: float, borders: Sequence[float], insets: Mapping[float, float]) -> float | None:
    """A place across the page in the column that a text over borders is set in; None if it is set in none."""
    bands = list(pairwise(borders))
    for left, right in bands:
        if left <= start < right and abs(start - left - insets.get(left, 0.0)) <= SET:
            return start + OVER
    for left, right in bands:
        if start < left and right < end and abs((start + end) - (left + right)) <= 2 * SET:
            return (left + right) / 2
    for left, right in bands:
        if left < end <= right and abs(right - end - insets.get(left, 0.0)) <= SET:
            return end - OVER
    return None
