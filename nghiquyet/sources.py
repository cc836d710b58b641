"""A path → the resolution it stands for: one read earlier, or a document read now."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from nghiquyet.aliases_file import check_aliases
from nghiquyet.extract.errors import Refusal
from nghiquyet.normalize.model import Resolution
from nghiquyet.resolution_file import is_result, read_result
from nghiquyet.run import read_document, unreadable_by_fault


def path_to_resolution(
    path: Path,
    aliases: Path | None,
    corrections: Path | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Resolution:
    """The resolution at ``path``; of a document, as ``aliases`` and ``corrections`` want it. Raises a Refusal.

    ``progress`` is called with (pages read, pages in all) while a document is read.
    """
    if is_result(path):
        return read_result(path)
    check_aliases(aliases)
    try:
        return read_document(path, aliases, corrections, progress)
    except Refusal:
        raise
    except (Exception, RecursionError, MemoryError) as fault:
        raise unreadable_by_fault(path, fault) from fault
