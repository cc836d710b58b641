"""Rows in order → where each stands among groups and tasks, and its id, as the output contract lays down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from nghiquyet.extract.language.numbering.reading import Reading, Style
from nghiquyet.normalize.tables.row_kinds import RowReading

# Numbers of rows that stand under a task.
BELOW_TASKS: frozenset[Style] = frozenset({"lower", "lower_roman"})


@dataclass(frozen=True, slots=True)
class PlacedGroup:
    id: str
    title: str
    parent: str | None
    reading: RowReading


@dataclass(frozen=True, slots=True)
class PlacedTask:
    """``repeated`` says that the id was taken, so that it carries a suffix."""

    id: str
    group: str | None
    parent: str | None
    reading: RowReading
    repeated: bool = False


@dataclass(slots=True)
class _OpenLevel:
    """A group or numbered task that later rows may stand under."""

    id: str
    label: Reading | None
    key: tuple[str, int]


@dataclass(slots=True)
class _State:
    prefix: str
    groups: list[_OpenLevel] = field(default_factory=list)
    tasks: list[_OpenLevel] = field(default_factory=list)  # numbered tasks of the group in hand
    running: int = 0  # rows without number in the group in hand
    unnamed_groups: int = 0
    used: Counter[str] = field(default_factory=Counter)
    below: Counter[str] = field(default_factory=Counter)  # rows put under a task with a slash


def place_rows(readings: Sequence[RowReading], prefix: str = "") -> tuple[PlacedGroup | PlacedTask, ...]:
    """Groups and tasks in reading order; ``prefix`` ("T2:") goes before every id of a second or later table."""
    state = _State(prefix)
    counted = any(r.label is not None and r.kind == "task" and r.label.style != "bullet" for r in readings)
    levels = list(dict.fromkeys(r.key for r in readings if r.kind == "group"))
    placed: list[PlacedGroup | PlacedTask] = []
    sizes = Counter(r.same_number for r in readings if r.same_number is not None)
    for reading in readings:
        if reading.kind == "group":
            placed.append(_group(reading, state, levels))
        elif reading.kind == "task":
            shared = sizes[reading.same_number] if reading.same_number is not None else 0
            placed.append(_task(reading, state, counted, shared > 1))
    return tuple(placed)


def _group(reading: RowReading, state: _State, levels: list[tuple[str, int]]) -> PlacedGroup:
    rank = levels.index(reading.key)
    while state.groups and levels.index(state.groups[-1].key) >= rank:
        state.groups.pop()
    parent = state.groups[-1] if state.groups else None
    label = reading.label
    if label is None:
        state.unnamed_groups += 1
        text = f"G{state.unnamed_groups}"
    else:
        text = label.text
    id_ = _unique(_joined(state.groups, label, text, state.prefix), state)
    state.groups.append(_OpenLevel(id_, label, reading.key))
    state.tasks.clear()
    state.running = 0
    return PlacedGroup(id_, reading.title, parent.id if parent else None, reading)


def _joined(groups: Sequence[_OpenLevel], label: Reading | None, text: str, prefix: str) -> str:
    """The ids of the groups above and the label; a label that contains a group's own takes that one's place."""
    for i, group in enumerate(groups):
        if label is not None and group.label is not None and label.contains(group.label):
            return f"{groups[i - 1].id}.{text}" if i else f"{prefix}{text}"
    return f"{groups[-1].id}.{text}" if groups else f"{prefix}{text}"


def _task(reading: RowReading, state: _State, counted: bool, shared: bool) -> PlacedTask:
    group = state.groups[-1].id if state.groups else None
    label = reading.label
    if label is None or label.style == "bullet":
        return _unnumbered(reading, state, group, counted)
    parent = _parent(label, state)
    if parent is not None and not label.contains(parent.label or label):
        base = f"{parent.id}.{label.text}"
    else:
        base = _joined(state.groups, label, label.text, state.prefix)
    if shared:
        state.below[f"#{reading.same_number}"] += 1
        id_ = f"{base}/{state.below[f'#{reading.same_number}']}"
    else:
        id_ = base
    unique = _unique(id_, state)
    state.tasks = [t for t in state.tasks if t.key != reading.key or t.label is None] if parent is None else state.tasks
    state.tasks.append(_OpenLevel(unique, label, reading.key))
    return PlacedTask(unique, group, parent.id if parent else None, reading, unique != id_)


def _parent(label: Reading, state: _State) -> _OpenLevel | None:
    """The task that the number names as its own (2 of 2.1), or that a lettered row stands under."""
    for task in reversed(state.tasks):
        if task.label is not None and label.contains(task.label):
            return task
    if label.style not in BELOW_TASKS:
        return None
    return next((t for t in reversed(state.tasks) if t.label is not None and t.label.style not in BELOW_TASKS), None)


def _unnumbered(reading: RowReading, state: _State, group: str | None, counted: bool) -> PlacedTask:
    if state.tasks:
        above = state.tasks[-1]
        state.below[above.id] += 1
        return PlacedTask(_unique(f"{above.id}/{state.below[above.id]}", state), group, above.id, reading)
    state.running += 1
    text = f"-{state.running}" if counted else str(state.running)
    return PlacedTask(_unique(f"{group}.{text}" if group else f"{state.prefix}{text}", state), group, None, reading)


def _unique(id_: str, state: _State) -> str:
    state.used[id_] += 1
    return id_ if state.used[id_] == 1 else f"{id_}-{state.used[id_]}"
