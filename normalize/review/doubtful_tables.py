"""Tables that give no tasks, whose cells no field holds → findings on what is in doubt in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nghiquyet.extract.model import Table, TableRow
from nghiquyet.normalize.model import Finding
from nghiquyet.normalize.review.doubtful_words import CODE, shown_words, weak_words_of
from nghiquyet.normalize.review.findings import finding
from nghiquyet.normalize.tables.build_tasks import SURE_JOIN

# A finding names no more rows than this: the first ones.
SHOWN_ROWS = 6


def doubtful_tables(tables: Mapping[int, Table]) -> tuple[Finding, ...]:
    """The doubts about ``tables`` (by their place in the document), subject ``/tables/N``.

    Those of rows and cells that a page's end parts, of the table's own parts, and of words hard to recognise.
    """
    return tuple(f for i, table in tables.items() for f in _of_table(table, f"/tables/{i}"))


def _of_table(table: Table, subject: str) -> Iterator[Finding]:
    for join in table.joins:
        if join.confidence < SURE_JOIN:
            message = "Hai phần bảng ở hai trang được nối với nhau nhưng chưa chắc là một bảng; hãy đối chiếu."
            yield finding("warning", "table-join-uncertain", message, subject, join.pages)
    breaks = {i: pages for i, row in enumerate(table.rows, 1) if (pages := _thin_breaks(row))}
    if breaks:
        numbers = ", ".join(map(str, list(breaks)[:SHOWN_ROWS])) + (" …" if len(breaks) > SHOWN_ROWS else "")
        message = f"Dòng thứ {numbers} của bảng ở chỗ ngắt trang, cách nối hay tách chưa chắc; hãy đối chiếu."
        yield finding("warning", "join-uncertain", message, subject, (p for pages in breaks.values() for p in pages))
    weak = list(weak_words_of(table))
    if weak:
        message = f"Trong bảng có chữ {shown_words(weak)} đọc từ ảnh chưa chắc; hãy đối chiếu với bản gốc."
        yield finding("warning", CODE, message, subject, (w.page for w in weak))


def _thin_breaks(row: TableRow) -> list[int]:
    """The pages of the breaks at which what belongs to the row is in doubt; a refusal is as thin as a join."""
    joins = [*row.joins, *(j for cell in row.cells if not cell.carried_down for j in cell.joins)]
    thin = [j.pages for j in joins if j.confidence < SURE_JOIN]
    refused = [r.pages for r in row.refused if r.confidence is not None and r.confidence + SURE_JOIN >= 1]
    return [page for pages in (*thin, *refused) for page in pages]
