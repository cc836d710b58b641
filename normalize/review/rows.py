"""Rows of a recognised table that may be cut, joined or numbered wrongly → doubts on their fields.

What a scan takes from a table — a ruling, a number, a cell's only word — leaves whole rows askew without one weak word
in them. It shows where numbers are out of step, where a cell is empty that all others of its column fill, and where one
text runs over columns that other rows part. Printed rows are as they are printed: none of this is doubt about them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from nghiquyet.extract.language.column_headings import AGENCY_ROLES, Role
from nghiquyet.extract.language.numbering.succession import follows
from nghiquyet.extract.model import Table, TableCell, TableRow
from nghiquyet.normalize.fields.deadlines import DeadlineContext
from nghiquyet.normalize.model import Finding, Review, Task
from nghiquyet.normalize.review.findings import finding, quote
from nghiquyet.normalize.review.number_gaps import Misstep, missteps
from nghiquyet.normalize.review.odd_deadlines import is_odd_deadline, is_two_deadlines
from nghiquyet.normalize.tables.build_tasks import TableReading
from nghiquyet.normalize.tables.column_roles import ColumnPlan, PlannedColumn
from nghiquyet.normalize.tables.row_numbers import is_recognised
from nghiquyet.normalize.tables.task_ids import PlacedGroup, PlacedTask

ROW_FIELDS = ("group", "number", "parent", "title", "result", "markers", "deadline", *AGENCY_ROLES, "extra")
_NUMBER_FIELDS = ("group", "number", "parent", "title")
# An empty cell is in doubt where this share of at least so many rows fill the column.
MOSTLY_FILLED, FEWEST_ROWS = 0.85, 6
# Columns whose cell is merged over several of them by those who print tables.
_MERGED_IN_PRINT: tuple[frozenset[Role], ...] = (frozenset(AGENCY_ROLES), frozenset(("marker",)), frozenset(("extra",)))
# A body of a commune or district whose own name is missing, unless several are meant.
_UNFINISHED = re.compile(r"\b(?:phường|xã|thị trấn|đặc khu|huyện|quận)$", re.IGNORECASE)
_SEVERAL = re.compile(r"\b(?:các|những|mọi|từng|cấp)\b|,", re.IGNORECASE)
# A plan that names no period reaches no farther than this many years.
LONGEST_PLAN = 15

Doubts = dict[int, list[Review]]


def doubted_rows(
    table: Table, plan: ColumnPlan, reading: TableReading, time: DeadlineContext, above: Sequence[int] = ()
) -> tuple[Task, ...]:
    """The tasks of ``reading`` with the doubts that the shape of their rows gives; printed ones as they are.

    ``above`` are the places of rows below which a part of the table was lost.
    """
    tasks = [i for i, p in enumerate(reading.placed) if isinstance(p, PlacedTask)]
    doubts: Doubts = {}
    for place, review in (
        *_by_missteps(reading.placed),
        *_by_groups(reading.placed),
        *_by_numbers(reading.placed),
        *_by_empty_cells(reading.placed, plan),
        *_by_merged_cells(table, reading.placed, plan),
        *_by_lost_parts(above),
        *(
            (place, review)
            for place, task in zip(tasks, reading.tasks, strict=True)
            for review in _by_sense(task, time)
        ),
    ):
        if is_recognised(reading.placed[place].reading.row):
            doubts.setdefault(place, []).append(review)
    return tuple(_with(task, doubts.get(place, ())) for place, task in zip(tasks, reading.tasks, strict=True))


def guessed_groups(reading: TableReading, first: int) -> Iterator[Finding]:
    """A finding for each group whose number was not read; ``first`` is the place of the table's first group."""
    groups = [p for p in reading.placed if isinstance(p, PlacedGroup)]
    for i, group in enumerate(groups, first):
        if group.reading.guessed:
            message = (
                f"Không đọc được số của nhóm “{quote(group.title)}” trên ảnh, số {group.reading.number} được suy từ "
                "các nhóm bên cạnh; hãy đối chiếu với bản gốc."
            )
            yield finding("warning", "number-guessed", message, f"/task_groups/{i}", group.reading.row.pages)


def doubted_counts(reading: TableReading, tasks: Sequence[Task], first: int) -> Iterator[Finding]:
    """A finding for each group that may have lost or gained rows; ``first`` is the place of the table's first group."""
    shaky = [t for t in tasks if any(r.code == "row-uncertain" for r in t.review)]
    for i, group in enumerate(reading.groups, first):
        own = next((t for t in shaky if t.group == group.id), None)
        if own is not None:
            message = f"Số dòng của nhóm “{quote(group.title)}” đọc từ ảnh chưa chắc; hãy đếm lại theo bản gốc."
            pages = [box.page for boxes in own.where.values() for box in boxes if box.page is not None]
            yield finding("warning", "group-count-uncertain", message, f"/task_groups/{i}/extracted_tasks", pages)


def _by_missteps(placed: Sequence[PlacedGroup | PlacedTask]) -> Iterator[tuple[int, Review]]:
    """Where numbers skip or step back a row may be lost, or two be one: the rows on both sides are in doubt."""
    message = "Số thứ tự quanh dòng này không liền mạch, có thể đã mất hoặc gộp dòng; hãy đối chiếu với bản gốc."
    alone: set[int] = set()  # rows whose own number is wrong: without them those around are in step
    for step in missteps(placed):
        if step.place - 1 in alone:
            continue
        if _in_step(placed, step.place):
            alone.add(step.place)
        places = (step.place,) if step.place in alone else (step.place - 1, step.place)
        for place in places:
            if place >= 0:
                yield from ((place, Review(field=f, code="row-uncertain", message=message)) for f in ROW_FIELDS)


def _by_groups(placed: Sequence[PlacedGroup | PlacedTask]) -> Iterator[tuple[int, Review]]:
    """Tasks of a group whose number steps back: a heading above it is lost, or it is not the number printed."""
    message = "Số của nhóm chứa dòng này không liền mạch, mã có thể sai; hãy đối chiếu với bản gốc."
    back = {
        placed[step.place].id
        for step in missteps(placed)
        if isinstance(placed[step.place], PlacedGroup) and _steps_back(step)
    }
    inside: set[str] = set()
    for place, one in enumerate(placed):
        if isinstance(one, PlacedGroup):
            if one.id in back or one.parent in inside:
                inside.add(one.id)
        elif one.group in inside:
            yield from ((place, Review(field=f, code="row-uncertain", message=message)) for f in ("group", "number"))


def _steps_back(step: Misstep) -> bool:
    return step.before is not None and step.label.levels[-1] <= step.before.levels[-1]


def _by_numbers(placed: Sequence[PlacedGroup | PlacedTask]) -> Iterator[tuple[int, Review]]:
    """Rows whose number was not understood, and rows without one where others have theirs."""
    numbered = [p for p in placed if isinstance(p, PlacedTask) and p.reading.label is not None]
    tasks = [p for p in placed if isinstance(p, PlacedTask)]
    parents = {p.parent for p in placed}
    for place, one in enumerate(placed):
        reading = one.reading
        if reading.unread_number:
            message = f"Không đọc được số thứ tự “{quote(reading.unread_number)}” của dòng; hãy đối chiếu với bản gốc."
            yield from ((place, Review(field=f, code="row-uncertain", message=message)) for f in ROW_FIELDS)
        elif reading.bare and reading.label is not None and isinstance(one, PlacedTask) and one.id not in parents:
            message = "Dòng chỉ có số và tên, có thể là dòng nhóm bị đọc sai số; hãy đối chiếu với bản gốc."
            yield from ((place, Review(field=f, code="row-uncertain", message=message)) for f in ROW_FIELDS)
        elif reading.label is None and len(numbered) >= MOSTLY_FILLED * len(tasks) and not _in_step(placed, place):
            message = "Dòng không đọc được số thứ tự trên ảnh; hãy đối chiếu với bản gốc."
            yield from ((place, Review(field=f, code="row-uncertain", message=message)) for f in _NUMBER_FIELDS)


def _by_lost_parts(above: Sequence[int]) -> Iterator[tuple[int, Review]]:
    message = "Phần bảng ngay dưới dòng này không đọc được, dòng có thể bị cắt; hãy đối chiếu với bản gốc."
    for place in above:
        texts = (f for f in ROW_FIELDS if f not in ("group", "number", "parent", "markers"))
        yield from ((place, Review(field=f, code="row-uncertain", message=message)) for f in texts)


def _in_step(placed: Sequence[PlacedGroup | PlacedTask], place: int) -> bool:
    """True if the numbers around a row without number leave none for it."""
    before = next((p.reading.label for p in reversed(placed[:place]) if p.reading.label is not None), None)
    after = next((p.reading.label for p in placed[place + 1 :] if p.reading.label is not None), None)
    return before is not None and after is not None and follows(before, after)


def _by_empty_cells(placed: Sequence[PlacedGroup | PlacedTask], plan: ColumnPlan) -> Iterator[tuple[int, Review]]:
    """Empty cells of columns that nearly all tasks fill."""
    parents = {p.parent for p in placed}
    rows = [(i, p.reading.row) for i, p in enumerate(placed) if isinstance(p, PlacedTask) and p.id not in parents]
    if len(rows) < FEWEST_ROWS:
        return
    for role in ("result", "deadline", *AGENCY_ROLES):
        column = plan.of(role)
        empty = [i for i, row in rows if column is not None and not row.cells[column.index].text]
        if column is None or len(empty) > (1 - MOSTLY_FILLED) * len(rows):
            continue
        message = f"Ô của cột “{quote(column.heading)}” không đọc được chữ nào trên ảnh; hãy đối chiếu với bản gốc."
        yield from ((i, Review(field=role, code="cell-empty", message=message)) for i in empty)


def _by_merged_cells(
    table: Table, placed: Sequence[PlacedGroup | PlacedTask], plan: ColumnPlan
) -> Iterator[tuple[int, Review]]:
    """Texts that run over columns: where no rulings part these, or where print merges no such columns."""
    ruled = all(fragment.ruled == "full" for fragment in table.fragments)
    message = "Chữ của nhiều cột dính vào một ô, có thể do mất nét kẻ; hãy đối chiếu với bản gốc."
    for place, one in enumerate(placed):
        if not isinstance(one, PlacedTask):
            continue
        for cell in _wide(one.reading.row):
            columns = [c for c in plan.columns if cell.columns[0] <= c.index < cell.columns[1]]
            roles = {c.role for c in columns}
            if ruled and any(roles <= kind for kind in _MERGED_IN_PRINT):
                continue
            yield from ((place, Review(field=f, code="cells-merged", message=message)) for f in _fields(columns))


def _by_sense(task: Task, time: DeadlineContext) -> Iterator[Review]:
    """A deadline outside the document's time, and local bodies of which no place is known."""
    end = task.deadline.end
    if end is not None and time.issued_on is not None and end < time.issued_on:
        message = f"Thời hạn “{quote(task.deadline.text or '')}” đọc từ ảnh trước ngày ban hành; hãy đối chiếu bản gốc."
        yield Review(field="deadline", code="deadline-before-document", message=message)
    last = _last_year(time)
    begins = task.deadline.start
    inside = begins is not None and last is not None and begins.year <= last
    if end is not None and last is not None and end.year > last + 1 and not inside:
        message = f"Thời hạn “{quote(task.deadline.text or '')}” đọc từ ảnh sau giai đoạn của văn bản; hãy đối chiếu."
        yield Review(field="deadline", code="deadline-outside-period", message=message)
    if is_two_deadlines(task.deadline.text or ""):
        message = "Ô thời hạn có hai thời hạn liền nhau, có thể hai dòng đọc thành một; hãy đối chiếu với bản gốc."
        yield from (Review(field=f, code="row-uncertain", message=message) for f in ROW_FIELDS)
    if is_odd_deadline(task.deadline.text or ""):
        message = f"Thời hạn “{quote(task.deadline.text or '')}” đọc từ ảnh có dạng lạ; hãy đối chiếu với bản gốc."
        yield Review(field="deadline", code="deadline-odd", message=message)
    for role in AGENCY_ROLES:
        for one in getattr(task, role):
            if _UNFINISHED.search(one.name or "") and not _SEVERAL.search(one.name or ""):
                message = f"Chưa rõ “{quote(one.text)}” thuộc địa phương nào; hãy đối chiếu với bản gốc."
                yield Review(field=role, code="agency-uncertain", message=message)


def _last_year(time: DeadlineContext) -> int | None:
    if time.period is not None and time.period.to is not None:
        return max(time.period.to, time.period.vision or 0)
    return time.issued_on.year + LONGEST_PLAN if time.issued_on is not None else None


def _wide(row: TableRow) -> list[TableCell]:
    """The filled cells over several columns, each once."""
    wide = [c for c in row.cells if c.columns[1] - c.columns[0] > 1 and c.text]
    return [c for i, c in enumerate(wide) if c not in wide[:i]]


def _fields(columns: Iterable[PlannedColumn]) -> list[str]:
    names = {"marker": "markers", "foreign": "extra"}
    return list(dict.fromkeys(names.get(c.role, c.role) for c in columns))


def _with(task: Task, doubts: Sequence[Review]) -> Task:
    new = dict.fromkeys(d for d in doubts if d not in task.review)
    return task.model_copy(update={"review": (*task.review, *new)}) if new else task
