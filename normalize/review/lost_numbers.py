"""Rows whose numbers a recogniser lost → the numbers that their neighbours leave for them.

A lone "9" or "II" is the smallest thing on a page, and goes first on a bad scan. Without it the row, and all that stand
under it, would get other ids. Where the numbers around leave one place, the row is given the number of that place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from nghiquyet.extract.language.numbering.row_labels import LETTERS, SELDOM, Label, follows, read_label

# Rows of one level that a lone other number must stand among to be no number of its own.
FEWEST_OF_LEVEL = 3
_TENS, _ONES = ("", "X", "XX", "XXX"), ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


@dataclass(frozen=True, slots=True)
class NumberPlace:
    """A row's number as read; ``bare`` says that only its title stands beside it, ``lost`` that a number may be lost.

    ``recognised``: the row was read off a picture; ``ink``: something that is no number stands in the number's place.
    """

    label: Label | None
    bare: bool
    lost: bool = False
    recognised: bool = False
    ink: bool = False

    @property
    def counts(self) -> bool:
        return self.label is not None and self.label.style != "bullet"


def lost_numbers(rows: Sequence[NumberPlace]) -> tuple[Label | None, ...]:
    """For each row the number that it must have had, None where it has one or where more than one would do."""
    places = [NumberPlace(None, r.bare, True, True, True) if _stray(r, rows) else r for r in rows]
    found: list[Label | None] = [None] * len(places)
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


def _between(places: Sequence[NumberPlace], run: tuple[int, int]) -> list[Label] | None:
    """The numbers of a run that exactly fill the step between its neighbours: 8, ?, 10, or a heading, ?, 2."""
    start, end = run
    after = places[end] if end < len(places) else None
    if after is None or after.label is None or not after.counts or after.bare:
        return None
    before = places[start - 1] if start else None
    if before is None or before.bare:
        first = _first_like(after.label)
        return _counted_to(first, end - start, after.label) if first is not None else None
    return _counted_to(_next(before.label), end - start, after.label) if before.counts else None


def _last_of_their_level(places: Sequence[NumberPlace], start: int, end: int) -> list[Label | None]:
    """The numbers behind the row above, where the row below begins another level, or is none."""
    before = places[start - 1] if start else None
    after = places[end] if end < len(places) else None
    none: list[Label | None] = [None] * (end - start)
    if before is None or before.bare or before.label is None or not before.counts:
        return none
    if after is not None and not after.bare:
        if after.label is None or not after.counts or _level(after.label) == _level(before.label):
            return none
        if after.label.contains(before.label):
            return none
    told: list[Label | None] = []
    label = _next(before.label)
    while len(told) < end - start:
        told.append(label)
        label = _next(label)
    return told


def _level(label: Label) -> tuple[str, int]:
    return label.style, label.depth


def _fill_groups(places: Sequence[NumberPlace], found: list[Label | None]) -> None:
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
        first = _first_like(label) if before is None else _next(places[before].label)
        told = _counted_to(first, len(gap), label) if gap and label is not None else None
        for i, own in zip(gap, told or [], strict=False):
            found[i] = own
    behind = [i for i in lost if i > numbered[-1]]
    last = places[numbered[-1]].label
    if len(lost) == len(behind) == 1 and last is not None and len(numbered) > 1:
        found[behind[0]] = _next(last)


def _counted_to(first: Label | None, count: int, after: Label) -> list[Label] | None:
    """``count`` numbers from ``first``, if ``after`` is the next."""
    labels: list[Label] = []
    label = first
    while label is not None and len(labels) < count:
        labels.append(label)
        label = _next(label)
    whole = len(labels) == count and bool(labels)
    return labels if whole and follows(labels[-1], after) else None


def _first_like(label: Label | None) -> Label | None:
    """The first number of a level: 1 for 2, 1.1 for 1.2, a for b."""
    if label is None:
        return None
    head, _, last = label.text.strip("()").rpartition(".")
    first = {"arabic": "1", "roman": "I", "upper": "A", "lower": "a"}.get(label.style, "")
    if label.depth > 1:
        first = "1"
    padded = first.zfill(len(last)) if last.startswith("0") else first
    return _printed_like(label, f"{head}.{padded}" if head else padded)


def _next(label: Label | None) -> Label | None:
    """The number behind one, in its style and width; of letters the seldom ones are left out."""
    if label is None or label.style == "bullet":
        return None
    head, _, last = label.text.strip("()").rpartition(".")
    if last.isdigit():
        text = str(int(last) + 1).zfill(len(last) if last.startswith("0") else 1)
    elif label.style == "roman":
        tens, ones = divmod(label.levels[0] + 1, 10)
        text = _TENS[tens] + _ONES[ones] if tens < len(_TENS) else ""
    else:
        letter = next((x for x in LETTERS[label.levels[0] :] if x not in SELDOM), "")
        text = letter.upper() if label.style == "upper" else letter
    if not text:
        return None
    return _printed_like(label, f"{head}.{text}" if head else text)


def _printed_like(label: Label, text: str) -> Label | None:
    return read_label(f"({text})" if label.text.startswith("(") else text, after_letter=label.style == "upper")
