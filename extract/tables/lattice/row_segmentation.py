"""Rows of a table that no rulings part: told by the numbers in its first column and by the white between lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from nghiquyet.extract.language.numbering.ordinals import is_ordinal, row_label
from nghiquyet.extract.language.numbering.succession import follows
from nghiquyet.extract.model import Line
from nghiquyet.extract.tables.lattice.overlong_words import NUMBER_REST

# White lower than this (points) between two lines is line spacing whatever the layout.
LEAST_WHITE = 0.5
# A number's line begins its row if no other text of the row stands higher by more than this (points).
SAME_TOP = 4.0
# Parts of a line's height: white between lines of one row is lower than the first, and rows stand apart by the second.
LINE_WHITE = 0.4
JUMP = 0.15
LEAST_ROW_WHITE = 0.25
# So many numbers tell whether numbers stand at the top of their rows.
FEWEST_ALIGNED = 2
# Two bands are equally high if they differ by no more.
SAME_WHITE = 0.05


def row_boundaries(columns: Sequence[Sequence[Line]], top: float, bottom: float) -> tuple[float, ...]:
    """The tops of rows between ``top`` and ``bottom`` (points), both included, for the lines of each column."""
    lines = sorted((line for column in columns for line in column), key=lambda line: line.bbox[1])
    if not lines:
        return (top, bottom)
    numbers = _whole_numbers([line for line in columns[0] if is_ordinal(line.text)]) if columns else []
    whites = _whites(lines)
    starts = _by_white(numbers, whites, lines) if numbers else _by_jump(whites, lines)
    if starts is None:
        starts = _by_numbers(numbers, lines)
    starts = sorted({*starts, *_rest_above(numbers, starts, whites, lines)})
    inner = [y for y in starts if top + 1 < y < bottom - 1]
    return (top, *inner, bottom)


def _whole_numbers(numbers: Sequence[Line]) -> list[Line]:
    """The numbers without the rests of those that a narrow column broke behind a full stop: "III." above "2"."""
    whole: list[Line] = list(numbers[:1])
    for above, line in pairwise(numbers):
        height = above.bbox[3] - above.bbox[1]
        close = line.bbox[1] - above.bbox[3] < LINE_WHITE * height and line.bold == above.bold
        labels = row_label(above.text), row_label(line.text)
        counted = labels[0] is not None and labels[1] is not None and follows(labels[0], labels[1])
        if not (close and above.text.endswith(".") and NUMBER_REST.fullmatch(line.text)) or counted:
            whole.append(line)
    return whole


def _rest_above(
    numbers: Sequence[Line], starts: Sequence[float], whites: Sequence[tuple[float, float]], lines: Sequence[Line]
) -> list[float]:
    """The cut above the first number where what stands higher is the rest of the row that the page before began.

    All other numbers stand beside the first line of their row, and white parts this one from what is above it.
    """
    usual = median(line.bbox[3] - line.bbox[1] for line in lines)
    if len(numbers) < FEWEST_ALIGNED or not all(_tops_its_row(n, starts, lines) for n in numbers[1:]):
        return []
    above = [(middle, height) for middle, height in whites if middle < numbers[0].bbox[1]]
    if _tops_its_row(numbers[0], starts, lines) or not above or above[-1][1] < LEAST_ROW_WHITE * usual:
        return []
    middle = above[-1][0]
    return [middle] if numbers[0].bbox[1] - middle <= usual else []


def _tops_its_row(number: Line, starts: Sequence[float], lines: Sequence[Line]) -> bool:
    begin = max((y for y in starts if y <= number.bbox[1]), default=0.0)
    return not any(begin <= line.bbox[1] < number.bbox[1] - SAME_TOP for line in lines)


def _whites(lines: Sequence[Line]) -> list[tuple[float, float]]:
    """(middle, height) of the bands free of words in every column, from the top down."""
    found = []
    reach = lines[0].bbox[3]
    for line in lines[1:]:
        if line.bbox[1] - reach > LEAST_WHITE:
            found.append(((line.bbox[1] + reach) / 2, line.bbox[1] - reach))
        reach = max(reach, line.bbox[3])
    return found


def _by_white(
    numbers: Sequence[Line], whites: Sequence[tuple[float, float]], lines: Sequence[Line]
) -> list[float] | None:
    """Cuts at all bands of some least height, where one is found that leaves each number a row of its own."""
    places = [(n.bbox[1] + n.bbox[3]) / 2 for n in numbers]
    usual = median(line.bbox[3] - line.bbox[1] for line in lines)
    if len(numbers) == 1:
        return [middle for middle, height in whites if height >= LINE_WHITE * usual]
    best: tuple[int, list[float]] | None = None
    for least in sorted({round(height, 1) for _, height in whites}, reverse=True):
        cuts = [middle for middle, height in whites if height >= least - SAME_WHITE * usual]
        counts = _counts(places, cuts)
        if max(counts) > 1:
            continue
        surplus = counts.count(0)
        if surplus and least < LEAST_ROW_WHITE * usual:
            continue  # white as between lines of one row parts no rows without numbers
        if best is None or surplus < best[0]:
            best = (surplus, cuts)
    if best is None or best[0] > max(2, len(numbers) // 3):
        return None
    return best[1]


def _counts(places: Sequence[float], cuts: Sequence[float]) -> list[int]:
    counts = [0] * (len(cuts) + 1)
    for place in places:
        counts[sum(cut < place for cut in cuts)] += 1
    return counts


def _by_numbers(numbers: Sequence[Line], lines: Sequence[Line]) -> list[float]:
    """Cuts above each number; right where numbers stand beside the first line of their row."""
    starts = []
    for number in numbers:
        beside = [line.bbox[1] for line in lines if abs(line.bbox[1] - number.bbox[1]) <= SAME_TOP]
        starts.append(min(beside) - LEAST_WHITE)
    return starts


def _by_jump(whites: Sequence[tuple[float, float]], lines: Sequence[Line]) -> list[float]:
    """Without numbers: cuts at bands clearly higher than line spacing."""
    if not whites:
        return []
    usual = median(line.bbox[3] - line.bbox[1] for line in lines)
    heights = sorted(height for _, height in whites)
    least = LINE_WHITE * usual
    for low, high in pairwise(heights):
        if low <= LINE_WHITE * usual and high - low >= JUMP * usual:
            least = (low + high) / 2
    return [middle for middle, height in whites if height >= least]
