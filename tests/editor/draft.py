"""A document on the editor's desk: its records in their places, each with what was done to it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from nghiquyet.normalize.model import Resolution, Target, Task, TaskGroup
from nghiquyet.output.changes.model import RecordKind, Verdict, Weight

Record = Task | Target


@dataclass
class Item:
    """A record with its lineage: ``origins`` are the old ids; ``parts`` is shared by the parts of one split."""

    record: Record
    origins: tuple[str, ...]
    verdict: Verdict | None = None
    substance: bool = False
    moved: bool = False
    parts: int = 0
    turned: set[str] = field(default_factory=set)
    original: Record | None = None

    @property
    def untouched(self) -> bool:
        return self.verdict is None and not self.moved

    def change(self, substance: bool, **values: Any) -> bool:
        """Puts the values in, unless that could undo an earlier edit of substance."""
        if substance and self.turned & set(values):
            return False
        self.original = self.original or self.record
        self.record = self.record.model_copy(update=values)
        self.substance = self.substance or substance
        self.turned |= set(values) if substance else set()
        same = all(getattr(self.record, n) == getattr(self.original, n) for n in type(self.record).model_fields)
        self.verdict = None if same else "changed"
        return not same


@dataclass
class Place:
    """Records under one heading, in order, with the ids and numbers that the heading had to give."""

    name: str
    items: list[Item]
    ids: list[str]
    numbers: list[str | None] = field(default_factory=list)


@dataclass(frozen=True)
class Expected:
    """One change that was made."""

    record: RecordKind
    verdict: Verdict
    previous: tuple[str, ...]
    current: tuple[str, ...]
    weight: Weight


@dataclass
class Draft:
    resolution: Resolution
    targets: list[Place]
    tasks: list[Place]
    groups: list[TaskGroup]
    removed: list[tuple[RecordKind, str]] = field(default_factory=list)
    document: dict[str, Any] = field(default_factory=dict)
    document_weight: Weight | None = None

    def kinds(self) -> Mapping[RecordKind, list[Place]]:
        return {"target": self.targets, "task": self.tasks}


def open_draft(resolution: Resolution) -> Draft:
    return Draft(
        resolution,
        targets=_places(resolution.targets, lambda t: t.section),
        tasks=_places(resolution.tasks, task_place),
        groups=list(resolution.task_groups),
    )


def task_place(task: Any) -> str:
    """The heading, as the editor sees it: the mother task, the section of the prose, the group, or the table."""
    if task.parent is not None:
        return f"parent {task.parent}"
    if task.origin == "body":
        return f"body {task.id.rpartition('/')[0]}"
    return f"group {task.group}" if task.group is not None else f"table {task.id.rpartition(':')[0]}"


def _places(records: tuple[Any, ...], name: Any) -> list[Place]:
    places: dict[str, Place] = {}
    for record in records:
        place = places.setdefault(name(record), Place(name(record), [], [], []))
        place.items.append(Item(record, (record.id,)))
        place.ids.append(record.id)
        place.numbers.append(record.number if isinstance(record, Task) else None)
    return list(places.values())


def close_draft(draft: Draft) -> tuple[Resolution, list[Expected]]:
    """The edited resolution, renumbered, and what is different in it."""
    old = {"target": {t.id: t for t in draft.resolution.targets}, "task": {t.id: t for t in draft.resolution.tasks}}
    for place in (*draft.targets, *draft.tasks):
        _number(place)
    _rename_children(draft)
    now = {o: item.record.id for place in draft.targets for item in place.items for o in item.origins}
    for place in draft.tasks:
        for item in place.items:
            served = tuple(now.get(name, name) for name in getattr(item.record, "targets", ()) if name in now)
            item.record = item.record.model_copy(update={"targets": served})
    resolution = draft.resolution.model_copy(
        update={
            "source": draft.resolution.source.model_copy(update={"sha256": "e" * 64}),
            "document": draft.resolution.document.model_copy(update=draft.document),
            "targets": tuple(item.record for place in draft.targets for item in place.items),
            "tasks": tuple(item.record for place in draft.tasks for item in place.items),
            "task_groups": tuple(draft.groups),
            "findings": (),
        }
    )
    return Resolution.model_validate(resolution.model_dump()), _expected(draft, old)


def _number(place: Place) -> None:
    """The ids that the heading gives, in order; where it has no more, the last counted on."""
    if [item.origins for item in place.items] == [(name,) for name in place.ids]:
        return
    ids, numbers = list(place.ids), list(place.numbers)
    while len(ids) < len(place.items):
        last = ids[-1] if ids else f"{place.name}.0"
        ids.append(_next(last))
        numbers.append(_next(numbers[-1]) if numbers and numbers[-1] else None)
    for item, name, number in zip(place.items, ids, numbers, strict=False):
        update = {"id": name, "number": number} if isinstance(item.record, Task) else {"id": name}
        item.record = item.record.model_copy(update=update)


def _next(name: str) -> str:
    match = re.search(r"(\d+|[a-z]+)$", name)
    if match is None:
        return f"{name}-2"
    last = match.group()
    if last.isdigit():
        new = str(int(last) + 1).zfill(len(last))
    elif last[-1] == "z":
        new = f"{last}a"
    else:
        new = last[:-1] + chr(ord(last[-1]) + 1)
    return name[: match.start()] + new


def _rename_children(draft: Draft) -> None:
    ids = {o: item.record.id for place in draft.tasks for item in place.items for o in item.origins}
    for place in draft.tasks:
        if not place.name.startswith("parent "):
            continue
        mother = place.name.removeprefix("parent ")
        new = ids.get(mother, mother)
        for item in place.items:
            name = item.record.id
            if name.startswith(mother):
                name = new + name[len(mother) :]
            item.record = item.record.model_copy(update={"id": name, "parent": new})


def _expected(draft: Draft, old: Mapping[str, Mapping[str, Record]]) -> list[Expected]:
    found = [Expected(kind, "removed", (name,), (), "substance") for kind, name in draft.removed]
    for kind, places in draft.kinds().items():
        items = [item for place in places for item in place.items]
        splits: dict[int, list[Item]] = {}
        for item in items:
            if item.parts:
                splits.setdefault(item.parts, []).append(item)
                continue
            verdict = item.verdict or ("moved" if item.moved else _renumbered(item, old[kind]))
            if verdict:
                weight: Weight = "substance" if item.substance or verdict == "added" else "wording"
                found.append(Expected(kind, verdict, item.origins, (item.record.id,), weight))
        for parts in splits.values():
            news = tuple(item.record.id for item in parts)
            found.append(Expected(kind, "split", parts[0].origins, news, "wording"))
    if draft.document_weight:
        found.append(Expected("document", "changed", (), (), draft.document_weight))
    return found


def _renumbered(item: Item, old: Mapping[str, Record]) -> Verdict | None:
    """Another id, or another number, group or mother, of the record or of the targets that it serves."""
    before, after = old[item.origins[0]], item.record
    names = ("id", "number", "group", "parent", "section", "targets")
    return "renumbered" if any(getattr(before, n, None) != getattr(after, n, None) for n in names) else None
