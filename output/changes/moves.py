"""Pairs of records → those that moved: under another heading, or past their neighbours."""

from __future__ import annotations

import bisect
import zlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from nghiquyet.output.changes.assign import Edge, best_assignment
from nghiquyet.output.changes.likeness import likeness
from nghiquyet.output.changes.profile import Profile

# Two headings are one by what they are called, and by the records under them.
_TITLE, _MEMBERS = 0.6, 0.4
_SAME_HEADING = 0.3
# Decides between places as good, the same way from either side.
_TIE = 1e-6


def moved_pairs(mine: Sequence[Profile], theirs: Sequence[Profile], pairs: Sequence[Edge]) -> set[Edge]:
    """The pairs that stand elsewhere. A heading that was renumbered, or moved with all its records, moves none."""
    places = pair_places(mine, theirs, pairs)
    moved = {(i, j) for i, j in pairs if places.get(mine[i].place) != theirs[j].place}
    stayed: dict[str, list[Edge]] = defaultdict(list)
    for i, j in pairs:
        if (i, j) not in moved:
            stayed[mine[i].place].append((i, j))
    for place in stayed.values():
        moved |= set(place) - _in_order(place, mine, theirs)
    return moved


def pair_places(mine: Sequence[Profile], theirs: Sequence[Profile], pairs: Sequence[Edge]) -> Mapping[str, str]:
    """Each old place → the new one that it is."""
    members = Counter((mine[i].place, theirs[j].place) for i, j in pairs)
    sizes = Counter(p.place for p in mine), Counter(p.place for p in theirs)
    titles = {p.place: p.title for p in mine}, {p.place: p.title for p in theirs}
    old, new = list(titles[0]), list(titles[1])
    weights: dict[Edge, float] = {}
    for a, before in enumerate(old):
        for b, after in enumerate(new):
            shared = members[before, after]
            named = _named_alike(before, after, titles[0][before], titles[1][after])
            score = _TITLE * named + _MEMBERS * 2 * shared / (sizes[0][before] + sizes[1][after])
            if score >= _SAME_HEADING and (shared or named):
                tie = zlib.crc32("\n".join(sorted((before, after))).encode()) / 2**32
                weights[a, b] = score**2 + _TIE * tie
    return {old[a]: new[b] for a, b in best_assignment(weights)}


def _named_alike(before: str, after: str, title: Sequence[str], other: Sequence[str]) -> float:
    if before.partition(" ")[0] != after.partition(" ")[0]:
        return 0.0
    return likeness(title, other) if title or other else float(before == after)


def _in_order(pairs: Sequence[Edge], mine: Sequence[Profile], theirs: Sequence[Profile]) -> set[Edge]:
    """As many pairs of one place as keep their order; of several choices always the same, from either side."""
    steps = sorted(pairs)
    chain = _longest([j for _, j in steps], [_tie(mine[i], theirs[j]) for i, j in steps])
    return {steps[at] for at in chain}


def _longest(values: Sequence[int], ties: Sequence[int]) -> list[int]:
    """The places of an increasing subsequence: the longest, and of those the one of most weight.

    A tree over the values holds the best chain that ends at or below each: n log n for thousands of rows.
    """
    ranks = sorted(values)
    best: list[tuple[int, int, int]] = [(0, 0, -1)] * (len(values) + 1)
    before = [-1] * len(values)
    for at, value in enumerate(values):
        rank = bisect.bisect_left(ranks, value)
        length, weight, last = _best_below(best, rank)
        before[at] = last
        _raise(best, rank + 1, (length + 1, weight + ties[at], at))
    at = _best_below(best, len(values))[2]
    chain = []
    while at >= 0:
        chain.append(at)
        at = before[at]
    return chain


def _best_below(tree: Sequence[tuple[int, int, int]], rank: int) -> tuple[int, int, int]:
    found = (0, 0, -1)
    while rank > 0:
        found = max(found, tree[rank])
        rank -= rank & -rank
    return found


def _raise(tree: list[tuple[int, int, int]], rank: int, value: tuple[int, int, int]) -> None:
    while rank < len(tree):
        tree[rank] = max(tree[rank], value)
        rank += rank & -rank


def _tie(mine: Profile, theirs: Profile) -> int:
    ends = sorted((f"{mine.id}\n{mine.content}", f"{theirs.id}\n{theirs.content}"))
    return zlib.crc32("\n".join(ends).encode())
