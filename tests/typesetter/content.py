"""A content file and what stands in it.

Cells of a table are written as text, a row a line::

    # I | Phát triển hạ tầng số            a group row; ## and ### are groups inside it
    = < | Tổng cộng | ...                  a row of sums, which is neither group nor task
    1 | Xây dựng trung tâm dữ liệu | ...   a task, its cells in the order of the columns
    > a) | Khảo sát, lập dự án | ...       a sub-task of the row above; >> a sub-task of a sub-task
    ^ | ^ | Sản phẩm thứ hai | ...         ^ is merged with the cell above, < with the cell to the left

``¶`` breaks a line inside a cell. In role cells ``{…}`` holds a mention and ``~…~`` the scope of the mention before it;
without braces the mentions stand between ``;`` and ``¶``. ``[[…]]`` is a footnote.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

UP, LEFT = "^", "<"
ROLES = ("lead", "advising", "coordinating", "monitoring")
FIELDS = ("number", "title", "result", "deadline", *ROLES)
_MARKUP = re.compile(r"\[\[.*?\]\]|[{}~]")
_ROW = re.compile(r"^(#+|>+|=)?\s*(.*)$")


@dataclass(frozen=True, slots=True)
class Column:
    """``role`` is a Task's field, ``marker``, ``extra`` or ``none``; ``width`` is relative, ``heading`` the lowest."""

    role: str
    width: float
    heading: str


@dataclass(frozen=True, slots=True)
class Row:
    """``kind`` is ``group``, ``task``, ``total`` or ``plain``; ``depth`` counts from 1 for groups, from 0 for tasks.

    A group has its label and title, or a cell for each column where it has amounts or remarks beside them.
    """

    kind: str
    depth: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """``header`` are the heading rows; a table whose ``tasks`` is false must give no tasks."""

    tasks: bool
    columns: tuple[Column, ...]
    header: tuple[tuple[str, ...], ...]
    rows: tuple[Row, ...]
    shape: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Content:
    """A content file as read: ``parts`` are printed in order, each a pair of its kind and its matter."""

    name: str
    document: dict[str, Any]
    letterhead: dict[str, Any]
    parts: tuple[tuple[str, Any], ...]
    agencies: dict[str, Any]
    deadlines: dict[str, str]
    shape: dict[str, Any]
    promises: tuple[str, ...] = ()

    @property
    def tables(self) -> tuple[Table, ...]:
        return tuple(matter for kind, matter in self.parts if kind == "table")


def as_printed(cell: str) -> str:
    """The words of a cell as a reader sees them: no markup, line breaks as spaces."""
    return " ".join(_MARKUP.sub("", cell).replace("¶", " ").split())


def cells_of(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.split("|"))


def load_content(path: Path) -> Content:
    """The content file at ``path``; deadlines that many files use stand in ``deadlines.yaml`` in a folder above it."""
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    shared = next(p / "deadlines.yaml" for p in path.parents if (p / "deadlines.yaml").exists())
    deadlines = yaml.safe_load(shared.read_text(encoding="utf-8")) | (raw.get("deadlines") or {})
    parts = tuple(_part(part) for part in raw["parts"])
    return Content(
        name=path.stem,
        document=raw["document"],
        letterhead=raw["letterhead"],
        parts=parts,
        agencies=raw.get("agencies") or {},
        deadlines=deadlines,
        shape=raw.get("shape") or {},
        promises=tuple(raw.get("promises") or ()),
    )


def _part(part: Any) -> tuple[str, Any]:
    if isinstance(part, str):
        return part, None
    ((kind, matter),) = part.items()
    return kind, _table(matter) if kind == "table" else matter


def _table(raw: dict[str, Any]) -> Table:
    columns = tuple(Column(*spec) for spec in raw["columns"])
    header = raw.get("header")
    rows = tuple(_row(line, raw, len(columns)) for line in raw["rows"].splitlines() if line.strip())
    return Table(
        tasks=raw.get("tasks", True),
        columns=columns,
        header=tuple(cells_of(line) for line in header) if header else (tuple(c.heading for c in columns),),
        rows=rows,
        shape=raw.get("shape") or {},
    )


def _row(line: str, raw: dict[str, Any], width: int) -> Row:
    match = _ROW.match(line.strip())
    assert match is not None
    mark, rest = match.group(1) or "", match.group(2)
    cells = cells_of(rest)
    if mark.startswith("#"):
        return Row("group", len(mark), cells)
    if len(cells) != width:
        raise ValueError(f"{len(cells)} cells where {width} columns are: {line}")
    if mark == "=":
        return Row("total", 0, cells)
    return Row("task" if raw.get("tasks", True) else "plain", len(mark), cells)
