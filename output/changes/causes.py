"""Why a value differs: the document does, we doubted it on one side, or another program read the same bytes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nghiquyet.normalize.model import Resolution, Target, Task
from nghiquyet.output.changes.model import Cause, FieldChange, RecordKind
from nghiquyet.output.files.review_list import CORRECTED

# A review or finding about the record as a whole.
_ALL = ""
_LISTS: Mapping[str, RecordKind] = {"tasks": "task", "targets": "target", "document": "document"}


@dataclass(frozen=True)
class Doubts:
    """The fields in doubt, by kind of record and id (the document has none); an empty field is the record itself."""

    fields: Mapping[tuple[RecordKind, str], frozenset[str]]

    def about(self, kind: RecordKind, ids: Iterable[str]) -> frozenset[str]:
        return frozenset(field for name in ids for field in self.fields.get((kind, name), ()))


def doubts_of(resolution: Resolution) -> Doubts:
    """From the reviews of the records, and from findings by their subject."""
    fields: dict[tuple[RecordKind, str], set[str]] = defaultdict(set)
    kinds: tuple[tuple[RecordKind, tuple[Task | Target, ...]], ...] = (
        ("task", resolution.tasks),
        ("target", resolution.targets),
    )
    for kind, records in kinds:
        for record in records:
            fields[kind, record.id] |= {review.field for review in record.review if review.code != CORRECTED}
    for finding in resolution.findings:
        if finding.code == CORRECTED:
            continue
        place = _subject(finding.subject, resolution)
        if place is not None:
            fields[place[0], place[1]].add(place[2])
    return Doubts({place: frozenset(found) for place, found in fields.items()})


def cause_of(
    kind: RecordKind, fields: Iterable[FieldChange], doubted: frozenset[str], same_source: bool, whole: bool
) -> Cause:
    """The cause of a change: of its weightiest fields, for what is only wording beside them did not decide it.

    ``doubted``: the fields in doubt on either side. ``whole``: the record is there on one side only.
    """
    if same_source:
        return "program"
    if whole:
        named = {"task": "title", "target": "statement"}.get(kind, _ALL)
        return "doubt" if doubted & {_ALL, named} else "document"
    changed = list(fields)
    weightiest = [f for f in changed if f.class_ == "substance"] or changed
    names = {f.field for f in weightiest}
    return "doubt" if doubted & names or (_ALL in doubted and names) else "document"


def _subject(pointer: str | None, resolution: Resolution) -> tuple[RecordKind, str, str] | None:
    """A JSON pointer → kind, id and field of what it points to; None for what is not compared."""
    steps = (pointer or "").split("/")[1:]
    if not steps or steps[0] not in (*_LISTS, "task_groups"):
        return None
    if steps[0] == "task_groups":
        return "document", "", "task_groups"
    if steps[0] == "document":
        return "document", "", steps[1] if len(steps) > 1 else _ALL
    records: tuple[Task | Target, ...] = resolution.tasks if steps[0] == "tasks" else resolution.targets
    if len(steps) < 2 or not steps[1].isdecimal() or int(steps[1]) >= len(records):
        return None
    return _LISTS[steps[0]], records[int(steps[1])].id, steps[2] if len(steps) > 2 else _ALL
