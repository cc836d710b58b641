"""A ``resolution.json`` written earlier → the resolution in it, if it is of this version and keeps to the schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from nghiquyet.errors import reason_of
from nghiquyet.extract.errors import UnreadableInput
from nghiquyet.normalize.model import SCHEMA_VERSION, Resolution

RESULT = "resolution.json"
# Earlier versions lack what has come since and have nothing else.
READABLE = ("1.0", SCHEMA_VERSION)
# A document of 500 pages gives some 20 MB.
MAX_BYTES = 200_000_000
_ANEW = "hãy đọc lại văn bản bằng nghiquyet extract"


def is_result(path: Path) -> bool:
    """Whether the path is an earlier result: a ``.json`` file, or a folder with a ``resolution.json``."""
    return path.suffix.lower() == ".json" or (path / RESULT).is_file()


def read_result(path: Path) -> Resolution:
    """The resolution in a ``resolution.json``, or in the folder that has one. Raises UnreadableInput."""
    file = path / RESULT if path.is_dir() else path
    try:
        if file.stat().st_size > MAX_BYTES:
            raise UnreadableInput(f"Tệp {file} quá lớn để là một resolution.json; {_ANEW}.")
        content = file.read_bytes()
    except OSError as error:
        raise UnreadableInput(
            f"Không mở được tệp {file} ({reason_of(error)}); hãy kiểm tra lại đường dẫn và quyền đọc tệp rồi chạy lại."
        ) from error
    return content_to_resolution(content, str(file))


def content_to_resolution(content: bytes, name: str) -> Resolution:
    """What the bytes of a ``resolution.json`` hold. Raises UnreadableInput for anything else."""
    root = _root(content)
    version = root.get("schema_version")
    if not isinstance(version, str):
        raise UnreadableInput(f"Tệp {name} không phải một resolution.json; {_ANEW}.")
    if version not in READABLE:
        raise UnreadableInput(
            f"Tệp {name} theo phiên bản {version[:20]} của resolution.json, phần mềm này dùng {SCHEMA_VERSION}; "
            f"{_ANEW}."
        )
    try:
        # earlier versions have what this has, but for what is empty there
        now = content if version == SCHEMA_VERSION else json.dumps({**root, "schema_version": SCHEMA_VERSION})
        return Resolution.model_validate_json(now)
    except ValidationError as error:
        place = "/".join(str(step) for step in error.errors(include_url=False)[0]["loc"])
        raise UnreadableInput(f"Tệp {name} không đúng dạng resolution.json (ở /{place}); {_ANEW}.") from error


def _root(content: bytes) -> dict[str, Any]:
    """The object that the bytes hold as JSON; an empty one where they hold none."""
    try:
        root: Any = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return root if isinstance(root, dict) else {}
