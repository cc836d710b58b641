"""Columns told by the white between them, where no rulings part them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from nghiquyet.extract.model import Line, Word

# A white strip that parts columns: how many lines it must run between words of, and its width in points.
STRIP_LINES = 6
STRIP_WIDTH = 1.5
# Words no farther apart than this (parts of their size) are of one text.
SPACE = 0.32
# How far a column's border may stand from where it stood on the page before (points).
REACH = 22.0


def within(word: Word, left: float, right: float) -> bool:
    """True if the word's middle stands between the borders."""
    return left <= (word.bbox[0] + word.bbox[2]) / 2 < right


def columns_between(
    spans: Sequence[tuple[float, float]], lines: Sequence[Line], left: float, right: float
) -> tuple[float, ...]:
    """A column for each heading's span: borders run where fewest words of the lines stand across them."""
    inner = [_clearest((a[0] + a[1]) / 2, (b[0] + b[1]) / 2, lines, ((a[1] + b[0]) / 2)) for a, b in pairwise(spans)]
    return (left, *inner, right)


def nearby_columns(known: Sequence[float], lines: Sequence[Line]) -> tuple[float, ...]:
    """The columns of the page before, each border moved to the clearest place near it."""
    inner = []
    for before, border, after in zip(known, known[1:], known[2:], strict=False):
        reach = min(REACH, (border - before) / 2, (after - border) / 2)
        inner.append(_clearest(border - reach, border + reach, lines, border))
    return (known[0], *inner, known[-1])


def _clearest(low: float, high: float, lines: Sequence[Line], wanted: float) -> float:
    """The middle of the widest strip between ``low`` and ``high`` that fewest words stand across."""
    words = [w.bbox for line in lines for w in line.words if w.bbox[2] > low and w.bbox[0] < high]
    places = [low + step for step in range(int(high - low) + 1)]
    counts = [sum(b[0] < x < b[2] for b in words) for x in places]
    if not counts:
        return wanted
    least = min(counts)
    best: tuple[int, float, float] = (0, 0.0, wanted)
    start: int | None = None
    for i, count in enumerate([*counts, least + 1]):
        if count == least and start is None:
            start = i
        elif count != least and start is not None:
            middle = (places[start] + places[i - 1]) / 2
            best = max(best, (i - start, -abs(middle - wanted), middle))
            start = None
    return best[2]


def crossed(lines: Sequence[Line], borders: Sequence[float]) -> float:
    """The share of lines in which a word, or a run of words a space apart, stands across a border."""
    crossed = 0
    for line in lines:
        spans = [(s[0].bbox[0], s[-1].bbox[2]) for s in tight_runs(line)]
        crossed += any(a < x - 0.5 and x + 0.5 < b for a, b in spans for x in borders)
    return crossed / max(len(lines), 1)


def crossing_words(words: Sequence[Word], borders: Sequence[float]) -> float:
    """The share of words that stand across a border."""
    across = sum(any(w.bbox[0] < x - 1 and x + 1 < w.bbox[2] for x in borders) for w in words)
    return across / max(len(words), 1)


def tight_runs(line: Line, space: float = SPACE) -> list[list[Word]]:
    """Runs of words no farther apart than a space (a part of their size)."""
    runs = [[line.words[0]]]
    for a, b in pairwise(line.words):
        if b.bbox[0] - a.bbox[2] > space * max(a.size, b.size):
            runs.append([b])
        else:
            runs[-1].append(b)
    return runs


def in_the_white(borders: Sequence[float], lines: Sequence[Line]) -> tuple[float, ...]:
    """Inner borders moved to the middle of the white that parts their columns."""
    moved = [borders[0]]
    for border in borders[1:-1]:
        reach = 25.0
        ends = [w.bbox[2] for line in lines for w in line.words if border - reach < w.bbox[2] <= border + 1]
        starts = [w.bbox[0] for line in lines for w in line.words if border - 1 <= w.bbox[0] < border + reach]
        if ends and starts and max(ends) < min(starts):
            moved.append((max(ends) + min(starts)) / 2)
        else:
            moved.append(border - 1)
    return (*moved, borders[-1])


def parted_by_white(columns: Sequence[float], lines: Sequence[Line]) -> tuple[float, ...]:
    """The columns, each cut where a white strip runs down it through all lines that have words on both its sides.

    Spaces of as many lines as ``STRIP_LINES`` fall on one place by chance in less than one of 100,000 columns
    (a space is a seventh of a line's width).
    """
    cut = [columns[0]]
    for left, right in pairwise(columns):
        rows = [[w for w in line.words if within(w, left, right)] for line in lines]
        cut += [*_strips([row for row in rows if row]), right]
    return tuple(cut)


def _strips(rows: Sequence[Sequence[Word]]) -> list[float]:
    """The middles of white strips that no word crosses and that many lines have words on both sides of."""
    places = sorted({w.bbox[2] for row in rows for w in row})
    strips: list[float] = []
    for place in places:
        beyond = [w.bbox[0] for row in rows for w in row if w.bbox[0] >= place]
        crossing = any(w.bbox[0] < place + 0.1 < w.bbox[2] for row in rows for w in row)
        if crossing or not beyond or min(beyond) - place < STRIP_WIDTH:
            continue
        parted = sum(row[0].bbox[2] <= place + 0.1 and row[-1].bbox[0] >= place for row in rows)
        if parted >= STRIP_LINES:
            strips.append((place + min(beyond)) / 2)
    return strips
