"""Content to gold: what a careful reader finds in the printed pages, in the form of the output contract.

Meanings come from the content file, where they are stated by hand; only the rules of the contract about ids, merged
cells and line ends are worked out here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from tests.typesetter.content import FIELDS, LEFT, ROLES, UP, Content, Row, Table, as_printed

_DATE = r"\d{4}-\d\d-\d\d"
_BULLETS = ("- ", "+ ")
_MENTION = re.compile(r"\{(.+?)\}([^{]*)")
_SCOPE = re.compile(r"~(.+?)~")
_NEEDS_NAME = re.compile(
    r"UBND|HĐND|MTTQ|&|\b(?:tỉnh|thành phố|huyện|thị xã|phường|(?<!tác )(?<!thị )xã(?! hội)|Trung ương)\b"
)


def gold(content: Content) -> dict[str, Any]:
    """The whole gold of a content file: ``document``, ``task_groups``, ``tasks``."""
    groups: list[dict[str, Any]] = []
    tasks: list[dict[str, Any]] = []
    for place, table in enumerate((t for t in content.tables if t.tasks), 1):
        _Reader(content, table, f"T{place}:" if place > 1 else "").read(groups, tasks)
    for group in groups:
        group["extracted_tasks"] = sum(t["group"] == group["id"] and t["parent"] is None for t in tasks)
    for task in tasks:
        del task["_cells"]
    return {"document": content.document, "task_groups": groups, "tasks": tasks}


def printed_cells(content: Content) -> dict[str, dict[str, str]]:
    """For each task's id, the whole printed text of the cell of each field, with what the field itself leaves out."""
    tasks: list[dict[str, Any]] = []
    for place, table in enumerate((t for t in content.tables if t.tasks), 1):
        _Reader(content, table, f"T{place}:" if place > 1 else "").read([], tasks)
    return {task["id"]: task["_cells"] for task in tasks}


def drop_closing_mark(number: str) -> str:
    """``1.`` is ``1``, ``a)`` is ``a``; a bracket that was opened stays: ``(1)``."""
    return number.strip().rstrip("." if number.strip().startswith("(") else ".)").strip()


class _Reader:
    """Reads one table's rows in order; holds the open groups, the open tasks and the cells above."""

    def __init__(self, content: Content, table: Table, prefix: str) -> None:
        self.content, self.table, self.prefix = content, table, prefix
        self.roles = [c.role for c in table.columns]
        self.open_groups: list[tuple[str, str]] = []  # id and label, outermost first
        self.open_tasks: list[dict[str, Any]] = []
        self.above: list[str] = [""] * len(self.roles)
        self.running: dict[str, int] = {}

    def read(self, groups: list[dict[str, Any]], tasks: list[dict[str, Any]]) -> None:
        for index, row in enumerate(self.table.rows):
            if row.kind == "group":
                groups.append(self._group(row))
            elif row.kind == "task":
                tasks.append(self._task(row, index))

    def _group(self, row: Row) -> dict[str, Any]:
        self.open_groups = self.open_groups[: row.depth - 1]
        self.open_tasks, self.above = [], [""] * len(self.roles)
        label = drop_closing_mark(row.cells[0])
        parent, parent_label = self.open_groups[-1] if self.open_groups else (None, None)
        joined = _joined(parent, parent_label, label) if parent else self.prefix + label
        self.open_groups.append((joined, label))
        if len(row.cells) < len(self.roles):
            return {"id": joined, "title": as_printed(row.cells[-1]), "parent": parent}
        title = as_printed(row.cells[self.roles.index("title")])
        return {"id": joined, "title": title, "parent": parent, "extra": self._extra(row.cells)}

    def _task(self, row: Row, index: int) -> dict[str, Any]:
        cells = self._filled(row)
        by_role = {role: cells[i] for i, role in enumerate(self.roles) if role in FIELDS}
        group = self.open_groups[-1][0] if self.open_groups else None
        self.open_tasks = self.open_tasks[: row.depth]
        parent = self.open_tasks[-1] if row.depth else None
        number = drop_closing_mark(by_role.get("number", "")) or None
        task: dict[str, Any] = {
            "id": self._id(row, index, number, parent),
            "origin": "appendix",
            "group": group,
            "number": number,
            "parent": _parent(parent, number, by_role["title"]),
            "title": _title(by_role["title"]),
            "result": as_printed(by_role.get("result", "")) or None,
            "markers": {c.heading: bool(cells[i]) for i, c in enumerate(self.table.columns) if c.role == "marker"},
            "deadline": self._deadline(by_role.get("deadline", "")),
        }
        for role in ROLES:
            task[role] = self._assignments(by_role.get(role, ""))
        task["extra"] = self._extra(cells)
        task["_cells"] = {role: as_printed(text) for role, text in by_role.items()}
        if len(self.open_tasks) == row.depth:
            self.open_tasks.append(task)
        return task

    def _extra(self, cells: Sequence[str]) -> dict[str, str]:
        """The filled cells of columns with no role, by heading."""
        columns = enumerate(self.table.columns)
        return {c.heading: as_printed(cells[i]) for i, c in columns if c.role == "extra" and cells[i]}

    def _filled(self, row: Row) -> list[str]:
        """The row's cells with merged ones filled from the left or from above."""
        cells: list[str] = []
        for column, cell in enumerate(row.cells):
            value = cells[column - 1] if cell == LEFT else self.above[column] if cell == UP else cell
            cells.append(value)
        self.above = cells
        return cells

    def _id(self, row: Row, index: int, number: str | None, parent: dict[str, Any] | None) -> str:
        column = self.roles.index("number") if "number" in self.roles else None
        group, label = self.open_groups[-1] if self.open_groups else (None, None)
        if column is None:
            return self._next(f"{group}." if group else self.prefix)
        if number is None:
            assert parent is not None, row
            return self._next(f"{parent['id']}/")
        if parent is not None:
            base = _joined(parent["id"], parent["number"], number)
        elif group is None:
            base = self.prefix + number
        else:
            base = self.prefix + number if label and number.startswith(label + ".") else f"{group}.{number}"
        shared = self._rows_sharing_number(index, column)
        return base if shared == (0, 1) else f"{base}/{shared[0] + 1}"

    def _next(self, start: str) -> str:
        self.running[start] = self.running.get(start, 0) + 1
        return f"{start}{self.running[start]}"

    def _rows_sharing_number(self, index: int, column: int) -> tuple[int, int]:
        """Which of the rows under one merged number this is, and how many there are."""
        rows = self.table.rows
        first = index
        while rows[first].cells[column] == UP:
            first -= 1
        last = index + 1
        while last < len(rows) and rows[last].kind == "task" and rows[last].cells[column] == UP:
            last += 1
        return index - first, last - first

    def _deadline(self, cell: str) -> dict[str, Any]:
        text = as_printed(cell)
        if not text:
            return {"text": None, "start": None, "end": None, "precision": "none", "recurring": None}
        return {"text": text, **deadline_meaning(self.content.deadlines[text])}

    def _assignments(self, cell: str) -> list[dict[str, Any]]:
        if "{" in cell:
            found = [(m.group(1), _SCOPE.search(m.group(2))) for m in _MENTION.finditer(cell)]
        else:
            parts = [part.strip(" .").removeprefix("- ") for part in re.split(r"[;¶]", cell)]
            found = [(part, None) for part in parts if part]
        return [each for text, scope in found for each in self._mention(as_printed(text), scope)]

    def _mention(self, text: str, scope: re.Match[str] | None) -> list[dict[str, Any]]:
        """One assignment for each body that ``text`` names; where the content says ``scope: any`` it is not scored."""
        said = self.content.agencies.get(text)
        stated = {} if isinstance(said, dict) and "scope" in said else {"scope": scope and as_printed(scope.group(1))}
        return [{"text": text, "name": name} | stated for name in self._names(text)]

    def _names(self, text: str) -> list[Any]:
        known = self.content.agencies
        if text not in known:
            if _NEEDS_NAME.search(text):
                raise KeyError(f"{self.content.name}: agencies must say who {text!r} is")
            return [text]
        return known[text]["each"] if isinstance(known[text], dict) else [known[text]]


def _joined(parent: str, parent_label: str | None, label: str) -> str:
    """An id inside another: a label that contains its parent's replaces it."""
    if parent_label and label.startswith(parent_label + ".") and parent.endswith(parent_label):
        return parent[: -len(parent_label)] + label
    return f"{parent}.{label}"


def _parent(parent: dict[str, Any] | None, number: str | None, title: str) -> Any:
    """A row without number or bullet may be read as standing beside the numbered one above it."""
    if parent is None:
        return None
    return parent["id"] if number or title.startswith(_BULLETS) else [parent["id"], None]


def _title(cell: str) -> str | list[str]:
    text = as_printed(cell)
    return [text[2:], text] if text.startswith(_BULLETS) else text


def deadline_meaning(text: str) -> dict[str, Any]:
    """``"range 2026-01-01..2030-12-31 open"``, ``"none yearly"``, ``"event"``; after ``~`` only what is said counts."""
    partial, words = text.startswith("~"), text.lstrip("~").split()
    said: dict[str, Any] = {}
    for word in words:
        if span := re.fullmatch(rf"({_DATE})?\.\.({_DATE})?", word):
            said |= {"start": span.group(1), "end": span.group(2)}
        elif re.fullmatch(_DATE, word):
            said["end"] = word
        elif word == "open":
            said["open_ended"] = True
        elif word in ("yearly", "quarterly", "monthly", "weekly", "continuous"):
            said["recurring"] = word
        else:
            said["precision"] = word
    whole = {"start": None, "end": None, "precision": "none", "open_ended": False, "recurring": None}
    return said if partial else whole | said
