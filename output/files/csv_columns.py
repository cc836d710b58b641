"""The columns of the CSV files: name, type, meaning, and how a record fills it. The data package describes the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from nghiquyet.normalize.model import Assignment, Resolution, Target, Task
from nghiquyet.output.files.review_list import pages_of

R = TypeVar("R", contravariant=True)
Value = str | int | float | bool | dt.date | None
Type = Literal["string", "integer", "number", "boolean", "date"]


@dataclass(frozen=True, slots=True)
class CsvColumn(Generic[R]):
    """``type`` is a Frictionless field type; ``value`` gets the whole document and the record of the row."""

    name: str
    type: Type
    description: str
    value: Callable[[Resolution, R], Value]


def joined(values: Iterable[object]) -> str:
    """A list in one cell, as the contract joins it."""
    return "; ".join("" if value is None else str(value) for value in values)


def _document_columns() -> tuple[CsvColumn[Task | Target], ...]:
    return (
        CsvColumn("file", "string", "Base name of the input file", lambda d, _: d.source.file),
        CsvColumn(
            "document_number", "string", "Number of the document; empty if blank", lambda d, _: d.document.number
        ),
        CsvColumn("issued_on", "date", "Date of the document; empty if blank", lambda d, _: d.document.issued_on),
    )


def _deadline_columns() -> tuple[CsvColumn[Task | Target], ...]:
    return (
        CsvColumn("deadline_text", "string", "The deadline as printed", lambda _, r: r.deadline.text),
        CsvColumn("deadline_start", "date", "First day, of ranges only", lambda _, r: r.deadline.start),
        CsvColumn("deadline_end", "date", "Last day", lambda _, r: r.deadline.end),
        CsvColumn(
            "deadline_precision",
            "string",
            "day, month, quarter, year, range, event or none",
            lambda _, r: r.deadline.precision,
        ),
        CsvColumn("deadline_open_ended", "boolean", "Goes on after its end", lambda _, r: r.deadline.open_ended),
        CsvColumn(
            "deadline_recurring",
            "string",
            "yearly, quarterly, monthly, weekly, continuous or empty",
            lambda _, r: r.deadline.recurring,
        ),
    )


def _review_columns() -> tuple[CsvColumn[Task | Target], ...]:
    return (
        CsvColumn("pages", "string", "Pages on which the record stands", lambda _, r: joined(pages_of(r))),
        CsvColumn(
            "review_codes",
            "string",
            "Doubts about this record, as field:code",
            lambda _, r: joined(f"{entry.field}:{entry.code}" for entry in r.review),
        ),
        CsvColumn(
            "review",
            "string",
            "The same doubts in words (Vietnamese)",
            lambda _, r: joined(entry.message for entry in r.review),
        ),
    )


def _role_columns(role: str, words: str) -> tuple[CsvColumn[Any], ...]:
    """Five lists of one length, an entry an agency; what an agency lacks is an empty entry."""

    def listed(of: Callable[[Assignment], object]) -> Callable[[Resolution, Any], Value]:
        def value(_: Resolution, record: Task | Target) -> Value:
            assignments: tuple[Assignment, ...] = getattr(record, role)
            return joined(of(assignment) for assignment in assignments)

        return value

    return (
        CsvColumn(
            role, "string", f"{words}: canonical names, or the words printed", listed(lambda a: a.name or a.text)
        ),
        CsvColumn(f"{role}_text", "string", f"{words}: the words printed", listed(lambda a: a.text)),
        CsvColumn(f"{role}_agency", "string", f"{words}: agency ids", listed(lambda a: a.agency)),
        CsvColumn(f"{role}_scope", "string", f"{words}: the part that is theirs", listed(lambda a: a.scope)),
        CsvColumn(
            f"{role}_judgement",
            "string",
            f"{words}: matched, ambiguous, person or unknown",
            listed(lambda a: a.judgement),
        ),
    )


def _ticks(task: Task, ticked: bool) -> str:
    return joined(heading for heading, value in task.markers.items() if value is ticked)


TASK_COLUMNS: tuple[CsvColumn[Task], ...] = (
    *_document_columns(),
    CsvColumn("id", "string", "Unique in its document", lambda _, t: t.id),
    CsvColumn("origin", "string", "appendix (a table row) or body (the prose)", lambda _, t: t.origin),
    CsvColumn("group", "string", "Id of the heading row above", lambda _, t: t.group),
    CsvColumn(
        "group_title",
        "string",
        "Title of the heading row above",
        lambda d, t: next((group.title for group in d.task_groups if group.id == t.group), None),
    ),
    CsvColumn("number", "string", "As printed", lambda _, t: t.number),
    CsvColumn("parent", "string", "Id of the task of which this is a part", lambda _, t: t.parent),
    CsvColumn("title", "string", "The task", lambda _, t: t.title),
    CsvColumn("result", "string", "The product or result expected", lambda _, t: t.result),
    CsvColumn("markers", "string", "Headings of the tick columns that are ticked", lambda _, t: _ticks(t, True)),
    CsvColumn("markers_blank", "string", "Headings of the tick columns left blank", lambda _, t: _ticks(t, False)),
    *_deadline_columns(),
    *_role_columns("lead", "Leading agencies"),
    *_role_columns("advising", "Advising agencies"),
    *_role_columns("coordinating", "Coordinating agencies"),
    *_role_columns("monitoring", "Monitoring agencies"),
    CsvColumn(
        "extra",
        "string",
        "Columns with none of these roles, as heading: text",
        lambda _, t: joined(f"{heading}: {text}" for heading, text in t.extra.items()),
    ),
    CsvColumn("targets", "string", "Ids of the targets that the task serves", lambda _, t: joined(t.targets)),
    *_review_columns(),
)

TARGET_COLUMNS: tuple[CsvColumn[Target], ...] = (
    *_document_columns(),
    CsvColumn("id", "string", "Unique in its document", lambda _, t: t.id),
    CsvColumn("section", "string", "Id of the section it stands in", lambda _, t: t.section),
    CsvColumn("kind", "string", "quantitative or qualitative", lambda _, t: t.kind),
    CsvColumn("statement", "string", "The clause as printed", lambda _, t: t.statement),
    CsvColumn("indicator", "string", "What is measured", lambda _, t: t.indicator),
    CsvColumn("comparator", "string", "eq, ge, gt, le, lt, between, top or approx", lambda _, t: t.comparator),
    CsvColumn("value", "number", "The number promised", lambda _, t: t.value),
    CsvColumn("value_max", "number", "The upper number, of between only", lambda _, t: t.value_max),
    CsvColumn("unit", "string", "Unit of the numbers", lambda _, t: t.unit),
    CsvColumn("baseline_year", "integer", "Year compared with", lambda _, t: t.baseline.year if t.baseline else None),
    CsvColumn("baseline_text", "string", "Comparison as printed", lambda _, t: t.baseline.text if t.baseline else None),
    *_deadline_columns(),
    CsvColumn(
        "milestones",
        "string",
        "Dated values, as year=value",
        lambda _, t: joined(f"{stone.year}={stone.value}" for stone in t.milestones),
    ),
    CsvColumn("modality", "string", "committed or aspirational", lambda _, t: t.modality),
    CsvColumn("scope", "string", "Where or for whom it holds", lambda _, t: t.scope),
    *_role_columns("lead", "Agencies that answer for it"),
    *_role_columns("coordinating", "Agencies that take part"),
    CsvColumn("origin", "string", "body or table", lambda _, t: t.origin),
    CsvColumn("notes", "string", "Texts of its footnotes", lambda _, t: joined(t.notes)),
    *_review_columns(),
)
