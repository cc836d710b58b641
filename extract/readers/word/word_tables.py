"""A Word table → a grid, or, where it only sets texts side by side, columns of paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from nghiquyet.extract.language.column_headings import is_heading
from nghiquyet.extract.readers.layout_blocks import BlockCell, BlockGrid, Paragraph, SideBySide, TextColumn
from nghiquyet.extract.readers.word.styles import Styles
from nghiquyet.extract.readers.word.table_borders import is_drawn, rows_of
from nghiquyet.extract.readers.word.table_grids import Places, rows_to_places
from nghiquyet.extract.readers.word.xml_names import Element

# A first row where so many cells are headings heads a table, though nothing of it is drawn.
FEWEST_HEADINGS = 2
# Tables of one column are frames around a text.
FRAME = 1


class WordCellReader(Protocol):
    """Reads what stands in a cell, wherever that is, empty paragraphs too."""

    def cell(self, holder: Element, address: str) -> tuple[Paragraph, ...]: ...


@dataclass(frozen=True, slots=True)
class FrameRow:
    """A row of a frame around running text, to be read as if the frame were not there."""

    holder: Element


def read_table(
    table: Element, address: str, styles: Styles, reader: WordCellReader
) -> tuple[BlockGrid | SideBySide | FrameRow, ...]:
    """What the table holds, from the top down; ``address`` is the table's ("table 2")."""
    rows = rows_of(table)
    drawn = is_drawn(table, rows, styles)
    if not drawn and all(len(row) <= FRAME for row in rows):
        return tuple(FrameRow(cell) for row in rows for cell in row)
    texts = {
        (r, c): reader.cell(cell, f"{address}, row {r + 1}, cell {c + 1}")
        for r, row in enumerate(rows)
        for c, cell in enumerate(row)
    }
    places = rows_to_places(table, rows, {source for source, own in texts.items() if _text(own)})
    if drawn or _headed(places, texts):
        return (_grid(places, texts, drawn),)
    return tuple(_side_by_side(places, texts, r) for r in range(places.rows))


def _headed(places: Places, texts: dict[tuple[int, int], tuple[Paragraph, ...]]) -> bool:
    own = [_text(texts[p.source]) for p in places.cells if p.row == 0 and p.source is not None]
    known = sum(is_heading(text) for text in own if text)
    return places.rows > 1 and known >= FEWEST_HEADINGS and known * 2 >= len(own)


def _text(paragraphs: Sequence[Paragraph]) -> str:
    return " ".join(" ".join(p.text.split()) for p in paragraphs)


def _grid(places: Places, texts: dict[tuple[int, int], tuple[Paragraph, ...]], drawn: bool) -> BlockGrid:
    filled = {source: tuple(p for p in own if not p.empty) for source, own in texts.items()}
    cells = tuple(
        BlockCell(p.row, p.column, filled[p.source] if p.source else (), p.row_span, p.column_span)
        for p in places.cells
    )
    return BlockGrid(places.widths, places.rows, cells, "full" if drawn else "none")


def _side_by_side(places: Places, texts: dict[tuple[int, int], tuple[Paragraph, ...]], row: int) -> SideBySide:
    return SideBySide(
        tuple(
            TextColumn(
                sum(places.widths[p.column : p.column + p.column_span]),
                texts[p.source] if p.source and p.row == row else (),
            )
            for p in places.cells
            if p.row == row or p.row < row < p.row + p.row_span
        )
    )
