"""Rows whose numbers a recogniser lost → the numbers that their neighbours leave for them.

A lone "9" or "II" is the smallest thing on a page, and goes first on a bad scan. Without it the row, and all that stand
under it, would get other ids. Where the numbers around leave one place, the row is given the number of that place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from nghiquyet.extract.language.numbering.alphabet import OFFICE, PLAIN
from nghiquyet.extract.language.numbering.reading import Reading, first_label, next_label
from nghiquyet.extract.language.numbering.succession import follows

# Rows of one level that a lone other number must stand among to be no number of its own.
FEWEST_OF_LEVEL = 3


@dataclass(frozen=True, slots=True)
class NumberPlace:
    """A row's number as read; ``bare`` says that only its title stands beside it, ``lost`` that a number may be lost.

    ``recognised``: the row was read off a picture; ``ink``: something that is no number stands in the number's place.
    """

    label: Reading | None
    bare: bool
    lost: bool = False
    recognised: bool = False
    ink: bool = False

    @property
    def counts(self) -> bool:
        return self.label is not None and self.label.style != "bullet"


def lost_numbers(rows: Sequence[NumberPlace]) -> tuple[Reading | None, ...]:
    """For each row the number that it must have had, None where it has one or where more than one would do."""
    places = [NumberPlace(None, r.bare, True, True, True) if _stray(r, rows) else r for r in rows]
    found: list[Reading | None] = [None] * len(places)
    _fill_groups(places, found)
    runs = _runs(places)
    told = {run: labels for run in runs if (labels := _between(places, run)) is not None}
    for (start, end), labels in told.items():
        found[start:end] = labels
    untold = [run for run in runs if run not in told]
    usual = any(_misses_none(places, start, end) for start, end in untold)  # rows without number are this table's way
    for start, end in untold:
        ink = all(p.ink for p in places[start:end])
        if ink or (not usual and end - start == 1):
            filled = [NumberPlace(f, p.bare) if f is not None else p for p, f in zip(places, found, strict=True)]
            found[start:end] = _last_of_their_level(filled, start, end)
    return tuple(found)


def _misses_none(places: Sequence[NumberPlace], start: int, end: int) -> bool:
    """True for rows without number between two whose numbers follow each other: they never had one."""
    before, after = places[start - 1] if start else None, places[end] if end < len(places) else None
    if before is None or after is None or before.label is None or after.label is None:
        return False
    return not before.bare and not after.bare and follows(before.label, after.label)


def _stray(row: NumberPlace, rows: Sequence[NumberPlace]) -> bool:
    """True for a recognised Roman number or capital of a task where all other tasks are counted in figures."""
    if not row.recognised or row.bare or row.label is None or row.label.style not in ("roman", "upper"):
        return False
    tasks = [r.label for r in rows if not r.bare and r.label is not None]
    own = sum(label.style == row.label.style for label in tasks)
    return own == 1 and sum(label.style == "arabic" for label in tasks) >= FEWEST_OF_LEVEL


def _runs(places: Sequence[NumberPlace]) -> list[tuple[int, int]]:
    """(first, behind the last) of each run of tasks without number."""
    runs: list[tuple[int, int]] = []
    for i, place in enumerate(places):
        if place.lost and not place.bare:
            if runs and runs[-1][1] == i:
                runs[-1] = (runs[-1][0], i + 1)
            else:
                runs.append((i, i + 1))
    return runs


def _between(places: Sequence[NumberPlace], run: tuple[int, int]) -> list[Reading] | None:
    """The numbers of a run that exactly fill the step between its neighbours: 8, ?, 10, or a heading, ?, 2."""
    start, end = run
    after = places[end] if end < len(places) else None
    if after is None or after.label is None or not after.counts or after.bare:
        return None
    before = places[start - 1] if start else None
    if before is None or before.bare:
        return _filling(None, end - start, after.label)
    return _filling(before.label, end - start, after.label) if before.counts else None


def _last_of_their_level(places: Sequence[NumberPlace], start: int, end: int) -> list[Reading | None]:
    """The numbers behind the row above, where the row below begins another level, or is none."""
    before = places[start - 1] if start else None
    after = places[end] if end < len(places) else None
    none: list[Reading | None] = [None] * (end - start)
    if before is None or before.bare or before.label is None or not before.counts:
        return none
    if after is not None and not after.bare:
        if after.label is None or not after.counts or _level(after.label) == _level(before.label):
            return none
        if after.label.contains(before.label):
            return none
    return [*_behind(before.label, end - start), *none][: end - start]


def _level(label: Reading) -> tuple[str, int]:
    return label.style, label.depth


def _fill_groups(places: Sequence[NumberPlace], found: list[Reading | None]) -> None:
    """Numbers of headings: I, ?, III, and one behind the last or before the second."""
    heads = [i for i, p in enumerate(places) if p.bare and (p.lost or p.counts)]
    numbered = [i for i in heads if places[i].counts]
    lost = [i for i in heads if not places[i].counts]
    if not numbered or not lost:
        return
    for before, after in pairwise([None, *numbered]):
        if after is None:
            continue
        gap = [i for i in lost if (before is None or before < i) and i < after]
        label = places[after].label
        told = _filling(None if before is None else places[before].label, len(gap), label)
        for i, own in zip(gap, told or [], strict=False):
            found[i] = own
    behind = [i for i in lost if i > numbered[-1]]
    last = places[numbered[-1]].label
    if len(lost) == len(behind) == 1 and last is not None and len(numbered) > 1:
        found[behind[0]] = next_label(last, PLAIN)


def _filling(before: Reading | None, count: int, after: Reading | None) -> list[Reading] | None:
    """The ``count`` numbers between two, or from the first of the list on; None if more stand there or fewer."""
    if after is None or not count:
        return None
    for counting in (PLAIN, OFFICE):  # without đ among the letters, and with it
        run = _run(first_label(after), count, counting) if before is None else _behind(before, count, counting)
        if len(run) == count and follows(run[-1], after):
            return run
    return None


def _behind(label: Reading, count: int, counting: str = PLAIN) -> list[Reading]:
    """Up to ``count`` numbers behind ``label``."""
    return _run(next_label(label, counting), count, counting)


def _run(label: Reading | None, count: int, counting: str) -> list[Reading]:
    """Up to ``count`` numbers from ``label``."""
    labels: list[Reading] = []
    while label is not None and len(labels) < count:
        labels.append(label)
        label = next_label(label, counting)
    return labels
