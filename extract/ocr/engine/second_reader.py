"""A line of words as read → the same with what a second model reads in each word's place.

Two models seldom make the same mistake: where they differ, one of them is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from nghiquyet.extract.ocr.engine.align_readings import Aligned, align, letters_of
from nghiquyet.extract.ocr.engine.cut_outs import MARGIN, framed
from nghiquyet.extract.ocr.engine.language_data import second_model
from nghiquyet.extract.ocr.engine.readings import EngineReading, moved
from nghiquyet.extract.ocr.engine.tesseract import Engine, Layout
from nghiquyet.extract.ocr.image.model import PagePicture
from nghiquyet.extract.second_reading import SecondReading

if TYPE_CHECKING:
    from nghiquyet.extract.ocr.image.model import Pixels

# How far a line's marks reach above and below its words' boxes, in parts of its height.
BEYOND = 0.1
# White this many times as wide as a line is high parts two texts, of letters of other sizes, at other heights.
WIDE = 2.0
# How a line is looked at, the second way where the first gives nothing. Of 1,641 words of print under three looks as
# many were read alike as with Layout.LINE, 10 % more where the back page shines through.
LAYOUTS = (Layout.BLOCK, Layout.BARE_LINE)
# Numbers, dates and symbols have no spaces within: "378/QĐ-UBND", "12/2030".
_SYMBOL = re.compile(r"\d[/-]|/\d|[A-ZĐ][/-] ?[A-ZĐ]")
NOTHING = SecondReading("", 0.0)
# What the second model makes of a dash right before a word.
SIGNS = "~=-–—_"


class Reads(Protocol):
    """An engine, as far as it is needed here."""

    def read(self, pixels: Pixels, dots_per_inch: int, layout: Layout) -> Sequence[EngineReading]: ...


def load_second() -> Engine | None:
    """The engine with the second model; None where that is not installed."""
    found = second_model()
    return Engine(*found) if found is not None else None


def with_second(line: Sequence[EngineReading], picture: PagePicture, engine: Reads) -> list[EngineReading]:
    """The words of one line, each with the second reading; what only the second model reads is left out."""
    return [word for run in _runs(line) for word in _run_with_second(run, picture, engine)]


def _runs(line: Sequence[EngineReading]) -> list[list[EngineReading]]:
    """The line parted where there is much white between two words."""
    runs: list[list[EngineReading]] = []
    for word in line:
        high = word.box[3] - word.box[1]
        if runs and abs(word.box[0] - runs[-1][-1].box[2]) <= WIDE * high:
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def _run_with_second(run: Sequence[EngineReading], picture: PagePicture, engine: Reads) -> Iterator[EngineReading]:
    box = _run_box(run, picture)
    cut, resolution = framed(picture, box), round(picture.scale * 72)
    middle = MARGIN + (box[3] - box[1]) / 2
    found: list[EngineReading] = []
    for layout in LAYOUTS:
        # parts of the lines above and below are in the picture too
        if not found:
            found = [r for r in engine.read(cut, resolution, layout) if r.box[1] < middle < r.box[3]]
    others = [moved(reading, box[0] - MARGIN, box[1] - MARGIN) for reading in found]
    for place in align(run, sorted(others, key=lambda r: r.box[0])):
        yield from _with_place(place)


def _run_box(run: Sequence[EngineReading], picture: PagePicture) -> tuple[int, int, int, int]:
    high, wide = picture.pixels.shape
    top, bottom = min(r.box[1] for r in run), max(r.box[3] for r in run)
    beyond = round(BEYOND * (bottom - top))
    left, right = min(r.box[0] for r in run), max(r.box[2] for r in run)
    return max(left, 0), max(top - beyond, 0), min(right, wide), min(bottom + beyond, high)


def _with_place(place: Aligned) -> list[EngineReading]:
    """A place's words, each with its second reading; where the two differ in a space, a symbol has none."""
    first, second = place.first, place.second
    if not second:
        return [replace(r, second=NOTHING) for r in first]
    sure = min(r.confidence for r in second)
    if len(first) < 2:
        apart = " ".join(r.text for r in second)
        whole = apart.replace(" ", "")
        signed = not all(letters_of(r.text) for r in second)
        text = whole if _SYMBOL.search(apart) or (first and whole == first[0].text and signed) else apart
        return [replace(r, second=SecondReading(text, sure)) for r in first]
    if not all(letters_of(r.text) for r in first):
        return [replace(r, second=_without_sign(r, second[0].text, sure)) for r in first]
    if _SYMBOL.search(second[0].text):
        return [replace(_joined(first), second=SecondReading(second[0].text, sure))]
    return [replace(r, second=SecondReading(r.text, sure)) for r in first]


def _without_sign(reading: EngineReading, text: str, sure: float) -> SecondReading:
    """What the second reader has for a word that it joined to a sign, and for the sign, which it sees there too."""
    return SecondReading(text.strip(SIGNS) if letters_of(reading.text) else reading.text, sure)


def _joined(parts: Sequence[EngineReading]) -> EngineReading:
    """Words that are one, as one."""
    one, other = parts[0], parts[-1]
    box = (one.box[0], min(r.box[1] for r in parts), other.box[2], max(r.box[3] for r in parts))
    letters = tuple(letter for r in parts for letter in r.letters)
    text, sure = "".join(r.text for r in parts), min(r.confidence for r in parts)
    return replace(one, text=text, box=box, confidence=sure, letters=letters)
