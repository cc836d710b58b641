"""Indicator tables: promises become targets, results do not."""

from __future__ import annotations

import datetime as dt

import pytest

from nghiquyet.extract.model import Cell, Line, Table, TableCell, TableRow, Word
from nghiquyet.normalize.fields.jurisdiction import Jurisdiction
from nghiquyet.normalize.model import Period
from nghiquyet.normalize.prose.targets import IndicatorTableReading, TargetContext, indicator_table_to_targets
from nghiquyet.normalize.prose.targets.indicator_columns import heading_to_role, role_entries

BOX = (0.0, 0.0, 10.0, 10.0)


def cell(column: int, text: str) -> TableCell:
    lines = (Line(tuple(Word(w, BOX, 1) for w in text.split())),) if text else ()
    return TableCell((column, column + 1), (Cell(0, column, 1, 1, BOX, lines),))


def table(headings: list[tuple[str, ...]], rows: list[list[str]]) -> Table:
    made = tuple(TableRow(tuple(cell(c, text) for c, text in enumerate(row)), (1,)) for row in rows)
    return Table(tuple(headings), made, (1,), ())


def read(
    headings: list[tuple[str, ...]],
    rows: list[list[str]],
    issued: dt.date | None = dt.date(2026, 1, 15),
    period: Period | None = None,
    caption: str = "",
) -> IndicatorTableReading:
    context = TargetContext(Jurisdiction(), period, issued)
    return indicator_table_to_targets(table(headings, rows), context, "PL1:0", caption)


PLAN = [
    ("STT",),
    ("Chỉ tiêu",),
    ("Đơn vị tính",),
    ("Thực hiện năm 2025",),
    ("Kế hoạch", "Năm 2026"),
    ("Kế hoạch", "Năm 2030"),
]


@pytest.mark.parametrize(("role", "example"), [(e.role, x) for e in role_entries() for x in e.examples])
def test_headings_get_their_role(role: str, example: str) -> None:
    assert heading_to_role(example) == role


def test_years_become_milestones_and_the_last_one_the_value() -> None:
    reading = read(PLAN, [["1", "Tỷ lệ hộ nghèo", "%", "3,1", "2,5", "< 1"]])
    (target,) = [r.target for r in reading.rows]
    assert reading.kind == "promises"
    assert (target.id, target.section, target.origin) == ("PL1:0.a", "PL1:0", "table")
    assert (target.indicator, target.comparator, target.value, target.unit) == ("Tỷ lệ hộ nghèo", "lt", 1.0, "%")
    assert [(m.year, m.value) for m in target.milestones] == [(2026, 2.5), (2030, 1.0)]
    assert target.deadline.end == dt.date(2030, 12, 31)
    assert target.statement == "Tỷ lệ hộ nghèo % 2,5 < 1"


def test_a_column_of_the_past_alone_promises_nothing() -> None:
    headings = [("STT",), ("Chỉ tiêu",), ("Đơn vị tính",), ("Năm 2024",), ("Năm 2025",)]
    assert read(headings, [["1", "Tỷ lệ hộ nghèo", "%", "3,1", "2,5"]]).kind == "results"


def test_reported_results_are_no_targets() -> None:
    headings = [
        ("STT",),
        ("Chỉ tiêu thống kê (Sử dụng trong kỳ báo cáo hàng quý, 6 tháng, năm)",),
        ("Kết quả thống kê", "Đơn vị tính"),
        ("Kết quả thống kê", "Số liệu"),
        ("Ghi chú",),
    ]
    reading = read(
        headings, [["1.", "Số văn bản chỉ đạo CCHC đã ban hành", "Văn bản", "82", ""]], dt.date(2025, 12, 19)
    )
    assert reading.kind == "results"
    assert reading.rows == ()


def test_a_form_to_be_filled_in_is_no_table_of_promises() -> None:
    headings = [("STT",), ("Chỉ tiêu",), ("Năm 2025 (tính từ 01/7/2025 đến 31/7/2025)",)]
    assert read(headings, [["1", "Số văn bản đã ban hành", ""]], dt.date(2025, 7, 20)).kind == "other"


def test_a_table_of_tasks_is_none() -> None:
    headings = [("STT",), ("Nhiệm vụ",), ("Cơ quan chủ trì",), ("Thời gian hoàn thành",)]
    assert read(headings, [["1", "Xây dựng đề án", "Sở Tài chính", "Năm 2026"]]).kind == "other"


def test_parts_stand_on_their_own_and_are_flagged() -> None:
    rows = [["1", "Tỷ lệ dân số dùng nước sạch", "%", "80", "85", "95"], ["", "- Nông thôn", "%", "60", "65", "80"]]
    first, second = [r.target for r in read(PLAN, rows).rows]
    assert first.review == ()
    assert second.indicator == "Tỷ lệ dân số dùng nước sạch Nông thôn"
    assert [r.code for r in second.review] == ["indicator-completed"]


def test_group_rows_and_empty_cells_give_nothing() -> None:
    rows = [["I", "Về kinh tế", "", "", "", ""], ["1", "Thu ngân sách", "Tỷ đồng", "10.000", "11.500", "≥ 20.000"]]
    reading = read(PLAN, rows)
    assert [(r.row, r.target.value, r.target.comparator, r.target.unit) for r in reading.rows] == [
        (1, 20000.0, "ge", "Tỷ đồng")
    ]


def test_a_goal_without_year_takes_the_date_of_the_caption() -> None:
    headings = [("TT",), ("Chỉ tiêu",), ("ĐVT",), ("Mục tiêu",)]
    reading = read(
        headings, [["1", "Xã đạt chuẩn nông thôn mới", "%", "95 - 100"]], caption="Các chỉ tiêu đến năm 2030"
    )
    (target,) = [r.target for r in reading.rows]
    assert (target.comparator, target.value, target.value_max) == ("between", 95.0, 100.0)
    assert target.deadline.end == dt.date(2030, 12, 31)


def test_a_term_beside_years_is_a_target_of_its_own() -> None:
    headings = [("Chỉ tiêu",), ("Đơn vị",), ("Năm 2026",), ("Năm 2027",), ("Giai đoạn 2026 - 2030",)]
    period = Period(**{"from": 2026}, to=2030)
    rows = [["Tốc độ tăng GRDP", "%/năm", "10", "11", "10 - 11"]]
    years, term = [r.target for r in read(headings, rows, dt.date(2025, 12, 1), period).rows]
    assert [(m.year, m.value) for m in years.milestones] == [(2026, 10.0), (2027, 11.0)]
    assert term.deadline.start == dt.date(2026, 1, 1)
    assert (term.comparator, term.value, term.value_max) == ("between", 10.0, 11.0)


def test_the_current_year_is_doubted() -> None:
    headings = [("Chỉ tiêu",), ("Đơn vị tính",), ("Năm 2026",)]
    rows = [["Sản lượng lúa", "tấn", "120.000"]]
    (target,) = [r.target for r in read(headings, rows).rows]
    assert [r.code for r in target.review] == ["column-doubtful"]
    assert read(headings, rows, caption="Tình hình thực hiện các chỉ tiêu").kind == "results"
    assert read(headings, rows, dt.date(2026, 12, 10)).kind == "results"
