"""Where the recogniser's language data lie on this machine."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from nghiquyet.extract.errors import MissingSystemPart

LANGUAGE = "vie"
# A second model of the same language, trained on whole scripts: Debian's name for its file, and the engine's own.
SECOND = ("Vietnamese", "script/Vietnamese")
# Not a language but the model of how letters stand: it tells which way a page lies.
DIRECTION = "osd"
ENDING = ".traineddata"
# Debian and Ubuntu keep one folder a version of the engine; other systems keep one.
SYSTEM_FOLDERS = (
    "/usr/share/tesseract-ocr",
    "/usr/share/tessdata",
    "/usr/share/tesseract",
    "/usr/local/share/tessdata",
)
COMMAND = "sudo apt-get install tesseract-ocr-vie"
MISSING = (
    f"Máy này thiếu dữ liệu tiếng Việt của bộ nhận dạng chữ nên chưa đọc được bản chụp; hãy cài bằng lệnh: {COMMAND}"
)


def language_folder(environment: Mapping[str, str] = os.environ, system: tuple[str, ...] = SYSTEM_FOLDERS) -> Path:
    """The folder that holds Vietnamese, of several the first that also tells directions.

    Looks where TESSDATA_PREFIX says, then in the system's folders, then where tools/system-parts.sh unpacks what it may
    not install. Raises MissingSystemPart where none holds it.
    """
    holding = [folder for folder in _folders(environment, system) if has_model(folder, LANGUAGE)]
    if not holding:
        raise MissingSystemPart(MISSING)
    return next((folder for folder in holding if has_model(folder, DIRECTION)), holding[0])


def second_model(
    environment: Mapping[str, str] = os.environ, system: tuple[str, ...] = SYSTEM_FOLDERS
) -> tuple[Path, str] | None:
    """The folder that holds the second model, and its name there; None where none does. Looks where Vietnamese is."""
    folders = _folders(environment, system)
    return next(((folder, name) for folder in folders for name in SECOND if has_model(folder, name)), None)


def has_model(folder: Path, name: str) -> bool:
    """True if the folder holds a model of this name that this user may read."""
    path = folder / f"{name}{ENDING}"
    return path.is_file() and os.access(path, os.R_OK)


def cache_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Where language data that belong to this project alone are kept."""
    cache = environment.get("XDG_CACHE_HOME", "")
    base = Path(cache) if cache.startswith("/") else Path(environment.get("HOME", "/nonexistent")) / ".cache"
    return base / "nghiquyet" / "tessdata"


def _folders(environment: Mapping[str, str], system: tuple[str, ...]) -> Iterator[Path]:
    named = environment.get("TESSDATA_PREFIX", "")
    if named:
        # older versions of the engine meant the folder above
        yield from (Path(named), Path(named) / "tessdata")
    for folder in system:
        # the newest version first
        yield from sorted(Path(folder).glob("*/tessdata"), key=_version, reverse=True)
        yield from (Path(folder), Path(folder) / "tessdata")
    yield cache_folder(environment)


def _version(folder: Path) -> tuple[float, str]:
    name = folder.parent.name
    return (float(name) if name.replace(".", "", 1).isdecimal() else 0.0, name)
