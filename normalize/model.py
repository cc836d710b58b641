"""What it means: the published types. Names, order and meaning are the output contract's, version 1.1."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION = "1.1"

Comparator = Literal["eq", "ge", "gt", "le", "lt", "between", "top", "approx"]
Precision = Literal["day", "month", "quarter", "year", "range", "event", "none"]
Recurrence = Literal["yearly", "quarterly", "monthly", "weekly", "continuous"]
Judgement = Literal["matched", "ambiguous", "person", "unknown"]
Severity = Literal["error", "warning", "info"]
AgencyKind = Literal[
    "party",
    "government",
    "ministry",
    "department",
    "board",
    "committee",
    "commune",
    "enterprise",
    "organisation",
    "collective",
]
Score = Annotated[float, Field(ge=0, le=1)]


class Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Box(Record):
    """Where text stands: ``[x0, top, x1, bottom]`` in PDF points, origin top left; null where there are no places.

    A Word file has no pages either: ``address`` ("paragraph 12", "table 2, row 5, cell 3", counted from 1 through the
    file) stands for them. It is left out everywhere else.
    """

    page: int | None
    bbox: tuple[float, float, float, float] | None = None
    address: str | None = Field(default=None, exclude_if=lambda value: value is None)


class Review(Record):
    """A doubt about one field: ``code`` is stable, ``message`` is Vietnamese and says what to do."""

    field: str
    code: str
    message: str


class Deadline(Record):
    text: str | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    precision: Precision = "none"
    open_ended: bool = False
    recurring: Recurrence | None = None


class Assignment(Record):
    """One agency named in a cell. ``candidates`` are agency ids, best first, unless matched."""

    text: str
    agency: str | None = None
    name: str | None = None
    scope: str | None = None
    judgement: Judgement
    score: Score = 0.0
    reason: str = ""
    candidates: tuple[str, ...] = ()


class Agency(Record):
    id: str
    name: str
    kind: AgencyKind
    place: str | None = None
    code: str | None = None
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    successor: str | None = None
    members: tuple[str, ...] = ()


class Task(Record):
    id: str
    origin: Literal["appendix", "body"]
    group: str | None = None
    number: str | None = None
    parent: str | None = None
    title: str
    result: str | None = None
    markers: dict[str, bool] = {}
    deadline: Deadline = Deadline()
    lead: tuple[Assignment, ...] = ()
    advising: tuple[Assignment, ...] = ()
    coordinating: tuple[Assignment, ...] = ()
    monitoring: tuple[Assignment, ...] = ()
    extra: dict[str, str] = {}
    targets: tuple[str, ...] = ()
    where: dict[str, tuple[Box, ...]] = {}
    review: tuple[Review, ...] = ()


class TaskGroup(Record):
    id: str
    title: str
    parent: str | None = None
    extra: dict[str, str] = {}
    declared_tasks: int | None = None
    declared_priority: int | None = None
    extracted_tasks: int = 0
    extracted_priority: int = 0


class Baseline(Record):
    year: int | None = None
    text: str


class Milestone(Record):
    year: int
    value: float


class Target(Record):
    id: str
    section: str
    kind: Literal["quantitative", "qualitative"]
    statement: str
    indicator: str | None = None
    comparator: Comparator | None = None
    value: float | None = None
    value_max: float | None = None
    unit: str | None = None
    baseline: Baseline | None = None
    deadline: Deadline = Deadline()
    milestones: tuple[Milestone, ...] = ()
    modality: Literal["committed", "aspirational"] = "committed"
    scope: str | None = None
    lead: tuple[Assignment, ...] = ()
    coordinating: tuple[Assignment, ...] = ()
    origin: Literal["body", "table"] = "body"
    notes: tuple[str, ...] = ()
    where: dict[str, tuple[Box, ...]] = {}
    review: tuple[Review, ...] = ()


class Section(Record):
    id: str
    label: str
    title: str
    level: int
    parent: str | None = None
    text: str
    notes: tuple[str, ...] = ()
    where: tuple[Box, ...] = ()


TableKind = Literal["tasks", "targets", "results", "schedule", "roster", "scores", "form", "other"]
PublishedRowKind = Literal["group", "record", "subtotal", "total", "note"]


class DataTable(Record):
    """A table as it is printed, whatever was made of it: ``rows`` are its cells' texts, a merged one in each it covers.

    ``reason`` says why it is of its ``kind`` (Vietnamese); ``headings`` has a list of levels for each column;
    ``records`` the ids of what each row became, null where it became nothing.
    """

    id: str
    kind: TableKind
    reason: str
    caption: str | None = None
    headings: tuple[tuple[str, ...], ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    row_kinds: tuple[PublishedRowKind, ...] = ()
    records: tuple[tuple[str, ...] | None, ...] = ()
    pages: tuple[int, ...] = ()
    where: tuple[Box, ...] = ()


class Finding(Record):
    severity: Severity
    code: str
    message: str
    subject: str | None = None
    pages: tuple[int, ...] = ()


class Period(Record):
    from_: int | None = Field(default=None, alias="from")
    to: int | None = None
    vision: int | None = None
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Implemented(Record):
    number: str
    issued_on: dt.date | None = None
    issuer: str | None = None


class Signer(Record):
    name: str | None = None
    position: str | None = None
    on_behalf_of: str | None = None


class FrontMatter(Record):
    """The contract's ``document``: whose document it is."""

    number: str | None = None
    symbol: str | None = None
    kind: str | None = None
    issuer: str | None = None
    place: str | None = None
    issued_on: dt.date | None = None
    title: str | None = None
    period: Period | None = None
    implements: tuple[Implemented, ...] = ()
    bases: tuple[str, ...] = ()
    signer: Signer | None = None
    recipients: tuple[str, ...] = ()


class Source(Record):
    file: str
    sha256: str
    pages: int
    medium: Literal["born_digital", "scanned", "mixed", "text", "docx"]


class RecognisedWord(Record):
    """A word recognised on a picture of a page that is not as it was read, or hard to read.

    ``read`` is what the recogniser made of it, ``text`` what stands in the fields, empty where it was taken for dirt
    and left out; ``confidence`` is how sure the reading is.
    """

    page: int
    bbox: tuple[float, float, float, float]
    read: str
    text: str
    confidence: Score


class Coverage(Record):
    """What became of the prose: how many of its paragraphs and numbers were taken for what (docs/coverage.md)."""

    paragraphs: dict[str, int] = Field(default_factory=dict)
    numbers: dict[str, int] = Field(default_factory=dict)


class Resolution(Record):
    """All that was read in one document; ``resolution.json`` is this. Ids are unique among records of one kind."""

    schema_version: Literal["1.1"] = "1.1"
    source: Source
    document: FrontMatter
    sections: tuple[Section, ...] = ()
    targets: tuple[Target, ...] = ()
    task_groups: tuple[TaskGroup, ...] = ()
    tasks: tuple[Task, ...] = ()
    tables: tuple[DataTable, ...] = ()
    agencies: tuple[Agency, ...] = ()
    findings: tuple[Finding, ...] = ()
    coverage: Coverage = Coverage()
    # beside the contract's keys, and left out where every word was printed
    recognised_words: tuple[RecognisedWord, ...] = Field(default=(), exclude_if=lambda words: not words)
