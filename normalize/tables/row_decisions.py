"""The rows of a task table and where they were placed → a decision a row, with the joins that made it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nghiquyet.extract.decisions.decision import Alternative, Decision, Evidence, Subject
from nghiquyet.extract.decisions.table_decisions import cell_decisions, join_to_decision, row_spots
from nghiquyet.normalize.tables.column_roles import ColumnPlan
from nghiquyet.normalize.tables.row_kinds import RowReading
from nghiquyet.normalize.tables.task_ids import PlacedGroup, PlacedTask

GROUP, TASK, SUBTASK, SAME_NUMBER = "group", "task", "subtask", "same_number"
# The fields of a task that columns of these roles fill.
FIELDS = {"marker": "markers", "foreign": "extra"}


def field_of(role: str) -> str:
    """The field of a task that a column of this role fills."""
    return FIELDS.get(role, role)


def row_decisions(
    readings: Sequence[RowReading], placed: Sequence[PlacedGroup | PlacedTask], plan: ColumnPlan
) -> Iterator[Decision]:
    """For each row what it is, whether a page's end parts it from the one before, and which cells go over it.

    Rows that are neither group nor task have the row of a table that has no number yet for a subject.
    """
    places = {id(p.reading): p for p in placed}
    for at, reading in enumerate(readings, start=1):
        place = places.get(id(reading))
        if place is None:
            subject = Subject("table", "", f"row {at}")
        else:
            subject = Subject("group" if isinstance(place, PlacedGroup) else "task", place.id)
        yield _row_kind(reading, place, subject)
        if place is None:
            continue  # what was decided about such a row is with the table already
        yield from (join_to_decision(j, subject, row_spots(reading.row)) for j in reading.row.joins)
        yield from (join_to_decision(r, subject, row_spots(reading.row)) for r in reading.row.refused)
        if isinstance(place, PlacedTask):
            for column in plan.columns:
                cell = reading.row.cells[column.index]
                yield from cell_decisions(cell, Subject("task", place.id, field_of(column.role)))


def _row_kind(reading: RowReading, place: PlacedGroup | PlacedTask | None, subject: Subject) -> Decision:
    told = [*reading.told]
    if reading.label is not None:
        told.append(Evidence("number_style", reading.label.style))
    if reading.same_number is not None:
        told.append(Evidence("number_shared_by_guess" if reading.inferred else "number_cell_merged", reading.number))
    told += [Evidence("number_guessed", reading.number)] if reading.guessed else []
    told += [Evidence("bold")] if reading.bold else []
    if place is not None:
        told += [Evidence("parent", place.parent)] if place.parent else []
        told += [Evidence("group", place.group)] if isinstance(place, PlacedTask) and place.group else []
    chosen = _chosen(reading, place)
    others = tuple(Alternative(kind) for kind in (GROUP, TASK) if kind != reading.kind)
    return Decision("row_kind", subject, chosen, None, others, tuple(told), row_spots(reading.row))


def _chosen(reading: RowReading, place: PlacedGroup | PlacedTask | None) -> str:
    if not isinstance(place, PlacedTask):
        return reading.kind
    if reading.same_number is not None:
        return SAME_NUMBER
    return SUBTASK if place.parent is not None else TASK
