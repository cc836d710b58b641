"""Printed builders' things as a recogniser gives them: each word with a confidence."""

from __future__ import annotations

from dataclasses import replace

from nghiquyet.extract.model import Cell, Line, Table, TableFragment

CONFIDENCE = 0.95


def recognised_cell(cell: Cell, confidence: float = CONFIDENCE) -> Cell:
    lines = tuple(Line(tuple(replace(w, confidence=confidence) for w in line.words)) for line in cell.lines)
    return replace(cell, lines=lines)


def recognised_fragment(fragment: TableFragment, confidence: float = CONFIDENCE) -> TableFragment:
    return replace(fragment, cells=tuple(recognised_cell(c, confidence) for c in fragment.cells))


def recognised_table(table: Table, heading: float = CONFIDENCE, body: float = CONFIDENCE) -> Table:
    rows = tuple(
        replace(
            row,
            cells=tuple(replace(c, parts=tuple(recognised_cell(p, body) for p in c.parts)) for c in row.cells),
        )
        for row in table.rows
    )
    lines = tuple(Line(tuple(replace(w, confidence=heading) for w in line.words)) for line in table.header_lines)
    return replace(table, rows=rows, header_lines=lines)
