"""Readings of an engine with defaults, and an engine that reads what it is told: no test of these needs Tesseract."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nghiquyet.extract.ocr.engine.readings import EngineReading
from nghiquyet.extract.ocr.engine.tesseract import Layout

if TYPE_CHECKING:
    from nghiquyet.extract.ocr.image.model import Pixels

LETTER, SPACE, TOP, HIGH = 10, 8, 40, 20


def line(text: str, confidence: float = 0.95, start: int = 50) -> list[EngineReading]:
    """The words of ``text`` on one line, all letters of one width; ``_`` is a letter's white."""
    readings = []
    x = start
    for part in text.split():
        x1 = x + LETTER * len(part)
        if part.strip("_"):
            readings.append(EngineReading(part, (x, TOP, x1, TOP + HIGH), confidence, 0, float(TOP + HIGH)))
        x = x1 + SPACE
    return readings


@dataclass
class TellingEngine:
    """Stands for an engine: gives one answer a layout, in the pixels of the cut-out; counts what it was asked."""

    answers: dict[Layout, list[EngineReading]]
    asked: list[Layout] = field(default_factory=list)

    def read(self, pixels: Pixels, dots_per_inch: int, layout: Layout, letters: str = "") -> list[EngineReading]:
        self.asked.append(layout)
        return self.answers.get(layout, [])

    def close(self) -> None:
        pass
