"""Rulings that part only some columns of a table without vertical ones → where its cells hang together.

A ruling that leaves a column out says that the cells above and below it there are one, merged down; one under a heading
says over which columns that heading stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from nghiquyet.extract.model import Ruling, Word
from nghiquyet.extract.page.words_to_lines import words_to_lines
from nghiquyet.extract.tables.classify.heading_levels import UpperHeading
from nghiquyet.extract.tables.lattice.column_gutters import within

# Rulings whose heights differ by less (points) are pieces of one border; so near to a border over all columns they are
# that one, drawn twice.
SAME_LEVEL, APART = 2.5, 4.0
# A ruling parts a column if it covers this share of its text's width, and leaves it out if it covers no more than the
# other share; one in between is an underline.
COVERED, LEFT_OUT = 0.65, 0.35
# Lines of one cell are no farther apart than this, in parts of their height; so a ruling that was lost is told.
ONE_TEXT = 1.9


@dataclass(frozen=True, slots=True)
class Level:
    """A border at height ``y`` that parts the columns ``closed``; ``pieces`` are the first and last column of each."""

    y: float
    closed: frozenset[int]
    pieces: tuple[tuple[int, int], ...]


def partial_levels(
    rulings: Sequence[Ruling], whole: Sequence[float], columns: Sequence[float], words: Sequence[Word]
) -> tuple[Level, ...]:
    """The borders between the rulings ``whole`` that part some columns, or all of them piece by piece."""
    inner = [
        r
        for r in rulings
        if r.horizontal and whole[0] < r.top < whole[-1] and not any(abs(r.top - y) <= APART for y in whole)
    ]
    texts = _texts(columns, words)
    levels = []
    for group in _by_height(inner):
        pieces = [_columns_of(r, texts) for r in group]
        covered = sorted(p for p in pieces if p is not None)
        if len(covered) < len(pieces):
            continue
        closed = frozenset(c for first, last in covered for c in range(first, last + 1))
        if closed:
            y = sum(r.top + r.bottom for r in group) / (2 * len(group))
            parted = {c for c in range(len(columns) - 1) if c not in closed and _two_texts(y, c, columns, words, whole)}
            levels.append(Level(y, closed | parted, tuple(covered)))
    return tuple(levels)


def upper_levels(uppers: Sequence[UpperHeading], columns: Sequence[float]) -> tuple[Level, ...]:
    """The borders below upper headings that no ruling tells: each parts the two columns of the headings below it."""
    found: dict[float, list[tuple[int, int]]] = {}
    for upper in uppers:
        first, last = (max(c for c, x in enumerate(columns[:-1]) if x <= at) for at in (upper.left, upper.right))
        y = next((y for y in found if abs(y - upper.y) <= SAME_LEVEL), upper.y)
        found.setdefault(y, []).append((first, last))
    return tuple(
        Level(y, frozenset(c for first, last in pieces for c in range(first, last + 1)), tuple(sorted(pieces)))
        for y, pieces in sorted(found.items())
    )


def _by_height(rulings: Sequence[Ruling]) -> list[list[Ruling]]:
    groups: list[list[Ruling]] = []
    for ruling in sorted(rulings, key=lambda r: r.top):
        if groups and ruling.top - groups[-1][0].top <= SAME_LEVEL:
            groups[-1].append(ruling)
        else:
            groups.append([ruling])
    return groups


def _texts(columns: Sequence[float], words: Sequence[Word]) -> list[tuple[float, float]]:
    """Left and right of each column's text: its borders are told by white, and are not where its rulings end."""
    sides = []
    for left, right in pairwise(columns):
        own = [w.bbox for w in words if within(w, left, right)]
        sides.append((min((b[0] for b in own), default=left), max((b[2] for b in own), default=right)))
    return sides


def _columns_of(ruling: Ruling, texts: Sequence[tuple[float, float]]) -> tuple[int, int] | None:
    """The first and last column that the ruling parts; None for a stroke that ends amid one, or parts none."""
    shares = [max(0.0, min(ruling.x1, right) - max(ruling.x0, left)) / max(right - left, 1.0) for left, right in texts]
    if any(LEFT_OUT < share < COVERED for share in shares):
        return None
    parted = [c for c, share in enumerate(shares) if share >= COVERED]
    return (parted[0], parted[-1]) if parted else None


def _two_texts(y: float, column: int, columns: Sequence[float], words: Sequence[Word], whole: Sequence[float]) -> bool:
    """True if text ends well above a border and another begins below it, between the borders next to it."""
    top, bottom = max(b for b in whole if b < y), min(b for b in whole if b > y)
    own = [
        w for w in words if within(w, columns[column], columns[column + 1]) and top < w.bbox[3] and w.bbox[1] < bottom
    ]
    lines = words_to_lines(own)
    above = [line for line in lines if line.bbox[3] <= y + 1]
    below = [line for line in lines if line.bbox[1] >= y - 1]
    if not above or not below or len(above) + len(below) < len(lines):
        return False
    last, first = max(above, key=lambda line: line.bbox[3]).bbox, min(below, key=lambda line: line.bbox[1]).bbox
    return first[1] - last[1] > ONE_TEXT * (last[3] - last[1])
