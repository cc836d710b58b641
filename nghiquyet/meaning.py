"""The table of contents of what is done with a document: it becomes a resolution."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from nghiquyet.extract.decisions.decision import Decision
from nghiquyet.extract.decisions.table_decisions import document_to_decisions
from nghiquyet.extract.model import Document, Table
from nghiquyet.extract.outline import document_to_outline
from nghiquyet.extract.outline.model import Outline
from nghiquyet.normalize.corrections import Corrections, apply_corrections
from nghiquyet.normalize.fields.agencies import AgencyLinker, document_to_short_names
from nghiquyet.normalize.fields.deadlines import DeadlineContext
from nghiquyet.normalize.fields.published_boxes import with_published_places
from nghiquyet.normalize.front_matter import read_front_matter
from nghiquyet.normalize.model import DataTable, Resolution, Source
from nghiquyet.normalize.prose.all_targets import ProseTargets, TabledTargets, prose_to_targets, tables_to_targets
from nghiquyet.normalize.prose.ledger import Ledger, ledger_to_findings, prose_to_ledger
from nghiquyet.normalize.prose.orders import Orders, prose_to_orders
from nghiquyet.normalize.prose.published_sections import Prose, check_sections, outline_to_prose
from nghiquyet.normalize.prose.targets import TargetContext
from nghiquyet.normalize.prose.targets_of_tasks import link_targets
from nghiquyet.normalize.review.check_readers import check_readers
from nghiquyet.normalize.review.check_tasks import check_tasks
from nghiquyet.normalize.review.declared_counts import check_counts, declare_counts
from nghiquyet.normalize.review.doubtful_tables import doubtful_tables
from nghiquyet.normalize.review.doubtful_words import doubt_weak_words
from nghiquyet.normalize.review.findings import furniture_to_findings, troubles_to_findings
from nghiquyet.normalize.tables.all_tasks import in_reading_order, with_own_ids
from nghiquyet.normalize.tables.published_tables import published_tables
from nghiquyet.normalize.tables.read_tables import TablesReading, tables_to_tasks
from nghiquyet.normalize.tables.task_decisions import agency_decisions, renamed

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a document means, and why: its decisions in the order in which they were taken, about records by their ids.

    The decisions about agencies are those before a reviewer's corrections.
    """

    resolution: Resolution
    document: Document
    decisions: tuple[Decision, ...]


def document_to_resolution(document: Document, own_names: Path | None, corrections: Corrections | None) -> Resolution:
    """What the document means, corrected.

    ``own_names`` is an office's file of agency names. Raises CorrectionsError for corrections that no document could
    take.
    """
    return document_to_meaning(document, own_names, corrections).resolution


def document_to_meaning(document: Document, own_names: Path | None, corrections: Corrections | None) -> Meaning:
    """``document_to_resolution`` with the decisions that led to it."""
    front, jurisdiction, front_doubts = read_front_matter(document)
    linker = AgencyLinker(jurisdiction, own_names, document_to_short_names(document))
    read = _read_records(document, linker, TargetContext(jurisdiction, front.period, front.issued_on))
    targets = (*read.promised.targets, *read.tabled.targets)
    tasks = link_targets(in_reading_order(read.tables.tasks, read.orders.tasks), targets)
    groups = declare_counts(read.tables.groups, read.prose.sections)
    agencies = linker.agencies()
    findings = (
        *troubles_to_findings(document.troubles),
        *furniture_to_findings(document.pages),
        *front_doubts,
        *check_sections(read.prose),
        *read.promised.findings,
        *ledger_to_findings(read.ledger, read.prose, read.untabled),
        *read.tabled.findings,
        *read.tables.findings,
        *doubtful_tables(read.other_tables),
        *check_counts(groups, read.prose.sections, tasks),
        *check_tasks(tasks, front, jurisdiction.as_of, {a.id: a for a in agencies}),
        *check_readers(document),
    )
    pages = document.page_count or len(document.pages)
    resolution = Resolution(
        source=Source(file=document.file, sha256=document.sha256, pages=pages, medium=document.medium),
        document=front,
        sections=read.prose.sections,
        targets=targets,
        task_groups=groups,
        tasks=tasks,
        tables=read.published_tables(document),
        agencies=agencies,
        findings=findings,
        coverage=read.ledger.coverage(),
    )
    doubted = with_published_places(doubt_weak_words(resolution, document), document.pages)
    decisions = (*document_to_decisions(document), *read.decisions, *agency_decisions(tasks, linker))
    _log(resolution, decisions)
    return Meaning(apply_corrections(doubted, corrections, linker), document, decisions)


@dataclass(frozen=True, slots=True)
class _Records:
    """What a document's tables and prose say, each read by itself; ``tabled``: what tables of indicators promise.

    ``other_tables`` are those that give no tasks, by their place.
    """

    outline: Outline
    prose: Prose
    untabled: Prose
    tables: TablesReading
    orders: Orders
    promised: ProseTargets
    tabled: TabledTargets
    other_tables: Mapping[int, Table]
    ledger: Ledger

    def published_tables(self, document: Document) -> tuple[DataTable, ...]:
        """Every table as it is printed, with what its rows became."""
        groups = {group.id for group in self.tables.groups}
        plans, ids = self.tables.plans, self.tables.row_ids
        return published_tables(document.tables, plans, ids, self.tabled.kinds, self.tabled.rows, groups.__contains__)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        parts = (self.outline, self.tables, self.orders, self.promised)
        return tuple(decision for part in parts for decision in part.decisions)


def _read_records(document: Document, linker: AgencyLinker, context: TargetContext) -> _Records:
    outline = document_to_outline(document)
    time = DeadlineContext(context.issued_on, context.period)
    tables = tables_to_tasks(document.tables, linker, time, document.lines)
    prose = outline_to_prose(outline, tables.task_tables)
    orders = prose_to_orders(prose, linker, time)
    named = with_own_ids(orders.tasks, tables.tasks)
    orders = replace(orders, tasks=named, decisions=renamed(orders.decisions, orders.tasks, named))
    untabled = outline_to_prose(outline, range(len(document.tables)), headings=False)
    promised = prose_to_targets(untabled, context)
    other_tables = {i: t for i, t in enumerate(document.tables) if i not in tables.task_tables}
    tabled = tables_to_targets(other_tables, prose, promised.targets, context, linker)
    ledger = prose_to_ledger(prose, orders.verdicts, untabled, promised.readings, promised.numbers)
    return _Records(outline, prose, untabled, tables, orders, promised, tabled, other_tables, ledger)


def _log(resolution: Resolution, decisions: Sequence[Decision]) -> None:
    for decision in decisions if log.isEnabledFor(logging.DEBUG) else ():
        about = decision.subject
        log.debug("%s of %s %s %s: %s", decision.kind, about.record, about.id, about.field, decision.chosen)
    counts = len(resolution.tasks), len(resolution.targets), len(resolution.findings)
    log.info("%d tasks, %d targets, %d findings", *counts)
