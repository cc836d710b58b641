"""The words of a page that was never printed, as they can be shown: its cells' lines are as long as their texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from nghiquyet.extract.model import Cell, Line, Table, Word
from nghiquyet.extract.readers.synthetic_layout.letter_widths import text_width

MORE = "…"
# What MORE takes of a line's end, and a space between words, in sizes of the letters.
ROOM, SPACE = 0.9, 0.25
# Points between a cell's edge and its text.
PAD = 2.0


def shown_words(words: Iterable[Word], cells: Sequence[Cell], tables: Iterable[Table]) -> tuple[Word, ...]:
    """The words outside tables, and of each cell's lines as much as stands in the cell, ``…`` where a line goes on.

    ``cells`` are those that the ``tables`` have on the page; a heading repeated there has a place in none of them.
    """
    inside = {word for cell in cells for line in cell.lines for word in line.words}
    inside |= {word for table in tables for line in table.header_lines for word in line.words}
    shown = (word for cell in cells for line in cell.lines for word in _within(line, cell))
    return (*(word for word in words if word not in inside), *shown)


def _within(line: Line, cell: Cell) -> Iterator[Word]:
    """The line's words set anew from the cell's left edge: their own places only say in which cell they stand."""
    x, right = cell.bbox[0] + PAD, cell.bbox[2]
    for number, word in enumerate(line.words, start=1):
        top, size = word.bbox[1], word.size
        wide = text_width(word.text, size, word.bold)
        last = number == len(line.words)
        if x + wide > right - (0 if last else ROOM * size):
            yield replace(word, text=MORE, bbox=(x, top, min(right, x + ROOM * size), top + size))
            return
        yield replace(word, bbox=(x, top, x + wide, top + size))
        x += wide + SPACE * size
