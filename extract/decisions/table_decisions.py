"""Whole tables → the decisions that made them: which parts are one table, which rows and cells are one over a break."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from nghiquyet.extract.decisions.decision import Alternative, Decision, Kind, Spot, Subject
from nghiquyet.extract.model import BBox, Document, Join, RefusedJoin, Table, TableCell, TableRow, Word, union

JOINED, SEPARATE = "joined", "separate"
_KINDS: dict[str, Kind] = {"table": "table_join", "row": "row_join", "cell": "cell_join"}


def document_to_decisions(document: Document) -> tuple[Decision, ...]:
    """How each page was read, then what was decided about each table, in reading order."""
    tables = (d for number, table in enumerate(document.tables, start=1) for d in _of_table(table, str(number)))
    return (*document.decisions, *tables)


def join_to_decision(made: Join | RefusedJoin, subject: Subject, spots: Sequence[Spot] = ()) -> Decision:
    """A join or its refusal as a decision about ``subject``."""
    joined = isinstance(made, Join)
    return Decision(
        kind=_KINDS[made.kind],
        subject=subject,
        chosen=JOINED if joined else SEPARATE,
        score=made.confidence,
        alternatives=(Alternative(SEPARATE if joined else JOINED),),
        evidence=made.evidence,
        spots=tuple(spots),
    )


def _of_table(table: Table, number: str) -> Iterator[Decision]:
    whole = Subject("table", number)
    first = table.fragments[:1]
    start = [Spot(f.page, f.bbox) for f in first]
    yield from (join_to_decision(refusal, whole, start) for refusal in table.refused)
    if table.headed:
        depth = next((int(e.value) for e in table.headed if e.feature == "heading_levels" and e.value), 0)
        yield Decision("heading_rows", whole, f"{depth}", evidence=table.headed, spots=tuple(start))
    for join in table.joins:
        parts = [Spot(f.page, f.bbox) for f in table.fragments if f.page == join.pages[1]]
        yield join_to_decision(join, whole, parts)
    for at, row in enumerate(table.rows, start=1):
        yield from row_decisions(row, Subject("table", number, f"row {at}"))


def row_decisions(row: TableRow, subject: Subject) -> Iterator[Decision]:
    """What was decided about a row at a page's end: joined to the one before or not, and its cells."""
    spots = row_spots(row)
    yield from (join_to_decision(made, subject, spots) for made in row.joins)
    yield from (join_to_decision(made, subject, spots) for made in row.refused)
    for cell in once(row.cells):
        if not cell.carried_down:
            yield from cell_decisions(cell, subject)


def cell_decisions(cell: TableCell, subject: Subject) -> Iterator[Decision]:
    """What was decided about a cell that a page's end cut, or may have cut."""
    for join in cell.joins:
        yield join_to_decision(join, subject, [Spot(p.lines[0].page, p.bbox) for p in cell.parts if p.lines])


def row_spots(row: TableRow) -> tuple[Spot, ...]:
    """A box a page around the row's own cells."""
    found: dict[int, list[BBox]] = {}
    for cell in once(row.cells):
        for part in () if cell.carried_down else cell.parts:
            for page in {line.page for line in part.lines}:
                found.setdefault(page, []).append(part.bbox)
    return tuple(Spot(page, union(boxes)) for page, boxes in sorted(found.items()))


def words_to_spots(words: Iterable[Word]) -> tuple[Spot, ...]:
    """A box a page around words."""
    found: dict[int, list[BBox]] = {}
    for word in words:
        found.setdefault(word.page, []).append(word.bbox)
    return tuple(Spot(page, union(boxes)) for page, boxes in sorted(found.items()))


def once(cells: Sequence[TableCell]) -> list[TableCell]:
    """Each cell of a row once, one that covers several columns too."""
    return [c for i, c in enumerate(cells) if i == 0 or c is not cells[i - 1]]
