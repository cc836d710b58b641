"""Where a record stands: the group, task or section that holds it, and what that is called."""

from __future__ import annotations

from collections.abc import Mapping

from nghiquyet.normalize.model import Resolution, Target, Task
from nghiquyet.output.changes.keys import content_of

# A chain of parents longer than this is a loop in a damaged file.
_DEEPEST = 20


def place_of(record: Task | Target) -> str:
    """The key of what holds the record: ``section II.1``, ``task I.2`` for a sub-task, ``group I``, or the table."""
    if isinstance(record, Target):
        return f"section {record.section}"
    if record.parent is not None:
        return f"task {record.parent}"
    if record.origin == "body":
        return f"section {record.id.rpartition('/')[0]}"
    if record.group is not None:
        return f"group {record.group}"
    table, colon, _ = record.id.partition(":")
    return f"table {table if colon else ''}"


def place_titles(resolution: Resolution) -> Mapping[str, tuple[str, ...]]:
    """The words of the headings above each place, its own last."""
    named: dict[str, tuple[str, str | None]] = {}
    for section in resolution.sections:
        parent = f"section {section.parent}" if section.parent is not None else None
        named[f"section {section.id}"] = (section.title, parent)
    for group in resolution.task_groups:
        named[f"group {group.id}"] = (group.title, f"group {group.parent}" if group.parent is not None else None)
    for task in resolution.tasks:
        holder = place_of(task)
        named.setdefault(f"task {task.id}", (task.title, holder))
    return {place: _path(place, named) for place in named}


def _path(place: str, named: Mapping[str, tuple[str, str | None]]) -> tuple[str, ...]:
    words: list[str] = []
    step: str | None = place
    for _ in range(_DEEPEST):
        if step is None or step not in named:
            break
        title, step = named[step]
        words = [*content_of(title), *words]
    return tuple(words)
