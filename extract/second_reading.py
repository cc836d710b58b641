"""What a second recogniser read in a word's place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SecondReading:
    """The letters, "" for nothing, and how sure the recogniser was (0 to 1)."""

    text: str
    confidence: float
