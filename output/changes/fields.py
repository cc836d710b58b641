"""What is compared of a resolution: which fields of which record, as the JSON values that are published.

Not compared: where text stands, our doubts, and how an agency was understood (judgement, score, reason, candidates).
Headings of task groups are compared as the document's field ``task_groups``; what they count is not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, JsonValue

from nghiquyet.normalize.model import Assignment, Resolution, Target, Task

# Where a record stands. Another place is a move or a new number, never substance.
PLACE_FIELDS = frozenset({"origin", "group", "number", "parent", "section"})
# Ids of other records: the same target under a new letter is the same target.
REFERENCE_FIELDS = frozenset({"targets"})
ROLES = ("lead", "advising", "coordinating", "monitoring")
GROUPS = "task_groups"

_NOT_COMPARED = {"id", "where", "review"}
TASK_FIELDS = tuple(name for name in Task.model_fields if name not in _NOT_COMPARED)
TARGET_FIELDS = tuple(name for name in Target.model_fields if name not in _NOT_COMPARED)

Values = Mapping[str, JsonValue]


@dataclass(frozen=True)
class ComparedFields:
    """The compared values: of the document by field, of targets and tasks by id and field."""

    document: Values
    targets: Mapping[str, Values]
    tasks: Mapping[str, Values]


def compared_fields(resolution: Resolution) -> ComparedFields:
    return ComparedFields(
        document_values(resolution),
        {target.id: record_values(target) for target in resolution.targets},
        {task.id: record_values(task) for task in resolution.tasks},
    )


def record_values(record: Task | Target) -> Values:
    names = TASK_FIELDS if isinstance(record, Task) else TARGET_FIELDS
    return {name: _published(getattr(record, name)) for name in names}


def document_values(resolution: Resolution) -> Values:
    front = resolution.document.model_dump(mode="json", by_alias=True)
    groups: JsonValue = [{"id": g.id, "title": g.title, "parent": g.parent} for g in resolution.task_groups]
    return {**front, GROUPS: groups}


def _published(value: Any) -> JsonValue:
    match value:
        case Assignment():
            return {"text": value.text, "agency": value.agency, "name": value.name, "scope": value.scope}
        case BaseModel():
            dumped: JsonValue = value.model_dump(mode="json", by_alias=True)
            return dumped
        case tuple():
            return [_published(item) for item in value]
        case Mapping():
            return {str(key): _published(item) for key, item in value.items()}
        case _:
            plain: JsonValue = value
            return plain
