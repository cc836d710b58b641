"""What the engine says of a picture, before it becomes words of a page."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nghiquyet.extract.second_reading import SecondReading

PixelBox = tuple[int, int, int, int]  # x0, top, x1, bottom of a picture


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as read: its text, its box in pixels and how sure the engine is (0 to 1)."""

    text: str
    box: PixelBox
    confidence: float


@dataclass(frozen=True, slots=True)
class EngineReading:
    """A word as read. ``line`` counts the engine's lines from 0; ``baseline`` is the line's, in pixels from the top."""

    text: str
    box: PixelBox
    confidence: float
    line: int
    baseline: float
    letters: tuple[Letter, ...] = ()
    second: SecondReading | None = None


def moved(reading: EngineReading, x: int, y: int) -> EngineReading:
    """The reading of a part of a picture that begins at ``x``, ``y``, in the whole picture's pixels."""
    return replace(
        reading,
        box=_moved(reading.box, x, y),
        baseline=reading.baseline + y,
        letters=tuple(Letter(r.text, _moved(r.box, x, y), r.confidence) for r in reading.letters),
    )


def _moved(box: PixelBox, x: int, y: int) -> PixelBox:
    return (box[0] + x, box[1] + y, box[2] + x, box[3] + y)
