"""The words of ``cues.yaml``, compiled: what says when something is due without naming a date."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from importlib import resources
from typing import Any, cast

from nghiquyet.extract.language.packaged_yaml import packaged_yaml
from nghiquyet.normalize.model import Recurrence


@dataclass(frozen=True, slots=True)
class DeadlineCue:
    """One entry: its pattern, what it stands for (``kind`` where the family has kinds) and its own examples."""

    family: str
    kind: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeadlineWords:
    cues: tuple[DeadlineCue, ...]
    numbers: dict[str, int]
    cut_words: tuple[str, ...]
    empty: frozenset[str]
    doubts: dict[str, str]

    def family(self, name: str) -> tuple[DeadlineCue, ...]:
        return tuple(c for c in self.cues if c.family == name)

    def pattern(self, name: str) -> str:
        """The source of a family's patterns as one group, for use inside a larger pattern."""
        return "(?:" + "|".join(c.pattern.pattern for c in self.family(name)) + ")"

    def finds(self, name: str, text: str) -> bool:
        return any(c.pattern.search(text) for c in self.family(name))


FAMILIES = (
    "recurrence",
    "interval",
    "this_year",
    "open_ended",
    "onwards",
    "event",
    "ordinal",
    "instrument",
    "lead",
    "reference",
    "past",
    "lunar",
)


@functools.cache
def lexicon() -> DeadlineWords:
    """The lexicon, read once."""
    raw = cast(dict[str, Any], packaged_yaml(resources.files(__package__).joinpath("cues.yaml")))
    cues = tuple(
        DeadlineCue(
            family=family,
            kind=entry.get("kind", ""),
            pattern=re.compile(entry["pattern"]),
            examples=tuple(entry["examples"]),
            counterexamples=tuple(entry["not"]),
        )
        for family in FAMILIES
        for entry in raw[family]
    )
    return DeadlineWords(
        cues=cues,
        numbers=dict(raw["number"]),
        cut_words=tuple(raw["cut_words"]),
        empty=frozenset(raw["empty"]),
        doubts=dict(raw["doubts"]),
    )


def recurrence_of(cue: DeadlineCue) -> Recurrence:
    return cast(Recurrence, cue.kind)


def doubt_message(code: str) -> str:
    """The Vietnamese sentence for a doubt's code, as ``Review.message`` wants it. KeyError for a code not listed."""
    return lexicon().doubts[code]
