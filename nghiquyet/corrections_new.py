"""The file of corrections to fill in: written once, never over another."""

from __future__ import annotations

from pathlib import Path

import click

from nghiquyet.console import complain, progress_line, shown
from nghiquyet.corrections_file import BESIDE
from nghiquyet.errors import OutputNotWritable, reason_of
from nghiquyet.extract.errors import Refusal
from nghiquyet.normalize.corrections import corrections_stub
from nghiquyet.resolution_file import is_result
from nghiquyet.run import DONE
from nghiquyet.sources import path_to_resolution

STDOUT = Path("-")


def write_stub(source: Path, out: Path | None, aliases: Path | None, corrections: Path | None) -> int:
    """Writes the stub for a document or a ``resolution.json`` and says how many fields it has; the exit status.

    Without ``out`` it goes beside a document, where ``extract`` looks for it, and for a result into this folder; ``-``
    is standard output.
    """
    try:
        stub = corrections_stub(path_to_resolution(source, aliases, corrections, progress_line(source.name)))
        if out == STDOUT:
            click.echo(stub.text, nl=False)
            return DONE
        target = out or (Path(BESIDE) if is_result(source) else source.with_name(BESIDE))
        _write(stub.text, target)
    except Refusal as refusal:
        complain(str(refusal))
        return refusal.exit_status
    click.echo(f"{stub.fields} trường cần xem lại, điền “value” cho trường đã đối chiếu → {shown(target)}")
    return DONE


def _write(text: str, path: Path) -> None:
    """A new file, whole or not at all."""
    try:
        with path.open("x", encoding="utf-8") as file:
            try:
                file.write(text)
                file.flush()
            except BaseException:
                path.unlink(missing_ok=True)
                raise
    except FileExistsError as error:
        raise OutputNotWritable(
            f"Không ghi vào {shown(path)} vì tệp đã có ở đó; hãy chọn tệp khác bằng --out."
        ) from error
    except OSError as error:
        raise OutputNotWritable(
            f"Không ghi được {shown(path)} ({reason_of(error)}); hãy chọn tệp khác bằng --out."
        ) from error
