"""Lines that frame a document's text (letterhead, end matter, appendices): the patterns of ``frame_phrases.yaml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from nghiquyet.extract.language.numbering.roman import SIGNS
from nghiquyet.extract.language.packaged_yaml import packaged_yaml

DATA = Path(__file__).with_name("frame_phrases.yaml")
# A framing line is short; longer ones are not looked at.
LONGEST = 200


@dataclass(frozen=True, slots=True)
class FrameCue:
    """A pattern for the beginning of a line, with the examples that a test runs."""

    family: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    never: tuple[str, ...]


@cache
def _data() -> dict[str, list[dict[str, Any]]]:
    data: dict[str, list[dict[str, Any]]] = packaged_yaml(DATA)
    return data


@cache
def cues(family: str) -> tuple[FrameCue, ...]:
    """The patterns of a family, each anchored at the line's start by ``match``."""
    entries = _data()[family]
    return tuple(
        FrameCue(
            family,
            re.compile(e["pattern"].replace("<ROMAN>", SIGNS)),
            tuple(e.get("examples", ())),
            tuple(e.get("not", ())),
        )
        for e in entries
    )


@cache
def phrases(family: str) -> tuple[str, ...]:
    """What the family's patterns look for, as it is written."""
    return tuple(phrase for e in _data()[family] for phrase in e.get("phrases", ()))


@cache
def families() -> tuple[str, ...]:
    """The names of all families."""
    return tuple(_data())


def match_cue(family: str, text: str) -> re.Match[str] | None:
    """The match of the first pattern of the family with which ``text`` begins."""
    folded = " ".join(text.split())
    if len(folded) > LONGEST:
        return None
    return next((found for cue in cues(family) if (found := cue.pattern.match(folded))), None)
