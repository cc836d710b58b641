"""What can be asked about in a document: its records by their ids, their fields, its tables and pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from nghiquyet.extract.decisions.decision import RecordKind
from nghiquyet.extract.language.column_headings import AGENCY_ROLES
from nghiquyet.extract.model import Document
from nghiquyet.normalize.model import Box, Resolution, Review

# The fields that a question may name; what is published beside them is told with the record.
TASK_FIELDS = ("number", "title", "result", "markers", "deadline", *AGENCY_ROLES, "extra")
TARGET_FIELDS = ("statement", "deadline")
# How many ids are offered where the one asked for is not there.
MOST_OFFERED = 5
# A typed id may be an amount off (difflib's ratio); an estimate: "I.12" for "I.1.2" is 0.89, "X.9" for "I.9" 0.67.
LIKE = 0.5


@dataclass(frozen=True, slots=True)
class NamedRecord:
    """A record of the result, or a table or page of the document: ``table:1``, ``page:8``."""

    kind: RecordKind
    id: str
    title: str = ""
    fields: tuple[str, ...] = ()
    where: dict[str, tuple[Box, ...]] = field(default_factory=dict)
    review: tuple[Review, ...] = ()

    @property
    def name(self) -> str:
        """What a question calls it."""
        return f"{self.kind}:{self.id}" if self.kind in ("table", "page") else self.id


@dataclass(frozen=True, slots=True)
class Asked:
    """A record and the field of it that was asked for, empty for the whole record."""

    record: NamedRecord
    field: str = ""


def records_of(resolution: Resolution, document: Document) -> tuple[NamedRecord, ...]:
    """Everything that can be asked about, tasks first."""
    tasks = (NamedRecord("task", t.id, t.title, TASK_FIELDS, t.where, t.review) for t in resolution.tasks)
    targets = (NamedRecord("target", t.id, t.statement, TARGET_FIELDS, t.where, t.review) for t in resolution.targets)
    groups = (NamedRecord("group", g.id, g.title) for g in resolution.task_groups)
    sections = (NamedRecord("section", s.id, s.title, (), {"": s.where}) for s in resolution.sections)
    tables = (_table(n, document) for n in range(1, len(document.tables) + 1))
    pages = (NamedRecord("page", str(p.number)) for p in document.pages)
    return (*tasks, *targets, *groups, *sections, *tables, *pages)


def _table(number: int, document: Document) -> NamedRecord:
    table = document.tables[number - 1]
    title = " | ".join(levels[-1] for levels in table.headings if levels)
    rows = (f"row {n}" for n in range(1, len(table.rows) + 1))
    columns = (f"column {n}" for n in range(1, table.width + 1))
    return NamedRecord("table", str(number), title, (*columns, *rows))


def find_records(asked: str, records: Sequence[NamedRecord]) -> tuple[Asked, ...]:
    """The records that ``asked`` names, or their field: ``I.2``, ``I.2.lead``, ``task:I.2``, ``table:1.row 3``.

    Several records may have one id: a section and the group below it.
    """
    found = []
    for record in records:
        for name in {record.name, f"{record.kind}:{record.id}"}:
            if asked == name:
                found.append(Asked(record))
            elif asked.startswith(f"{name}.") and (rest := asked[len(name) + 1 :]) in record.fields:
                found.append(Asked(record, rest))
    return tuple(found)


def nearest_names(asked: str, records: Sequence[NamedRecord]) -> tuple[str, ...]:
    """The names most like one that nothing has, the likest first."""
    return tuple(get_close_matches(asked, list(dict.fromkeys(_names(asked, records))), MOST_OFFERED, LIKE))


def _names(asked: str, records: Sequence[NamedRecord]) -> Iterator[str]:
    """Names of the form that was asked for: of records, and of their fields where the record itself is there."""
    for record in records:
        yield record.name
        if asked.startswith(f"{record.name}."):
            yield from (f"{record.name}.{one}" for one in record.fields)
