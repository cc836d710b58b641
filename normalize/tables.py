"""All tables of a document → its groups and tasks, and what is doubtful about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.model import Table
from normalize.build_tasks import DeadlineContext, ReadsAgencies, build_tasks
from normalize.check_tables import check_table, left_out_finding
from normalize.columns import ColumnPlan, plan_columns
from normalize.doubt_rows import ROW_FIELDS, doubted_rows, guessed_groups
from normalize.findings import finding, quote
from normalize.headings import AGENCY_ROLES
from normalize.model import Finding, Review, Task, TaskGroup
from normalize.weak_words import SURE_WORD

# Findings that say that the rows of a table are out of order.
OUT_OF_ORDER = frozenset({"number-out-of-step", "number-unread-in-row"})


@dataclass(frozen=True, slots=True)
class TablesReading:
    """Groups and tasks of all task tables; the numbers of these among the document's tables; and the findings."""

    groups: tuple[TaskGroup, ...] = ()
    tasks: tuple[Task, ...] = ()
    task_tables: tuple[int, ...] = ()
    findings: tuple[Finding, ...] = ()


def tables_to_tasks(tables: Sequence[Table], agencies: ReadsAgencies, time: DeadlineContext) -> TablesReading:
    """Reads every table of tasks; from the second on, ids begin with the table's place ("T2:")."""
    groups: list[TaskGroup] = []
    tasks: list[Task] = []
    task_tables: list[int] = []
    findings: list[Finding] = []
    for number, table in enumerate(tables):
        plan = plan_columns(table)
        if plan.reason is not None:
            findings.append(left_out_finding(table, plan.reason))
            continue
        task_tables.append(number)
        prefix = "" if len(task_tables) == 1 else f"T{len(task_tables)}:"
        reading = build_tasks(table, plan, agencies, time, prefix)
        doubts = check_table(table, plan, reading)
        findings += (*doubts, *guessed_groups(reading, len(groups)))
        groups += reading.groups
        read = list(doubted_rows(table, plan, reading))
        if _shaky(table, doubts):
            findings.append(_shaky_finding(table))
            read = [_doubted(task) for task in read]
        unread = _unread_heading(table, plan)
        if unread is not None:
            read = [_heading_doubted(task, unread, plan) for task in read]
        tasks += read
    return TablesReading(tuple(groups), tuple(tasks), tuple(task_tables), tuple(findings))


def _shaky(table: Table, doubts: Sequence[Finding]) -> bool:
    """True if rows without drawn borders came out with numbers in no sequence: they may be cut in wrong places."""
    unruled = any(fragment.ruled != "full" for fragment in table.fragments)
    return unruled and any(doubt.code in OUT_OF_ORDER for doubt in doubts)


def _shaky_finding(table: Table) -> Finding:
    message = "Bảng không kẻ đủ ô và số thứ tự đọc được không liền mạch; hãy đối chiếu mọi dòng với bản gốc."
    return finding("error", "table-rows-uncertain", message, pages=table.pages)


def _doubted(task: Task) -> Task:
    message = "Bảng không kẻ đủ ô, dòng này có thể bị cắt sai; hãy đối chiếu với bản gốc."
    reviews = tuple(Review(field=name, code="table-rows-uncertain", message=message) for name in ROW_FIELDS)
    return task.model_copy(update={"review": (*task.review, *reviews)})


def _unread_heading(table: Table, plan: ColumnPlan) -> str | None:
    """The heading of a column without a role, if its words were recognised badly: it may be one that is known."""
    weak = [
        w.text
        for line in table.header_lines
        for w in line.words
        if w.confidence is not None and w.confidence < SURE_WORD
    ]
    return next((h for h in plan.unknown if any(text in h for text in weak)), None)


def _heading_doubted(task: Task, heading: str, plan: ColumnPlan) -> Task:
    """The task with a doubt on ``extra``, where the column's texts went, and on what no column holds."""
    message = f"Tiêu đề cột “{quote(heading)}” đọc từ ảnh chưa chắc nên chưa rõ vai trò; hãy đối chiếu với bản gốc."
    missing = [name for name in ("result", "deadline", *AGENCY_ROLES) if plan.of(name) is None]
    reviews = tuple(Review(field=name, code="column-heading-unread", message=message) for name in ("extra", *missing))
    return task.model_copy(update={"review": (*task.review, *reviews)})
