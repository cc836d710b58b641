"""What a heading's words say besides its column's role: priority, classes, demands, time, money (heading_cues.yaml)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from nghiquyet.extract.language.column_headings import without_note_mark
from nghiquyet.extract.language.packaged_yaml import packaged_yaml
from nghiquyet.extract.language.spelling import fold

HeadingCue = Literal["priority", "classes", "demand", "end", "beginning", "amounts"]


def heading_says(cue: HeadingCue, heading: str) -> bool:
    """True if the heading, in any case and with a footnote's mark or without, says what ``cue`` names."""
    return bool(cues_in(cue, heading))


def cues_in(cue: HeadingCue, heading: str) -> tuple[str, ...]:
    """The words of the heading by which it says what ``cue`` names."""
    text = fold(without_note_mark(heading))
    words = _words(cue)
    return ((text,) if text in words.exact else ()) + tuple(p for p in words.phrases if f" {p} " in f" {text} ")


@cache
def heading_cue_data() -> dict[HeadingCue, dict[str, Any]]:
    """The file as it stands, with its examples."""
    data: dict[HeadingCue, dict[str, Any]] = packaged_yaml(
        files("nghiquyet.extract.language").joinpath("heading_cues.yaml")
    )
    return data


@dataclass(frozen=True, slots=True)
class _CueWords:
    exact: frozenset[str]
    phrases: tuple[str, ...]


@cache
def _words(cue: HeadingCue) -> _CueWords:
    entry = heading_cue_data()[cue]
    phrases = tuple(fold(p) for p in entry.get("phrases", ()))
    also = tuple(p for other in entry.get("also", ()) for p in _words(other).phrases)
    return _CueWords(frozenset(fold(t) for t in entry.get("exact", ())), (*phrases, *also))
