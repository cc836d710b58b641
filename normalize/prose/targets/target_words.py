"""The words around numbers: ``target_words.yaml`` and ``units.yaml`` → compiled patterns, read once.

Every pattern is meant for text in small letters in which runs of spaces are one space.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from nghiquyet.extract.language.packaged_yaml import packaged_yaml
from nghiquyet.normalize.model import Comparator

DATA = Path(__file__).with_name("target_words.yaml")
UNITS = Path(__file__).with_name("units.yaml")


@dataclass(frozen=True, slots=True)
class TargetCue:
    """One entry of the lexicon with the examples that a test runs."""

    pattern: re.Pattern[str]
    examples: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    comparator: Comparator | None = None


@dataclass(frozen=True, slots=True)
class TargetWords:
    """Families of cues and alternations of words, by the names that the YAML gives them."""

    cues: dict[str, tuple[TargetCue, ...]]
    words: dict[str, str]

    def family(self, name: str) -> tuple[TargetCue, ...]:
        return self.cues[name]

    def finds(self, name: str, text: str) -> bool:
        """Whether any cue of the family stands anywhere in ``text``."""
        return any(cue.pattern.search(text) for cue in self.cues[name])

    def opens(self, name: str, text: str) -> bool:
        """Whether ``text`` begins with a cue of the family."""
        return any(cue.pattern.match(text) for cue in self.cues[name])


@dataclass(frozen=True, slots=True)
class Units:
    """Alternations of unit words, longest first, and numbers written in words."""

    scale: str
    measure: str
    time: str
    noun: str
    number_words: dict[str, int]
    examples: tuple[tuple[str, str], ...]


def _alternation(words: list[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


def _cue(entry: dict[str, Any]) -> TargetCue:
    return TargetCue(
        re.compile(entry["pattern"]),
        tuple(str(e) for e in entry.get("examples", ())),
        tuple(str(e) for e in entry.get("not", ())),
        entry.get("comparator"),
    )


@cache
def lexicon() -> TargetWords:
    """The lexicon of this package."""
    raw = packaged_yaml(DATA)
    cues = {name: tuple(_cue(e) for e in value) for name, value in raw.items() if isinstance(value, list)}
    words = {name: value for name, value in raw.items() if isinstance(value, str)}
    # the longer wording first, so that "đạt được" is not read as "đạt"
    ordered = {name: "|".join(sorted(value.split("|"), key=lambda w: (-len(w), w))) for name, value in words.items()}
    return TargetWords(cues, ordered)


@cache
def units() -> Units:
    """The units of this package."""
    raw = packaged_yaml(UNITS)
    kinds = {kind: [u.lower() for entry in raw[kind] for u in entry["units"]] for kind in ("measure", "time", "noun")}
    examples = tuple((kind, str(e)) for kind in kinds for entry in raw[kind] for e in entry["examples"])
    return Units(
        _alternation(raw["scales"]),
        _alternation(kinds["measure"]),
        _alternation(kinds["time"]),
        _alternation(kinds["noun"]),
        {str(k): int(v) for k, v in raw["number_words"].items()},
        examples,
    )


@cache
def words_at_end(name: str) -> re.Pattern[str]:
    """A run of the named words at the end of a text."""
    return re.compile(rf"(?:(?<!\w)(?:{lexicon().words[name]})(?!\w)[ ,]*)+$")


@cache
def words_at_start(name: str) -> re.Pattern[str]:
    """A run of the named words at the beginning of a text."""
    return re.compile(rf"^(?:[ ,]*(?<!\w)(?:{lexicon().words[name]})(?!\w))+")


@cache
def word_at_start(name: str) -> re.Pattern[str]:
    """One of the named words at the beginning of a text."""
    return re.compile(rf"^ *(?:{lexicon().words[name]})(?!\w)")


@cache
def word_anywhere(name: str) -> re.Pattern[str]:
    """One of the named words, whole."""
    return re.compile(rf"(?<!\w)(?:{lexicon().words[name]})(?!\w)")
