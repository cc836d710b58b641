"""All tables of a document → its groups and tasks, and what is doubtful about them."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from nghiquyet.extract.decisions.decision import Decision, Subject
from nghiquyet.extract.language.column_headings import AGENCY_ROLES
from nghiquyet.extract.model import Line, Table
from nghiquyet.normalize.fields.agencies.reads_agencies import ReadsAgencies
from nghiquyet.normalize.fields.deadlines import DeadlineContext
from nghiquyet.normalize.model import Finding, Review, Task, TaskGroup
from nghiquyet.normalize.review.check_tables import check_table, left_out_finding, may_be_cut
from nghiquyet.normalize.review.doubtful_words import SURE_WORD
from nghiquyet.normalize.review.findings import finding, quote
from nghiquyet.normalize.review.lost_parts import above_lost_parts, goes_on, lost_parts
from nghiquyet.normalize.review.rows import ROW_FIELDS, doubted_counts, doubted_rows, guessed_groups
from nghiquyet.normalize.tables.build_tasks import SURE_JOIN, build_tasks
from nghiquyet.normalize.tables.column_roles import ColumnPlan, plan_columns

log = logging.getLogger(__name__)

# What a row is called by its place in a table, in doubt where the table may be cut or joined wrongly.
PLACE_FIELDS = ("id", "group", "number", "parent")
CUT = "Dòng có thể thuộc bảng trước, mã và nhóm chưa chắc; hãy đối chiếu với bản gốc."
JOINED = "Dòng có thể thuộc một bảng riêng, mã và nhóm chưa chắc; hãy đối chiếu với bản gốc."
# Findings that say that the rows of a table are out of order.
OUT_OF_ORDER = frozenset({"number-out-of-step", "number-unread-in-row"})


@dataclass(frozen=True, slots=True)
class TablesReading:
    """Groups and tasks of all task tables, and the findings.

    ``plans`` has the columns of every table, ``row_ids`` what each row of a task table became.
    """

    groups: tuple[TaskGroup, ...] = ()
    tasks: tuple[Task, ...] = ()
    plans: tuple[ColumnPlan, ...] = ()
    row_ids: Mapping[int, tuple[str | None, ...]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    decisions: tuple[Decision, ...] = ()

    @property
    def task_tables(self) -> tuple[int, ...]:
        """The numbers of the tables of tasks among the document's."""
        return tuple(self.row_ids)


def tables_to_tasks(
    tables: Sequence[Table], agencies: ReadsAgencies, time: DeadlineContext, lines: Sequence[Line] = ()
) -> TablesReading:
    """Reads every table of tasks; from the second on, ids begin with the table's place ("T2:").

    ``lines`` are those of the text: on a scan, rows of a table may have ended up among them.
    """
    lines = (*lines, *(line for table in tables for line in table.caption))
    groups: list[TaskGroup] = []
    tasks: list[Task] = []
    findings: list[Finding] = []
    decisions: list[Decision] = []
    plans = tuple(map(plan_columns, tables))
    row_ids: dict[int, tuple[str | None, ...]] = {}
    last: ColumnPlan | None = None
    for number, (table, plan) in enumerate(zip(tables, plans, strict=True)):
        if plan.reason is not None:
            log.info("table %d is left out: %s", number + 1, plan.reason)
            findings.append(left_out_finding(table, plan))
            decisions += _numbered(plan.decisions, number)
            continue
        prefix = f"T{len(row_ids) + 1}:" if row_ids else ""
        reading = build_tasks(table, plan, agencies, time, prefix)
        decisions += _numbered(reading.decisions, number)
        row_ids[number] = reading.row_ids
        doubts = check_table(table, plan, reading)
        findings += (*doubts, *guessed_groups(reading, len(groups)))
        parts = lost_parts(table, lines)
        findings += (part.finding() for part in parts)
        read = list(doubted_rows(table, plan, reading, time, tuple(above_lost_parts(reading, parts))))
        findings += doubted_counts(reading, read, len(groups))
        groups += reading.groups
        if may_be_cut(table) or (last is not None and goes_on(last, plan, reading)):
            findings.append(_part_finding(table))
            read = [_part_doubted(task, CUT) for task in read]
        last = plan
        shaky = _shaky(table, doubts)
        findings += [_shaky_finding(table)] if shaky else []
        tasks += _doubted_with_table(read, table, plan, shaky)
    return TablesReading(tuple(groups), tuple(tasks), plans, row_ids, tuple(findings), tuple(decisions))


def _doubted_with_table(tasks: list[Task], table: Table, plan: ColumnPlan, shaky: bool) -> list[Task]:
    """The tasks with what is doubtful about their whole table: rows (``shaky``), joins, headings, columns."""
    tasks = [_part_doubted(task, JOINED) if _behind_thin_join(task, table) else task for task in tasks]
    if shaky:
        tasks = [_doubted(task) for task in tasks]
    unread = _unread_heading(table, plan)
    if unread is not None:
        tasks = [_heading_doubted(task, unread, plan) for task in tasks]
    return [_by_content_doubted(task, plan) for task in tasks] if plan.by_content or plan.hinted else tasks


def _numbered(decisions: Sequence[Decision], table: int) -> list[Decision]:
    """The decisions of one table with its number, from 1."""
    number = str(table + 1)

    def of_table(subject: Subject) -> Subject:
        return replace(subject, id=number) if subject.record == "table" else replace(subject, within=number)

    return [replace(decision, subject=of_table(decision.subject)) for decision in decisions]


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


def _by_content_doubted(task: Task, plan: ColumnPlan) -> Task:
    """The task with a doubt on the bodies of a column whose cells alone told its role; dates are dates."""
    reviews = tuple(
        Review(
            field=role,
            code="column-role-guessed",
            message=f"Vai trò của cột “{quote(heading)}” được đoán theo nội dung; hãy xem lại.",
        )
        for heading, role in plan.by_content
        if role in AGENCY_ROLES
    )
    hinted = tuple(
        Review(
            field=field,
            code="column-unknown",
            message=f"Cột “{quote(heading)}” chưa rõ vai trò, có thể cho biết mục này; hãy xem lại.",
        )
        for heading, role in plan.hinted
        for field in (role, "extra")
    )
    return task.model_copy(update={"review": (*task.review, *reviews, *dict.fromkeys(hinted))})


def _part_finding(table: Table) -> Finding:
    message = "Bảng có thể là phần tiếp của bảng trước chứ không phải bảng riêng; hãy đối chiếu với bản gốc."
    return finding("error", "table-join-uncertain", message, pages=table.pages)


def _behind_thin_join(task: Task, table: Table) -> bool:
    """True for a row of a page whose part of the table was joined to the one before on thin evidence, or of a later."""
    thin = min((j.pages[1] for j in table.joins if j.confidence < SURE_JOIN), default=None)
    pages = [box.page for boxes in task.where.values() for box in boxes if box.page is not None]
    return thin is not None and bool(pages) and min(pages) >= thin


def _part_doubted(task: Task, message: str) -> Task:
    reviews = tuple(Review(field=name, code="table-join-uncertain", message=message) for name in PLACE_FIELDS)
    return task.model_copy(update={"review": (*task.review, *reviews)})


def _unread_heading(table: Table, plan: ColumnPlan) -> str | None:
    """The heading of a column without a role, if its words were recognised badly: it may be one that is known."""
    weak = [
        w.text
        for line in table.header_lines
        for w in line.words
        if w.confidence is not None and w.confidence < SURE_WORD
    ]
    bare = (
        c.heading for c in plan.columns if not c.heading and c.role == "extra" and _holds_recognised(table, c.index)
    )
    return next((h for h in plan.unknown if any(text in h for text in weak)), next(bare, None))


def _holds_recognised(table: Table, column: int) -> bool:
    """True if a column without heading holds recognised texts."""
    cells = (row.cells[column] for row in table.rows if row.cells[column].columns == (column, column + 1))
    words = [w for cell in cells for line in cell.lines for w in line.words]
    return bool(words) and all(w.confidence is not None for w in words)


def _heading_doubted(task: Task, heading: str, plan: ColumnPlan) -> Task:
    """The task with a doubt on ``extra``, where the column's texts went, and on what no column holds."""
    message = f"Tiêu đề cột “{quote(heading)}” đọc từ ảnh chưa chắc nên chưa rõ vai trò; hãy đối chiếu với bản gốc."
    missing = [name for name in ("result", "deadline", *AGENCY_ROLES) if plan.of(name) is None]
    reviews = tuple(Review(field=name, code="column-heading-unread", message=message) for name in ("extra", *missing))
    return task.model_copy(update={"review": (*task.review, *reviews)})
