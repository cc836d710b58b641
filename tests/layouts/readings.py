"""The kept layouts, and what the program reads in each."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from _pytest.mark import ParameterSet

from tests.read_once import data_of

HERE = Path(__file__).parent
OPEN = tuple(p.stem for p in sorted(HERE.glob("*.pdf")))
HELD_OUT = tuple(f"held_out/{p.stem}" for p in sorted((HERE / "held_out").glob("*.pdf")))


def path_of(name: str, suffix: str) -> Path:
    return HERE / f"{name}{suffix}"


@cache
def gold_of(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(path_of(name, ".json").read_text(encoding="utf-8"))
    return data


def reading_of(name: str) -> dict[str, Any]:
    """``resolution.json`` of a layout as plain data."""
    return data_of(path_of(name, ".pdf"))


def each_layout(names: tuple[str, ...]) -> list[ParameterSet]:
    """A test's layouts; all tests of one go to one worker, which has read it."""
    return [pytest.param(name, marks=pytest.mark.xdist_group(Path(name).name)) for name in names]
