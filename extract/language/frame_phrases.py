"""Lines that frame a document's text (letterhead, end matter, appendices): the patterns of ``frame_phrases.yaml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

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
def cues(family: str) -> tuple[FrameCue, ...]:
    """The patterns of a family, each anchored at the line's start by ``match``."""
    entries = yaml.safe_load(DATA.read_text(encoding="utf-8"))[family]
    return tuple(
        FrameCue(family, re.compile(e["pattern"]), tuple(e.get("examples", ())), tuple(e.get("not", ())))
        for e in entries
    )


@cache
def families() -> tuple[str, ...]:
    """The names of all families."""
    return tuple(yaml.safe_load(DATA.read_text(encoding="utf-8")))


def match_cue(family: str, text: str) -> re.Match[str] | None:
    """The match of the first pattern of the family with which ``text`` begins."""
    folded = " ".join(text.split())
    if len(folded) > LONGEST:
        return None
    return next((found for cue in cues(family) if (found := cue.pattern.match(folded))), None)
