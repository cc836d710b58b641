"""The tables' parts of all pages → whole tables, their breaks mended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from nghiquyet.extract.language.column_headings import is_heading
from nghiquyet.extract.language.numbering.leading import leading_readings
from nghiquyet.extract.language.numbering.ordinals import is_ordinal, ordinal_column
from nghiquyet.extract.language.spelling import letters_only
from nghiquyet.extract.model import BBox, Join, Line, Table, TableCell, TableFragment
from nghiquyet.extract.readers.ocr_text.fragments import rows_to_fragment
from nghiquyet.extract.readers.ocr_text.model import TextCell, TextRow, TextTable
from nghiquyet.extract.readers.ocr_text.page_breaks.cell_evidence import Witness
from nghiquyet.extract.readers.ocr_text.page_breaks.column_senses import column_senses
from nghiquyet.extract.readers.ocr_text.page_breaks.repair_breaks import mend_breaks
from nghiquyet.extract.readers.ocr_text.page_breaks.repair_record import Repair
from nghiquyet.extract.readers.ocr_text.short_rows import placed_short_rows
from nghiquyet.extract.tables.classify.heading_rows import (
    column_headings,
    header_lines,
    header_rows,
    heading_evidence,
    title_lines,
)
from nghiquyet.extract.tables.continuation.fragment_joins import Placed, join_or_part
from nghiquyet.extract.tables.continuation.join_rows import join_rows

# A heading right behind another table has this share of cells that are known as headings.
SURE_HEADINGS = 0.75
# A made-up place (points) for rows of which only the order counts.
BOX = (60.0, 0.0, 540.0, 0.0)


@dataclass(frozen=True, slots=True)
class PiecedTable:
    """A whole table: its heading rows, its rows page by page, and headings that were repeated."""

    header: tuple[TextRow, ...]
    pieces: tuple[tuple[TextRow, ...], ...]
    repeated: tuple[TextRow, ...] = ()
    joins: tuple[Join, ...] = ()

    @property
    def page(self) -> int:
        first = [*self.header, *(row for piece in self.pieces for row in piece)]
        return first[0].page if first else 1


@dataclass(slots=True)
class _GrowingTable:
    header: tuple[TextRow, ...]
    pieces: list[tuple[TextRow, ...]]
    placed: list[Placed]
    repeated: list[TextRow] = field(default_factory=list)
    joins: list[Join] = field(default_factory=list)

    def take(self, header: tuple[TextRow, ...], rows: tuple[TextRow, ...], part: Placed, join: Join) -> None:
        """Goes on with rows under a heading that is printed again, or under none."""
        self.repeated += header
        self.joins.append(join)
        self.pieces.append(_as_wide(rows, self.width))
        self.placed.append(part)

    @property
    def width(self) -> int:
        return max(len(row.cells) for row in [*self.header, *(r for piece in self.pieces for r in piece)])


def joined_tables(runs: Sequence[Sequence[TextTable]]) -> tuple[tuple[PiecedTable, ...], ...]:
    """For each run of parts between which no text stands, the tables that they are parts of.

    Parts are one table where more speaks for it than against: headings, columns, numbers.
    """
    return tuple(tuple(_joined(run)) for run in runs)


def _joined(run: Sequence[TextTable]) -> list[PiecedTable]:
    tables: list[_GrowingTable] = []
    for part in run:
        for header, rows in _by_header(part):
            last = tables[-1] if tables else None
            if last is not None and last.header and header and not _surely_heading(header, last):
                header, rows = (), (*header, *rows)
            if last is not None and not header and _fits(rows, last):
                rows = _as_wide(rows, last.width)
            if not header and not rows:
                continue
            if last is not None:
                more = _placed(header, rows, len(last.placed) + 1)
                verdict = join_or_part(last.placed, more)
                if isinstance(verdict, Join):
                    last.take(header, rows, more, replace(verdict, pages=(_last_page(last), part.page)))
                    continue
            tables.append(_GrowingTable(header, [rows], [_placed(header, rows, 1)]))
    return [PiecedTable(t.header, tuple(t.pieces), tuple(t.repeated), tuple(t.joins)) for t in tables]


def _placed(header: Sequence[TextRow], rows: Sequence[TextRow], place: int) -> Placed:
    """The rows as the part of a table on a page of its own, the ``place``-th."""
    return Placed(rows_to_fragment((*header, *rows), place, BOX), (), len(header))


def _last_page(table: _GrowingTable) -> int:
    return table.pieces[-1][-1].page if table.pieces[-1] else 1


def _surely_heading(header: Sequence[TextRow], last: _GrowingTable) -> bool:
    """True if rows right behind a headed table are a heading too: its own again, or one that fills every column.

    A row's rest can read like headings: "liên quan", "sản phẩm".
    """
    if _folded(header) == _folded(last.header):
        return True
    texts = [cell.text for cell in header[0].cells if cell is not None]
    known = sum(is_heading(text) for text in texts if text)
    whole = all(text and not text[0].islower() for text in texts) and not is_ordinal(texts[0])
    return whole and known >= SURE_HEADINGS * len(texts)


def _by_header(part: TextTable) -> list[tuple[tuple[TextRow, ...], tuple[TextRow, ...]]]:
    """(heading, rows) for each place of the part where a heading stands: it may be printed again within."""
    rows = tuple(_even(part))
    depth = _depth(rows)
    header, rest = rows[:depth], rows[depth:]
    found: list[tuple[tuple[TextRow, ...], tuple[TextRow, ...]]] = []
    start = 0
    now = header
    at = 0
    while depth and at < len(rest):
        if _folded(rest[at : at + depth]) == _folded(header) and len(rest[at : at + depth]) == depth:
            found.append((now, rest[start:at]))
            now = rest[at : at + depth]
            at += depth
            start = at
        else:
            at += 1
    return [*found, (now, rest[start:])]


def _even(part: TextTable) -> list[TextRow]:
    """The rows, all as wide: short ones get empty cells, and a row that says one thing throughout says it once."""
    width = part.width
    usual = Counter(len(row.cells) for row in part.rows).most_common(1)[0][0] if part.rows else 0
    while width > usual and all(len(r.cells) < width or _empty(r.cells[width - 1]) for r in part.rows):
        width -= 1  # a row ends in a mark too many
    firsts = [t for row in part.rows if row.cells and (t := row.text(0))]
    numbered = sum(map(is_ordinal, firsts)) * 2 > len(firsts)
    kept = [replace(row, cells=row.cells[:width]) for row in part.rows]
    found = [_banner(row, numbered) for row in placed_short_rows(kept, width)]
    return [row for row in found if any(not _empty(cell) for cell in row.cells) or None in row.cells]


def _empty(cell: TextCell | None) -> bool:
    return cell is None or not cell.words


def _banner(row: TextRow, numbered: bool) -> TextRow:
    """One text over all columns: printed in each of them, or too long for the number's column in which it stands."""
    width = len(row.cells)
    texts = row.texts
    first = row.cells[0]
    if width < 3 or first is None or not first.words or first.column_span > 1:
        return row
    same = len(set(texts)) == 1
    labelled = numbered or bool(leading_readings(first.text))
    long_first = labelled and not any(texts[1:]) and len(first.words) > 2
    if not (same or long_first) or any(c is not None and c.row_span > 1 for c in row.cells):
        return row
    return replace(row, cells=(replace(first, column_span=width), *(None for _ in range(width - 1))))


def _depth(rows: Sequence[TextRow]) -> int:
    return header_rows(rows_to_fragment(rows, 1, BOX)) if rows else 0


def _folded(rows: Sequence[TextRow]) -> str:
    text = " ".join(t for row in rows for t in row.texts)
    return letters_only(text)


def _fits(rows: Sequence[TextRow], last: _GrowingTable) -> bool:
    """True if the rows are the table's though cells at their ends are left out: a number or two cells are filled."""
    width = last.width
    narrow = all(len(row.cells) < width for row in rows)
    pieces = [[row.texts for row in piece] for piece in last.pieces]
    number = ordinal_column([(*t, *[""] * (width - len(t))) for piece in pieces for t in piece])
    numbered = number is not None and any(is_ordinal(row.text(number)) for row in rows if number < len(row.cells))
    return narrow and numbered and len(rows[0].cells) > 2


def _as_wide(rows: Sequence[TextRow], width: int) -> tuple[TextRow, ...]:
    return tuple(replace(r, cells=(*r.cells, *(TextCell() for _ in range(width - len(r.cells))))) for r in rows)


def mended_table(
    table: PiecedTable, box: BBox, caption: Sequence[Line], witness: Witness
) -> tuple[Table, tuple[Repair, ...]]:
    """The table as the readers of printed pages give it, set on its first page at the top of ``box``; the repairs."""
    head = rows_to_fragment(table.header, table.page, box) if table.header else None
    headings = column_headings(head, len(table.header)) if head is not None else ()
    senses = column_senses(table.pieces, [levels[-1] if levels else "" for levels in headings])
    rows, repairs = mend_breaks(table.pieces, senses, witness)
    fragment = rows_to_fragment((*table.header, *rows), table.page, box)
    again = rows_to_fragment(table.repeated, table.page, box) if table.repeated else None
    lines = header_lines(fragment, len(table.header)) + (header_lines(again, len(table.repeated)) if again else ())
    whole = _table(fragment, table, rows, headings, lines, tuple(caption))
    headed = heading_evidence(head, len(table.header)) if head is not None else ()
    titles = title_lines(head, len(table.header)) if head is not None else ()
    return replace(whole, headed=headed, caption=(*whole.caption, *titles)), repairs


def _table(
    fragment: TableFragment,
    table: PiecedTable,
    rows: Sequence[TextRow],
    headings: tuple[tuple[str, ...], ...],
    lines: tuple[Line, ...],
    caption: tuple[Line, ...],
) -> Table:
    depth = len(table.header)
    whole = join_rows([(fragment, depth)])
    joined = tuple(
        replace(
            row,
            cells=tuple(replace(cell, joins=_joins(rows, cell, depth)) for cell in row.cells),
            pages=_pages(text),
        )
        for row, text in zip(whole, rows, strict=True)
    )
    pages = dict.fromkeys([table.page, *(p for row in joined for p in row.pages)])
    width = len(fragment.columns) - 1
    return Table(
        headings=headings or ((),) * width,
        rows=joined,
        pages=tuple(pages),
        fragments=(fragment,),
        header_lines=lines,
        caption=caption,
        joins=table.joins,
    )


def _joins(rows: Sequence[TextRow], cell: TableCell, depth: int) -> tuple[Join, ...]:
    """The joins of the text cell that this one was made of; a cell carried down bears those of the row it is from."""
    if not cell.parts:
        return ()
    source = rows[cell.parts[0].row - depth].cells[cell.parts[0].column]
    return source.joins if source is not None else ()


def _pages(row: TextRow) -> tuple[int, ...]:
    pages = {w.page for cell in row.cells if cell is not None for w in cell.words} or {row.page}
    return tuple(sorted(pages))
