"""Marks on a page, and how each kind of them is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from nghiquyet.extract.language.packaged_yaml import packaged_yaml
from nghiquyet.extract.model import BBox

STYLES = Path(__file__).with_name("styles.yaml")


@dataclass(frozen=True, slots=True)
class Mark:
    """A box, or a line where it has no height or no width, in points of the page as read, and what stands beside it."""

    style: str
    bbox: BBox
    label: str = ""


@dataclass(frozen=True, slots=True)
class Style:
    """How marks look: ``fill`` is how opaque, ``line`` how wide; ``tag`` on which side of the page the label stands."""

    name: str
    colour: tuple[int, int, int]
    fill: int
    line: int
    dashed: bool = False
    tag: Literal["left", "right", "above", ""] = ""


@cache
def styles() -> dict[str, Style]:
    """Every style by its name, in the order in which marks are drawn."""
    data = packaged_yaml(STYLES)
    return {key: Style(**{**values, "colour": tuple(values["colour"])}) for key, values in data.items()}
