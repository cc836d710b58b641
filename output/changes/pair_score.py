"""Two profiles → how sure it is that they are one record, 0 to 1; the same either way round."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from nghiquyet.normalize.model import Target
from nghiquyet.output.changes.keys import content_of
from nghiquyet.output.changes.likeness import likeness
from nghiquyet.output.changes.profile import Profile

# What each kind of evidence weighs; what both records lack is left out and the rest scaled up. The words lead: a row at
# the same place with the same agencies and other words is another task.
_WORDS, _AGENCIES, _DEADLINE, _NUMBERS, _PLACE, _FIGURE = 0.54, 0.08, 0.05, 0.05, 0.10, 0.14
# A result that only these two records have names them nearly as their titles do; "Kế hoạch" in every row says little.
_COMMON_RESULT, _OWN_RESULT = 0.12, 0.26
# Of the place: the headings above, and the order within (or the neighbours).
_HEADINGS, _ORDER = 0.6, 0.4
# Of the words: their order, their rarity, and that all of the shorter text is in the longer.
_SEQUENCE, _RARITY, _CONTAINED = 0.4, 0.4, 0.2
# A text of fewer words is contained in many.
_FEWEST_CONTAINED = 4


class Rarity:
    """What finding a word in two records says: much for a rare one, little for one that is everywhere."""

    def __init__(self, weights: Mapping[str, float], results: Mapping[tuple[str, ...], int]) -> None:
        self._weights, self._results = weights, results
        self._totals: dict[tuple[str, ...], float] = {}

    def of(self, word: str) -> float:
        return self._weights.get(word, 1.0)

    def sum(self, words: Iterable[str]) -> float:
        """Exact, so that no order of the words matters."""
        return math.fsum(self._weights.get(word, 1.0) for word in words)

    def of_result(self, mine: Profile, theirs: Profile) -> float:
        """What the results of two records weigh: more, the fewer records have the same."""
        count = max(self._results.get(mine.more_words, 2), self._results.get(theirs.more_words, 2), 2)
        return _COMMON_RESULT + (_OWN_RESULT - _COMMON_RESULT) * 2 / count

    def total(self, words: tuple[str, ...]) -> float:
        """The sum of the different words of a record, counted once for all its pairs."""
        if words not in self._totals:
            self._totals[words] = self.sum(set(words))
        return self._totals[words]


def rarity_of(profiles: Sequence[Profile]) -> Rarity:
    counts = Counter(word for profile in profiles for word in set(profile.words))
    results = Counter(profile.more_words for profile in profiles)
    return Rarity({word: math.log(1 + len(profiles) / count) for word, count in counts.items()}, results)


def pair_score(mine: Profile, theirs: Profile, rarity: Rarity, neighbours: float = 0.0) -> float:
    """``neighbours``: the share of the records beside them that are known to be pairs."""
    place = _place(mine, theirs, neighbours)
    if mine.content == theirs.content:
        return 1 - _PLACE + _PLACE * place
    evidence = [
        (_WORDS, _text(mine.words, theirs.words, rarity)),
        (_PLACE, place),
        *_optional(
            rarity.of_result(mine, theirs), mine.more_words, theirs.more_words, lambda: _more(mine, theirs, rarity)
        ),
        *_optional(_AGENCIES, mine.agencies, theirs.agencies, lambda: _shared(mine.agencies, theirs.agencies)),
        *_optional(_DEADLINE, mine.deadline, theirs.deadline, lambda: float(mine.deadline == theirs.deadline)),
    ]
    if isinstance(mine.record, Target) and isinstance(theirs.record, Target):
        evidence.append((_FIGURE, _figure(mine.record, theirs.record)))
    else:
        numbers = _optional(_NUMBERS, mine.numbers, theirs.numbers, lambda: _shared(mine.numbers, theirs.numbers))
        evidence += numbers
    return math.fsum(weight * worth for weight, worth in evidence) / math.fsum(weight for weight, _ in evidence)


def _optional(weight: float, mine: object, theirs: object, worth: Callable[[], float]) -> list[tuple[float, float]]:
    if not mine and not theirs:
        return []
    return [(weight, worth() if mine and theirs else 0.0)]


def _text(words: tuple[str, ...], others: tuple[str, ...], rarity: Rarity) -> float:
    if words == others:
        return 1.0
    mine, theirs = set(words), set(others)
    shared = mine & theirs
    if not shared:
        return 0.0
    common, all_mine, all_theirs = rarity.sum(shared), rarity.total(words), rarity.total(others)
    overlap = 2 * common / (all_mine + all_theirs)
    shorter = min(all_mine, all_theirs)
    contained = common / shorter if min(len(mine), len(theirs)) >= _FEWEST_CONTAINED else overlap
    return _SEQUENCE * likeness(words, others) + _RARITY * overlap + _CONTAINED * contained


def _more(mine: Profile, theirs: Profile, rarity: Rarity) -> float:
    return _text(mine.more_words, theirs.more_words, rarity)


def _shared(mine: AbstractSet[object], theirs: AbstractSet[object]) -> float:
    return 2 * len(mine & theirs) / (len(mine) + len(theirs))


def _figure(mine: Target, theirs: Target) -> float:
    """How alike two promises measure: kind, unit, comparator, value."""
    if mine.kind != theirs.kind:
        return 0.0
    if mine.value is None and theirs.value is None:
        return 1.0
    same = (
        content_of(mine.unit or "") == content_of(theirs.unit or ""),
        mine.comparator == theirs.comparator,
        (mine.value, mine.value_max) == (theirs.value, theirs.value_max),
    )
    return sum(same) / len(same)


def _place(mine: Profile, theirs: Profile, neighbours: float) -> float:
    if mine.record.origin != theirs.record.origin:
        return 0.0  # prose and table say the same of several rows
    named = bool(mine.title or theirs.title)
    headings = likeness(mine.title, theirs.title) if named else float(mine.place == theirs.place)
    near = 1 / (1 + abs(mine.order - theirs.order))
    return _HEADINGS * headings + _ORDER * max(near, neighbours)
