"""Paragraphs set in lines and pages as an office program sets them, with the ground truth in hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from nghiquyet.extract.model import Document, Line, Page, Table, Word
from tests.extract.builders import LEADING, SIZE, word

LEFT, RIGHT, TOP, BOTTOM = 80.0, 540.0, 60.0, 780.0
MIDDLE = (LEFT + RIGHT) / 2


def width(text: str, size: float = SIZE) -> float:
    return len(text) * size / 2


@dataclass
class Sheet:
    """Paragraphs go in one after another; ``document`` is what a reader would give."""

    indent: float = 36.0
    gap: float = 0.0
    page: int = 1
    top: float = TOP
    lines: list[Line] = field(default_factory=list)
    notes: dict[int, list[Line]] = field(default_factory=dict)

    def add(self, text: str, place: str = "text", **style: Any) -> Sheet:
        """A paragraph; ``^`` before a word raises it; ``place`` is "text", "left", "right" or "centre"."""
        for number, row in enumerate(self._rows(text.split(), place)):
            self._set(row, place, number == 0, style)
        self.top += self.gap
        return self

    def turn(self) -> Sheet:
        """The next page."""
        self.page, self.top = self.page + 1, TOP
        return self

    def note(self, text: str) -> Sheet:
        """A footnote of the page in hand; its first word is the raised mark."""
        mark, *rest = text.split()
        words = [word(mark, LEFT, 790.0, self.page, size=7.0, raised=True)]
        x = LEFT + 10
        for part in rest:
            words.append(word(part, x, 790.0, self.page, size=9.0))
            x += len(part) * 4.5 + 2
        self.notes.setdefault(self.page, []).append(Line(tuple(words)))
        return self

    def document(self, tables: tuple[Table, ...] = ()) -> Document:
        pages = tuple(
            Page(n, 595.0, 842.0, (), footnotes=tuple(self.notes.get(n, ()))) for n in range(1, self.page + 1)
        )
        return Document("van-ban.pdf", "0" * 64, "born_digital", pages, tuple(self.lines), tables)

    def _rows(self, words: list[str], place: str) -> list[list[str]]:
        rows: list[list[str]] = [[]]
        room = RIGHT - LEFT - (self.indent if place == "text" else 0.0)
        for one in words:
            if rows[-1] and width(" ".join([*rows[-1], one])) > room:
                rows.append([])
                room = RIGHT - LEFT
            rows[-1].append(one)
        return rows

    def _set(self, row: list[str], place: str, first: bool, style: dict[str, Any]) -> None:
        if self.top + LEADING > BOTTOM:
            self.turn()
        x = LEFT
        if place == "text" and first:
            x += self.indent
        elif place == "centre":
            x = MIDDLE - width(" ".join(row)) / 2
        elif place == "right":
            x = MIDDLE + 30
        self.lines.append(Line(tuple(self._words(row, x, style))))
        self.top += LEADING

    def _words(self, row: list[str], x: float, style: dict[str, Any]) -> list[Word]:
        made = []
        for text in row:
            raised = text.startswith("^")
            plain = text.lstrip("^")
            made.append(word(plain, x, self.top, self.page, raised=raised, joined=raised, **style))
            x += width(plain) + SIZE / 2
        return made
