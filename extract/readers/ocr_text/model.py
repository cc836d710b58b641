"""What stands in recognised text: words with their marks, paragraphs, and tables as rows of cell texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from nghiquyet.extract.model import Join


@dataclass(frozen=True, slots=True)
class TextWord:
    """A word as written; ``joined``: no space before it; ``begins_line``: a line break stands before it."""

    text: str
    page: int = 1
    bold: bool = False
    italic: bool = False
    raised: bool = False
    joined: bool = False
    begins_line: bool = False


def words_to_text(words: Sequence[TextWord]) -> str:
    """The words in one line, as they are read: notes' marks stand against the word that they follow."""
    return "".join(w.text if w.joined else f" {w.text}" for w in words).strip()


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of prose. ``level`` is that of a Markdown heading, 0 for none; ``apart``: blank lines stand above it."""

    words: tuple[TextWord, ...]
    page: int
    level: int = 0
    apart: bool = True
    indent: int = 0
    columns: tuple[int, ...] = ()  # where parts of the line begin that a tab or wide white sets apart (words)

    @property
    def text(self) -> str:
        return words_to_text(self.words)


@dataclass(frozen=True, slots=True)
class TextCell:
    """A cell's words, and the decisions by which they came together; spans are those that the notation states."""

    words: tuple[TextWord, ...] = ()
    column_span: int = 1
    row_span: int = 1
    joins: tuple[Join, ...] = ()

    @property
    def text(self) -> str:
        return words_to_text(self.words)

    def with_words(self, words: Sequence[TextWord], *joins: Join) -> TextCell:
        return replace(self, words=tuple(words), joins=(*self.joins, *joins))


@dataclass(frozen=True, slots=True)
class TextRow:
    """A row: what begins in each column, None where a cell that spans stands already."""

    cells: tuple[TextCell | None, ...]
    page: int
    joins: tuple[Join, ...] = ()

    def text(self, column: int) -> str:
        cell = self.cells[column]
        return cell.text if cell is not None else ""

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(self.text(c) for c in range(len(self.cells)))

    def with_cell(self, column: int, cell: TextCell | None) -> TextRow:
        return replace(self, cells=(*self.cells[:column], cell, *self.cells[column + 1 :]))


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table's part as one block of the text gives it; ``caption`` is what its notation names so."""

    rows: tuple[TextRow, ...]
    page: int

    @property
    def width(self) -> int:
        return max((len(row.cells) for row in self.rows), default=0)


Block = TextLine | TextTable


@dataclass(frozen=True, slots=True)
class TextPage:
    """A page as far as the text tells pages apart: its blocks in order, its footnotes and what is beside the text.

    ``loose`` are its lines as written that are in no table.
    """

    number: int
    blocks: tuple[Block, ...] = ()
    notes: tuple[TextLine, ...] = ()
    furniture: tuple[TextLine, ...] = ()
    loose: tuple[str, ...] = ()
