"""Recognised words and sheets with defaults."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from nghiquyet.extract.model import Word
from nghiquyet.extract.ocr.correct.bigrams import language
from nghiquyet.extract.ocr.correct.correct_sheets import look_over, mend_together
from nghiquyet.extract.page.sheets import Sheet

LINE = 16.0


def recognised(text: str, confidence: float = 0.95, line: int = 0, **changes: Any) -> list[Word]:
    """The words of ``text`` on one line, all of one confidence."""
    words = []
    x = 50.0
    for part in text.split():
        words.append(
            Word(
                part, (x, 100 + LINE * line, x + 6 * len(part), 112 + LINE * line), 1, confidence=confidence, **changes
            )
        )
        x += 6 * len(part) + 4
    return words


def sheet(*texts: str, confidence: float = 0.95, number: int = 1, **changes: Any) -> Sheet:
    """A recognised sheet, a block a text."""
    blocks = tuple(tuple(recognised(text, confidence)) for text in texts)
    return Sheet(number, 595.0, 842.0, blocks, read=changes.pop("read", "recognised"), **changes)


def mend_sheets(sheets: Iterable[Sheet], names: Iterable[str] = ()) -> list[Sheet]:
    """The sheets of one document, mended."""
    common = language(names)
    return mend_together([look_over(one, common) for one in sheets], common)


def texts(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)
