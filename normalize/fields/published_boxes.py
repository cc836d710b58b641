"""Places as they are worked with → as they are published.

The one switch. A page that lay aslant or on its side was read straight: its boxes are led back to the page as filed.
Files of text and Word files are laid out on pages that were never printed (``readers.synthetic_layout.set_pages`` in
``nghiquyet.extract``), which are taken out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from nghiquyet.extract.model import AS_FILED, Page
from nghiquyet.normalize.model import Box, DataTable, RecognisedWord, Resolution, Section, Target, Task

R = TypeVar("R", Task, Target)
Change = Callable[[Box], Box]


def with_published_places(resolution: Resolution, pages: Sequence[Page] = ()) -> Resolution:
    """The resolution with the places that its medium has: points of the ``pages`` as filed, to two places.

    Text has pages but no boxes on them; a Word file has neither, only addresses.
    """
    medium = resolution.source.medium
    if medium == "text":
        return _changed(resolution, lambda box: Box(page=box.page))
    if medium == "docx":
        findings = tuple(f.model_copy(update={"pages": ()}) for f in resolution.findings)
        tables = tuple(t.model_copy(update={"pages": ()}) for t in resolution.tables)
        return _changed(
            resolution.model_copy(update={"findings": findings, "tables": tables}),
            lambda box: Box(page=None, address=box.address),
        )
    moved = {page.number: page.placement for page in pages if page.placement != AS_FILED}
    if not moved:
        return resolution

    def filed(box: Box) -> Box:
        if box.bbox is None or box.page not in moved:
            return box
        x0, top, x1, bottom = (round(edge, 2) for edge in moved[box.page].box(box.bbox))
        return box.model_copy(update={"bbox": (x0, top, x1, bottom)})

    return _changed(resolution, filed)


def _changed(resolution: Resolution, change: Change) -> Resolution:
    return resolution.model_copy(
        update={
            "sections": tuple(_section(s, change) for s in resolution.sections),
            "targets": tuple(_record(t, change) for t in resolution.targets),
            "tasks": tuple(_record(t, change) for t in resolution.tasks),
            "tables": tuple(_table(t, change) for t in resolution.tables),
            "recognised_words": tuple(_word(w, change) for w in resolution.recognised_words),
        }
    )


def _section(section: Section, change: Change) -> Section:
    return section.model_copy(update={"where": _boxes(section.where, change)})


def _table(table: DataTable, change: Change) -> DataTable:
    return table.model_copy(update={"where": _boxes(table.where, change)})


def _record(record: R, change: Change) -> R:
    return record.model_copy(update={"where": {name: _boxes(own, change) for name, own in record.where.items()}})


def _word(word: RecognisedWord, change: Change) -> RecognisedWord:
    return word.model_copy(update={"bbox": change(Box(page=word.page, bbox=word.bbox)).bbox or word.bbox})


def _boxes(boxes: Iterable[Box], change: Change) -> tuple[Box, ...]:
    """Each place once."""
    return tuple(dict.fromkeys(change(box) for box in boxes))
