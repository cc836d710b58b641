"""The table of contents: a file becomes a resolution."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from extract.read_file import read_file
from normalize.agencies import AgencyLinker
from normalize.build_tasks import DeadlineContext
from normalize.check_tasks import check_tasks
from normalize.findings import troubles_to_findings
from normalize.front_matter import read_front_matter
from normalize.headings import is_heading
from normalize.model import Resolution, Source
from normalize.tables import tables_to_tasks


def extract_resolution(
    path: Path, own_names: Path | None = None, progress: Callable[[int, int], None] | None = None
) -> Resolution:
    """What the file at ``path`` says, as the output contract wants it.

    ``own_names`` is an office's file of agency names; ``progress`` is told (pages read, pages in all). Raises a Refusal
    where the file can't be read or a part of the system is missing.
    """
    document = read_file(path, is_heading, progress)
    front, jurisdiction, doubts = read_front_matter(document)
    linker = AgencyLinker(jurisdiction, own_names)
    tables = tables_to_tasks(document.tables, linker, DeadlineContext(front.issued_on, front.period))
    agencies = linker.agencies()
    by_id = {agency.id: agency for agency in agencies}
    return Resolution(
        source=Source(file=document.file, sha256=document.sha256, pages=len(document.pages), medium=document.medium),
        document=front,
        task_groups=tables.groups,
        tasks=tables.tasks,
        agencies=agencies,
        findings=(
            *troubles_to_findings(document.troubles),
            *doubts,
            *tables.findings,
            *check_tasks(tables.tasks, front, jurisdiction.as_of, by_id),
        ),
    )
