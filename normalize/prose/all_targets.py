"""Prose and indicator tables → targets, with their footnotes and where they are printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from nghiquyet.extract.decisions.decision import Decision
from nghiquyet.extract.model import Table
from nghiquyet.normalize.fields.agencies.assignment_doubts import assignment_doubts
from nghiquyet.normalize.fields.agencies.reads_agencies import ReadsAgencies
from nghiquyet.normalize.model import Finding, Review, TableKind, Target
from nghiquyet.normalize.prose.published_sections import Prose
from nghiquyet.normalize.prose.targets import (
    IndicatorRow,
    NumberReading,
    TargetContext,
    TargetReading,
    indicator_table_to_targets,
    read_targets,
)
from nghiquyet.normalize.review.section_gaps import doubtful_sections, section_steps
from nghiquyet.normalize.tables.cell_text import boxes, cell_lines, cell_text
from nghiquyet.normalize.tables.table_kinds import CAPTION_LINES


@dataclass(frozen=True, slots=True)
class ProseTargets:
    """The targets of prose, what is doubtful about it, and why their deadlines are what they are.

    ``readings`` have the targets with their places, ``numbers`` what each number was taken for.
    """

    targets: tuple[Target, ...]
    findings: tuple[Finding, ...] = ()
    readings: tuple[TargetReading, ...] = ()
    numbers: tuple[NumberReading, ...] = ()
    decisions: tuple[Decision, ...] = ()


def prose_to_targets(prose: Prose, context: TargetContext) -> ProseTargets:
    """The targets of the sections' own paragraphs; ``prose`` must hold no rows of tables."""
    readings, numbers = read_targets(prose.sections, context)
    place = {section.id: i for i, section in enumerate(prose.sections)}
    placed = (_placed(reading, place[reading.target.section], prose) for reading in readings)
    doubtful = doubtful_sections(prose)
    told = tuple(step.finding(prose) for step in section_steps(prose))
    targets = tuple(_doubted(t) if t.section in doubtful else t for t in placed)
    return ProseTargets(targets, told, readings, numbers, tuple(reading.due for reading in readings))


def _doubted(target: Target) -> Target:
    message = "Có thể đã mất một đề mục ở phần này; hãy đối chiếu mục chứa chỉ tiêu với bản gốc."
    doubt = Review(field="section", code="section-number-out-of-step", message=message)
    return target.model_copy(update={"review": (*target.review, doubt)})


def _placed(reading: TargetReading, section: int, prose: Prose) -> Target:
    printed = prose.boxes(section, reading.part, reading.start, reading.end)
    notes = prose.notes(section, reading.part, reading.start, reading.end)
    return reading.target.model_copy(update={"where": {"statement": printed}, "notes": notes})


@dataclass(frozen=True, slots=True)
class TabledTargets:
    """The targets of tables; of each table that is one of indicators, by its number, what it is and its rows' ids."""

    targets: tuple[Target, ...] = ()
    findings: tuple[Finding, ...] = ()
    kinds: Mapping[int, TableKind] = field(default_factory=dict)
    rows: Mapping[int, Mapping[int, tuple[str, ...]]] = field(default_factory=dict)


def tables_to_targets(
    tables: Mapping[int, Table],
    prose: Prose,
    found: Sequence[Target],
    context: TargetContext,
    agencies: ReadsAgencies,
) -> TabledTargets:
    """The targets of indicator tables among ``tables`` (by number in the document), lettered on from ``found``."""
    used = Counter(target.section for target in found)
    targets: list[Target] = []
    findings: list[Finding] = []
    kinds: dict[int, TableKind] = {}
    rows: dict[int, dict[int, tuple[str, ...]]] = {}
    for number, table in tables.items():
        section, heading = _section_of(number, prose)
        caption = " ".join([heading, *(line.text for line in table.caption[-CAPTION_LINES:])])
        reading = indicator_table_to_targets(table, context, section, caption, used[section])
        used[section] += len(reading.rows)
        targets += [_in_row(row, table, agencies) for row in reading.rows]
        findings += reading.findings
        if reading.kind != "other":
            kinds[number] = "targets" if reading.kind == "promises" else "results"
        for row in reading.rows:
            ids = rows.setdefault(number, {})
            ids[row.row] = (*ids.get(row.row, ()), row.target.id)
    return TabledTargets(tuple(targets), tuple(findings), kinds, rows)


def _section_of(table: int, prose: Prose) -> tuple[str, str]:
    """(id, title) of the section in which a table's rows stand."""
    for section, passages in zip(prose.sections, prose.passages, strict=True):
        if any(p.table == table for p in passages):
            return section.id, section.title
    return "0", ""


def _in_row(reading: IndicatorRow, table: Table, agencies: ReadsAgencies) -> Target:
    cells = table.rows[reading.row].cells
    where = {"statement": boxes([cells[c] for c in reading.columns])}
    named: dict[str, object] = {}
    review = reading.target.review
    for role, column in reading.roles:
        cell = cells[column] if column < len(cells) else None
        if cell is not None and cell_text(cell):
            found = agencies.read_cell(cell_lines(cell))
            named[role] = found
            where[role] = boxes([cell])
            review += assignment_doubts(role, found)
    return reading.target.model_copy(update={**named, "where": where, "review": review})
