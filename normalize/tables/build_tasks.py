"""A task table → groups and tasks, with agencies and deadlines beside the words they came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from nghiquyet.extract.decisions.decision import Decision, Subject
from nghiquyet.extract.decisions.table_decisions import once
from nghiquyet.extract.language.column_headings import AGENCY_ROLES
from nghiquyet.extract.language.heading_cues import heading_says
from nghiquyet.extract.model import Join, Table, TableCell, TableRow
from nghiquyet.normalize.fields.agencies import CERTAIN
from nghiquyet.normalize.fields.agencies.assignment_doubts import assignment_doubts
from nghiquyet.normalize.fields.agencies.reads_agencies import ReadsAgencies
from nghiquyet.normalize.fields.deadlines import (
    DeadlineContext,
    deadline_decision,
    doubt_message,
    read_deadline_with_doubt,
    since_beginning,
)
from nghiquyet.normalize.model import Assignment, Box, Deadline, Review, Task, TaskGroup
from nghiquyet.normalize.review.crowded_cells import crowded
from nghiquyet.normalize.tables.cell_text import boxes, cell_lines, cell_text, note_marks
from nghiquyet.normalize.tables.column_roles import ColumnPlan, PlannedColumn
from nghiquyet.normalize.tables.row_decisions import row_decisions
from nghiquyet.normalize.tables.row_kinds import RowReading, read_rows
from nghiquyet.normalize.tables.task_ids import PlacedGroup, PlacedTask, place_rows
from nghiquyet.normalize.tables.tick_columns import is_marked

# A join of less confidence than this is shown to a person.
SURE_JOIN = 0.7
CUT = "Ô bị ngắt qua trang, cách nối chưa chắc; hãy đối chiếu với bản gốc."
# An agency judged with a lower score than this is shown to a person.
SURE_AGENCY = CERTAIN


@dataclass(frozen=True, slots=True)
class TableReading:
    """What one table of tasks says. ``placed`` are its rows in order, for the checks; ``marks`` its notes' marks.

    ``decisions`` are about the table too, which has no number here (``""``).
    """

    groups: tuple[TaskGroup, ...]
    tasks: tuple[Task, ...]
    placed: tuple[PlacedGroup | PlacedTask, ...] = ()
    marks: tuple[str, ...] = ()
    unread_numbers: tuple[str, ...] = ()
    asides: tuple[TableRow, ...] = ()
    row_ids: tuple[str | None, ...] = ()  # what each row of the table became
    decisions: tuple[Decision, ...] = ()


@dataclass(slots=True)
class _Fields:
    """The fields of one task in the making."""

    where: dict[str, tuple[Box, ...]] = field(default_factory=dict)
    review: list[Review] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)

    def stand(self, name: str, cells: Sequence[TableCell]) -> None:
        found = boxes(cells)
        if found:
            self.where[name] = found
        if any(j.confidence < SURE_JOIN for cell in cells for j in cell.joins):
            self.doubt(name, "join-uncertain", CUT)
        for code, message in crowded(cells):
            self.doubt(name, code, message)

    def doubt(self, name: str, code: str, message: str) -> None:
        entry = Review(field=name, code=code, message=message)
        if entry not in self.review:
            self.review.append(entry)


def build_tasks(
    table: Table, plan: ColumnPlan, agencies: ReadsAgencies, time: DeadlineContext, prefix: str = ""
) -> TableReading:
    """The groups and tasks of a table whose columns are known; ids begin with ``prefix``."""
    readings = read_rows(table, plan)
    placed = place_rows(readings, prefix)
    made = [_task(p, plan, agencies, time) for p in placed if isinstance(p, PlacedTask)]
    tasks = tuple(task for task, _ in made)
    groups = tuple(_group(p, tasks, plan) for p in placed if isinstance(p, PlacedGroup))
    marks = tuple(
        m for row in table.rows for cell in once(row.cells) if not cell.carried_down for m in note_marks(cell)
    )
    unread = tuple(r.unread_number for r in readings if r.unread_number)
    asides = tuple(r.row for r in readings if r.kind == "aside")
    decisions = (*plan.decisions, *row_decisions(readings, placed, plan), *(d for _, own in made for d in own))
    row_ids = _row_ids(readings, placed)
    return TableReading(groups, tasks, placed, marks, unread, asides, row_ids, decisions)


def _row_ids(readings: Sequence[RowReading], placed: Sequence[PlacedGroup | PlacedTask]) -> tuple[str | None, ...]:
    """The id of the group or task that each row became; None for a row that became neither."""
    ids = iter([p.id for p in placed])
    return tuple(next(ids) if reading.kind in ("group", "task") else None for reading in readings)


def _group(placed: PlacedGroup, tasks: Sequence[Task], plan: ColumnPlan) -> TaskGroup:
    own = [t for t in tasks if t.group == placed.id and t.parent is None]
    priority = {c.heading for c in plan.all_of("marker") if heading_says("priority", c.heading)}
    return TaskGroup(
        id=placed.id,
        title=placed.title,
        parent=placed.parent,
        extra=_extra(placed.reading.row.cells, plan, _Fields()) if placed.reading.beside else {},
        extracted_tasks=len(own),
        extracted_priority=sum(any(t.markers.get(h) for h in priority) for t in own),
    )


def _task(
    placed: PlacedTask, plan: ColumnPlan, agencies: ReadsAgencies, time: DeadlineContext
) -> tuple[Task, list[Decision]]:
    """A task, and what was decided about its fields."""
    fields = _Fields()
    reading = placed.reading
    cells = reading.row.cells
    title, number = plan.of("title"), plan.of("number")
    result, due = plan.of("result"), plan.of("deadline")
    if number is not None:
        fields.stand("number", [cells[number.index]])
    if title is not None:
        fields.stand("title", [cells[title.index]])
    _doubt_rows(placed, fields)
    deadline = _deadline(_own(cells, due, plan), _own(cells, plan.begins, plan), placed.id, fields, time)
    roles = {role: _agencies(_shared(cells, plan.of(role), title), role, agencies, fields) for role in AGENCY_ROLES}
    result_text = _text(_own(cells, result, plan), "result", fields)
    markers = {c.heading: is_marked(cell_text(cells[c.index])) for c in plan.all_of("marker")}
    fields.stand("markers", [cells[c.index] for c in plan.all_of("marker")])
    extra = _extra(cells, plan, fields)
    _doubt_joins(reading.row.joins, cells, plan, fields)
    task = Task(
        id=placed.id,
        origin="appendix",
        group=placed.group,
        number=reading.number,
        parent=placed.parent,
        title=reading.title,
        result=result_text or None,
        markers=markers,
        deadline=deadline,
        lead=roles["lead"],
        advising=roles["advising"],
        coordinating=roles["coordinating"],
        monitoring=roles["monitoring"],
        extra=extra,
        where=fields.where,
        review=tuple(fields.review),
    )
    return task, fields.decisions


def _own(cells: Sequence[TableCell], column: PlannedColumn | None, plan: ColumnPlan) -> TableCell | None:
    """The cell of a column; none where a cell of an earlier column, the title's before all, is merged over it."""
    if column is None:
        return None
    cell = cells[column.index]
    title = plan.of("title")
    if title is not None and cell.parts and cell.parts == cells[title.index].parts:
        return None
    return cell if cell.columns[0] >= column.index or not _earlier(cell, column, plan) else None


def _earlier(cell: TableCell, column: PlannedColumn, plan: ColumnPlan) -> bool:
    """True if the cell begins in an earlier column with a role of its own; a text over both times is the deadline's."""
    own = [c for c in plan.columns if c.role != "marker" and c != plan.begins]
    return any(cell.columns[0] <= c.index < column.index for c in own)


def _shared(cells: Sequence[TableCell], column: PlannedColumn | None, title: PlannedColumn | None) -> TableCell | None:
    """An agency column's cell; one text merged over two such columns counts for both, a merged title for none."""
    if column is None:
        return None
    cell = cells[column.index]
    return None if title is not None and cell.columns[0] == title.index < column.index else cell


def _text(cell: TableCell | None, name: str, fields: _Fields) -> str:
    if cell is None or not cell.parts:
        return ""
    fields.stand(name, [cell])
    return cell_text(cell)


def _deadline(
    cell: TableCell | None, begins: TableCell | None, task: str, fields: _Fields, time: DeadlineContext
) -> Deadline:
    """The deadline in ``cell``, a range where ``begins``, the cell of a column of beginnings, names another moment."""
    text = _text(cell, "deadline", fields)
    if not text:
        return Deadline()
    reading = read_deadline_with_doubt(text, time.issued_on, time.period)
    since = cell_text(begins) if begins is not None else ""
    if begins is not None and cell is not None and since and begins != cell:
        reading = since_beginning(reading, since, time)
        fields.stand("deadline", [begins, cell])
    for code in reading.doubts:
        fields.doubt("deadline", code, doubt_message(code))
    subject = Subject("task", task, "deadline")
    fields.decisions.append(deadline_decision(subject, reading.deadline, reading.evidence, reading.others))
    return reading.deadline


def _agencies(cell: TableCell | None, role: str, agencies: ReadsAgencies, fields: _Fields) -> tuple[Assignment, ...]:
    if cell is None:
        return ()
    fields.stand(role, [cell])  # an empty cell may be doubted too
    if not cell_text(cell):
        return ()
    found = agencies.read_cell(cell_lines(cell))
    for one in found:
        if _may_be_two(one, cell, agencies):
            message = f"“{one.scope}” có thể là cơ quan khác, dấu câu đọc từ ảnh chưa chắc; hãy đối chiếu với bản gốc."
            fields.doubt(role, "agency-uncertain", message)
    fields.review += assignment_doubts(role, found)
    return found


def _may_be_two(one: Assignment, cell: TableCell, agencies: ReadsAgencies) -> bool:
    """True if what a recognised colon parts from a body names another one: a semicolon loses its tail on a scan."""
    if (
        not one.scope
        or not one.scope[0].isupper()
        or not any(w.confidence is not None and w.text.endswith((":", ".")) for line in cell.lines for w in line.words)
    ):
        return False
    return any(a.judgement in ("matched", "ambiguous") for a in agencies.read_cell([one.scope]))


def _extra(cells: Sequence[TableCell], plan: ColumnPlan, fields: _Fields) -> dict[str, str]:
    extra: dict[str, str] = {}
    kept = []
    for column in (*plan.all_of("extra"), *plan.all_of("foreign")):
        cell = _own(cells, column, plan)
        text = cell_text(cell) if cell is not None else ""
        if cell is None or not text:
            kept += [cell] if cell is not None and cell.joins else []
            continue
        heading = column.heading
        extra[heading] = f"{extra[heading]} {text}" if heading in extra else text
        kept.append(cell)
    fields.stand("extra", kept)
    order = {c.heading: c.index for c in plan.columns}
    return dict(sorted(extra.items(), key=lambda item: order.get(item[0], 0)))


def _doubt_rows(placed: PlacedTask, fields: _Fields) -> None:
    if placed.reading.inferred:
        message = "Dòng không có số và tên, được hiểu là dòng tiếp của nhiệm vụ trên; hãy đối chiếu với bản gốc."
        fields.doubt("title", "row-without-number", message)
    if placed.reading.guessed:
        message = "Không đọc được số thứ tự trên ảnh, số này được suy từ các dòng bên cạnh; hãy đối chiếu với bản gốc."
        fields.doubt("number", "number-guessed", message)
    if placed.repeated:
        fields.doubt("number", "number-repeated", "Số thứ tự này đã dùng ở dòng trước; hãy đối chiếu với bản gốc.")


def _doubt_joins(joins: Sequence[Join], cells: Sequence[TableCell], plan: ColumnPlan, fields: _Fields) -> None:
    """A row mended on thin evidence: every field whose text stands on both sides of the break is in doubt."""
    if all(j.confidence >= SURE_JOIN for j in joins):
        return
    for column in plan.columns:
        pages = {p.lines[0].page for p in cells[column.index].parts if p.lines}
        name = {"marker": "markers", "foreign": "extra"}.get(column.role, column.role)
        if len(pages) > 1:
            message = "Dòng bị ngắt qua trang, cách nối chưa chắc; hãy đối chiếu với bản gốc."
            fields.doubt(name, "join-uncertain", message)
