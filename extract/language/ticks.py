"""Signs by which a cell ticks its row (ticks.yaml)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from nghiquyet.extract.language.packaged_yaml import packaged_yaml


def is_tick(text: str) -> bool:
    """True for a sign that ticks, where it stands in a column of ticks: "x", "✓", "V", "•"."""
    sign = text.strip().casefold()
    return sign in _signs("sure") or sign in _signs("loose")


def is_sure_tick(text: str) -> bool:
    """True for a sign that is a tick wherever it stands alone: "x", "✓", but neither "v" nor a bullet."""
    return text.strip().casefold() in _signs("sure")


def is_box(text: str) -> bool:
    """True for a box that is not ticked: "☐", "○"."""
    return text.strip() in _signs("boxes")


def is_unticked(text: str) -> bool:
    """True for what stands in a column of ticks where there is none: nothing, a box, a dash."""
    return not text.strip() or is_box(text) or text.strip() in _signs("blanks")


@cache
def tick_data() -> dict[str, Any]:
    """The file as it stands, with its examples."""
    data: dict[str, Any] = packaged_yaml(files("nghiquyet.extract.language").joinpath("ticks.yaml"))
    return data


@cache
def _signs(kind: str) -> frozenset[str]:
    return frozenset(tick_data()[kind].split())
