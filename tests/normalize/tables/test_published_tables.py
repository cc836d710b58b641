from __future__ import annotations

import pytest

from nghiquyet.normalize.fields.deadlines import DeadlineContext
from nghiquyet.normalize.model import DataTable
from nghiquyet.normalize.tables.published_tables import published_tables
from nghiquyet.normalize.tables.read_tables import tables_to_tasks
from tests.extract.builders import table
from tests.normalize.builders import HEADINGS, Printed, bare, row, task_table


def published(*tables: object, **told: dict[int, object]) -> tuple[DataTable, ...]:
    made = tuple(tables)
    read = tables_to_tasks(made, Printed(), DeadlineContext())  # type: ignore[arg-type]
    groups = {group.id for group in read.groups}
    return published_tables(
        made,  # type: ignore[arg-type]
        read.plans,
        read.row_ids,
        told.get("kinds", {}),  # type: ignore[arg-type]
        told.get("rows", {}),  # type: ignore[arg-type]
        groups.__contains__,
    )


def test_a_table_of_tasks_with_what_its_rows_became() -> None:
    total = ["", "Tổng cộng", "", "", "2"]
    (found,) = published(task_table([bare("I"), row("1"), row("2"), total]))
    assert (found.id, found.kind, found.pages) == ("T1", "tasks", (1,))
    assert found.headings == tuple((heading,) for heading in HEADINGS)
    assert found.row_kinds == ("group", "record", "record", "total")
    assert found.records == (("I",), ("I.1",), ("I.2",), None)
    assert found.rows[0] == ("I", "Hạ tầng", "", "", "")
    assert found.reason == "Có cột nhiệm vụ và cột cơ quan thực hiện, cột thời hạn, cột kết quả."


def test_a_merged_text_stands_in_each_cell_that_it_covers() -> None:
    (found,) = published(table([["A. Hạ tầng", "<", "<"], ["1", "Đường", "2 km"]], headings=["TT", "Tên", "Dài"]))
    assert found.rows[0] == ("A. Hạ tầng",) * 3
    assert found.row_kinds == ("group", "record")


@pytest.mark.parametrize(
    ("headings", "rows", "kind"),
    [
        (["TT", "Họ và tên", "Chức vụ", "Nhiệm vụ"], [["1", "Lê Văn A", "Trưởng phòng", "Tổ trưởng"]] * 2, "roster"),
        (["TT", "Tiêu chí", "Điểm tối đa"], [["1", "Công khai", "10"]] * 2, "scores"),
        (["Ngày", "Nội dung", "Địa điểm"], [["02/3", "Họp giao ban", "Phòng họp 1"]] * 2, "schedule"),
        (["TT", "Số liệu", "Năm 2023", "Năm 2024"], [["1", "Số hồ sơ", "1.200", "12"]] * 2, "results"),
        (["TT", "Tên hồ sơ", "Bản", "Nơi nộp"], [["1", "", "", ""]] * 3, "form"),
        (["TT", "Tên hồ sơ", "Bản"], [["1", "Đơn đề nghị", "Bản chính"]] * 2, "other"),
    ],
)
def test_tables_of_other_kinds_are_data_too(headings: list[str], rows: list[list[str]], kind: str) -> None:
    (found,) = published(table(rows, headings=headings))
    assert found.kind == kind
    assert found.reason.endswith(".")
    assert set(found.records) == {None}


def test_rows_of_indicators_name_their_targets() -> None:
    made = table([["1", "Thu ngân sách", "12"], ["2", "Xuất khẩu", "9"]], headings=["TT", "Chỉ tiêu", "Năm 2030"])
    (found,) = published(made, kinds={0: "targets"}, rows={0: {1: ("II.a",)}})
    assert (found.kind, found.records) == ("targets", (None, ("II.a",)))
