"""A path on the command line → the resolution it stands for: one read earlier, or a document read now."""

from __future__ import annotations

from pathlib import Path

from nghiquyet.extract.errors import Refusal
from nghiquyet.normalize.model import Resolution
from nghiquyet.resolution_file import is_result, read_result
from nghiquyet.run import read_document, unreadable_by_fault


def path_to_resolution(path: Path, aliases: Path | None, corrections: Path | None = None) -> Resolution:
    """The resolution at ``path``; of a document, as ``aliases`` and ``corrections`` want it. Raises a Refusal."""
    if is_result(path):
        return read_result(path)
    try:
        return read_document(path, aliases, corrections)
    except Refusal:
        raise
    except (Exception, RecursionError, MemoryError) as fault:
        raise unreadable_by_fault(path, fault) from fault
