"""A document → what the stages decided about it, as lines to compare: grids, joins, roles, rows, labels, sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nghiquyet.extract.model import Document, Join, Page, Table, TableFragment, TableRow
from nghiquyet.extract.outline import OutlineSection, document_to_outline
from nghiquyet.normalize.tables.column_roles import ColumnPlan, plan_columns
from nghiquyet.normalize.tables.row_kinds import RowReading, read_rows
from nghiquyet.normalize.tables.task_ids import place_rows

# Enough of a text to find it on the page.
FIRST_WORDS, FIRST_LETTERS = 5, 40
OWN, EMPTY, FROM_ABOVE, FROM_THE_LEFT = "x", ".", "^", "<"


def document_to_stages(document: Document) -> Iterator[str]:
    """The lines of a document's golden; the same document gives the same lines."""
    yield f"medium {document.medium}"
    for page in document.pages:
        yield from _page(page)
    for number, table in enumerate(document.tables, 1):
        yield from _table(table, number)
    for section in document_to_outline(document).sections:
        yield _section(section)


def first_words(text: str) -> str:
    return " ".join(text.split()[:FIRST_WORDS])[:FIRST_LETTERS].rstrip()


def _page(page: Page) -> Iterator[str]:
    unreadable = "" if page.legible else " illegible"
    yield f"page {page.number} {page.width:.0f} x {page.height:.0f}{unreadable}"
    for line in page.furniture:
        yield f"  furniture: {first_words(line.text)}"
    for line in page.footnotes:
        yield f"  footnote: {first_words(line.text)}"


def _table(table: Table, number: int) -> Iterator[str]:
    plan = plan_columns(table)
    what = "tasks" if plan.reason is None else f"no tasks, {plan.reason}"
    yield f"table {number} {_pages(table.pages)}: {what}"
    for column in plan.columns:
        yield f"  column {column.index + 1} {column.role}: {' / '.join(table.headings[column.index])}"
    for fragment in table.fragments:
        yield from _grid(fragment)
    yield from _joins(table.joins, "  ")
    yield from _task_rows(table, plan) if plan.reason is None else _other_rows(table)


def _grid(fragment: TableFragment) -> Iterator[str]:
    yield f"  grid p{fragment.page} {fragment.ruled}"
    yield f"    columns {_points(fragment.columns)}"
    yield f"    rows {_points(fragment.rows)}"


def _task_rows(table: Table, plan: ColumnPlan) -> Iterator[str]:
    readings = read_rows(table, plan)
    ids = {id(placed.reading): placed.id for placed in place_rows(readings)}
    for number, (row, reading) in enumerate(zip(table.rows, readings, strict=True), 1):
        yield from _row(row, number, _kind(reading, ids.get(id(reading))), first_words(reading.title))


def _kind(reading: RowReading, id_: str | None) -> str:
    """What the row is, its number as read, and the id made of it; then what was concluded rather than read."""
    label = f" {reading.number}" if reading.number else ""
    known = f" = {id_}" if id_ else ""
    concluded = [name for name in ("inferred", "guessed", "bullet", "specks") if getattr(reading, name)]
    return " ".join([f"{reading.kind}{label}{known}", *concluded])


def _other_rows(table: Table) -> Iterator[str]:
    for number, row in enumerate(table.rows, 1):
        yield from _row(row, number, "row", first_words(next((c.text for c in row.cells if c.text), "")))


def _row(row: TableRow, number: int, kind: str, words: str) -> Iterator[str]:
    yield f"  {number} {_pages(row.pages)} [{''.join(_filling(row))}] {kind}: {words}"
    yield from _joins(row.joins, "    ")
    for column, cell in enumerate(row.cells):
        if cell.columns[0] == column and not cell.carried_down:
            yield from _joins(cell.joins, f"    column {column + 1} ")


def _filling(row: TableRow) -> Iterator[str]:
    """A sign a column: a text of its own, none, one merged from above, one that began in a column to the left."""
    for column, cell in enumerate(row.cells):
        if cell.columns[0] < column:
            yield FROM_THE_LEFT
        elif cell.carried_down:
            yield FROM_ABOVE
        else:
            yield OWN if cell.text else EMPTY


def _joins(joins: Iterable[Join], indent: str) -> Iterator[str]:
    for join in joins:
        told = "; ".join(f"{e.feature} {e.value}" if isinstance(e.value, str) else e.feature for e in join.evidence)
        yield f"{indent}join {join.kind} p{join.pages[0]}-{join.pages[1]} {join.confidence:.2f}: {told}"


def _section(section: OutlineSection) -> str:
    text = section.title.text or next((p.text for p in section.paragraphs if p.text), "")
    page = f" p{section.words[0].page}" if section.words else ""
    concluded = [name for name in ("repeated", "guessed") if getattr(section, name)]
    label = " ".join([section.label or "-", *concluded])
    return f"section {section.id}{page} level {section.level} {label}, {len(section.paragraphs)}: {first_words(text)}"


def _pages(pages: tuple[int, ...]) -> str:
    return f"p{pages[0]}" if len(pages) == 1 else f"p{pages[0]}-{pages[-1]}" if pages else "p?"


def _points(places: Iterable[float]) -> str:
    return " ".join(f"{place:.0f}" for place in places)
