"""Where a correction lies: the record that an id names, and the value at a path inside a record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from nghiquyet.normalize.corrections.model import DOCUMENT, Path
from nghiquyet.normalize.model import FrontMatter, Record, Resolution, Target, Task, TaskGroup

# What identifies a record, where it stands, and what is counted are no fields to correct.
UNCORRECTABLE = frozenset({"id", "where", "review", "origin", "extracted_tasks", "extracted_priority"})
_MODELS: dict[str, type[Record]] = {
    "document": FrontMatter,
    "tasks": Task,
    "targets": Target,
    "task_groups": TaskGroup,
}


@dataclass(frozen=True, slots=True)
class RecordPlace:
    """A record of a resolution: ``index`` in the list called ``kind``; of the document itself it is None."""

    kind: str
    index: int | None = None

    @property
    def pointer(self) -> str:
        """JSON pointer, for a finding's subject."""
        return f"/{self.kind}" if self.index is None else f"/{self.kind}/{self.index}"

    def record(self, resolution: Resolution) -> Record:
        listed = getattr(resolution, self.kind)
        record: Record = listed if self.index is None else listed[self.index]
        return record

    def put(self, resolution: Resolution, record: Record) -> Resolution:
        """The resolution with ``record`` at this place."""
        if self.index is None:
            return resolution.model_copy(update={self.kind: record})
        listed = list(getattr(resolution, self.kind))
        listed[self.index] = record
        return resolution.model_copy(update={self.kind: tuple(listed)})


def correctable(kind: str, field: str) -> bool:
    """Whether records of the list called ``kind`` have a field of that name that may be corrected."""
    return field in _MODELS[kind].model_fields and field not in UNCORRECTABLE


def known_field(field: str) -> bool:
    """Whether any kind of record has it."""
    return any(correctable(kind, field) for kind in _MODELS)


def places_named(resolution: Resolution, record: str) -> Iterator[RecordPlace]:
    """The records with that id: ``document``, tasks, targets and groups; an id may be a task's and a group's too."""
    if record == DOCUMENT:
        yield RecordPlace("document")
    for kind in ("tasks", "targets", "task_groups"):
        for index, listed in enumerate(getattr(resolution, kind)):
            if listed.id == record:
                yield RecordPlace(kind, index)


def as_published(record: Record) -> dict[str, Any]:
    """The record as ``resolution.json`` has it."""
    return record.model_dump(mode="json", by_alias=True)


class NoSuchPlace(LookupError):
    """The path leads nowhere in this record: a list is shorter, or a plain value has no inside."""


def value_at(published: Any, path: Path) -> Any:
    """The value at ``path``. Inside what is null, and under a heading that is not there, it is None."""
    here = published
    for step in path:
        if isinstance(here, list):
            if not step.isdecimal() or int(step) >= len(here):
                raise NoSuchPlace
            here = here[int(step)]
        elif here is None:
            return None
        elif isinstance(here, dict):
            here = here.get(step)
        else:
            raise NoSuchPlace
    return here


def with_value(published: Any, path: Path, value: Any) -> Any:
    """The record with ``value`` at ``path``. What is null becomes a mapping; a heading with None goes."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(published, list):
        if not step.isdecimal() or int(step) >= len(published):
            raise NoSuchPlace
        at = int(step)
        return [*published[:at], with_value(published[at], rest, value), *published[at + 1 :]]
    if not isinstance(published, dict | None):
        raise NoSuchPlace
    inner = published or {}
    return {**inner, step: with_value(inner.get(step), rest, value)}
