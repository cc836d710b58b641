from __future__ import annotations

import csv
import io

import pytest

from nghiquyet.normalize.model import DataTable
from nghiquyet.output.files.tables_csv import column_names, table_path, table_to_csv
from tests.output import build


def rows(table: DataTable) -> list[list[str]]:
    return list(csv.reader(io.StringIO(table_to_csv(table).decode("utf-8-sig"), newline="")))


def test_a_row_a_row_behind_what_it_is_and_became() -> None:
    assert table_path(build.table("T3")) == "tables/T3.csv"
    head, first, second, *_, last = rows(build.table())
    assert head == ["row_kind", "records", "TT", "Nhiệm vụ", "Thời gian - Hoàn thành"]
    assert first == ["group", "I", "I", "Giao thông xanh", ""]
    assert second == ["record", "I.1", "1", "Lập quy hoạch mạng lưới trạm sạc", "Tháng 12/2027"]
    assert last == ["total", "", "", "Tổng cộng", "2"]


@pytest.mark.parametrize(
    ("headings", "names"),
    [
        ((("TT",), ("TT",), ()), ("TT", "TT (2)", "column_3")),
        ((("records",), ("A", "A"), ("A",)), ("records (2)", "A", "A (2)")),
        ((("column_2",), (), ("A",)), ("column_2", "column_2 (2)", "A")),
    ],
)
def test_each_column_has_a_name_of_its_own(headings: tuple[tuple[str, ...], ...], names: tuple[str, ...]) -> None:
    table = build.table(headings=headings)
    assert column_names(table) == names
    assert rows(table)[0][2:] == list(names)


def test_what_a_spreadsheet_would_compute_is_guarded_in_cells_and_headings() -> None:
    table = build.table(headings=(("=1+1",), ("Nhiệm vụ",), ("Thời hạn",)), rows=(("=A1", "- Lập", "@x"),) * 4)
    head, first, *_ = rows(table)
    assert (head[2], first[2:]) == ("'=1+1", ["'=A1", "- Lập", "'@x"])


def test_a_table_without_rows_has_its_header() -> None:
    assert rows(build.table(rows=(), row_kinds=(), records=())) == [
        ["row_kind", "records", "TT", "Nhiệm vụ", "Thời gian - Hoàn thành"]
    ]
