"""The records of one kind in two versions → which are one: pairs, splits and merges, and those without a partner."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nghiquyet.output.changes.assign import Edge, best_assignment
from nghiquyet.output.changes.pair_candidates import candidate_pairs
from nghiquyet.output.changes.pair_score import pair_score, rarity_of
from nghiquyet.output.changes.pins import PinnedPairs
from nghiquyet.output.changes.profile import Profile
from nghiquyet.output.changes.splits import find_parts

# Two records are one from this score on; found with the editor of tests/editor over real documents.
LINE = 0.47
# So near to the line, on either side, a person should look.
NEAR = 0.06
# Below this a pair is not worth holding against others.
_FLOOR = 0.3
# Identical records are never given up for two that are only alike.
_IDENTICAL = 3.0
# Decides between assignments that are as good, the same way from either side.
_TIE = 1e-6
# A pair below this may be two parts of other records that were left over, and is given up for a split or merge.
_WEAK = 0.75


@dataclass(frozen=True)
class PairLink:
    """Records that are one, as indexes: one to one, or one side of several. A side is empty for those come or gone."""

    previous: tuple[int, ...]
    current: tuple[int, ...]
    score: float
    review: bool


def pair_profiles(mine: Sequence[Profile], theirs: Sequence[Profile], pins: PinnedPairs) -> tuple[PairLink, ...]:
    """Every record of both versions in exactly one link. The links of (b, a) are those of (a, b) turned round."""
    pinned = _pinned_links(mine, theirs, pins)
    fixed = ({i for link in pinned for i in link.previous}, {j for link in pinned for j in link.current})
    parted = _parted(mine, theirs, pins)
    scores = _scores(mine, theirs, fixed, parted)
    chosen = [(i, j, scores[i, j] < _WEAK) for i, j in _accepted(mine, theirs, scores)]
    splits = find_parts(mine, theirs, chosen, fixed)
    in_parts = ({i for s in splits for i in s.previous}, {j for s in splits for j in s.current})
    left = {(i, j): score for (i, j), score in scores.items() if i not in in_parts[0] and j not in in_parts[1]}
    pairs = _accepted(mine, theirs, left)
    taken = (
        fixed[0] | in_parts[0] | {i for i, _ in pairs},
        fixed[1] | in_parts[1] | {j for _, j in pairs},
    )
    return (
        *pinned,
        *(PairLink(s.previous, s.current, _rounded(s.score), s.review) for s in splits),
        *(PairLink((i,), (j,), _rounded(scores[i, j]), _near(scores[i, j])) for i, j in pairs),
        *_alone(mine, theirs, scores, taken),
    )


def _pinned_links(mine: Sequence[Profile], theirs: Sequence[Profile], pins: PinnedPairs) -> list[PairLink]:
    old, new = ({profile.id: at for at, profile in enumerate(side)} for side in (mine, theirs))
    return [
        PairLink(tuple(old[i] for i in pin.previous), tuple(new[j] for j in pin.current), 1.0, False)
        for pin in pins.pin
    ]


def _parted(mine: Sequence[Profile], theirs: Sequence[Profile], pins: PinnedPairs) -> set[Edge]:
    apart = set(pins.part)
    if not apart:
        return set()
    old, new = ({profile.id: at for at, profile in enumerate(side)} for side in (mine, theirs))
    return {(old[i], new[j]) for i, j in apart}


def _scores(
    mine: Sequence[Profile], theirs: Sequence[Profile], fixed: tuple[set[int], set[int]], parted: set[Edge]
) -> dict[Edge, float]:
    """The scores of the candidates, with what their neighbours say: known after a first assignment without them."""
    rarity = rarity_of((*mine, *theirs))
    edges = {e for e in candidate_pairs(mine, theirs, rarity) if e[0] not in fixed[0] and e[1] not in fixed[1]} - parted
    first = {(i, j): pair_score(mine[i], theirs[j], rarity) for i, j in sorted(edges)}
    partner = dict(_accepted(mine, theirs, first))
    beside = (_neighbours(mine), _neighbours(theirs))
    scores = dict(first)
    for (i, j), score in first.items():
        support = _support(beside[0][i], beside[1][j], partner)
        if score >= _FLOOR and support:
            scores[i, j] = pair_score(mine[i], theirs[j], rarity, support)
    return scores


def _neighbours(profiles: Sequence[Profile]) -> list[tuple[int | None, int | None]]:
    """The index of the record before and after each, within its place."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, profile in enumerate(profiles):
        places[profile.place].append(at)
    beside: dict[int, tuple[int | None, int | None]] = {}
    for members in places.values():
        row = [None, *members, None]
        beside |= {members[k]: (row[k], row[k + 2]) for k in range(len(members))}
    return [beside[at] for at in range(len(profiles))]


def _support(
    mine: tuple[int | None, int | None], theirs: tuple[int | None, int | None], partner: Mapping[int, int]
) -> float:
    agree = [
        j is None if i is None else j is not None and partner.get(i) == j for i, j in zip(mine, theirs, strict=True)
    ]
    return sum(agree) / len(agree)


def _accepted(mine: Sequence[Profile], theirs: Sequence[Profile], scores: Mapping[Edge, float]) -> list[Edge]:
    """The best assignment of the pairs above the line. A strong pair counts for more than two weak ones."""
    weights = {
        (i, j): (score - _FLOOR) ** 2
        + _TIE * _tie(mine[i], theirs[j])
        + (_IDENTICAL if mine[i].content == theirs[j].content else 0.0)
        for (i, j), score in scores.items()
        if score >= LINE
    }
    return best_assignment(weights)


def _tie(mine: Profile, theirs: Profile) -> float:
    ends = sorted((f"{mine.id}\n{mine.content}", f"{theirs.id}\n{theirs.content}"))
    return zlib.crc32("\n".join(ends).encode()) / 2**32


def _alone(
    mine: Sequence[Profile], theirs: Sequence[Profile], scores: Mapping[Edge, float], taken: tuple[set[int], set[int]]
) -> list[PairLink]:
    """Those come and gone: sure where nothing on the other side, still without a partner, is like them."""
    best: tuple[dict[int, float], dict[int, float]] = ({}, {})
    for (i, j), score in scores.items():
        if i not in taken[0] and j not in taken[1]:
            best[0][i] = max(best[0].get(i, 0.0), score)
            best[1][j] = max(best[1].get(j, 0.0), score)
    gone = [
        PairLink((i,), (), _rounded(1 - best[0].get(i, 0.0)), _near(best[0].get(i, 0.0)))
        for i in range(len(mine))
        if i not in taken[0]
    ]
    come = [
        PairLink((), (j,), _rounded(1 - best[1].get(j, 0.0)), _near(best[1].get(j, 0.0)))
        for j in range(len(theirs))
        if j not in taken[1]
    ]
    return gone + come


def _near(score: float) -> bool:
    return abs(score - LINE) < NEAR


def _rounded(score: float) -> float:
    """To the thousandth: what is beyond it is no evidence."""
    return round(min(max(score, 0.0), 1.0), 3)
