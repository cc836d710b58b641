"""The document's tables → CSV files as they are printed, a row a row, beside what each row is and became."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, count

from nghiquyet.normalize.model import DataTable
from nghiquyet.output.files.csv_columns import joined
from nghiquyet.output.files.data_frames import frame_to_csv, texts_to_frame
from nghiquyet.output.files.records_csv import guarded

# The folder in which a result's tables stand.
TABLES_FOLDER = "tables"
OWN_TABLE = re.compile(r"T\d+\.csv")
# Columns before those printed.
OWN_COLUMNS = {"row_kind": "group, record, subtotal, total or note", "records": "Ids of what the row became"}


def table_path(table: DataTable) -> str:
    """Where a table's file stands in the folder of a result: ``tables/T1.csv``."""
    return f"{TABLES_FOLDER}/{table.id}.csv"


def column_names(table: DataTable) -> tuple[str, ...]:
    """A name for each printed column: its headings from the top level down, each once; its number where it has none."""
    taken = set(OWN_COLUMNS)
    names: list[str] = []
    for place, levels in enumerate(table.headings, start=1):
        name = " - ".join(dict.fromkeys(levels)) or f"column_{place}"
        unique = next(n for n in _numbered(name) if n not in taken)
        taken.add(unique)
        names.append(unique)
    return tuple(names)


def table_to_csv(table: DataTable) -> bytes:
    """``row_kind``, ``records`` and the printed columns; words are verbatim, save for what a spreadsheet computes."""
    columns: dict[str, Sequence[str | None]] = {
        "row_kind": table.row_kinds,
        "records": [joined(ids) if ids else None for ids in table.records],
    }
    for c, name in enumerate(column_names(table)):
        columns[guarded(name)] = [row[c] or None for row in table.rows]
    return frame_to_csv(texts_to_frame(columns), guarded)


def _numbered(name: str) -> Iterator[str]:
    return chain([name], (f"{name} ({number})" for number in count(2)))
