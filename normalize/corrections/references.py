"""What records say of each other, kept right when one of them is corrected."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from nghiquyet.extract.language.column_headings import AGENCY_ROLES
from nghiquyet.extract.language.heading_cues import heading_says
from nghiquyet.normalize.corrections.corrected_values import Linker
from nghiquyet.normalize.model import Assignment, Resolution, TaskGroup

# A task's fields that decide what its group counts.
COUNTED = frozenset({"group", "parent", "markers"})


def unknown_reference(resolution: Resolution, kind: str, field: str, value: Any, linker: Linker) -> str | None:
    """The first id in the new value of ``field`` that nothing bears; None if all are known."""
    known = _known_ids(resolution, kind, field)
    if known is not None:
        ids = value if isinstance(value, list) else [value]
        return next((str(one) for one in ids if one is not None and one not in known), None)
    if field in AGENCY_ROLES:
        named = (id for one in value for id in (one["agency"], *one["candidates"]) if id)
        listed = {agency.id for agency in resolution.agencies}
        return next((id for id in named if id not in listed and linker.agency(id) is None), None)
    return None


def _known_ids(resolution: Resolution, kind: str, field: str) -> set[str] | None:
    match kind, field:
        case ("tasks", "group") | ("task_groups", "parent"):
            return {group.id for group in resolution.task_groups}
        case "tasks", "parent":
            return {task.id for task in resolution.tasks}
        case "tasks", "targets":
            return {target.id for target in resolution.targets}
        case "targets", "section":
            return {section.id for section in resolution.sections}
        case _:
            return None


def counted_anew(resolution: Resolution) -> Resolution:
    """The groups' own counts, after tasks were moved or their marks changed."""
    return resolution.model_copy(update={"task_groups": tuple(_counted(g, resolution) for g in resolution.task_groups)})


def _counted(group: TaskGroup, resolution: Resolution) -> TaskGroup:
    own = [task for task in resolution.tasks if task.group == group.id and task.parent is None]
    priority = sum(
        any(ticked and heading_says("priority", heading) for heading, ticked in task.markers.items()) for task in own
    )
    return group.model_copy(update={"extracted_tasks": len(own), "extracted_priority": priority})


def with_agencies_used(resolution: Resolution, before: Resolution, linker: Linker) -> Resolution:
    """The document's agencies: those that only a value now corrected named go, those of new values come last."""
    was, now = set(_agency_ids(before)), set(_agency_ids(resolution))
    kept = [agency for agency in resolution.agencies if agency.id in now or agency.id not in was]
    known = {agency.id for agency in kept}
    added = [agency for agency in linker.agencies() if agency.id in now and agency.id not in known]
    return resolution.model_copy(update={"agencies": (*kept, *added)})


def _agency_ids(resolution: Resolution) -> Iterator[str]:
    for task in resolution.tasks:
        for role in AGENCY_ROLES:
            assignments: tuple[Assignment, ...] = getattr(task, role)
            for one in assignments:
                yield from (one.agency, *one.candidates) if one.agency else one.candidates
