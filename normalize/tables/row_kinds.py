"""Rows of a task table → what each row is: a group's heading, a task, a sub-task, another row of one number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from nghiquyet.extract.decisions.decision import Evidence
from nghiquyet.extract.language.frame_phrases import match_cue
from nghiquyet.extract.language.heading_cues import heading_says
from nghiquyet.extract.language.noise import is_few_weak_letters
from nghiquyet.extract.language.numbering.ordinals import row_label
from nghiquyet.extract.language.numbering.reading import Reading, Style
from nghiquyet.extract.language.numbering.succession import follows
from nghiquyet.extract.language.spelling import fold
from nghiquyet.extract.model import Table, TableCell, TableRow
from nghiquyet.normalize.review.lost_numbers import NumberPlace, lost_numbers
from nghiquyet.normalize.tables.cell_text import BULLET, cell_text, without_bullet
from nghiquyet.normalize.tables.column_roles import ColumnPlan
from nghiquyet.normalize.tables.row_numbers import (
    is_recognised,
    number_column,
    numbers_and_titles,
    one_cell,
    rows_and_below,
    rows_to_labels,
    title_column,
)

RowKind = Literal["group", "task", "empty", "aside"]
# From so many rows of a level on, and if so large a share of them head rows of another level, it is one of groups.
FEWEST_HEADINGS = 3
MOSTLY_HEADINGS = 0.6
# (a group's, its rows') styles of numbers.
OVER: frozenset[tuple[Style, Style]] = frozenset({("roman", "arabic"), ("upper", "arabic"), ("upper", "roman")})


@dataclass(frozen=True, slots=True)
class RowReading:
    """A row with its number and title read and its kind decided.

    ``same_number`` joins rows of one number (an index shared by them, None for a row alone); ``inferred`` says that
    this was concluded from empty cells, not from a merged one; ``bullet`` marks a row whose title begins with a dash.
    """

    row: TableRow
    number: str | None
    label: Reading | None
    title: str
    bare: bool  # only number and title are filled, or what stands over other rows has amounts or remarks besides
    bold: bool
    kind: RowKind = "task"
    same_number: int | None = None
    inferred: bool = False
    bullet: bool = False
    beside: bool = False  # all else that is filled are amounts of money or remarks: a group's heading may have them
    specks: bool = False  # what its other cells hold, amounts aside, may be dirt that a recogniser took for letters
    unread_number: str = ""
    guessed: bool = False  # the number was not read: it is the one that the rows around leave
    told: tuple[Evidence, ...] = ()  # what its kind was told by

    @property
    def key(self) -> tuple[str, int]:
        """What rows of one level share: the style of their numbers and how many parts these have."""
        return (self.label.style, self.label.depth) if self.label else ("none", 0)


def read_rows(table: Table, plan: ColumnPlan) -> tuple[RowReading, ...]:
    """Every row of the table in order, kinds decided."""
    title = plan.of("title")
    if title is None:
        return ()
    number = plan.of("number")
    split = numbers_and_titles(table, number.index if number else None, title.index)
    aside = frozenset(c.index for c in plan.all_of("extra") if heading_says("amounts", c.heading))
    labels = rows_to_labels(table.rows, split)
    readings = [
        _read(row, after, number.index if number else None, title.index, aside, texts, label)
        for (row, after), texts, label in zip(rows_and_below(table), split, labels, strict=True)
    ]
    over = [(r.beside or r.specks) and _introduces(readings, i) for i, r in enumerate(readings)]
    read = [replace(r, bare=r.bare or heads) for r, heads in zip(readings, over, strict=True)]
    joined = _with_lost_numbers(_rows_of_one_number(read, number.index if number else None))
    kinds = (_kind(joined, i) for i in range(len(joined)))
    return tuple(replace(r, kind=kind, told=told) for r, (kind, told) in zip(joined, kinds, strict=True))


def _read(
    row: TableRow,
    after: TableRow | None,
    number: int | None,
    title: int,
    aside: frozenset[int],
    texts: tuple[str, str],
    label: Reading | None,
) -> RowReading:
    title, number = title_column(row, after, number, title), number_column(row, number, title)
    title_cell, (number_text, text) = row.cells[title], texts
    bullet = (label is not None and label.style == "bullet") or (not number_text and bool(BULLET.match(text)))
    others = [
        cell
        for column, cell in enumerate(row.cells)
        if column not in (number, title) and not one_cell(cell, title_cell) and cell_text(cell)
    ]
    if text and all(cell_text(cell) == text for cell in others):
        others = []  # one text printed in several of the columns over which it was merged
    own = [c for c in others if not (_begins_merged(c) and _new_level(label, after, number))]
    stray = [c for c in own if not set(range(*c.columns)) <= aside]
    return RowReading(
        row=row,
        number=None if label is None or label.style == "bullet" else label.text,
        label=label,
        title=without_bullet(text) if bullet else text,
        bare=not own,
        beside=bool(own) and not stray,
        bold=title_cell.bold,
        bullet=bullet,
        specks=bool(stray) and all(is_few_weak_letters([w for line in c.lines for w in line.words]) for c in stray),
        unread_number=number_text if number_text and label is None else "",
    )


def _begins_merged(cell: TableCell) -> bool:
    return cell.merged > 1 and not cell.carried_down


def _new_level(label: Reading | None, after: TableRow | None, number: int | None) -> bool:
    """True if the next row's number is of another style: a cell merged over both begins at a group's heading."""
    if label is None or after is None or number is None:
        return False
    below = row_label(cell_text(after.cells[number]))
    return below is not None and (below.style, below.depth) != (label.style, label.depth)


def _rows_of_one_number(readings: list[RowReading], number: int | None) -> list[RowReading]:
    """Marks rows that share one number: by a merged number cell, or by empty number and title cells."""
    if number is None:
        return readings
    marked: list[RowReading] = []
    shared = 0
    for reading in readings:
        before = marked[-1] if marked else None
        cells = reading.row.cells
        if before is not None and _continues_number(before, reading, number):
            inferred = not (cells[number].carried_down and cells[number].text)
            shared = before.same_number if before.same_number is not None else shared + 1
            marked[-1] = replace(before, same_number=shared)
            text = reading.title or before.title
            reading = replace(
                reading, number=before.number, label=before.label, title=text, same_number=shared, inferred=inferred
            )
        marked.append(reading)
    return marked


def _with_lost_numbers(readings: list[RowReading]) -> list[RowReading]:
    """Recognised rows whose number was not read get the one that the rows around leave."""
    told = lost_numbers([_number_place(r, last=i == len(readings) - 1) for i, r in enumerate(readings)])
    return [
        replace(r, number=label.text, label=label, guessed=True, unread_number="") if label is not None else r
        for r, label in zip(readings, told, strict=True)
    ]


def _number_place(reading: RowReading, last: bool) -> NumberPlace:
    recognised = is_recognised(reading.row)
    numberless = reading.label is None and bool(reading.title) and reading.same_number is None
    lost = recognised and numberless and not reading.bullet and not _is_aside(reading, last)
    return NumberPlace(reading.label, reading.bare or reading.specks, lost, recognised, bool(reading.unread_number))


def _continues_number(before: RowReading, reading: RowReading, number: int) -> bool:
    cell, above = reading.row.cells[number], before.row.cells[number]
    if cell.carried_down and cell.text and cell.parts == above.parts:
        return True
    title_missing = not reading.title and not reading.label
    return title_missing and not reading.bare and before.label is not None and not before.bare


def _kind(readings: Sequence[RowReading], i: int) -> tuple[RowKind, tuple[Evidence, ...]]:
    """What the row is, and the rule that says so."""
    reading = readings[i]
    if not reading.title and reading.label is None and reading.bare:
        return "empty", (Evidence("nothing_printed"),)
    if reading.label is None and _is_aside(reading, last=i == len(readings) - 1):
        return "aside", (Evidence("total_or_remark", reading.title),)
    if reading.specks and _heads_others(readings, reading.key):
        return "group", (Evidence("only_dirt_beside_title"), Evidence("level_heads_others"))
    if not reading.bare:
        return "task", (Evidence("cells_beside_title"),)
    if reading.same_number is not None:
        return "task", (Evidence("row_of_one_number"),)
    if reading.label is None:
        above = next((r for r in reversed(readings[:i]) if r.label is not None), None)
        if reading.bullet and above is not None and not above.bare:
            return "task", (Evidence("item_under_task", above.number),)
        return "group", (Evidence("title_alone"),)
    if _has_task_siblings(readings, i):
        return "task", (Evidence("number_goes_on_from_task"),)
    if _has_subtasks(readings, i):
        return "task", (Evidence("subtasks_below"),)
    return "group", (Evidence("number_and_title_alone"),)


def _is_aside(reading: RowReading, last: bool) -> bool:
    """True for a row that is neither group nor task: a sum of the columns, a remark below the table."""
    folded = fold(reading.title)
    remark = last and reading.bare and match_cue("remarks", folded) is not None
    return remark or match_cue("totals", folded) is not None


def _has_task_siblings(readings: Sequence[RowReading], i: int) -> bool:
    """True if rows of this row's level are tasks, so that the row is a task without more than its title.

    A numbered row with nothing but a title is a group's heading; but where its number goes on from tasks, it is one.
    """
    me = readings[i]
    if me.label is None:
        return False
    keys = list(dict.fromkeys(r.key for r in readings if r.label is not None and r.label.style != "bullet"))
    if _heads_others(readings, me.key):
        return False
    outer = set(keys[: keys.index(me.key)]) if me.key in keys else set()
    before = _filled_sibling(readings[:i][::-1], me, outer, backwards=True)
    after = _filled_sibling(readings[i + 1 :], me, outer, backwards=False)
    return any(r is not None and (r.bold or not me.bold) for r in (before, after))


def _has_subtasks(readings: Sequence[RowReading], i: int) -> bool:
    """True for a row in a group, itself no group's by number or bold letters, right above a) or a number with its own.

    Where groups' headings are not bold either, only letters tell: figures below a figure may count a group's tasks.
    """
    me, below = readings[i], readings[i + 1].label if i + 1 < len(readings) else None
    if me.label is None or below is None or me.label.heads_group or not below.first:
        return False
    outer = next((r for r in readings[:i] if r.bare and r.label is not None and r.label.heads_group), None)
    if outer is None or (me.bold and outer.bold):
        return False
    return below.style == "lower" or (outer.bold and below.contains(me.label))


def _introduces(readings: Sequence[RowReading], i: int) -> bool:
    """True for a numbered row right above one of a lower level, where all rows of its own hold no more than it."""
    me = readings[i]
    below = readings[i + 1] if i + 1 < len(readings) else None
    if me.label is None or below is None or below.label is None or below.key == me.key:
        return False
    outer = (me.label.style, below.label.style) in OVER or (me.label.heads_group and below.label.contains(me.label))
    return outer and all(r.bare or r.beside or r.specks for r in readings if r.key == me.key)


def _heads_others(readings: Sequence[RowReading], key: tuple[str, int]) -> bool:
    """True if nearly all rows of a level are bare and stand over rows of another: one with ink astray is no proof."""
    level = [(r, after) for r, after in pairwise(readings) if r.key == key and r.label is not None]
    heading = [r for r, after in level if (r.bare or r.specks) and after.label is not None and after.key != key]
    return len(level) >= FEWEST_HEADINGS and len(heading) >= MOSTLY_HEADINGS * len(level)


def _filled_sibling(
    rows: Sequence[RowReading], me: RowReading, outer: set[tuple[str, int]], backwards: bool
) -> RowReading | None:
    """The nearest filled row of this level that the numbers lead to one by one, over bare rows of the level."""
    here = me.label
    for row in rows:
        if row.key in outer or here is None:
            return None
        if row.key != me.key or row.label is None or (row.same_number is not None and row.label == here):
            continue
        if not (follows(row.label, here) if backwards else follows(here, row.label)):
            return None
        if not row.bare:
            return row
        here = row.label
    return None
