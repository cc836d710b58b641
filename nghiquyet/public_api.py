"""What other programs call: the functions of the package ``nghiquyet``. They print nothing."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from nghiquyet.normalize.model import Resolution
    from nghiquyet.output.changes import Changeset

AnyPath: TypeAlias = str | os.PathLike[str]


def read(
    path: AnyPath,
    *,
    aliases: AnyPath | None = None,
    corrections: AnyPath | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Resolution:
    """The tasks, targets, sections and findings of the document at ``path``, as ``resolution.json`` has them.

    ``path`` is a PDF (printed or scanned), a Word file or recognised text; or an earlier result, a ``resolution.json``
    or the folder that has one, which is loaded as it was written. ``aliases`` is an office's file of agency names.
    ``corrections`` is a reviewer's file; without it a ``corrections.yaml`` beside the document is applied. ``progress``
    is called with (pages read, pages in all), for scans from time to time.

    What may be wrong is no error but stands in the ``review`` of its record and in ``findings``; a finding of severity
    ``error`` says that the reading is certainly incomplete. Where nothing can be read at all a ``Refusal`` is raised,
    whose message says in Vietnamese what to do: ``UnreadableInput`` (not there, encrypted, damaged, no document),
    ``MissingSystemPart`` (language data for scans, LibreOffice for ``.doc``), ``UnusableAliases`` and
    ``UnusableCorrections``. A fault of the program itself is an ``UnreadableInput`` too, with its cause. Own names or
    corrections given with an earlier result, which they can't change, are a ``ValueError``.
    """
    from nghiquyet.resolution_file import is_result
    from nghiquyet.sources import path_to_resolution

    if is_result(Path(path)) and (aliases is not None or corrections is not None):
        raise ValueError(f"{path} is an earlier result: give aliases and corrections with the document")
    return path_to_resolution(Path(path), _path(aliases), _path(corrections), progress)


def write(resolution: Resolution, folder: AnyPath) -> None:
    """The files of one document in ``folder``: JSON, CSV, workbook, report and Data Package.

    The folder is made with its parents and appears whole or not at all; an older result there is replaced, other files
    in it stay. Raises ``FolderTaken``, an ``OSError``, where ``folder`` is there and is no result, any other
    ``OSError`` where it can't be written.
    """
    from nghiquyet.output import write_resolution

    write_resolution(resolution, Path(folder))


def compare(old: Resolution, new: Resolution, *, pairs: AnyPath | None = None) -> Changeset:
    """What ``new`` changes of ``old``, record by record and field by field, as ``changes.json`` has it.

    ``pairs`` is a reviewer's file of records that are one, or are not. Raises ``PairsError``, a ``ValueError``, where
    that file can't be used or names a record that is not there.
    """
    from nghiquyet.output.changes import compare as compare_resolutions
    from nghiquyet.output.changes import load_pairs

    return compare_resolutions(old, new, load_pairs(Path(pairs)) if pairs is not None else None)


def _path(given: AnyPath | None) -> Path | None:
    return Path(given) if given is not None else None
