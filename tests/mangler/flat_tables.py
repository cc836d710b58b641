"""A content file's tables as rows of plain cell texts."""

from __future__ import annotations

from dataclasses import dataclass

from tests.typesetter.content import LEFT, UP, Content, Table, as_printed

BODY_ROLES = ("lead", "advising", "coordinating", "monitoring")


@dataclass(frozen=True, slots=True)
class FlatRow:
    """``cells`` are texts with ``¶`` at line ends; UP and LEFT mark merged cells. A group has its number and title."""

    group: bool
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FlatTable:
    roles: tuple[str, ...]
    widths: tuple[float, ...]
    header: tuple[tuple[str, ...], ...]
    rows: tuple[FlatRow, ...]

    @property
    def merged(self) -> bool:
        return any(cell in (UP, LEFT) for row in self.rows for cell in row.cells) or len(self.header) > 1


def flat_tables(content: Content) -> tuple[FlatTable, ...]:
    return tuple(_flat(table) for table in content.tables)


def _flat(table: Table) -> FlatTable:
    rows = []
    for row in table.rows:
        if row.kind == "group" and len(row.cells) < len(table.columns):
            label, title = (row.cells[0], row.cells[-1]) if len(row.cells) > 1 else ("", row.cells[0])
            place = next((i for i, c in enumerate(table.columns) if c.role == "title"), 1)
            cells = [""] * len(table.columns)
            cells[0] = as_printed(label) if place else ""
            joined = f"{as_printed(label)} {as_printed(title)}".strip()
            cells[place] = as_printed(title) if place else joined
            rows.append(FlatRow(True, tuple(cells)))
        else:
            rows.append(FlatRow(row.kind == "group", tuple(_plain(cell) for cell in row.cells)))
    return FlatTable(
        tuple(c.role for c in table.columns),
        tuple(c.width for c in table.columns),
        tuple(tuple(h if h in (UP, LEFT) else as_printed(h) for h in row) for row in table.header),
        tuple(rows),
    )


def _plain(cell: str) -> str:
    """The printed words with line ends kept as ¶."""
    if cell in (UP, LEFT):
        return cell
    return "¶".join(as_printed(part) for part in cell.split("¶"))
