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
from math import log
from pathlib import Path
from types import MappingProxyType

from nghiquyet.extract.language.printed_words import spelt
from nghiquyet.extract.language.spelling import tone_last

Pair = tuple[str, str]
Syllables = tuple[str | None, ...]
# What a compound of the dictionary, or a known name, counts beside one occurrence in a document.
COMPOUND = 1.0
NAME = 1.0
# The same for its syllables alone: a dictionary has each word once, however seldom it is used.
ALONE = 0.02
# Taken off every count and given to pairs never met (absolute discounting).
DISCOUNT = 0.5
# How many syllables are taken to exist beside those met, and what each counts: keeps a new one from being impossible.
UNMET, UNMET_COUNT = 7000.0, 0.2
# Documents repeat themselves; so many steps from word to word are kept, a few hundred bytes each.
STEPS_KEPT = 1 << 14
_NONE: Mapping[str, float] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each syllable was met behind each other, and how often syllables alone."""

    behind: Mapping[str, Mapping[str, float]]
    syllables: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Steps:
    """How likely each of some syllables stands behind each of others, as logarithms.

    It is ``opens[i] + alone[j]`` from the first ``i`` to the second ``j``, but for pairs that were met: theirs is never
    less and is in ``met`` as ``(i, j, logarithm)``, in no order.
    """

    opens: Sequence[float]
    alone: Sequence[float]
    met: Sequence[tuple[int, int, float]]


class Language:
    """Conditional likelihoods of syllables' keys (``spelling.key``), by absolute discounting over pairs."""

    def __init__(self, counts: Counts, base: Language | None = None) -> None:
        """The language of ``counts``, or that of ``base`` with ``counts`` added."""
        self._behind: dict[str, Mapping[str, float]] = dict(base._behind) if base else {}
        self._alone: dict[str, float] = dict(base._alone) if base else {}
        for first, seconds in counts.behind.items():
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
        self._steps: dict[tuple[Syllables, Syllables], Steps] = {}

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

    def steps(self, firsts: Syllables, seconds: Syllables) -> Steps:
        """The ``log_likelihood`` of each of ``seconds`` behind each of ``firsts``; None stands alone on its side."""
        known = self._steps.get((firsts, seconds))
        if known is None:
            if len(self._steps) >= STEPS_KEPT:
                self._steps.clear()
            known = self._steps[firsts, seconds] = self._steps_between(firsts, seconds)
        return known

    def _steps_between(self, firsts: Syllables, seconds: Syllables) -> Steps:
        if None in seconds:
            return Steps((0.0,) * len(firsts), (0.0,) * len(seconds), ())
        shares = [self._as_second.get(second) or self._second(second) for second in seconds if second is not None]
        places = {second: (j, share[0]) for j, (second, share) in enumerate(zip(seconds, shares, strict=True))}
        opens: list[float] = []
        met: list[tuple[int, int, float]] = []
        for i, first in enumerate(firsts):
            behind = self._behind.get(first) if first is not None else None
            if first is None or not behind:
                opens.append(0.0)
                continue
            before, log_open = self._as_first.get(first) or self._first(first, behind)
            opens.append(log_open)
            for second in behind.keys() & places.keys():
                if (seen := behind[second] - DISCOUNT) > 0.0:
                    j, alone = places[second]
                    met.append((i, j, log((seen + DISCOUNT * len(behind) * alone) / before)))
        return Steps(tuple(opens), tuple(share[1] for share in shares), tuple(met))

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
        tally = _Tally()
        for pair, count in pairs.items():
            tally.add(pair, count, count)
        return Language(tally.counts(), self)


class _Tally:
    """Counts that grow."""

    def __init__(self) -> None:
        self._behind: defaultdict[str, dict[str, float]] = defaultdict(dict)
        self._alone: defaultdict[str, float] = defaultdict(float)

    def add(self, pair: Pair, count: float, alone: float) -> None:
        """Counts a pair, and its second syllable by itself."""
        first, second = pair
        seconds = self._behind[first]
        seconds[second] = seconds.get(second, 0.0) + count
        self._alone[second] += alone

    def counts(self) -> Counts:
        return Counts(self._behind, self._alone)


def language(names: Iterable[str] = ()) -> Language:
    """The language with ``names`` (each of several words) known besides."""
    tally = _Tally()
    for name in names:
        for pair in phrase_pairs(name):
            tally.add(pair, NAME, ALONE)
    return Language(tally.counts(), _common_language())


def phrase_pairs(phrase: str) -> list[Pair]:
    """The pairs of syllables of a phrase that stand beside one another without a mark between."""
    found = []
    before: _Joints | None = None
    words = phrase.split()
    for word in words if len(words) > 1 else ():
        own = _joints(word)
        if before and own and not before[2] and not own[0]:
            found.append((before[1], own[1]))
        before = own
    return found


_Joints = tuple[bool, str, bool]


# a document's words are far fewer than this; the dictionary's syllables are seven thousand
@lru_cache(1 << 15)
def _joints(word: str) -> _Joints | None:
    """A word's key, and whether a mark stands before and behind it; None where it is no run of letters."""
    parts = spelt(word)
    return (bool(parts.before), tone_last(parts.letters), bool(parts.behind)) if parts else None


@cache
def _common_language() -> Language:
    tally = _Tally()
    for row in files("nghiquyet.extract.ocr.correct").joinpath("pairs.tsv").read_text(encoding="utf-8").splitlines():
        if not row.startswith("#"):
            first, second, count = row.split("\t")
            tally.add((first, second), float(count), float(count))
    for word in _dictionary():
        for pair in phrase_pairs(word):
            tally.add(pair, COMPOUND, ALONE)
    return Language(tally.counts())


def _dictionary() -> Iterable[str]:
    """The words of underthesea's dictionary, read where they lie: to import the package takes a second."""
    package = find_spec("underthesea")
    if package is None or not package.submodule_search_locations:
        raise ModuleNotFoundError("underthesea", name="underthesea")
    path = Path(next(iter(package.submodule_search_locations)), "corpus", "data", "Viet74K.txt")
    return dict.fromkeys(line.strip() for line in path.read_text(encoding="utf-8").lower().splitlines())
