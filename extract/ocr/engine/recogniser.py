"""Pictures of pages and of cells → their words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from math import hypot
from statistics import median
from types import TracebackType
from typing import TYPE_CHECKING

from nghiquyet.extract.model import UNREAD, BBox, Word
from nghiquyet.extract.ocr.engine.check_numerals import checked_numerals
from nghiquyet.extract.ocr.engine.cut_outs import (
    MARGIN,
    framed,
    ink_beside,
    inked,
    inked_box,
    trimmed_ink,
    whole_without,
)
from nghiquyet.extract.ocr.engine.letter_sizes import line_size
from nghiquyet.extract.ocr.engine.page_look import PageLook
from nghiquyet.extract.ocr.engine.read_marks import read_mark
from nghiquyet.extract.ocr.engine.readings import EngineReading, moved
from nghiquyet.extract.ocr.engine.second_reader import load_second, with_second
from nghiquyet.extract.ocr.engine.tesseract import Engine, Layout
from nghiquyet.extract.ocr.image.model import PagePicture
from nghiquyet.extract.second_reading import SecondReading

if TYPE_CHECKING:
    from nghiquyet.extract.ocr.image.model import Pixels

# Of the letter size, the part above the baseline in the boxes of words.
ASCENT = 0.784
# Signs that the model takes for those in use: eth for d with stroke, printers' quotes and fraction bars for plain ones.
SAME_SHAPE = str.maketrans({"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "’": "'", "‘": "'", "⁄": "/", "∕": "/"})
_ACCENT_FIRST = re.compile("([\u0300\u0301\u0303\u0309\u0323]+)([\u0302\u0306\u031b]+)")
# More ink (square points) than this in a cell outside its words is a letter or more: one of ten points covers 5.
UNREAD_INK = 4.0
# The confidence of a word beside such ink: lower than any that what is known of the language makes good.
BESIDE_INK = 0.05
# A cell whose ink is no larger than this (points) holds one mark.
MARK_SIZE = (26.0, 16.0)


class Recogniser:
    """Reads pictures with one loaded model. Make one a process; close it, or use it as a context manager.

    Raises MissingSystemPart where the language data are not installed.
    """

    def __init__(self, engine: Engine | None = None, second: Engine | None = None) -> None:
        self._engine = engine or Engine()
        self._second = second or load_second()
        self._look: PageLook | None = None

    def __enter__(self) -> Recogniser:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Gives the models' memory back."""
        self._engine.close()
        if self._second is not None:
            self._second.close()

    def reading_direction(self, pixels: Pixels) -> tuple[int, float] | None:
        """(degrees clockwise that the picture must be turned to be upright, how sure); None where nothing tells."""
        return self._engine.direction(pixels)

    def read_page(self, picture: PagePicture, page: int, hidden: Sequence[BBox] = ()) -> tuple[Word, ...]:
        """The words of a page outside the boxes ``hidden`` (points), in the engine's order."""
        pixels = whole_without(picture, hidden)
        readings = self._engine.read(pixels, _resolution(picture), Layout.PAGE)
        return self._words(readings, picture, page)

    def read_cell(self, picture: PagePicture, page: int, bbox: BBox) -> tuple[Word, ...]:
        """The words of a table's cell; none, at no cost, where it has no ink; UNREAD for ink that is not read."""
        box = inked_box(picture, bbox)
        if box is None:
            return ()
        if _mark_sized(picture, box):
            return self.read_mark(picture, page, bbox)
        placed = self._read_box(picture, box, Layout.BLOCK)
        left, middle = ink_beside(picture, box, [r.box for r in placed])
        if left >= UNREAD_INK:  # the engine passes over words now and then; looked at another way it sees them
            again = self._read_box(picture, box, Layout.PAGE)
            left_again, middle_again = ink_beside(picture, box, [r.box for r in again])
            if left_again < left:
                placed, left, middle = again, left_again, middle_again
        if left >= UNREAD_INK:
            placed = _doubted_beside(placed, middle)
        return self._words(placed, picture, page) or _unread(picture, page, box)

    def _read_box(self, picture: PagePicture, box: tuple[int, int, int, int], layout: Layout) -> list[EngineReading]:
        readings = self._engine.read(framed(picture, box), _resolution(picture), layout)
        return [moved(reading, box[0] - MARGIN, box[1] - MARGIN) for reading in readings]

    def read_mark(self, picture: PagePicture, page: int, bbox: BBox) -> tuple[Word, ...]:
        """The lone mark in a cell (x, 1, 02, 2.1, IV, -); none where it has no ink; UNREAD for ink that is not read."""
        box = inked_box(picture, bbox)
        if box is None:
            return ()

        def read(layout: Layout, letters: str, columns: tuple[int, int] | None = None) -> tuple[EngineReading, ...]:
            start, end = columns or (0, box[2] - box[0])
            part = (box[0] + start, box[1], box[0] + end, box[3])
            found = self._engine.read(framed(picture, part), _resolution(picture), layout, letters)
            return tuple(moved(reading, start - MARGIN, -MARGIN) for reading in found)

        readings = read_mark(inked(picture, box), picture.scale, read)
        placed = [moved(reading, box[0], box[1]) for reading in readings]
        return self._placed_words([placed] if placed else [], picture, page) or _unread(picture, page, box)

    def _words(self, readings: Sequence[EngineReading], picture: PagePicture, page: int) -> tuple[Word, ...]:
        lines: list[list[EngineReading]] = []
        for _, line in groupby(readings, key=lambda r: r.line):
            above = lines[-1][-1].text if lines and lines[-1] else ""
            words = checked_numerals(list(line), lambda box: trimmed_ink(picture, box), above)
            lines.append(with_second(words, picture, self._second) if self._second is not None and words else words)
        return self._placed_words(lines, picture, page)

    def _placed_words(
        self, lines: Sequence[Sequence[EngineReading]], picture: PagePicture, page: int
    ) -> tuple[Word, ...]:
        """The words of one part of the page; what is learnt of the page's look serves the parts read after it."""
        if self._look is None or self._look.picture is not picture:
            self._look = PageLook(picture)
        look = self._look
        sizes = [line_size(line, picture.scale) for line in lines]
        look.learn([size for line, size in zip(lines, sizes, strict=True) if size is not None for _ in line])
        return tuple(
            word
            for line, size in zip(lines, sizes, strict=True)
            for word in _line_words(
                line, look.settled(size or look.usual_size, sum(len(r.text) for r in line)), look, page
            )
        )


def _line_words(line: Sequence[EngineReading], size: float, look: PageLook, page: int) -> Iterator[Word]:
    """One line's words: they share top and bottom, so that they are found to be a line again."""
    picture = look.picture
    top = median(r.baseline for r in line) / picture.scale - ASCENT * size
    bold = look.bold([_pixels(picture, reading.box) for reading in line], size)
    for reading, heavy in zip(line, bold, strict=True):
        text = _plain(reading.text)
        if not text:
            continue
        x0, _, x1, _ = reading.box
        yield Word(
            text=text,
            bbox=(x0 / picture.scale, top, x1 / picture.scale, top + size),
            page=page,
            size=size,
            bold=heavy,
            confidence=min(max(reading.confidence, 0.0), 1.0),
            second=_read_like(reading.second),
        )


def _read_like(second: SecondReading | None) -> SecondReading | None:
    """A second reading in the letters that words are written with here."""
    return second and replace(second, text=_plain(second.text))


def _plain(text: str) -> str:
    return composed(text).translate(SAME_SHAPE).strip()


def composed(text: str) -> str:
    """The text in NFC, an accent that was read before its letter's circumflex, breve or horn put behind it: "ế"."""
    return unicodedata.normalize("NFC", _ACCENT_FIRST.sub(r"\2\1", unicodedata.normalize("NFD", text)))


def _doubted_beside(readings: Sequence[EngineReading], place: tuple[int, int]) -> list[EngineReading]:
    """The readings, the one nearest to ``place`` (pixels) not to be trusted: ink stands there that none explains."""
    if not readings:
        return []

    def distance(reading: EngineReading) -> float:
        x0, top, x1, bottom = reading.box
        return hypot(max(x0 - place[0], 0, place[0] - x1), max(top - place[1], 0, place[1] - bottom))

    nearest = min(readings, key=distance)
    return [replace(r, confidence=min(r.confidence, BESIDE_INK)) if r is nearest else r for r in readings]


def _pixels(picture: PagePicture, box: tuple[int, int, int, int]) -> Pixels:
    x0, top, x1, bottom = box
    return picture.pixels[max(top, 0) : bottom, max(x0, 0) : x1]


def _mark_sized(picture: PagePicture, box: tuple[int, int, int, int]) -> bool:
    x0, top, x1, bottom = box
    return x1 - x0 <= MARK_SIZE[0] * picture.scale and bottom - top <= MARK_SIZE[1] * picture.scale


def _unread(picture: PagePicture, page: int, box: tuple[int, int, int, int]) -> tuple[Word, ...]:
    x0, top, x1, bottom = (side / picture.scale for side in box)
    return (Word(UNREAD, (x0, top, x1, bottom), page, confidence=0.0),)


def _resolution(picture: PagePicture) -> int:
    return round(picture.scale * 72)
