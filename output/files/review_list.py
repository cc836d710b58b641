"""What a person should look at: the findings and the records' ``review`` entries in one list, with their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from nghiquyet.normalize.model import Box, Finding, Record, Resolution, Section, Target, Task, TaskGroup
from nghiquyet.output.files.vietnamese import address_in_vietnamese, field_name

Weight = Literal["error", "warning", "review", "info"]
# A field that a person changed or confirmed: said, not asked.
CORRECTED = "corrected"
ORDER: tuple[Weight, ...] = ("error", "warning", "review", "info")


@dataclass(frozen=True, slots=True)
class Doubt:
    """``place`` names it for a person, ``pointer`` (JSON pointer into resolution.json, "" if none) for a program.

    ``pages`` are page numbers, or addresses where the file has no pages.
    """

    weight: Weight
    code: str
    message: str
    place: str
    pointer: str
    pages: tuple[str, ...]


def doubts(resolution: Resolution) -> tuple[Doubt, ...]:
    """All doubts, the gravest first, else in the order of the document."""
    found = [*(_of_finding(resolution, finding) for finding in resolution.findings), *_of_records(resolution)]
    return tuple(sorted(found, key=lambda doubt: ORDER.index(doubt.weight)))


def places_to_review(resolution: Resolution) -> int:
    """How many places a person should look at: a field with several doubts is one; mere information is none."""
    asked = [doubt for doubt in doubts(resolution) if doubt.weight != "info"]
    return len({doubt.pointer for doubt in asked if doubt.pointer}) + sum(not doubt.pointer for doubt in asked)


def _of_finding(resolution: Resolution, finding: Finding) -> Doubt:
    pointer = _to_field(finding.subject or "")
    place = place_of(resolution, pointer)
    return Doubt(finding.severity, finding.code, finding.message, place, pointer, tuple(map(str, finding.pages)))


def _of_records(resolution: Resolution) -> Iterator[Doubt]:
    kinds: tuple[tuple[str, Sequence[Task | Target]], ...] = (
        ("targets", resolution.targets),
        ("tasks", resolution.tasks),
    )
    for kind, records in kinds:
        for index, record in enumerate(records):
            for review in record.review:
                field = review.field.strip("/").partition("/")[0]
                pointer = f"/{kind}/{index}/{field}"
                place = place_of(resolution, pointer)
                # what a person has settled is no longer asked
                weight: Weight = "info" if review.code == CORRECTED else "review"
                yield Doubt(weight, review.code, review.message, place, pointer, places_of(record, field))


def pages_of(record: Task | Target, field: str | None = None) -> tuple[int, ...]:
    """The pages on which a record, or one field of it, stands; a field without places has its record's."""
    return tuple(sorted({box.page for box in _boxes(record, field) if box.page is not None}))


def places_of(record: Task | Target, field: str | None = None) -> tuple[str, ...]:
    """The pages as a person reads them; the addresses of a file without pages ("bảng 2, dòng 5, ô 3")."""
    pages = pages_of(record, field)
    addresses = dict.fromkeys(box.address for box in _boxes(record, field) if box.page is None and box.address)
    return tuple(map(str, pages)) or tuple(address_in_vietnamese(address) for address in addresses)


def _boxes(record: Task | Target, field: str | None) -> tuple[Box, ...]:
    boxes = record.where.get(field, ()) if field else ()
    return boxes or tuple(box for listed in record.where.values() for box in listed)


def _to_field(pointer: str) -> str:
    """A pointer cut to the field of a record: ``/tasks/12/lead/0/name`` → ``/tasks/12/lead``."""
    steps = pointer.split("/")
    return "/".join(steps[:3] if steps[1:2] == ["document"] else steps[:4])


def place_of(resolution: Resolution, pointer: str) -> str:
    """``/tasks/12/lead`` → ``Nhiệm vụ I.2, cơ quan chủ trì``; a pointer to nothing stands for itself."""
    steps = pointer.strip("/").split("/")
    field = field_name(steps[2]) if len(steps) > 2 else ""
    if steps[0] in ("", "document", "source"):
        return ", ".join(["Văn bản", *(field_name(step) for step in steps[1:2])])
    record = _record(resolution, steps)
    if record is None:
        return pointer
    return ", ".join(part for part in (_named(record), field) if part)


def _record(resolution: Resolution, steps: list[str]) -> Record | None:
    listed = {
        "tasks": resolution.tasks,
        "targets": resolution.targets,
        "task_groups": resolution.task_groups,
        "sections": resolution.sections,
    }.get(steps[0], ())
    if len(steps) < 2 or not steps[1].isdecimal() or int(steps[1]) >= len(listed):
        return None
    return listed[int(steps[1])]


def _named(record: Record) -> str:
    match record:
        case Task():
            return f"Nhiệm vụ {record.id}"
        case Target():
            return f"Chỉ tiêu {record.id}"
        case TaskGroup():
            return f"Nhóm {record.id}"
        case Section():
            return f"Mục {record.label or record.id}"
        case _:
            return ""
