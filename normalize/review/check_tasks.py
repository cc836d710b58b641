"""Tasks, once read → findings: what a task lacks, dates that cannot be, bodies that are no more or unknown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from nghiquyet.extract.language.column_headings import AGENCY_ROLES
from nghiquyet.normalize.model import Agency, Assignment, Deadline, Finding, FrontMatter, Task
from nghiquyet.normalize.review.findings import finding, quote
from nghiquyet.normalize.tables.build_tasks import SURE_AGENCY

# A lack that this share of the tasks has is the document's way; one finding says so for all.
MOSTLY = 0.5


def check_tasks(
    tasks: Sequence[Task], document: FrontMatter, as_of: dt.date | None, agencies: Mapping[str, Agency]
) -> tuple[Finding, ...]:
    """The doubts about tasks, in the order of the tasks; subjects are JSON pointers into them."""
    parents = {t.parent for t in tasks if t.parent}
    # an order in prose often names neither; only a table's empty cell is a lack
    whole = [(i, t) for i, t in enumerate(tasks) if t.id not in parents and t.origin == "appendix"]
    return (
        *_lacking(whole, "lead", "task-without-lead", "cơ quan chủ trì"),
        *_lacking(whole, "deadline", "task-without-deadline", "thời hạn"),
        *(f for i, t in enumerate(tasks) for f in _dates(i, t, document, as_of)),
        *(f for i, t in enumerate(tasks) for f in _bodies(i, t, as_of, agencies)),
    )


def _lacking(tasks: Sequence[tuple[int, Task]], field: str, code: str, noun: str) -> Iterator[Finding]:
    lacking = [(i, t) for i, t in tasks if not _has(t, field)]
    if lacking and len(lacking) >= MOSTLY * len(tasks):
        message = (
            f"{len(lacking)} trên {len(tasks)} nhiệm vụ không ghi {noun}; hãy bổ sung nếu văn bản có nêu ở chỗ khác."
        )
        yield finding("info", code, message)
        return
    for i, task in lacking:
        message = f"Nhiệm vụ {task.id} không ghi {noun}; hãy đối chiếu với bản gốc."
        yield finding("warning", code, message, f"/tasks/{i}/{field}", _pages(task))


def _has(task: Task, field: str) -> bool:
    return bool(task.lead) if field == "lead" else task.deadline.text is not None


def _pages(task: Task) -> list[int]:
    return [box.page for boxes in task.where.values() for box in boxes if box.page is not None]


def _dates(i: int, task: Task, document: FrontMatter, as_of: dt.date | None) -> Iterator[Finding]:
    end = task.deadline.end
    if end is None:
        return
    issued = document.issued_on or as_of
    subject = f"/tasks/{i}/deadline"
    if issued is not None and end < issued:
        message = f"Thời hạn “{_text(task.deadline)}” của nhiệm vụ {task.id} trước ngày ban hành; hãy kiểm tra lại."
        yield finding("warning", "deadline-before-document", message, subject, _pages(task))
    period = document.period
    if period is not None and period.to is not None and end.year > max(period.to, period.vision or 0):
        message = (
            f"Thời hạn “{_text(task.deadline)}” của nhiệm vụ {task.id} sau giai đoạn của văn bản; hãy kiểm tra lại."
        )
        yield finding("info", "deadline-outside-period", message, subject, _pages(task))


def _text(deadline: Deadline) -> str:
    return quote(deadline.text or "")


def _bodies(i: int, task: Task, as_of: dt.date | None, agencies: Mapping[str, Agency]) -> Iterator[Finding]:
    for role in AGENCY_ROLES:
        assignments: tuple[Assignment, ...] = getattr(task, role)
        for one in assignments:
            body = agencies.get(one.agency or "")
            if body is not None and as_of is not None and body.valid_to is not None and body.valid_to < as_of:
                message = f"“{quote(one.text)}” đã chấm dứt hoạt động khi văn bản ban hành; hãy kiểm tra tên cơ quan."
                yield finding("warning", "agency-ended", message, f"/tasks/{i}/{role}", _pages(task))
            if one.judgement == "unknown" and one.score < SURE_AGENCY:
                message = f"“{quote(one.text)}” không nêu tên cơ quan nào trong danh mục; hãy xác định cơ quan."
                yield finding("info", "agency-unknown", message, f"/tasks/{i}/{role}", _pages(task))
