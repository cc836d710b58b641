"""How likely one syllable follows another in official Vietnamese.

Three sources: pairs counted in printed official documents (pairs.tsv), the compounds of a dictionary of 74,000 words
that comes with underthesea (Hồ Ngọc Đức's list), and names that the caller knows. The one door to underthesea of this
room.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from importlib.util import find_spec
from itertools import pairwise
from math import log
from pathlib import Path
from types import MappingProxyType

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
_NONE: Mapping[str, float] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Counts:
    """How often pairs were met, and how often syllables alone."""

    pairs: Mapping[Pair, float]
    syllables: Mapping[str, float]


class Language:
    """Conditional likelihoods of syllables' keys (``spelling.key``), by absolute discounting over pairs."""

    def __init__(self, counts: Counts, base: Language | None = None) -> None:
        """The language of ``counts``, or that of ``base`` with ``counts`` added."""
        self._behind: dict[str, Mapping[str, float]] = dict(base._behind) if base else {}
        self._alone: dict[str, float] = dict(base._alone) if base else {}
        added: defaultdict[str, dict[str, float]] = defaultdict(dict)
        for (first, second), count in counts.pairs.items():
            added[first][second] = count
        for first, seconds in added.items():
            own = dict(self._behind.get(first, _NONE))
            for second, count in seconds.items():
                own[second] = own.get(second, 0.0) + count
            self._behind[first] = own
        for syllable, count in counts.syllables.items():
            self._alone[syllable] = self._alone.get(syllable, 0.0) + count
        self._all = sum(self._alone.values()) + UNMET * UNMET_COUNT
        # each syllable's own share in the likelihood of a pair never met: as the first of it, and as the second
        self._as_first: dict[str, tuple[float, float]] = {}
        self._as_second: dict[str, tuple[float, float]] = {}

    def log_likelihood(self, first: str | None, second: str | None) -> float:
        """The natural logarithm of the likelihood of ``second`` behind ``first``; None is a word of no syllable."""
        if second is None:
            return 0.0
        alone, log_alone = self._as_second.get(second) or self._second(second)
        seconds = self._behind.get(first) if first is not None else None
        if first is None or not seconds:
            return log_alone
        before, log_open = self._as_first.get(first) or self._first(first, seconds)
        seen = seconds.get(second, 0.0) - DISCOUNT
        if seen <= 0.0:
            return log_open + log_alone
        return log((seen + DISCOUNT * len(seconds) * alone) / before)

    def log_likelihoods(self, firsts: Sequence[str | None], seconds: Sequence[str | None]) -> list[list[float]]:
        """For each of ``firsts`` the ``log_likelihood`` of each of ``seconds`` behind it."""
        return [[self.log_likelihood(first, second) for second in seconds] for first in firsts]

    def _second(self, second: str) -> tuple[float, float]:
        """The likelihood of a syllable whatever stands before it, and its logarithm."""
        alone = (self._alone.get(second, 0.0) + UNMET_COUNT) / self._all
        return self._as_second.setdefault(second, (alone, log(alone)))

    def _first(self, first: str, seconds: Mapping[str, float]) -> tuple[float, float]:
        """How often a syllable had another behind it, and the logarithm of what is left there for those never met."""
        before = sum(seconds.values())
        return self._as_first.setdefault(first, (before, log(DISCOUNT * len(seconds) / before)))

    def knows(self, pair: Pair) -> bool:
        """True if the pair has been met."""
        return pair[1] in self._behind.get(pair[0], _NONE)

    def met(self, syllable: str) -> bool:
        """True if the syllable has been met in any pair."""
        return syllable in self._alone or syllable in self._behind

    def between(self, before: str | None, after: str | None) -> frozenset[str]:
        """The syllables met behind ``before`` or in front of ``after``."""
        ahead = (first for first, seconds in self._behind.items() if after in seconds)
        return frozenset(self._behind.get(before or "", _NONE)).union(ahead if after else ())

    def with_pairs(self, pairs: Mapping[Pair, float]) -> Language:
        """The language with the counts of ``pairs`` added, and those of their syllables."""
        alone: defaultdict[str, float] = defaultdict(float)
        for (_, second), count in pairs.items():
            alone[second] += count
        return Language(Counts(pairs, alone), self)


def language(names: Iterable[str] = ()) -> Language:
    """The language with ``names`` (each of several words) known besides."""
    pairs: defaultdict[Pair, float] = defaultdict(float)
    alone: defaultdict[str, float] = defaultdict(float)
    for name in names:
        for pair in phrase_pairs(name):
            pairs[pair] += NAME
            alone[pair[1]] += ALONE
    return Language(Counts(pairs, alone), _common_language())


def phrase_pairs(phrase: str) -> Iterable[Pair]:
    """The pairs of syllables of a phrase that stand beside one another without a mark between."""
    for a, b in pairwise([_joints(word) for word in phrase.split()]):
        if a and b and not a[2] and not b[0]:
            yield a[1], b[1]


# a document's words are far fewer than this; the dictionary's syllables are seven thousand
@lru_cache(1 << 15)
def _joints(word: str) -> tuple[bool, str, bool] | None:
    """A word's key, and whether a mark stands before and behind it; None where it is no run of letters."""
    parts = spelt(word)
    return (bool(parts.before), key(parts.letters), bool(parts.behind)) if parts else None


@cache
def _common_language() -> Language:
    pairs: defaultdict[Pair, float] = defaultdict(float)
    alone: defaultdict[str, float] = defaultdict(float)
    for row in files("extract.mending").joinpath("pairs.tsv").read_text(encoding="utf-8").splitlines():
        if not row.startswith("#"):
            first, second, count = row.split("\t")
            pairs[first, second] = float(count)
            alone[second] += float(count)
    for word in _dictionary():
        for pair in phrase_pairs(word):
            pairs[pair] += COMPOUND
            alone[pair[1]] += ALONE
    return Language(Counts(pairs, alone))


def _dictionary() -> Iterable[str]:
    """The words of underthesea's dictionary, read where they lie: to import the package takes a second."""
    package = find_spec("underthesea")
    if package is None or not package.submodule_search_locations:
        raise ModuleNotFoundError("underthesea", name="underthesea")
    path = Path(next(iter(package.submodule_search_locations)), "corpus", "data", "Viet74K.txt")
    return dict.fromkeys(line.strip().lower() for line in path.read_text(encoding="utf-8").splitlines())
