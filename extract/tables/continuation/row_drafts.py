"""The rows of a table's fragments in the making: what a page's end cut is joined here, then they are whole rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from nghiquyet.extract.model import Cell, Join, RefusedJoin, TableCell, TableFragment, TableRow, lines_to_text
from nghiquyet.extract.tables.classify.heading_rows import cells_by_row
from nghiquyet.extract.tables.lattice.overlong_words import parts_with_whole_words


@dataclass(slots=True, eq=False)
class CellDraft:
    """A cell in the making; one draft stands in every place that the cell covers."""

    columns: tuple[int, int]
    parts: list[Cell] = field(default_factory=list)
    joins: list[Join] = field(default_factory=list)

    @property
    def text(self) -> str:
        return lines_to_text(line for p in self.parts for line in p.lines)

    @property
    def merged_down(self) -> bool:
        return any(p.row_span > 1 for p in self.parts)


@dataclass(slots=True, eq=False)
class RowDraft:
    cells: list[CellDraft]
    pages: list[int]
    joins: list[Join] = field(default_factory=list)
    refused: list[RefusedJoin] = field(default_factory=list)

    def narrow_texts(self) -> list[str]:
        """The texts by column, without those of cells over several columns: a group's heading is no number."""
        return [c.text if c.columns[1] - c.columns[0] == 1 else "" for c in self.cells]


def fragment_to_drafts(fragment: TableFragment, depth: int) -> list[RowDraft]:
    """The rows of a fragment below the ``depth`` rows of its heading; a cell over several rows is one draft in all."""
    drafts: dict[Cell, CellDraft] = {}
    rows = []
    width = len(fragment.columns) - 1
    for number, cells in enumerate(cells_by_row(fragment)):
        if number < depth:
            continue
        places: list[CellDraft | None] = [None] * width
        for cell in cells:
            if cell.row < depth:
                continue  # a heading that reaches into the rows below, where a border is missing
            draft = drafts.setdefault(cell, CellDraft((cell.column, cell.column + cell.column_span), [cell]))
            for c in range(cell.column, min(width, cell.column + cell.column_span)):
                places[c] = draft
        full = [p if p is not None else CellDraft((c, c + 1)) for c, p in enumerate(places)]
        words = (line.page for draft in full for part in draft.parts for line in part.lines)
        rows.append(RowDraft(full, list(dict.fromkeys((fragment.page, *words)))))
    return rows


def drafts_to_rows(rows: Sequence[RowDraft]) -> tuple[TableRow, ...]:
    """The rows as they are printed; of a draft that stands in several, the later ones repeat the first."""
    seen: set[int] = set()
    counts: dict[int, int] = {}
    for row in rows:
        for draft in {id(d): d for d in row.cells}.values():
            counts[id(draft)] = counts.get(id(draft), 0) + 1
    finished = []
    for row in rows:
        made = {
            id(draft): TableCell(
                columns=draft.columns,
                parts=parts_with_whole_words(draft.parts),
                merged=counts[id(draft)],
                carried_down=id(draft) in seen,
                joins=tuple(draft.joins),
            )
            for draft in row.cells
        }
        seen |= made.keys()
        cells = tuple(made[id(draft)] for draft in row.cells)
        finished.append(TableRow(cells, tuple(row.pages), tuple(row.joins), tuple(row.refused)))
    return tuple(finished)
