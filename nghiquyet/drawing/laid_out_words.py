"""The words of a page that was never printed, as they can be shown: its cells' lines are as long as their texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from nghiquyet.extract.model import Cell, Line, TableFragment, Word

MORE = "…"
# What MORE takes of a line's end, in line heights.
ROOM = 0.9
# Points between a cell's edge and its text.
PAD = 2.0


def shown_words(words: Iterable[Word], fragments: Sequence[TableFragment]) -> tuple[Word, ...]:
    """The words outside tables, and of each cell's lines as much as stands in the cell, ``…`` where a line goes on."""
    cells = [cell for fragment in fragments for cell in fragment.cells]
    inside = {word for cell in cells for line in cell.lines for word in line.words}
    shown = (word for cell in cells for line in cell.lines for word in _within(line, cell))
    return (*(word for word in words if word not in inside), *shown)


def _within(line: Line, cell: Cell) -> Iterator[Word]:
    left, right = cell.bbox[0] + PAD, cell.bbox[2]
    if cell.bbox[0] <= line.bbox[0] and line.bbox[2] <= right:
        yield from line.words
        return
    room = ROOM * (line.bbox[3] - line.bbox[1])
    moved = [_moved(word, left - line.bbox[0]) for word in line.words]  # one set in the middle begins left of its cell
    kept = [word for word in moved if word.bbox[2] <= right - room]
    yield from kept
    last = kept[-1] if kept else moved[0]
    start = last.bbox[2] if kept else left
    yield replace(last, text=MORE, bbox=(start, last.bbox[1], min(right, start + room), last.bbox[3]))


def _moved(word: Word, by: float) -> Word:
    x0, top, x1, bottom = word.bbox
    return replace(word, bbox=(x0 + by, top, x1 + by, bottom))
