"""A ``Resolution`` → the sheets of the workbook, as headings and rows of values, before any file format."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nghiquyet.normalize.model import Assignment, DataTable, Resolution, Review, Target, Task
from nghiquyet.output.files.csv_columns import joined
from nghiquyet.output.files.data_frames import Part, parts_by_agency
from nghiquyet.output.files.review_list import CORRECTED, doubts, places_of
from nghiquyet.output.files.tables_csv import column_names
from nghiquyet.output.files.vietnamese import (
    JUDGEMENTS,
    RECURRENCES,
    ROLES,
    ROW_KINDS,
    SEVERITIES,
    deadline_text,
    field_name,
    number_text,
    quantity_text,
)

TICK = "x"


@dataclass(frozen=True, slots=True)
class Heading:
    """``width`` is in characters of the default font."""

    text: str
    width: int


@dataclass(frozen=True, slots=True)
class SheetCell:
    value: str | int | float | dt.date | None
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class WorkbookSheet:
    name: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[SheetCell, ...], ...]


def resolution_to_sheets(resolution: Resolution) -> tuple[WorkbookSheet, ...]:
    """Tasks, targets, a row for each agency's part in each task, what is to be reviewed, and each table as printed."""
    return (
        _task_sheet(resolution),
        _target_sheet(resolution.targets),
        _agency_sheet(resolution),
        _doubt_sheet(resolution),
        *(_table_sheet(table) for table in resolution.tables),
    )


def assignments_text(assignments: Iterable[Assignment]) -> str:
    """One line an agency: its name, or the words printed where it is not sure; its part in brackets."""
    return "\n".join(assignment_text(assignment) for assignment in assignments)


def assignment_text(assignment: Assignment) -> str:
    scope = f" ({assignment.scope})" if assignment.scope else ""
    doubt = JUDGEMENTS[assignment.judgement]
    return f"{assignment.name or assignment.text}{scope}{f' [{doubt}]' if doubt else ''}"


def review_text(review: Iterable[Review]) -> str:
    return "\n".join(f"{field_name(entry.field)}: {entry.message}" for entry in review)


def _task_sheet(resolution: Resolution) -> WorkbookSheet:
    markers = _in_order(heading for task in resolution.tasks for heading in task.markers)
    extras = _in_order(heading for task in resolution.tasks for heading in task.extra)
    roles = [role for role in ROLES if role == "lead" or any(getattr(task, role) for task in resolution.tasks)]
    titles = {group.id: f"{group.id}. {group.title}" for group in resolution.task_groups}
    headings = (
        Heading("Mã", 8),
        Heading("Nhóm", 22),
        Heading("Số", 6),
        Heading("Nhiệm vụ", 48),
        Heading("Kết quả, sản phẩm", 40),
        *(Heading(marker, 14) for marker in markers),
        Heading("Thời hạn (nguyên văn)", 18),
        Heading("Hạn cuối", 12),
        Heading("Định kỳ", 12),
        *(Heading(ROLES[role], 30) for role in roles),
        *(Heading(extra, 24) for extra in extras),
        Heading("Trang", 8),
        Heading("Cần xem lại", 40),
    )
    rows = tuple(_task_row(task, titles.get(task.group or ""), markers, roles, extras) for task in resolution.tasks)
    return WorkbookSheet("Nhiệm vụ", headings, rows)


def _task_row(
    task: Task, group: str | None, markers: Sequence[str], roles: Sequence[str], extras: Sequence[str]
) -> tuple[SheetCell, ...]:
    flagged = {entry.field for entry in task.review if entry.code != CORRECTED}

    def cell(field: str, value: str | dt.date | None) -> SheetCell:
        return SheetCell(value, field in flagged)

    return (
        cell("id", task.id),
        cell("group", group or task.group),
        cell("number", task.number),
        cell("title", task.title),
        cell("result", task.result),
        *(cell("markers", TICK if task.markers.get(marker) else None) for marker in markers),
        cell("deadline", task.deadline.text),
        cell("deadline", task.deadline.end),
        cell("deadline", RECURRENCES.get(task.deadline.recurring or "")),
        *(cell(role, assignments_text(getattr(task, role))) for role in roles),
        *(cell("extra", task.extra.get(extra)) for extra in extras),
        SheetCell(joined(places_of(task))),
        SheetCell(review_text(task.review), bool(task.review)),
    )


def _target_sheet(targets: Sequence[Target]) -> WorkbookSheet:
    headings = (
        Heading("Mã", 14),
        Heading("Mục", 10),
        Heading("Nội dung (nguyên văn)", 52),
        Heading("Chỉ số", 40),
        Heading("Mức phải đạt", 22),
        Heading("Giá trị", 10),
        Heading("Giá trị lớn nhất", 10),
        Heading("Đơn vị tính", 14),
        Heading("So với", 18),
        Heading("Các mốc", 20),
        Heading("Hạn cuối", 12),
        Heading("Mức cam kết", 12),
        Heading("Phạm vi", 24),
        Heading("Chủ trì", 30),
        Heading("Phối hợp", 30),
        Heading("Trang", 8),
        Heading("Cần xem lại", 40),
    )
    return WorkbookSheet("Chỉ tiêu", headings, tuple(_target_row(target) for target in targets))


def _target_row(target: Target) -> tuple[SheetCell, ...]:
    flagged = {entry.field for entry in target.review if entry.code != CORRECTED}

    def cell(field: str, value: str | float | dt.date | None) -> SheetCell:
        return SheetCell(value, field in flagged)

    return (
        cell("id", target.id),
        cell("section", target.section),
        cell("statement", target.statement),
        cell("indicator", target.indicator),
        SheetCell(quantity_text(target), bool(flagged & {"comparator", "value", "value_max", "unit"})),
        cell("value", target.value),
        cell("value_max", target.value_max),
        cell("unit", target.unit),
        cell("baseline", target.baseline.text if target.baseline else None),
        cell("milestones", "\n".join(f"{stone.year}: {number_text(stone.value)}" for stone in target.milestones)),
        cell("deadline", target.deadline.end or deadline_text(target.deadline)),
        cell("modality", "phấn đấu" if target.modality == "aspirational" else "cam kết"),
        cell("scope", target.scope),
        cell("lead", assignments_text(target.lead)),
        cell("coordinating", assignments_text(target.coordinating)),
        SheetCell(joined(places_of(target))),
        SheetCell(review_text(target.review), bool(target.review)),
    )


def _agency_sheet(resolution: Resolution) -> WorkbookSheet:
    """Agencies in the order of the document's own list; those that are no sure agency last, by their words."""
    rows = tuple(_part_row(part, resolution.tasks[part.task]) for part in parts_by_agency(resolution, list(ROLES)))
    headings = (
        Heading("Cơ quan", 36),
        Heading("Vai trò", 14),
        Heading("Mã nhiệm vụ", 10),
        Heading("Nhiệm vụ", 60),
        Heading("Phần việc", 24),
        Heading("Thời hạn (nguyên văn)", 18),
        Heading("Hạn cuối", 12),
        Heading("Vì sao chưa chắc", 40),
    )
    return WorkbookSheet("Theo cơ quan", headings, rows)


def _part_row(part: Part, task: Task) -> tuple[SheetCell, ...]:
    assignment, sure = part.assignment, part.assignment.judgement == "matched"
    return (
        SheetCell(assignment.name or assignment.text, not sure),
        SheetCell(ROLES[part.role], part.role in {entry.field for entry in task.review if entry.code != CORRECTED}),
        SheetCell(task.id),
        SheetCell(task.title),
        SheetCell(assignment.scope),
        SheetCell(task.deadline.text),
        SheetCell(task.deadline.end),
        SheetCell(None if sure else assignment.reason),
    )


def _doubt_sheet(resolution: Resolution) -> WorkbookSheet:
    words = {**SEVERITIES, "review": "Cần xem lại"}
    rows = tuple(
        (
            SheetCell(words[doubt.weight]),
            SheetCell(doubt.place),
            SheetCell(doubt.message),
            SheetCell(joined(doubt.pages)),
            SheetCell(doubt.code),
        )
        for doubt in doubts(resolution)
    )
    headings = (
        Heading("Mức độ", 14),
        Heading("Ở đâu", 34),
        Heading("Nội dung và việc cần làm", 90),
        Heading("Trang", 10),
        Heading("Mã", 26),
    )
    return WorkbookSheet("Cần xem lại", headings, rows)


def _table_sheet(table: DataTable) -> WorkbookSheet:
    """A table as it is printed, beside what each of its rows is and became."""
    headings = (
        Heading("Loại dòng", 10),
        Heading("Mã bản ghi", 12),
        *(Heading(name, 28) for name in column_names(table)),
    )
    rows = tuple(
        (SheetCell(ROW_KINDS[kind]), SheetCell(joined(ids or ())), *(SheetCell(text) for text in row))
        for row, kind, ids in zip(table.rows, table.row_kinds, table.records, strict=True)
    )
    return WorkbookSheet(f"Bảng {table.id}", headings, rows)


def _in_order(headings: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(headings))
