"""The table of contents of what is done with a document: it becomes a resolution."""

from __future__ import annotations

from pathlib import Path

from nghiquyet.extract.model import Document
from nghiquyet.extract.outline import document_to_outline
from nghiquyet.normalize.corrections import Corrections, apply_corrections
from nghiquyet.normalize.fields.agencies import AgencyLinker
from nghiquyet.normalize.fields.deadlines import DeadlineContext
from nghiquyet.normalize.fields.published_boxes import with_published_places
from nghiquyet.normalize.front_matter import read_front_matter
from nghiquyet.normalize.model import Resolution, Source
from nghiquyet.normalize.prose.all_targets import prose_to_targets, tables_to_targets
from nghiquyet.normalize.prose.orders import prose_to_orders
from nghiquyet.normalize.prose.published_sections import check_sections, outline_to_prose
from nghiquyet.normalize.prose.targets import TargetContext
from nghiquyet.normalize.prose.targets_of_tasks import link_targets
from nghiquyet.normalize.review.check_tasks import check_tasks
from nghiquyet.normalize.review.declared_counts import check_counts, declare_counts
from nghiquyet.normalize.review.doubtful_words import doubt_weak_words
from nghiquyet.normalize.review.findings import furniture_to_findings, troubles_to_findings
from nghiquyet.normalize.tables.all_tasks import in_reading_order
from nghiquyet.normalize.tables.read_tables import tables_to_tasks


def document_to_resolution(document: Document, own_names: Path | None, corrections: Corrections | None) -> Resolution:
    """What the document means, corrected.

    ``own_names`` is an office's file of agency names. Raises CorrectionsError for corrections that no document could
    take.
    """
    outline = document_to_outline(document)
    front, jurisdiction, front_doubts = read_front_matter(document)
    linker = AgencyLinker(jurisdiction, own_names)
    time = DeadlineContext(front.issued_on, front.period)

    tables = tables_to_tasks(document.tables, linker, time, document.lines)
    prose = outline_to_prose(outline, tables.task_tables)
    orders, orders_unread = prose_to_orders(prose, linker, time)

    context = TargetContext(jurisdiction, front.period, front.issued_on)
    untabled = outline_to_prose(outline, range(len(document.tables)), headings=False)
    promised, unread = prose_to_targets(untabled, context)
    other_tables = {i: t for i, t in enumerate(document.tables) if i not in tables.task_tables}
    tabled, table_doubts = tables_to_targets(other_tables, prose, promised, context)

    targets = (*promised, *tabled)
    tasks = link_targets(in_reading_order(tables.tasks, orders), targets)
    groups = declare_counts(tables.groups, prose.sections)
    agencies = linker.agencies()
    findings = (
        *troubles_to_findings(document.troubles),
        *furniture_to_findings(document.pages),
        *front_doubts,
        *check_sections(prose),
        *unread,
        *orders_unread,
        *table_doubts,
        *tables.findings,
        *check_counts(groups, prose.sections, tasks),
        *check_tasks(tasks, front, jurisdiction.as_of, {a.id: a for a in agencies}),
    )
    pages = document.page_count or len(document.pages)
    resolution = Resolution(
        source=Source(file=document.file, sha256=document.sha256, pages=pages, medium=document.medium),
        document=front,
        sections=prose.sections,
        targets=targets,
        task_groups=groups,
        tasks=tasks,
        agencies=agencies,
        findings=findings,
    )
    doubted = with_published_places(doubt_weak_words(resolution, document), document.pages)
    return apply_corrections(doubted, corrections, linker)
