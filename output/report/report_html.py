"""A ``Resolution`` → one self-contained HTML page in Vietnamese, for reviewers.

Nothing is fetched when it is opened, and all words of the document are escaped.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nghiquyet.normalize.model import Coverage, Resolution, Target, Task
from nghiquyet.output.files.review_list import CORRECTED, doubts, places_of, places_to_review
from nghiquyet.output.files.vietnamese import FIELDS, JUDGEMENTS, ROLES, ROW_KINDS, SEVERITIES, TABLE_KINDS, VERDICTS
from nghiquyet.output.report.html_pages import render_page


@dataclass(frozen=True, slots=True)
class RecordBlock:
    """Tasks under one heading row; ``level`` is how deep the heading stands (1 is outermost)."""

    title: str
    level: int
    index: int | None
    tasks: tuple[tuple[int, Task], ...]


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """How many paragraphs and numbers were taken for one thing; ``name`` is what it is called in Vietnamese."""

    name: str
    paragraphs: int
    numbers: int


def resolution_to_report(resolution: Resolution) -> str:
    """The page: whose document it is, what to look at first, then tasks by group and targets with their doubts."""
    roles = [role for role in ROLES if role == "lead" or any(getattr(task, role) for task in resolution.tasks)]
    context = {
        "resolution": resolution,
        "front": resolution.document,
        "doubts": doubts(resolution),
        "places": places_to_review(resolution),
        "blocks": tuple(task_blocks(resolution)),
        "roles": roles,
        "markers": tuple(dict.fromkeys(heading for task in resolution.tasks for heading in task.markers)),
        "extras": any(task.extra for task in resolution.tasks),
        "anchors": _anchors(resolution),
        "fields": FIELDS,
        "judgements": JUDGEMENTS,
        "role_names": ROLES,
        "severities": SEVERITIES,
        "places_of": places_of,
        "table_kinds": TABLE_KINDS,
        "row_kind_names": ROW_KINDS,
        "coverage": tuple(coverage_rows(resolution.coverage)),
    }
    return render_page("report.html.j2", context, filters={"anchor": anchor}, tests={"flagged": _flagged})


def task_blocks(resolution: Resolution) -> Iterator[RecordBlock]:
    """The tasks of no group, the groups in the document's order, each with its tasks, and the tasks of the prose."""
    numbered = list(enumerate(resolution.tasks))
    known = {group.id for group in resolution.task_groups}
    loose = tuple(pair for pair in numbered if pair[1].origin == "appendix" and pair[1].group not in known)
    if loose:
        yield RecordBlock("", 1, None, loose)
    parents = {group.id: group.parent for group in resolution.task_groups}
    for index, group in enumerate(resolution.task_groups):
        tasks = tuple(pair for pair in numbered if pair[1].group == group.id)
        yield RecordBlock(f"{group.id}. {group.title}", _depth(group.id, parents), index, tasks)
    prose = tuple(pair for pair in numbered if pair[1].origin == "body" and pair[1].group not in known)
    if prose:
        yield RecordBlock("Nhiệm vụ giao trong phần lời văn", 1, None, prose)


def coverage_rows(coverage: Coverage) -> Iterator[CoverageRow]:
    """What the paragraphs and numbers of the prose were taken for, a row each, in the order of ``VERDICTS``."""
    for verdict, name in VERDICTS.items():
        row = CoverageRow(name, coverage.paragraphs.get(verdict, 0), coverage.numbers.get(verdict, 0))
        if row.paragraphs or row.numbers:
            yield row


def anchor(pointer: str) -> str:
    """The page's own place for a record: ``/tasks/12/lead`` → ``tasks-12``."""
    return "-".join(pointer.strip("/").split("/")[:2])


def _anchors(resolution: Resolution) -> frozenset[str]:
    """The records that the page shows, for links from the doubts to them."""
    shown = {"tasks": resolution.tasks, "targets": resolution.targets, "task_groups": resolution.task_groups}
    shown = {**shown, "tables": resolution.tables}
    return frozenset(f"{kind}-{index}" for kind, records in shown.items() for index in range(len(records)))


def _depth(group: str, parents: dict[str, str | None]) -> int:
    depth, seen = 1, {group}
    while (parent := parents.get(group)) and parent not in seen:
        depth, group = depth + 1, parent
        seen.add(parent)
    return depth


def _flagged(record: Task | Target, *fields: str) -> bool:
    asked = (entry for entry in record.review if entry.code != CORRECTED)
    return any(entry.field.strip("/").partition("/")[0] in fields for entry in asked)
