"""Two versions of a document → the folder that says what the new one changes, and a few lines on the terminal."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from nghiquyet.console import complain, progress_line, shown
from nghiquyet.errors import OutputNotWritable, reason_of
from nghiquyet.extract.errors import Refusal
from nghiquyet.normalize.model import Resolution
from nghiquyet.output import FolderTaken
from nghiquyet.output.changes import Changeset, PairsError, compare, load_pairs
from nghiquyet.output.changes.rendering import MAIN_FILE, changes_to_files, changes_to_lines, counts
from nghiquyet.output.files.folder import write_whole
from nghiquyet.run import DONE, DONE_WITH_ERRORS
from nghiquyet.sources import path_to_resolution

SUBSTANCE_CHANGED = 1
WRONG_USAGE = 2


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asks: ``tell`` that the exit status says whether substance changed."""

    old: Path
    new: Path
    out: Path
    pairs: Path | None = None
    aliases: Path | None = None
    tell: bool = False


def diff(request: Request) -> int:
    """Compares, writes, says so; the exit status. With ``tell``, 1 for a change of substance goes before 3."""
    try:
        pairs = load_pairs(request.pairs) if request.pairs else None
        previous, current = (
            path_to_resolution(path, request.aliases, progress=progress_line(path.name))
            for path in (request.old, request.new)
        )
        changes = compare(previous, current, pairs)
        _write(changes, previous, current, request.out)
    except PairsError as error:
        complain(str(error))
        return WRONG_USAGE
    except Refusal as refusal:
        complain(str(refusal))
        return refusal.exit_status
    for line in changes_to_lines(changes, previous, current):
        click.echo(line)
    click.echo(f"{counts(changes, previous, current)} → {shown(request.out)}")
    return _status(changes, (previous, current), request.tell)


def _status(changes: Changeset, sides: tuple[Resolution, Resolution], tell: bool) -> int:
    if tell and changes.summary.substance:
        return SUBSTANCE_CHANGED
    errors = [(s.source.file, f.message) for s in sides for f in s.findings if f.severity == "error"]
    for file, message in dict.fromkeys(errors):
        complain(f"{file}: {message}")
    return DONE_WITH_ERRORS if errors else DONE


def _write(changes: Changeset, previous: Resolution, current: Resolution, out: Path) -> None:
    try:
        write_whole(changes_to_files(changes, previous, current), out, MAIN_FILE)
    except FolderTaken as error:
        raise OutputNotWritable(
            f"Không ghi vào {shown(out)} vì ở đó đã có thứ không phải kết quả so sánh cũ; hãy chọn thư mục khác bằng "
            "--out."
        ) from error
    except OSError as error:
        raise OutputNotWritable(
            f"Không ghi được vào {shown(out)} ({reason_of(error)}); hãy chọn thư mục khác bằng --out hoặc xin quyền "
            "ghi."
        ) from error
