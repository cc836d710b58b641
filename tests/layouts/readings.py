"""The kept layouts, and what the program reads in each."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from nghiquyet.pipeline import extract_resolution

HERE = Path(__file__).parent
OPEN = tuple(p.stem for p in sorted(HERE.glob("*.pdf")))
HELD_OUT = tuple(f"held_out/{p.stem}" for p in sorted((HERE / "held_out").glob("*.pdf")))


def path_of(name: str, suffix: str) -> Path:
    return HERE / f"{name}{suffix}"


@cache
def gold_of(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(path_of(name, ".json").read_text(encoding="utf-8"))
    return data


@cache
def reading_of(name: str) -> dict[str, Any]:
    """``resolution.json`` of a layout as plain data."""
    return extract_resolution(path_of(name, ".pdf")).model_dump(mode="json", by_alias=True)
