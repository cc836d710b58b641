"""What ``git diff`` compares in place of a ``resolution.json``: its records, a field a line."""

from __future__ import annotations

from pathlib import Path

from nghiquyet.errors import reason_of
from nghiquyet.extract.errors import Refusal, UnreadableInput
from nghiquyet.output.files.record_lines import resolution_to_lines
from nghiquyet.resolution_file import content_to_resolution


def file_to_text(path: Path) -> str:
    """The file's records as lines; the file as it is where it holds no resolution of this version, so that git can
    always go on. Raises UnreadableInput where it can't be opened."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableInput(
            f"Không mở được tệp {path} ({reason_of(error)}); hãy kiểm tra lại đường dẫn và quyền đọc tệp."
        ) from error
    try:
        return "\n".join(resolution_to_lines(content_to_resolution(content, path.name))) + "\n"
    except Refusal:
        return content.decode("utf-8", "replace")
