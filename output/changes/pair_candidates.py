"""Profiles of two versions → the pairs worth scoring, so that thousands of records need not all be held together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from nghiquyet.output.changes.assign import Edge
from nghiquyet.output.changes.pair_score import Rarity
from nghiquyet.output.changes.profile import Profile

# Up to this many pairs all are scored: half a second.
_ALL_PAIRS = 12_000
# Candidates a record gets by its words, from either side.
_BY_WORDS = 10
# A word of more records than this says nothing, and makes the search slow.
_COMMONEST = 60


def candidate_pairs(mine: Sequence[Profile], theirs: Sequence[Profile], rarity: Rarity) -> set[Edge]:
    """Pairs of indexes: all of them in small documents, else those that share rare words, an id or a place."""
    if len(mine) * len(theirs) <= _ALL_PAIRS:
        return {(i, j) for i in range(len(mine)) for j in range(len(theirs))}
    there = _by_words(mine, theirs, rarity)
    back = _by_words(theirs, mine, rarity)
    return there | {(i, j) for j, i in back} | _by_place(mine, theirs)


def _by_words(mine: Sequence[Profile], theirs: Sequence[Profile], rarity: Rarity) -> set[Edge]:
    holders: dict[str, list[int]] = defaultdict(list)
    for j, profile in enumerate(theirs):
        for word in sorted(set(profile.words) | set(profile.more_words)):
            holders[word].append(j)
    found: set[Edge] = set()
    for i, profile in enumerate(mine):
        shared: dict[int, float] = defaultdict(float)
        for word in sorted(set(profile.words) | set(profile.more_words)):
            if len(holders.get(word, ())) <= _COMMONEST:
                for j in holders.get(word, ()):
                    shared[j] += rarity.of(word)
        best = sorted(shared, key=lambda j: (-shared[j], j))[:_BY_WORDS]
        found |= {(i, j) for j in best}
    return found


def _by_place(mine: Sequence[Profile], theirs: Sequence[Profile]) -> set[Edge]:
    """Same id, same content, and same or next number under the same heading."""
    by_id = {profile.id: j for j, profile in enumerate(theirs)}
    by_order: dict[tuple[str, int], int] = {(p.place, p.order): j for j, p in enumerate(theirs)}
    by_content: dict[str, list[int]] = defaultdict(list)
    for j, profile in enumerate(theirs):
        by_content[profile.content].append(j)
    found: set[Edge] = set()
    for i, profile in enumerate(mine):
        orders = (by_order.get((profile.place, profile.order + step)) for step in (-1, 0, 1))
        near = (by_id.get(profile.id), *orders, *by_content[profile.content][:_COMMONEST])
        found |= {(i, j) for j in near if j is not None}
    return found
