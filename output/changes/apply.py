"""A changeset and the old resolution → the compared fields of the new one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from pydantic import JsonValue

from nghiquyet.normalize.model import Resolution
from nghiquyet.output.changes.fields import ComparedFields, Values, compared_fields, record_values
from nghiquyet.output.changes.model import Change, Changeset, RecordKind


def apply(changes: Changeset, previous: Resolution) -> ComparedFields:
    """The old resolution brought up to date, by id and field; the order of records is no field.

    For the changes that ``compare(previous, current)`` made it equals ``compared_fields(current)``. Raises KeyError
    where a change names a record that ``previous`` does not have.
    """
    old = compared_fields(previous)
    return ComparedFields(
        document=_document(old.document, changes.changes),
        targets=_records("target", old.targets, changes.changes),
        tasks=_records("task", old.tasks, changes.changes),
    )


def _document(old: Values, changes: Sequence[Change]) -> Values:
    fields = [field for change in changes if change.record == "document" for field in change.fields]
    return {**old, **{field.field: field.after for field in fields}}


def _records(kind: RecordKind, old: dict[str, Values] | object, changes: Sequence[Change]) -> dict[str, Values]:
    before = cast("dict[str, Values]", old)
    mine = [change for change in changes if change.record == kind]
    touched = {name for change in mine for name in change.previous}
    after = {name: values for name, values in before.items() if name not in touched}
    for change in mine:
        if change.verdict == "added":
            after |= {record.id: record_values(record) for record in change.records}
        for place, name in enumerate(change.current if change.previous else ()):
            after[name] = {**before[change.previous[0]], **_values(change, place)}
    return after


def _values(change: Change, place: int) -> dict[str, JsonValue]:
    """The new values of the record at ``place`` among those that came of the change."""
    many = len(change.current) > 1
    return {
        field.field: cast("list[JsonValue]", field.after)[place] if many else field.after for field in change.fields
    }
