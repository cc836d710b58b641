"""A resolution as lines to be compared: a record a paragraph, a field a line, and nothing that is no content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nghiquyet.normalize.model import Assignment, Deadline, FrontMatter, Resolution, Section, Target, Task, TaskGroup
from nghiquyet.output.files.vietnamese import FIELDS, ROLES, date_text, deadline_text, number_text, quantity_text

Line = tuple[str, str]


def resolution_to_lines(resolution: Resolution) -> Iterator[str]:
    """The document, its sections, targets, groups and tasks in Vietnamese; places and doubts are left out.

    A record begins at the margin, its fields are set in: git shows the record's line above a change (``@@ … @@``).
    """
    yield from _record("văn bản", _document(resolution.document))
    for section in resolution.sections:
        yield from _record(f"mục {section.id}", _section(section))
    for target in resolution.targets:
        yield from _record(f"chỉ tiêu {target.id}", _target(target))
    for group in resolution.task_groups:
        yield from _record(f"nhóm {group.id}", _group(group))
    for task in resolution.tasks:
        yield from _record(f"nhiệm vụ {task.id}", _task(task))


def _record(name: str, lines: Iterable[Line]) -> Iterator[str]:
    yield name
    yield from (f"  {label}: {text}" for label, text in lines if text)
    yield ""


def record_to_lines(record: Task | Target) -> Iterator[Line]:
    """Label and words of each field of one record; a field with several values has a line each, an empty one none."""
    lines = _task(record) if isinstance(record, Task) else _target(record)
    return ((label, text) for label, text in lines if text)


def _document(front: FrontMatter) -> Iterator[Line]:
    yield "loại", front.kind or ""
    yield "số, ký hiệu", front.number or front.symbol or ""
    yield FIELDS["issuer"], front.issuer or ""
    yield FIELDS["place"], front.place or ""
    yield FIELDS["issued_on"], date_text(front.issued_on)
    yield "trích yếu", front.title or ""
    if front.period:
        vision = f", tầm nhìn {front.period.vision}" if front.period.vision else ""
        yield FIELDS["period"], f"{front.period.from_ or '…'} – {front.period.to or '…'}{vision}"
    for one in front.implements:
        yield "thực hiện", _joined(one.number, date_text(one.issued_on), one.issuer)
    for basis in front.bases:
        yield FIELDS["bases"], basis
    if front.signer:
        yield FIELDS["signer"], _joined(front.signer.name, front.signer.position, front.signer.on_behalf_of)
    for recipient in front.recipients:
        yield FIELDS["recipients"], recipient


def _section(section: Section) -> Iterator[Line]:
    yield FIELDS["title"], section.title
    yield FIELDS["text"], section.text
    for note in section.notes:
        yield FIELDS["notes"], note


def _target(target: Target) -> Iterator[Line]:
    yield FIELDS["statement"], target.statement
    yield FIELDS["indicator"], target.indicator or ""
    yield "mức phải đạt", quantity_text(target)
    yield FIELDS["baseline"], target.baseline.text if target.baseline else ""
    yield FIELDS["deadline"], deadline_line(target.deadline)
    for stone in target.milestones:
        yield f"mốc {stone.year}", number_text(stone.value)
    yield FIELDS["modality"], "phấn đấu" if target.modality == "aspirational" else "cam kết"
    yield FIELDS["scope"], target.scope or ""
    for role in ("lead", "coordinating"):
        for one in getattr(target, role):
            yield FIELDS[role], agency_line(one)
    for note in target.notes:
        yield FIELDS["notes"], note


def _group(group: TaskGroup) -> Iterator[Line]:
    yield FIELDS["title"], group.title
    yield "thuộc nhóm", group.parent or ""


def _task(task: Task) -> Iterator[Line]:
    yield FIELDS["title"], task.title
    yield FIELDS["result"], task.result or ""
    yield FIELDS["deadline"], deadline_line(task.deadline)
    for role in ROLES:
        for one in getattr(task, role):
            yield FIELDS[role], agency_line(one)
    for heading, ticked in task.markers.items():
        yield heading, "có" if ticked else ""
    yield from task.extra.items()
    yield FIELDS["targets"], ", ".join(task.targets)


def deadline_line(deadline: Deadline) -> str:
    """``Tháng 12/2030 (= 31/12/2030)``: the words printed, and what was understood."""
    understood = deadline_text(deadline)
    return f"{deadline.text or ''}{f' (= {understood})' if understood else ''}".strip()


def agency_line(one: Assignment) -> str:
    """The name, the words printed where they are others, and the part that is theirs."""
    name = one.name or one.text
    printed = f" (in là “{one.text}”)" if one.name and one.name != one.text else ""
    return f"{name}{printed}{f', {one.scope}' if one.scope else ''}"


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)
