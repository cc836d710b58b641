"""Small outlines, made up as offices print them, with the sections and orders that a person expects.

They were written by somebody who had not seen the program; what is reached is a floor to be raised, never lowered.
Forty and the first twelve of the others are open; the last twelve are held back: their misses were not looked at.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from nghiquyet.normalize.model import Resolution
from nghiquyet.pipeline import extract_resolution

HERE = Path(__file__).parent / "extract" / "outline"


def load(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    return found


OUTLINES = load("outlines.yaml")
HELD_BACK = load("outlines_held_back.yaml")
# At the first run, before anyone looked at a miss, the forty had 232 of 266 sections and 108 of 161 orders, the other
# twenty-four 159 of 159 and 77 of 97.
LEAST = {"open": (0.99, 0.92), "held back": (0.99, 0.79)}


def accepted(value: Any) -> list[str]:
    return [str(v) for v in value] if isinstance(value, list) else [str(value)]


def sections_read(outline: dict[str, Any], found: Resolution) -> list[bool]:
    """For each expected section whether one with its label and level stands there with its words."""
    told = {(s.label, s.level): f"{s.title} {s.text}".strip() for s in reversed(found.sections)}
    by_id = {s.id: f"{s.title} {s.text}".strip() for s in found.sections}
    right = []
    for section in outline["sections"] or []:
        starts = accepted(section["title"] if section.get("title") else section.get("starts", ""))
        ids = accepted(section["id"])
        own = next((by_id[i] for i in ids if i in by_id), None)
        own = own if own is not None else told.get((accepted(section["label"])[0], section["level"]))
        right.append(own is not None and any(own.startswith(start.rstrip(" :.")) for start in starts))
    return right


def orders_read(outline: dict[str, Any], found: Resolution) -> list[bool]:
    """For each expected order whether one with its first words has its leads; False for each order not expected."""
    left = [t for t in found.tasks if t.origin == "body"]
    right = []
    for order in outline["orders"] or []:
        starts = [start.rstrip(" .") for start in accepted(order["first_words"])]
        own = next((t for t in left if any(t.title.startswith(s) or s.endswith(t.title) for s in starts)), None)
        if own is not None:
            left.remove(own)
        names = [a.name or a.text for a in own.lead] if own else None
        wanted = [accepted(lead) for lead in order["lead"]]
        alike = names is not None and len(names) == len(wanted)
        right.append(alike and all(any(n.startswith(w) for w in ws) for n, ws in zip(names or [], wanted, strict=True)))
    return right + [False] * len(left)


Readings = dict[str, list[tuple[dict[str, Any], Resolution]]]


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> Readings:
    folder = tmp_path_factory.mktemp("outlines")
    found: Readings = {"open": [], "held back": []}
    for which, outlines in (("open", OUTLINES), ("held back", HELD_BACK)):
        for outline in outlines:
            path = folder / f"{outline['id']}.md"
            path.write_text(outline["text"], encoding="utf-8")
            found[which].append((outline, extract_resolution(path)))
    return found


@pytest.mark.parametrize("which", LEAST)
def test_sections_are_read_as_expected(which: str, readings: Readings) -> None:
    right = [one for outline, found in readings[which] for one in sections_read(outline, found)]
    assert len(right) > 80
    assert sum(right) >= LEAST[which][0] * len(right), sum(right) / len(right)


@pytest.mark.parametrize("which", LEAST)
def test_orders_are_read_as_expected(which: str, readings: Readings) -> None:
    right = [one for outline, found in readings[which] for one in orders_read(outline, found)]
    assert len(right) > 40
    assert sum(right) >= LEAST[which][1] * len(right), sum(right) / len(right)
