"""Pages of blocks → runs of prose with the tables behind them; pages that only a repeated heading tells are counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from nghiquyet.extract.readers.ocr_text.model import TextLine, TextPage, TextRow, TextTable, TextWord


@dataclass(frozen=True, slots=True)
class ProseRun:
    """Lines of prose, and the tables that follow with no prose between them."""

    lines: tuple[TextLine, ...]
    tables: tuple[TextTable, ...]


def runs_of(pages: Sequence[TextPage]) -> tuple[ProseRun, ...]:
    """The document as runs, in order; the last may be without tables."""
    runs: list[ProseRun] = []
    lines: list[TextLine] = []
    tables: list[TextTable] = []
    for block in (block for page in pages for block in page.blocks):
        if isinstance(block, TextTable):
            tables.append(block)
            continue
        if tables:
            runs.append(ProseRun(tuple(lines), tuple(tables)))
            lines, tables = [], []
        if block.words:
            lines.append(block)
    return (*runs, ProseRun(tuple(lines), tuple(tables)))


def counted_pages(pages: Sequence[TextPage]) -> tuple[TextPage, ...]:
    """The pages, those parted where a table begins with the heading of the table right before it.

    Only where nothing else tells pages apart: with marks, a heading that repeats within a page is no page's end.
    """
    if len(pages) != 1:
        return tuple(pages)
    parted: list[list[TextLine | TextTable]] = [[]]
    for block in pages[0].blocks:
        before = parted[-1][-1] if parted[-1] else None
        if isinstance(block, TextTable) and isinstance(before, TextTable) and _same_first_row(before, block):
            parted.append([])
        parted[-1].append(block)
    first = pages[0]
    found = []
    for number, blocks in enumerate(parted, first.number):
        own = tuple(_on_page(block, number) for block in blocks)
        found.append(TextPage(number, own))
    found[0] = replace(found[0], notes=first.notes)
    found[-1] = replace(found[-1], furniture=first.furniture)
    return tuple(found)


def _same_first_row(a: TextTable, b: TextTable) -> bool:
    return bool(a.rows and b.rows) and [t.casefold() for t in a.rows[0].texts] == [
        t.casefold() for t in b.rows[0].texts
    ]


def _on_page(block: TextLine | TextTable, number: int) -> TextLine | TextTable:
    if isinstance(block, TextLine):
        return replace(block, page=number, words=_words(block.words, number))
    return replace(block, page=number, rows=tuple(_row(row, number) for row in block.rows))


def _row(row: TextRow, number: int) -> TextRow:
    cells = tuple(None if c is None else replace(c, words=_words(c.words, number)) for c in row.cells)
    return replace(row, page=number, cells=cells)


def _words(words: Sequence[TextWord], number: int) -> tuple[TextWord, ...]:
    return tuple(replace(w, page=number) for w in words)
