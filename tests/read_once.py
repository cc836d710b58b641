"""A document as the program reads it, read once however many tests look at it.

A reading is kept in this process, and as a file for the others of the run. On one's own machine the files outlive the
run, until the document, the source or what is installed changes; where the environment says CI they do not.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import pickle
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from _pytest.mark import ParameterSet

import nghiquyet.pipeline
from nghiquyet.extract.errors import MissingSystemPart
from nghiquyet.extract.model import Document
from nghiquyet.extract.ocr.engine.language_data import ENDING, LANGUAGE, language_folder, second_model
from nghiquyet.normalize.model import Resolution

ROOT = Path(__file__).parent.parent
ROOMS = ("extract", "normalize", "output", "nghiquyet")
# Names the folder of the readings to all processes of one run.
FOLDER_VARIABLE = "NGHIQUYET_TEST_READINGS"
LOCAL = ROOT / ".pytest_cache" / "readings"


@dataclass(frozen=True, slots=True)
class Reading:
    """A file's document, and what was made of it."""

    document: Document
    resolution: Resolution


@cache
def reading_of(path: Path) -> Reading:
    """What the program reads in a file; raises a Refusal where it reads nothing."""
    shelf = _shelf()
    if shelf is None:
        return _read(path)
    kept = shelf / f"{_of_file(path)}.pickle"
    with _alone(kept):
        if kept.exists():
            reading: Reading = pickle.loads(kept.read_bytes())
            return reading
        reading = _read(path)
        unfinished = kept.with_suffix(".part")
        unfinished.write_bytes(pickle.dumps(reading))
        unfinished.replace(kept)
        return reading


@cache
def data_of(path: Path) -> dict[str, Any]:
    """The file's ``resolution.json`` as plain data."""
    return reading_of(path).resolution.model_dump(mode="json", by_alias=True)


def each_document(paths: Iterable[Path]) -> list[ParameterSet]:
    """A test's files; all tests of one file go to one worker, which has read it."""
    return [pytest.param(path, id=path.stem, marks=pytest.mark.xdist_group(path.stem)) for path in paths]


def _read(path: Path) -> Reading:
    """Reads the file as the command does, and keeps the document that the resolution was made of."""
    read_file = nghiquyet.pipeline.read_file
    read: list[Document] = []

    def kept(*arguments: Any, **options: Any) -> Document:
        read.append(read_file(*arguments, **options))
        return read[-1]

    with patch.object(nghiquyet.pipeline, "read_file", kept):
        resolution = nghiquyet.pipeline.extract_resolution(path)
    return Reading(read[0], resolution)


@contextmanager
def _alone(kept: Path) -> Iterator[None]:
    """Two processes that want one reading: the second waits until the first has made it."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    with kept.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _shelf() -> Path | None:
    """Where readings made by the source as it is are kept; None where they are not."""
    named = os.environ.get(FOLDER_VARIABLE)
    if not named and os.environ.get("CI"):
        return None
    return (Path(named) if named else LOCAL) / source_hash()


@cache
def source_hash() -> str:
    """Changes with everything that a reading depends on but the document."""
    told = hashlib.sha256(f"{sys.version} {_language_data()}".encode())
    found = (path for room in ROOMS for path in (ROOT / room).rglob("*"))
    sources = (path for path in found if "__pycache__" not in path.parts and path.is_file())
    for path in sorted({*sources, ROOT / "requirements" / "runtime.txt", Path(__file__)}):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        told.update(f"{path.relative_to(ROOT)} {content}\n".encode())
    return told.hexdigest()[:16]


def _language_data() -> str:
    try:
        model = language_folder() / f"{LANGUAGE}{ENDING}"
    except MissingSystemPart:
        return ""
    return f"{model} {model.stat().st_size} {model.stat().st_mtime_ns} {second_model()}"


def _of_file(path: Path) -> str:
    """The file's content and its name, which the reading tells too."""
    return hashlib.sha256(path.name.encode() + b"\0" + path.read_bytes()).hexdigest()[:32]
