"""All tables of a document → its groups and tasks, and what is doubtful about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.model import Table
from normalize.build_tasks import DeadlineContext, ReadsAgencies, build_tasks
from normalize.check_tables import check_table, left_out_finding
from normalize.columns import plan_columns
from normalize.model import Finding, Task, TaskGroup


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
        findings += check_table(table, plan, reading)
        groups += reading.groups
        tasks += reading.tasks
    return TablesReading(tuple(groups), tuple(tasks), tuple(task_tables), tuple(findings))
