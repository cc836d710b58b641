"""Many files through the pipeline, one after the other: the bad ones never stop the others.

What gives meaning and what writes is loaded where it is used: reading a scan begins sooner, and goes on meanwhile.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nghiquyet.aliases_file import check_aliases
from nghiquyet.console import DEBUG, Progress, complain, complain_of_fault, progress_line, shown
from nghiquyet.corrections_file import corrections_for
from nghiquyet.errors import OutputNotWritable, reason_of
from nghiquyet.extract.errors import MissingSystemPart, Refusal, UnreadableInput
from nghiquyet.pipeline import extract_meaning

if TYPE_CHECKING:
    from nghiquyet.meaning import Meaning
    from nghiquyet.normalize.model import Resolution

log = logging.getLogger(__name__)

DONE = 0
DONE_WITH_ERRORS = 3
# Files read where a folder is given; others in it are passed over, and what tells about the folder.
SUFFIXES = (".pdf", ".docx", ".doc", ".txt", ".md")
ABOUT_FOLDER = "readme"


def extract_all(inputs: Iterable[Path], out: Path, aliases: Path | None, corrections: Path | None = None) -> int:
    """Extracts each input into its folder under ``out`` and says so in a line each; the highest exit status.

    Files that wait for a missing part of the system are told at the end, a line for each part.
    """
    status = DONE
    files: list[Path] = []
    for path in inputs:
        try:
            files.extend(documents_of(path))
        except Refusal as refusal:
            status = max(status, _refused(refusal))
    try:
        check_aliases(aliases)
        if corrections is not None:
            corrections_for(corrections, corrections)
    except Refusal as refusal:
        return max(status, _refused(refusal))
    waiting: dict[str, list[str]] = {}
    for file, folder in folders_of(files, out).items():
        try:
            status = max(status, _extract_one(file, folder, aliases, corrections))
        except MissingSystemPart as missing:
            status = max(status, missing.exit_status)
            waiting.setdefault(str(missing), []).append(shown(Path(file.name)))
    for remedy, names in waiting.items():
        complain(f"{len(names)} tệp còn chờ ({', '.join(names)}): {remedy}")
    return status


def documents_of(path: Path) -> list[Path]:
    """The files that an argument stands for: itself, or the documents right inside a folder, by name."""
    if not path.is_dir():
        return [path]
    try:
        found = sorted(entry for entry in path.iterdir() if _is_document(entry))
    except OSError as error:
        raise UnreadableInput(
            f"Không mở được thư mục {path} ({reason_of(error)}); hãy xin quyền đọc thư mục rồi chạy lại."
        ) from error
    if not found:
        raise UnreadableInput(
            f"Thư mục {path} không có tệp PDF, Word hay văn bản thô nào; hãy chỉ đến tệp của văn bản."
        )
    return found


def _is_document(entry: Path) -> bool:
    named = entry.suffix.lower() in SUFFIXES and entry.stem.casefold() != ABOUT_FOLDER
    return named and entry.is_file()


def folders_of(files: Iterable[Path], out: Path) -> dict[Path, Path]:
    """Each file's own folder: its stem's, its full name's where stems are shared, numbered where even those are."""
    unique = list({Path(os.path.abspath(file)): file for file in files}.values())
    stems = [file.stem.casefold() for file in unique]
    folders: dict[Path, Path] = {}
    taken: set[str] = set()
    for file in unique:
        wanted = file.stem if stems.count(file.stem.casefold()) == 1 else file.name
        name, number = wanted, 1
        while name.casefold() in taken:
            number += 1
            name = f"{wanted}-{number}"
        taken.add(name.casefold())
        folders[file] = out / name
    return folders


def summary_line(resolution: Resolution, folder: Path) -> str:
    """``34 nhiệm vụ, 23 chỉ tiêu, 3 chỗ cần xem lại → build/10-CTr-DU``."""
    from nghiquyet.output import places_to_review

    counts = f"{len(resolution.tasks)} nhiệm vụ, {len(resolution.targets)} chỉ tiêu"
    return f"{counts}, {places_to_review(resolution)} chỗ cần xem lại → {shown(folder)}"


def _extract_one(file: Path, folder: Path, aliases: Path | None, corrections: Path | None) -> int:
    try:
        resolution = read_document(file, aliases, corrections, progress_line(file.name))
        _write(resolution, folder)
    except MissingSystemPart:
        raise
    except Refusal as refusal:
        return _refused(refusal)
    except (Exception, RecursionError, MemoryError) as fault:  # a file must never stop the others
        return _refused(unreadable_by_fault(file, fault))
    errors = [finding.message for finding in resolution.findings if finding.severity == "error"]
    for message in errors:
        complain(f"{file.name}: {message}")
    click.echo(summary_line(resolution, folder))
    return DONE_WITH_ERRORS if errors else DONE


def read_document(file: Path, aliases: Path | None, corrections: Path | None, progress: Progress | None) -> Resolution:
    """What the file says, corrected by the file ``corrections``, else by the one beside it. Raises a Refusal."""
    return read_meaning(file, aliases, corrections, progress).resolution


def read_meaning(file: Path, aliases: Path | None, corrections: Path | None, progress: Progress | None) -> Meaning:
    """``read_document`` with what was read and why it means what it means."""
    own = corrections_for(file, corrections)
    log.info("reading %s%s", file, " with corrections" if own is not None else "")
    try:
        return extract_meaning(file, aliases, progress, own, _load_writers)
    except OSError as error:
        raise UnreadableInput(
            f"Không mở được tệp {file} ({reason_of(error)}); hãy kiểm tra lại đường dẫn và quyền đọc tệp rồi chạy lại."
        ) from error


def _load_writers() -> None:
    from nghiquyet.output import load_libraries

    load_libraries()


def unreadable_by_fault(file: Path, fault: BaseException) -> UnreadableInput:
    """The refusal of a file at which the program itself fails."""
    complain_of_fault(fault)
    return UnreadableInput(
        f"Không đọc được {file} vì lỗi của phần mềm ({type(fault).__name__}); hãy báo người phụ trách, kèm tệp này và "
        f"kết quả chạy lại với {DEBUG}=1."
    )


def _write(resolution: Resolution, folder: Path) -> None:
    from nghiquyet.output import FolderTaken, write_resolution

    try:
        write_resolution(resolution, folder)
    except FolderTaken as error:
        raise OutputNotWritable(
            f"Không ghi vào {folder} vì ở đó đã có thứ không phải kết quả cũ; hãy chọn thư mục khác bằng --out."
        ) from error
    except OSError as error:
        raise OutputNotWritable(
            f"Không ghi được vào {folder} ({reason_of(error)}); hãy chọn thư mục khác bằng --out hoặc xin quyền ghi."
        ) from error


def _refused(refusal: Refusal) -> int:
    complain(str(refusal))
    return refusal.exit_status
