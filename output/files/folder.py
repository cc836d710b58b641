"""A ``Resolution`` → its folder of files, whole or not at all; the same for the files of a comparison."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from nghiquyet.normalize.model import Resolution
from nghiquyet.output.files.csv_columns import TARGET_COLUMNS, TASK_COLUMNS
from nghiquyet.output.files.data_package import data_package
from nghiquyet.output.files.records_csv import records_to_csv
from nghiquyet.output.files.resolution_json import as_json, resolution_to_json
from nghiquyet.output.files.tables_csv import OWN_TABLE, TABLES_FOLDER, table_path, table_to_csv
from nghiquyet.output.files.workbook import resolution_to_workbook
from nghiquyet.output.report.report_html import resolution_to_report

# The file by which an older result is known as ours, and may be replaced.
MAIN_FILE = "resolution.json"


class FolderTaken(OSError):
    """Where the result should stand is something that is no older result."""


def write_resolution(resolution: Resolution, folder: Path) -> None:
    """Writes the files of one document into ``folder``, made with its parents, replacing an older result whole.

    Files of other makers in an older result are kept. Raises FolderTaken where ``folder`` is there and is no result,
    OSError where it cannot be written; either way nothing new is left behind.
    """
    write_whole(resolution_to_files(resolution), folder, MAIN_FILE)


def write_whole(files: Mapping[str, bytes], folder: Path, main: str) -> None:
    """The same for any files, ``main`` being the one by which an older result is known."""
    if folder.exists() and not _replaceable(folder, main):
        raise FolderTaken(f"{folder} is there and holds no {main}")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with _beside(folder) as new:
        for name, content in files.items():
            (new / name).parent.mkdir(exist_ok=True)
            (new / name).write_bytes(content)
        if folder.exists():
            _keep_others(folder, new, files)
            _swap(folder, new)
        else:
            new.rename(folder)


def resolution_to_files(resolution: Resolution) -> Mapping[str, bytes]:
    """The names and bytes of all files of one document; the same for the same ``resolution``."""
    tasks = records_to_csv(resolution, TASK_COLUMNS, resolution.tasks)
    targets = records_to_csv(resolution, TARGET_COLUMNS, resolution.targets)
    tables = {table_path(table): table_to_csv(table) for table in resolution.tables}
    csv = {"tasks.csv": tasks, "targets.csv": targets, **tables}
    return {
        MAIN_FILE: resolution_to_json(resolution).encode(),
        **csv,
        "resolution.xlsx": resolution_to_workbook(resolution),
        "report.html": resolution_to_report(resolution).encode(),
        "datapackage.json": as_json(data_package(resolution, csv)).encode(),
    }


def _replaceable(folder: Path, main: str) -> bool:
    return folder.is_dir() and ((folder / main).is_file() or not any(folder.iterdir()))


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """A hidden folder beside ``folder`` (a rename must not leave the file system), gone afterwards whatever happens."""
    path = _hidden(folder, "new")
    try:
        path.mkdir()
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def _hidden(folder: Path, purpose: str) -> Path:
    return folder.with_name(f".{folder.name}.{os.getpid()}.{purpose}")


def _keep_others(folder: Path, new: Path, files: Mapping[str, bytes]) -> None:
    """Copies what others have put beside an older result, such as an officer's notes; not the older result's tables."""
    for other in sorted((*folder.iterdir(), *_within(folder / TABLES_FOLDER))):
        name = other.relative_to(folder).as_posix()
        if name in files or (name == TABLES_FOLDER and other.is_dir()) or _is_table(other, folder):
            continue
        kept = new / name
        kept.parent.mkdir(exist_ok=True)
        if other.is_dir() and not other.is_symlink():
            shutil.copytree(other, kept, symlinks=True)
        else:
            shutil.copy2(other, kept, follow_symlinks=False)


def _within(folder: Path) -> Iterator[Path]:
    yield from folder.iterdir() if folder.is_dir() and not folder.is_symlink() else ()


def _is_table(file: Path, folder: Path) -> bool:
    return file.parent == folder / TABLES_FOLDER and OWN_TABLE.fullmatch(file.name) is not None


def _swap(folder: Path, new: Path) -> None:
    """Puts ``new`` in the place of ``folder``; when that fails or is interrupted, the older result is put back."""
    old = _hidden(folder, "old")
    folder.rename(old)
    try:
        new.rename(folder)
    except BaseException:
        old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)
