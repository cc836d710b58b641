"""Edits of the order of records: insert, delete, move, split, merge, and of the groups that hold them."""

from __future__ import annotations

from random import Random
from typing import Any

from nghiquyet.normalize.model import Assignment, Target, Task, TaskGroup
from nghiquyet.output.changes.model import RecordKind
from tests.editor import words
from tests.editor.draft import Draft, Item, Place
from tests.editor.edits import Pool

# A record that moves within its place passes at least so many others, so that it is no matter of taste which moved.
_FAR = 5


def insert(draft: Draft, kind: RecordKind, place: Place, pool: Pool, random: Random) -> bool:
    new = _foreign(kind, place, pool, random)
    there = {_main(item.record) for p in draft.kinds()[kind] for item in p.items}
    if new is None or _main(new) in there or any(_main(new) == _main(r) for r in _all(draft)):
        return False
    place.items.insert(random.randint(0, len(place.items)), Item(new, (), "added", substance=True))
    return True


def delete(draft: Draft, kind: RecordKind, place: Place, item: Item) -> bool:
    if _has_children(draft, item) or len(place.items) < 2:
        return False
    place.items.remove(item)
    draft.removed.append((kind, item.origins[0]))
    return True


def move(draft: Draft, kind: RecordKind, place: Place, item: Item, random: Random) -> bool:
    """Under another heading, or far from its place under the same."""
    if place.name.startswith("parent ") or _has_children(draft, item):
        return False
    prefix = place.name.split(" ")[0]
    others = [p for p in draft.kinds()[kind] if p is not place and (kind == "target" or p.name.split(" ")[0] == prefix)]
    others = [p for p in others if p.items]
    if others and len(place.items) > 1:
        other = random.choice(others)
        place.items.remove(item)
        other.items.insert(random.randint(0, len(other.items)), item)
        item.record = item.record.model_copy(update=_home(other))
        item.moved = True
        return True
    at = place.items.index(item)
    spots = [k for k in range(len(place.items)) if abs(k - at) >= _FAR]
    if not spots or any(other.moved for other in place.items):
        return False
    place.items.insert(random.choice(spots), place.items.pop(at))
    item.moved = True
    return True


def split(draft: Draft, place: Place, item: Item, number: int) -> bool:
    name = "title" if isinstance(item.record, Task) else "statement"
    parts = words.cut(getattr(item.record, name))
    if parts is None or _has_children(draft, item):
        return False
    at = place.items.index(item)
    place.items[at : at + 1] = [
        Item(item.record.model_copy(update={name: part}), item.origins, "split", parts=number) for part in parts
    ]
    return True


def merge(draft: Draft, place: Place, item: Item) -> bool:
    """With the next one; it is substance where the two did not share agencies, deadline and the rest."""
    at = place.items.index(item)
    other = place.items[at + 1] if at + 1 < len(place.items) else None
    if other is None or not other.untouched or _has_children(draft, item) or _has_children(draft, other):
        return False
    first, second = item.record, other.record
    if isinstance(first, Task) and isinstance(second, Task):
        update = _merged_task(first, second)
    elif isinstance(first, Target) and isinstance(second, Target):
        update = {"statement": words.joined((first.statement, second.statement))}
    else:
        return False
    if not _distinct(first, second):
        return False
    own = {"id", "number", "where", "review", "title", "result", "statement", "targets", "indicator"}
    shared = all(getattr(first, n) == getattr(second, n) for n in type(first).model_fields if n not in own)
    same_indicator = getattr(first, "indicator", None) == getattr(second, "indicator", None)
    place.items[at : at + 2] = [
        Item(
            first.model_copy(update=update),
            (*item.origins, *other.origins),
            "merged",
            substance=not shared or not same_indicator,
        )
    ]
    return True


def add_group(draft: Draft, pool: Pool, random: Random) -> bool:
    """A new group before the others: their numbers grow by one."""
    tops = [g for g in draft.groups if g.parent is None]
    plain = all(p.name.split(" ")[0] in ("group", "body") for p in draft.tasks)
    if len(tops) < 2 or len(tops) != len(draft.groups) or not plain or not all(g.id in _ROMAN for g in tops):
        return False
    if [g.id for g in tops] != list(_ROMAN[: len(tops)]) or any(not _plain_ids(p) for p in draft.tasks):
        return False
    new = [task for task in random.sample(list(pool.tasks), 3) if all(task.title != _main(r) for r in _all(draft))]
    if not new:
        return False
    renamed = {g.id: _ROMAN[k + 1] for k, g in enumerate(tops)}
    draft.groups = [
        TaskGroup(id="I", title="Nhiệm vụ cấp bách bổ sung sau rà soát"),
        *(g.model_copy(update={"id": renamed[g.id]}) for g in tops),
    ]
    for place in draft.tasks:
        kind, _, name = place.name.partition(" ")
        if kind == "group" and name in renamed:
            _regroup(place, name, renamed[name])
    items = [Item(_at_home(t, {"group": "I"}), (), "added", substance=True) for t in new]
    draft.tasks.append(Place("group I", items, ["I.1"], ["1"]))
    draft.document_weight = "substance"
    return True


def rename_group(draft: Draft, random: Random) -> bool:
    if not draft.groups:
        return False
    at = random.randrange(len(draft.groups))
    title = words.respell(draft.groups[at].title, random)
    if not title:
        return False
    draft.groups[at] = draft.groups[at].model_copy(update={"title": title})
    draft.document_weight = draft.document_weight or "wording"
    return True


_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII")


def _regroup(place: Place, old: str, new: str) -> None:
    place.name = f"group {new}"
    place.ids = [new + name[len(old) :] for name in place.ids]
    for item in place.items:
        item.record = item.record.model_copy(update={"group": new, "id": new + item.record.id[len(old) :]})


def _plain_ids(place: Place) -> bool:
    kind, _, name = place.name.partition(" ")
    return kind == "body" or all(i.startswith(f"{name}.") for i in place.ids)


def _foreign(kind: RecordKind, place: Place, pool: Pool, random: Random) -> Any:
    if kind == "task":
        return _at_home(random.choice(pool.tasks), _home(place)) if pool.tasks else None
    return random.choice(pool.targets).model_copy(update=_home(place)) if pool.targets else None


def _at_home(task: Task, home: dict[str, Any]) -> Task:
    return task.model_copy(update={"targets": (), "review": (), "parent": None, "origin": "appendix", **home})


def _home(place: Place) -> dict[str, Any]:
    kind, _, name = place.name.partition(" ")
    match kind:
        case "group":
            return {"group": name, "parent": None, "origin": "appendix"}
        case "parent":
            return {"parent": name}
        case "body":
            return {"group": None, "parent": None, "origin": "body"}
        case "table":
            return {"group": None, "parent": None, "origin": "appendix"}
        case _:
            return {"section": place.name}


def _merged_task(first: Task, second: Task) -> dict[str, Any]:
    def union(name: str) -> tuple[Assignment, ...]:
        mine: tuple[Assignment, ...] = getattr(first, name)
        names = {one.name or one.text for one in mine}
        return (*mine, *(one for one in getattr(second, name) if (one.name or one.text) not in names))

    results = [text for text in dict.fromkeys((first.result, second.result)) if text]
    return {
        "title": words.joined((first.title, second.title)),
        "result": words.joined(results) if results else None,
        "targets": tuple(dict.fromkeys((*first.targets, *second.targets))),
        **{role: union(role) for role in ("lead", "advising", "coordinating", "monitoring")},
    }


def _distinct(first: Any, second: Any) -> bool:
    """Two records that say different things: of two alike a merge is a deletion."""
    mine, theirs = set(_main(first).casefold().split()), set(_main(second).casefold().split())
    return min(len(mine - theirs), len(theirs - mine)) >= 4


def _has_children(draft: Draft, item: Item) -> bool:
    return any(place.name == f"parent {name}" for name in item.origins for place in draft.tasks)


def _main(record: Any) -> str:
    return record.title if isinstance(record, Task) else record.statement


def _all(draft: Draft) -> list[Any]:
    return [*draft.resolution.tasks, *draft.resolution.targets]
