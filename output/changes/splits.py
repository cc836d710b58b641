"""One record → the two or more that it was split into, or was merged from: their words together cover it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nghiquyet.output.changes.profile import Profile

# So much of the one record's words must be in the parts together.
_COVERED = 0.75
# So much of each part's words must be in the one record.
_FROM_IT = 0.7
# Each part brings at least this share of the one record's words, and two words, that the others do not.
_OWN_SHARE, _OWN_WORDS = 0.1, 2
# Where one part alone covers this much, the others are repetitions, no parts.
_WHOLE = 0.88
# A part may be shorter than that if it has these many words and they are, so exactly, those that the other part lost.
_FEWEST_LOST, _FITS = 3, 0.8
# So near to the lines a person should look.
_NEAR = 0.05
# RecordParts looked at for one record: an order has not more items.
_MOST_PARTS = 12


# The indexes of a pair, and whether it is weak.
Pair = tuple[int, int, bool]


@dataclass(frozen=True)
class RecordParts:
    """One side has one index, the other two or more in reading order."""

    previous: tuple[int, ...]
    current: tuple[int, ...]
    score: float
    review: bool


@dataclass(frozen=True)
class _FoundSplit:
    whole: int
    parts: tuple[int, ...]
    score: float
    review: bool


def find_parts(
    mine: Sequence[Profile], theirs: Sequence[Profile], pairs: Sequence[Pair], fixed: tuple[set[int], set[int]]
) -> list[RecordParts]:
    """Splits and merges among the records that ``pairs`` leaves over, each with the record that one part is paired
    with. The best first; a record is in one of them only. Weak pairs may be torn for them."""
    splits = [RecordParts((f.whole,), f.parts, f.score, f.review) for f in _wholes(mine, theirs, pairs, fixed)]
    turned = [(j, i, weak) for i, j, weak in pairs]
    merges = [RecordParts(f.parts, (f.whole,), f.score, f.review) for f in _wholes(theirs, mine, turned, fixed[::-1])]
    ranked = sorted(splits + merges, key=lambda p: (-p.score, _names(p, mine, theirs)))
    kept: list[RecordParts] = []
    used: tuple[set[int], set[int]] = (set(), set())
    for parts in ranked:
        if used[0].isdisjoint(parts.previous) and used[1].isdisjoint(parts.current):
            kept.append(parts)
            used[0].update(parts.previous)
            used[1].update(parts.current)
    return kept


def _names(parts: RecordParts, mine: Sequence[Profile], theirs: Sequence[Profile]) -> list[list[str]]:
    return sorted(([mine[i].id for i in parts.previous], [theirs[j].id for j in parts.current]))


def _wholes(
    wholes: Sequence[Profile], others: Sequence[Profile], pairs: Sequence[Pair], fixed: tuple[set[int], set[int]]
) -> Iterable[_FoundSplit]:
    partner = {i: j for i, j, weak in pairs if not weak}
    taken = set(partner.values()) | fixed[1]
    free = [j for j in range(len(others)) if j not in taken]
    # by the titles; where those are carried down to every part, by all that is said
    views = [
        ([Counter(p.text) for p in wholes], [Counter(p.text) for p in others]),
        ([Counter(p.said) for p in wholes], [Counter(p.said) for p in others]),
    ]
    holders = [_holders(theirs, free) for _, theirs in views]
    for i, whole in enumerate(wholes):
        first = partner.get(i)
        if i in fixed[0] or (first is not None and others[first].content == whole.content):
            continue
        for (mine, theirs), holding in zip(views, holders, strict=True):
            # prose and table say the same of other rows: a part stands where the whole stands
            likely = [j for j in _likely(mine[i], theirs, holding) if others[j].record.origin == whole.record.origin]
            found = _parts_of(i, mine[i], first, theirs, likely) if likely else None
            if found is not None:
                yield found
                break


def _parts_of(
    at: int, bag: Counter[str], first: int | None, others: Sequence[Counter[str]], free: Sequence[int]
) -> _FoundSplit | None:
    """``first`` is the part that the record is paired with, if any: it must be one of the parts."""
    inside = {j: _share(others[j], bag) for j in (*free, *(() if first is None else (first,)))}
    if first is not None and inside[first] < _FROM_IT:
        return None
    # the purest first: a record that is only like the whole adds nothing to its parts
    likely = sorted(
        (j for j in free if inside[j] >= _FROM_IT), key=lambda j: (-inside[j], -_overlap(others[j], bag), j)
    )
    order = [*(() if first is None else (first,)), *likely[:_MOST_PARTS]]
    parts = _chosen(bag, {j: others[j] for j in order})
    if len(parts) < 2 or not _is_cut(bag, [others[j] for j in parts]):
        parts = _complement(bag, first, likely, others)
    if len(parts) < 2 or (first is not None and first not in parts):
        return None
    covered = _union([others[j] for j in parts], bag).total() / bag.total()
    pure = min(inside[j] for j in parts)
    near = covered - _COVERED < _NEAR or pure - _FROM_IT < _NEAR
    return _FoundSplit(at, tuple(sorted(parts)), round((covered + pure) / 2, 3), near)


def _is_cut(bag: Counter[str], parts: Sequence[Counter[str]]) -> bool:
    """Whether the parts together cover the whole, and none alone."""
    covered = _union(parts, bag).total() / bag.total()
    return covered >= _COVERED and max(_overlap(part, bag) for part in parts) / bag.total() <= _WHOLE


def _complement(
    bag: Counter[str], first: int | None, likely: Sequence[int], others: Sequence[Counter[str]]
) -> list[int]:
    """The paired record and the one that has just the words it lost: a short order cut off a long one."""
    if first is None:
        return []
    lost = bag - others[first]
    if lost.total() < _FEWEST_LOST:
        return []
    fits = [j for j in likely if min(_share(others[j], lost), _share(lost, others[j])) >= _FITS]
    return [first, fits[0]] if fits else []


def _holders(bags: Sequence[Counter[str]], free: Sequence[int]) -> dict[str, list[int]]:
    """Each word → the free records that have it."""
    holders: dict[str, list[int]] = defaultdict(list)
    for j in free:
        for word in bags[j]:
            holders[word].append(j)
    return holders


def _likely(bag: Counter[str], bags: Sequence[Counter[str]], holders: dict[str, list[int]]) -> list[int]:
    """The free records of whose different words half are in the bag: the others need not be counted."""
    shared = Counter(j for word in bag for j in holders.get(word, ()))
    return sorted(j for j, count in shared.items() if 2 * count >= len(bags[j]))


def _chosen(bag: Counter[str], bags: dict[int, Counter[str]]) -> list[int]:
    """The parts that each bring words of their own, the largest first."""
    parts: list[int] = []
    have: Counter[str] = Counter()
    for j, other in bags.items():
        together = _union([have, other], bag)
        won = together.total() - have.total()
        if won >= max(_OWN_WORDS, _OWN_SHARE * bag.total()):
            parts.append(j)
            have = together
    return parts


def _union(bags: Sequence[Counter[str]], whole: Counter[str]) -> Counter[str]:
    """The words of the whole that the bags have together."""
    total: Counter[str] = Counter()
    for bag in bags:
        total.update(bag)
    return total & whole


def _overlap(bag: Counter[str], whole: Counter[str]) -> int:
    return (bag & whole).total()


def _share(bag: Counter[str], whole: Counter[str]) -> float:
    return _overlap(bag, whole) / bag.total() if bag else 0.0
