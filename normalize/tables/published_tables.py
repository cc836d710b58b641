"""Every table of a document → what is published of it: its cells as printed, its kind, what each row is and became."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from nghiquyet.extract.model import Table
from nghiquyet.normalize.model import Box, DataTable, PublishedRowKind, TableKind
from nghiquyet.normalize.review.findings import quote
from nghiquyet.normalize.tables.captions import caption
from nghiquyet.normalize.tables.cell_text import cell_text
from nghiquyet.normalize.tables.column_roles import ColumnPlan
from nghiquyet.normalize.tables.data_rows import data_row_kind
from nghiquyet.normalize.tables.table_kinds import likeliest_kind, table_to_view

# What a row became: the ids of its records.
RowIds = Mapping[int, tuple[str, ...]]
_REASONS: dict[TableKind, str] = {
    "targets": "có cột chỉ tiêu và cột giá trị phải đạt",
    "results": "có cột chỉ tiêu và cột giá trị đã đạt",
    "other": "không rõ là loại bảng nào",
}


def published_tables(
    tables: Sequence[Table],
    plans: Sequence[ColumnPlan],
    task_rows: Mapping[int, Sequence[str | None]],
    indicators: Mapping[int, TableKind],
    target_rows: Mapping[int, RowIds],
    is_group: Callable[[str], bool],
) -> tuple[DataTable, ...]:
    """The tables in reading order, ``T1`` first.

    ``task_rows`` has what each row of a task table became, ``indicators`` which others are of targets or of results,
    ``target_rows`` what rows of these became; ``is_group`` tells the ids of groups from those of tasks.
    """
    made = []
    for number, (table, plan) in enumerate(zip(tables, plans, strict=True)):
        of_tasks = {i: (id_,) for i, id_ in enumerate(task_rows.get(number, ())) if id_ is not None}
        ids = of_tasks or target_rows.get(number, {})
        kind, reason = _kind(table, plan, indicators.get(number))
        kinds = [
            "group" if i in of_tasks and is_group(of_tasks[i][0]) else "record" if i in ids else data_row_kind(table, i)
            for i in range(len(table.rows))
        ]
        made.append(_published(table, f"T{number + 1}", kind, reason, tuple(kinds), ids))
    return tuple(made)


def _kind(table: Table, plan: ColumnPlan, indicators: TableKind | None) -> tuple[TableKind, str]:
    """The table's kind, and why: one sentence."""
    if plan.tasks.holds:
        return "tasks", _sentence(plan.tasks.reason)
    if indicators is not None:
        return indicators, _sentence(_REASONS[indicators])
    kind, told = likeliest_kind(table_to_view(table, [c.role for c in plan.columns]))
    words = [e.value for e in told.evidence if isinstance(e.value, str) and (e.weight or 0.0) > 0] if told else []
    why = f"có tiêu đề “{quote(words[0])}”" if words else "phần lớn các ô để trống hoặc là số"
    return kind, _sentence(_REASONS[kind] if told is None else why)


def _sentence(reason: str) -> str:
    return f"{reason[:1].upper()}{reason[1:]}."


def _published(
    table: Table, id_: str, kind: TableKind, reason: str, kinds: tuple[PublishedRowKind, ...], ids: RowIds
) -> DataTable:
    return DataTable(
        id=id_,
        kind=kind,
        reason=reason,
        caption=caption(table.caption),
        headings=table.headings,
        rows=tuple(tuple(cell_text(cell) for cell in row.cells) for row in table.rows),
        row_kinds=kinds,
        records=tuple(ids.get(i) for i in range(len(table.rows))),
        pages=table.pages,
        where=_places(table),
    )


def _places(table: Table) -> tuple[Box, ...]:
    """A box around the table's part on each page; the address of each cell's text in a file without pages."""
    addresses = (word.address for row in table.rows for cell in row.cells for line in cell.lines for word in line.words)
    named = tuple(dict.fromkeys(address.split(", row")[0] for address in addresses if address))
    if named:
        return tuple(Box(page=None, address=address) for address in named)
    return tuple(
        Box(page=f.page, bbox=(round(f.bbox[0], 2), round(f.bbox[1], 2), round(f.bbox[2], 2), round(f.bbox[3], 2)))
        for f in table.fragments
    )
