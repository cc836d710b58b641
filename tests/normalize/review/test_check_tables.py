from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from nghiquyet.extract.model import Join, Line, Table, Word
from nghiquyet.normalize.fields.deadlines import DeadlineContext
from nghiquyet.normalize.model import Finding
from nghiquyet.normalize.review.check_tables import check_table, left_out_finding
from nghiquyet.normalize.tables.build_tasks import SURE_JOIN, build_tasks
from nghiquyet.normalize.tables.column_roles import ColumnPlan, plan_columns
from nghiquyet.normalize.tables.table_kinds import TaskVerdict
from tests.normalize.builders import HEADINGS, REST, Printed, bare, row, task_table, wide


def checked(table: Table) -> tuple[Finding, ...]:
    plan = plan_columns(table)
    return check_table(table, plan, build_tasks(table, plan, Printed(), DeadlineContext()))


def findings(rows: Sequence[Sequence[str]], headings: Sequence[str] = HEADINGS) -> list[tuple[str, str]]:
    return [(f.severity, f.code) for f in checked(task_table(rows, headings))]


def numbers(*texts: str) -> list[str]:
    """The messages about rows of these numbers."""
    return [f.message for f in checked(task_table([row(t) for t in texts])) if f.code == "number-out-of-step"]


def test_a_table_in_order_has_no_findings() -> None:
    assert findings([bare("I"), row("1"), row("2"), row("2.1"), row("2.2"), row("3"), bare("II"), row("1")]) == []


@pytest.mark.parametrize(
    "sequence",
    [
        ("1", "2", "3"),
        ("01", "02", "03"),
        ("1", "a)", "b)", "c)", "d)", "đ)", "e)", "g)", "2"),
        ("1", "a)", "b)", "c)", "d)", "e)", "2", "a)"),
        ("1", "1.1", "1.2", "2", "2.1"),
    ],
)
def test_numbers_in_step(sequence: tuple[str, ...]) -> None:
    assert numbers(*sequence) == []


@pytest.mark.parametrize(
    ("sequence", "says"),
    [
        (("1", "3"), "Số thứ tự 3 không liền sau số 1"),
        (("1", "2", "1"), "Số thứ tự 1 lặp lại số 2"),
        (("1", "2", "2"), "Số thứ tự 2 lặp lại số 2"),
        (("1", "2.1", "2.3"), "Số thứ tự 2.3 không liền sau số 2.1"),
        (("3", "4"), "Số thứ tự đầu tiên là 3"),
    ],
)
def test_numbers_out_of_step(sequence: tuple[str, ...], says: str) -> None:
    (message,) = numbers(*sequence)
    assert message.startswith(says)
    assert "hãy" in message


def test_numbers_that_run_on_from_group_to_group_are_in_step() -> None:
    assert findings([bare("I"), row("1"), row("2"), bare("II"), row("3"), row("4")]) == []
    assert findings([bare("I"), row("1"), row("2"), bare("II"), row("4")]) == [("warning", "number-out-of-step")]


def test_groups_that_skip_are_out_of_step() -> None:
    assert findings([bare("I"), row("1"), bare("III"), row("1")]) == [("warning", "number-out-of-step")]
    assert findings([bare("II"), row("1"), row("2")]) == [("warning", "number-out-of-step")]


def test_rows_of_one_number_are_in_step() -> None:
    assert findings([row("1"), ["^", "^", *REST], row("2")]) == []


def test_columns_without_a_role_with_two_or_repeated_are_told() -> None:
    rows = [row("1"), row("2")]
    assert findings(rows, ("TT", "Nhiệm vụ", "Sản phẩm X", "Thời hạn", "Chủ trì/phối hợp")) == [
        ("warning", "column-two-roles")
    ]
    assert findings(rows, ("TT", "Nhiệm vụ", "Khâu", "Thời hạn", "Cơ quan chủ trì")) == [("warning", "column-unknown")]
    assert findings(rows, ("TT", "Nhiệm vụ", "Thời gian", "Thời hạn", "Cơ quan chủ trì")) == [
        ("warning", "column-role-repeated")
    ]


def test_a_number_that_cannot_be_read_is_told() -> None:
    found = checked(task_table([row(str(n)) for n in range(1, 6)] + [row("6a/b")]))
    assert [(f.severity, f.code) for f in found] == [("warning", "number-unread-in-row")]
    assert "6a/b" in found[0].message


def test_sums_and_remarks_are_told_whole() -> None:
    found = checked(task_table([row("1"), row("2"), ["", "Tổng cộng", "500 triệu", "", ""], wide("Ghi chú: tạm tính")]))
    assert [(f.severity, f.code) for f in found] == [("info", "row-aside")] * 2
    assert "Tổng cộng 500 triệu" in found[0].message


@pytest.mark.parametrize(("confidence", "told"), [(SURE_JOIN - 0.01, True), (SURE_JOIN, False)])
def test_parts_joined_on_thin_evidence_are_told(confidence: float, told: bool) -> None:
    join = Join("table", (1, 2), ("thin",), confidence)
    found = checked(replace(task_table([row("1"), row("2")]), joins=(join,)))
    assert [(f.code, f.pages) for f in found] == ([("table-join-uncertain", (1, 2))] if told else [])


def test_a_table_left_out_is_told_with_its_reason() -> None:
    table = task_table([["1", "Công khai", "10"]], ["TT", "Nội dung", "Điểm tối đa"])
    found = left_out_finding(table, plan_columns(table))
    assert (found.severity, found.code, found.pages) == ("info", "table-left-out", (1,))
    assert "Điểm tối đa" in found.message


@pytest.mark.parametrize(
    ("headings", "rows"),
    [
        (["TT", "Loại", "Cơ quan chủ trì"], [["1", "A", "Sở Y tế"]]),
        ([], [[str(n), "Rà soát văn bản", "Sở Y tế", "Quý I/2026"] for n in range(1, 5)]),
    ],
)
def test_a_table_left_out_though_its_rows_may_be_tasks_is_an_error(headings: list[str], rows: list[list[str]]) -> None:
    table = task_table(rows, headings)
    assert left_out_finding(table, plan_columns(table)).severity == "error"


@pytest.mark.parametrize(
    ("headings", "rows"),
    [
        (["TT", "Loại", "Đơn vị tính", "Số lượng"], [["1", "Máy tính", "Chiếc", "12"]]),
        ([], [[str(n), "Nhà ở", "48,4"] for n in range(1, 5)]),
    ],
)
def test_one_of_other_things_is_left_out_without_alarm(headings: list[str], rows: list[list[str]]) -> None:
    table = task_table(rows, headings)
    assert left_out_finding(table, plan_columns(table)).severity == "info"


def test_a_table_left_out_of_a_file_without_pages_is_told_by_its_number() -> None:
    table = task_table([row("1"), row("2")])
    head = Line((Word("STT", (0, 0, 9, 9), 1, address="table 3, row 1, cell 1"),))
    plan = ColumnPlan((), TaskVerdict(False, "không rõ"))
    found = left_out_finding(replace(table, header_lines=(head,)), plan)
    assert found.message.startswith("Bảng 3 (đếm từ đầu tệp) không được coi là bảng nhiệm vụ")
    assert left_out_finding(table, plan).message.startswith("Bảng này ")
