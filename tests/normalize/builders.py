"""Builders with defaults for tables of tasks: a test draws the rows that it is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from nghiquyet.extract.model import Table
from nghiquyet.normalize.fields.deadlines import DeadlineContext
from nghiquyet.normalize.model import Assignment, Deadline, Task
from nghiquyet.normalize.tables.build_tasks import TableReading, build_tasks
from nghiquyet.normalize.tables.column_roles import plan_columns
from nghiquyet.normalize.tables.row_kinds import RowReading, read_rows
from nghiquyet.normalize.tables.task_ids import PlacedGroup, PlacedTask, place_rows
from tests.extract.builders import table

HEADINGS = ("TT", "Nhiệm vụ", "Sản phẩm", "Thời hạn", "Cơ quan chủ trì")
REST = ["Kế hoạch", "Năm 2027", "Sở Xây dựng"]


class Printed:
    """Reads a cell as one agency, by the words printed; ``judgement`` and ``score`` as a test wants them."""

    def __init__(self, judgement: str = "matched", score: float = 1.0) -> None:
        self.judged: dict[str, Any] = {"judgement": judgement, "score": score}

    def read_cell(self, lines: Sequence[str]) -> tuple[Assignment, ...]:
        text = " ".join(lines)
        return (Assignment(text=text, name=text if self.judged["judgement"] == "matched" else None, **self.judged),)


def row(number: str, title: str = "Lập quy hoạch", *rest: str) -> list[str]:
    """A row of a task with what is not named filled in."""
    return [number, title, *(rest or REST)]


def bare(number: str, title: str = "Hạ tầng") -> list[str]:
    """A row with number and title alone."""
    return [number, title, "", "", ""]


def wide(title: str) -> list[str]:
    """A row of one cell over the whole width."""
    return [title, "<", "<", "<", "<"]


def task_table(rows: Sequence[Sequence[str]], headings: Sequence[str] = HEADINGS, **changes: Any) -> Table:
    return table(rows, headings=headings, **changes)


def readings(rows: Sequence[Sequence[str]], headings: Sequence[str] = HEADINGS) -> tuple[RowReading, ...]:
    made = task_table(rows, headings)
    return read_rows(made, plan_columns(made))


def kinds(rows: Sequence[Sequence[str]], headings: Sequence[str] = HEADINGS) -> list[str]:
    return [r.kind for r in readings(rows, headings)]


def placed(rows: Sequence[Sequence[str]], prefix: str = "") -> tuple[PlacedGroup | PlacedTask, ...]:
    return place_rows(readings(rows), prefix)


def ids(rows: Sequence[Sequence[str]], prefix: str = "") -> list[str]:
    """The ids of groups, in square brackets, and tasks, in order."""
    return [f"[{p.id}]" if isinstance(p, PlacedGroup) else p.id for p in placed(rows, prefix)]


def read(
    rows: Sequence[Sequence[str]],
    headings: Sequence[str] = HEADINGS,
    agencies: Printed | None = None,
    time: DeadlineContext | None = None,
    **changes: Any,
) -> TableReading:
    made = task_table(rows, headings, **changes)
    return build_tasks(made, plan_columns(made), agencies or Printed(), time or DeadlineContext())


def task(id: str = "I.1", **changes: Any) -> Task:
    known: dict[str, Any] = {
        "origin": "appendix",
        "number": id.rpartition(".")[2],
        "title": "Lập quy hoạch",
        "deadline": Deadline(text="Năm 2027", end="2027-12-31", precision="year"),
        "lead": (Assignment(text="Sở Xây dựng", name="Sở Xây dựng", judgement="matched", score=1.0),),
    }
    return Task(**{"id": id, **known, **changes})
