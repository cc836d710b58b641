"""How likely one syllable follows another in official Vietnamese.

Three sources: pairs counted in printed official documents (pairs.tsv), the compounds of a dictionary of 74,000 words
that comes with underthesea (Hồ Ngọc Đức's list), and names that the caller knows. The one door to underthesea of this
room.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import log

from extract.mending.spelling import key, spelt

Pair = tuple[str, str]
# What a compound of the dictionary, or a known name, counts beside one occurrence in a document.
COMPOUND = 1.0
NAME = 1.0
# Taken off every count and given to pairs never met (absolute discounting).
DISCOUNT = 0.5
# How many syllables are taken to exist beside those met: keeps a new one from being impossible.
UNMET = 7000.0


class Language:
    """Conditional likelihoods of syllables' keys (``spelling.key``), by absolute discounting over pairs."""

    def __init__(self, pairs: Mapping[Pair, float]) -> None:
        self._pairs = pairs
        self._first: defaultdict[str, float] = defaultdict(float)
        self._second: defaultdict[str, float] = defaultdict(float)
        self._followers: Counter[str] = Counter()
        for (first, second), count in pairs.items():
            self._first[first] += count
            self._second[second] += count
            self._followers[first] += 1
        self._all = sum(self._second.values())

    def log_likelihood(self, first: str | None, second: str | None) -> float:
        """The natural logarithm of the likelihood of ``second`` behind ``first``; None is a word of no syllable."""
        if second is None:
            return 0.0
        alone = (self._second.get(second, 0.0) + DISCOUNT) / (self._all + UNMET)
        before = self._first.get(first, 0.0) if first is not None else 0.0
        if first is None or not before:
            return log(alone)
        seen = max(self._pairs.get((first, second), 0.0) - DISCOUNT, 0.0)
        return log((seen + DISCOUNT * self._followers[first] * alone) / before)

    def with_pairs(self, pairs: Mapping[Pair, float]) -> Language:
        """The language with the counts of ``pairs`` added."""
        together = defaultdict(float, self._pairs)
        for pair, count in pairs.items():
            together[pair] += count
        return Language(together)


def language(names: Iterable[str] = ()) -> Language:
    """The language with ``names`` (each of several words) known besides."""
    pairs = defaultdict(float, _common_pairs())
    for name in names:
        for pair in phrase_pairs(name):
            pairs[pair] += NAME
    return Language(pairs)


def phrase_pairs(phrase: str) -> Iterable[Pair]:
    """The pairs of syllables of a phrase that stand beside one another without a mark between."""
    parts = [spelt(word) for word in phrase.split()]
    for a, b in pairwise(parts):
        if a and b and not a.behind and not b.before:
            yield key(a.letters), key(b.letters)


@cache
def _common_pairs() -> dict[Pair, float]:
    from underthesea.corpus.readers.dictionary_loader import DictionaryLoader

    pairs: defaultdict[Pair, float] = defaultdict(float)
    for row in files("extract.mending").joinpath("pairs.tsv").read_text(encoding="utf-8").splitlines():
        if not row.startswith("#"):
            first, second, count = row.split("\t")
            pairs[first, second] = float(count)
    for word in dict.fromkeys(w.strip().lower() for w in DictionaryLoader("Viet74K.txt").words):
        for pair in phrase_pairs(word):
            pairs[pair] += COMPOUND
    return pairs
