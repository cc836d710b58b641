"""Rows of cell texts → a fragment with made-up places, such as a fully ruled table on one page has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nghiquyet.extract.model import BBox, Cell, Line, TableFragment, Word
from nghiquyet.extract.readers.ocr_text.model import TextCell, TextRow, TextWord

# Made-up measures in points. A cell is far wider than any word, so that none looks broken by its column.
LETTER_WIDTH, LINE_HEIGHT, SIZE, PADDING = 0.2, 14.0, 12.0, 2.0


def rows_to_fragment(rows: Sequence[TextRow], page: int, box: BBox) -> TableFragment:
    """The fragment of ``rows``, set at the left and top of ``box`` and as wide; words keep their own pages."""
    width = max((len(row.cells) for row in rows), default=0)
    left, top, right, _ = box
    columns = tuple(left + (right - left) * c / max(1, width) for c in range(width + 1))
    heights = [_height(row) for row in rows]
    tops = [top]
    for height in heights:
        tops.append(tops[-1] + height)
    cells = tuple(
        _cell(cell, r, c, len(rows), width, columns, tops)
        for r, row in enumerate(rows)
        for c, cell in enumerate(row.cells)
        if cell is not None
    )
    return TableFragment(page, (left, top, right, tops[-1]), columns, tuple(tops), cells, "full")


def _height(row: TextRow) -> float:
    lines = max((len(lines_of(cell.words)) for cell in row.cells if cell is not None), default=1)
    return LINE_HEIGHT * max(1, lines) + 2 * PADDING


def _cell(
    cell: TextCell, r: int, c: int, height: int, width: int, columns: Sequence[float], tops: Sequence[float]
) -> Cell:
    down, across = min(cell.row_span, height - r), min(cell.column_span, width - c)
    box = (columns[c], tops[r], columns[c + across], tops[r + down])
    lines = tuple(
        Line(_set(line, box[0] + PADDING, box[1] + PADDING + i * LINE_HEIGHT))
        for i, line in enumerate(lines_of(cell.words))
    )
    return Cell(r, c, down, across, box, lines)


def lines_of(words: Sequence[TextWord]) -> list[list[TextWord]]:
    """The words cut where line breaks stand."""
    lines: list[list[TextWord]] = []
    for word in words:
        if word.begins_line or not lines:
            lines.append([])
        lines[-1].append(word)
    if lines:
        lines[0][0] = replace(lines[0][0], joined=False)
    return lines


def _set(words: Sequence[TextWord], x: float, top: float) -> tuple[Word, ...]:
    found = []
    for word in words:
        x1 = x + LETTER_WIDTH * len(word.text)
        size = SIZE * 0.6 if word.raised else SIZE
        found.append(
            Word(
                word.text,
                (round(x, 2), top, round(x1, 2), top + size),
                word.page,
                size=size,
                bold=word.bold,
                italic=word.italic,
                raised=word.raised,
                joined=word.joined,
            )
        )
        x = x1 + LETTER_WIDTH
    return tuple(found)
