"""Places as they are worked with → as they are published: what a reader made up is taken out.

The one switch: files of text and Word files are laid out on pages that were never printed (``extract.lay_out``).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from normalize.model import Box, Resolution, Section, Target, Task

R = TypeVar("R", Task, Target)


def with_published_places(resolution: Resolution) -> Resolution:
    """The resolution with the places that its medium has.

    Text has pages but no boxes on them; a Word file has neither, only addresses. All else stays as it is.
    """
    if resolution.source.medium not in ("text", "docx"):
        return resolution
    paged = resolution.source.medium == "text"
    findings = resolution.findings if paged else tuple(f.model_copy(update={"pages": ()}) for f in resolution.findings)
    return resolution.model_copy(
        update={
            "sections": tuple(_section(s, paged) for s in resolution.sections),
            "targets": tuple(_record(t, paged) for t in resolution.targets),
            "tasks": tuple(_record(t, paged) for t in resolution.tasks),
            "findings": findings,
        }
    )


def _section(section: Section, paged: bool) -> Section:
    return section.model_copy(update={"where": _boxes(section.where, paged)})


def _record(record: R, paged: bool) -> R:
    return record.model_copy(update={"where": {name: _boxes(own, paged) for name, own in record.where.items()}})


def _boxes(boxes: Iterable[Box], paged: bool) -> tuple[Box, ...]:
    """Each place once."""
    made = (Box(page=b.page) if paged else Box(page=None, address=b.address) for b in boxes)
    return tuple(dict.fromkeys(made))
