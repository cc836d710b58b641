"""How likely one syllable follows another in official Vietnamese.

Three sources: pairs counted in printed official documents (pairs.tsv), the compounds of a dictionary of 74,000 words
that comes with underthesea (Hồ Ngọc Đức's list), and names that the caller knows. The one door to underthesea of this
room.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import log

from extract.mending.spelling import key, spelt

Pair = tuple[str, str]
# What a compound of the dictionary, or a known name, counts beside one occurrence in a document.
COMPOUND = 1.0
NAME = 1.0
# The same for its syllables alone: a dictionary has each word once, however seldom it is used.
ALONE = 0.02
# Taken off every count and given to pairs never met (absolute discounting).
DISCOUNT = 0.5
# How many syllables are taken to exist beside those met, and what each counts: keeps a new one from being impossible.
UNMET, UNMET_COUNT = 7000.0, 0.2


@dataclass(frozen=True, slots=True)
class Counts:
    """How often pairs were met, and how often syllables alone."""

    pairs: Mapping[Pair, float]
    syllables: Mapping[str, float]


class Language:
    """Conditional likelihoods of syllables' keys (``spelling.key``), by absolute discounting over pairs."""

    def __init__(self, counts: Counts) -> None:
        self._counts = counts
        self._first: defaultdict[str, float] = defaultdict(float)
        self._followers: Counter[str] = Counter()
        for (first, _), count in counts.pairs.items():
            self._first[first] += count
            self._followers[first] += 1
        self._beside: tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]] | None = None
        self._all = sum(counts.syllables.values()) + UNMET * UNMET_COUNT

    def log_likelihood(self, first: str | None, second: str | None) -> float:
        """The natural logarithm of the likelihood of ``second`` behind ``first``; None is a word of no syllable."""
        if second is None:
            return 0.0
        alone = (self._counts.syllables.get(second, 0.0) + UNMET_COUNT) / self._all
        before = self._first.get(first, 0.0) if first is not None else 0.0
        if first is None or not before:
            return log(alone)
        seen = max(self._counts.pairs.get((first, second), 0.0) - DISCOUNT, 0.0)
        return log((seen + DISCOUNT * self._followers[first] * alone) / before)

    def knows(self, pair: Pair) -> bool:
        """True if the pair has been met."""
        return pair in self._counts.pairs

    def met(self, syllable: str) -> bool:
        """True if the syllable has been met in any pair."""
        return syllable in self._counts.syllables or syllable in self._first

    def between(self, before: str | None, after: str | None) -> frozenset[str]:
        """The syllables met behind ``before`` or in front of ``after``."""
        behind = self._neighbours()[0].get(before or "", frozenset())
        ahead = self._neighbours()[1].get(after or "", frozenset())
        return behind | ahead

    def _neighbours(self) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
        if self._beside is None:
            followers: defaultdict[str, set[str]] = defaultdict(set)
            leaders: defaultdict[str, set[str]] = defaultdict(set)
            for first, second in self._counts.pairs:
                followers[first].add(second)
                leaders[second].add(first)
            self._beside = (
                {k: frozenset(v) for k, v in followers.items()},
                {k: frozenset(v) for k, v in leaders.items()},
            )
        return self._beside

    def with_pairs(self, pairs: Mapping[Pair, float]) -> Language:
        """The language with the counts of ``pairs`` added, and those of their syllables."""
        together, alone = defaultdict(float, self._counts.pairs), defaultdict(float, self._counts.syllables)
        for pair, count in pairs.items():
            together[pair] += count
            alone[pair[1]] += count
        return Language(Counts(together, alone))


def language(names: Iterable[str] = ()) -> Language:
    """The language with ``names`` (each of several words) known besides."""
    common = _common_counts()
    pairs, alone = defaultdict(float, common.pairs), defaultdict(float, common.syllables)
    for name in names:
        for pair in phrase_pairs(name):
            pairs[pair] += NAME
            alone[pair[1]] += ALONE
    return Language(Counts(pairs, alone))


def phrase_pairs(phrase: str) -> Iterable[Pair]:
    """The pairs of syllables of a phrase that stand beside one another without a mark between."""
    parts = [spelt(word) for word in phrase.split()]
    for a, b in pairwise(parts):
        if a and b and not a.behind and not b.before:
            yield key(a.letters), key(b.letters)


@cache
def _common_counts() -> Counts:
    from underthesea.corpus.readers.dictionary_loader import DictionaryLoader

    pairs: defaultdict[Pair, float] = defaultdict(float)
    alone: defaultdict[str, float] = defaultdict(float)
    for row in files("extract.mending").joinpath("pairs.tsv").read_text(encoding="utf-8").splitlines():
        if not row.startswith("#"):
            first, second, count = row.split("\t")
            pairs[first, second] = float(count)
            alone[second] += float(count)
    for word in dict.fromkeys(w.strip().lower() for w in DictionaryLoader("Viet74K.txt").words):
        for pair in phrase_pairs(word):
            pairs[pair] += COMPOUND
            alone[pair[1]] += ALONE
    return Counts(pairs, alone)
