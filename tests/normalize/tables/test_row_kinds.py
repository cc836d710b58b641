from __future__ import annotations

import pytest

from nghiquyet.normalize.tables.column_roles import plan_columns
from nghiquyet.normalize.tables.row_kinds import read_rows
from tests.extract.as_recognised import recognised_table
from tests.normalize.builders import REST, bare, kinds, readings, row, task_table, wide


def test_rows_of_tasks_and_groups() -> None:
    assert kinds([bare("I"), row("1"), row("2"), bare("II"), row("1")]) == ["group", "task", "task", "group", "task"]


@pytest.mark.parametrize("title", ["I. HẠ TẦNG", "II - Hạ tầng", "**Hạ tầng giao thông**", "**A. Hạ tầng**"])
def test_a_row_of_one_wide_cell_is_a_group(title: str) -> None:
    assert kinds([wide(title), row("1"), row("2")])[0] == "group"


def test_a_group_number_may_stand_under_deadlines_where_no_column_has_numbers() -> None:
    headings = ["Thời hạn", "Nhiệm vụ", "Chủ trì"]
    rows = [["I.", "QUẢN LÝ TÀU CÁ", ""], ["Quý I/2026", "Kiểm tra tàu", "Sở Y tế"], ["Quý I/2026", "Niêm yết", ""]]
    table = task_table(rows, headings)
    found = read_rows(table, plan_columns(table))
    assert (found[0].kind, found[0].number, found[0].title) == ("group", "I", "QUẢN LÝ TÀU CÁ")
    assert [r.kind for r in found[1:]] == ["task", "task"]


def test_the_number_of_a_wide_row_is_taken_off_its_title() -> None:
    first, *_ = readings([wide("II. HẠ TẦNG"), row("1"), row("2")])
    assert (first.number, first.title) == ("II", "HẠ TẦNG")


def test_a_bare_row_among_tasks_of_its_level_is_a_task() -> None:
    assert kinds([row("1"), bare("2", "Tổ chức"), row("3")]) == ["task", "task", "task"]


def test_a_bare_row_with_sub_tasks_is_a_task_or_a_group_by_its_level() -> None:
    rows = [row("1"), bare("2", "Tổ chức"), row("2.1"), row("2.2"), row("3")]
    assert kinds(rows) == ["task"] * 5
    groups = [bare("1", "Hạ tầng"), row("1.1"), row("1.2"), bare("2", "Y tế"), row("2.1")]
    assert kinds(groups) == ["group", "task", "task", "group", "task"]


def test_any_other_filled_cell_makes_a_task() -> None:
    assert kinds([["I", "Hạ tầng", "", "", "Sở Y tế"], row("II"), row("III")])[0] == "task"


def test_an_empty_row_is_none() -> None:
    assert kinds([row("1"), ["", "", "", "", ""], row("2")])[1] == "empty"


@pytest.mark.parametrize("title", ["Tổng cộng", "TỔNG SỐ", "Cộng"])
def test_sums_are_no_tasks(title: str) -> None:
    assert kinds([row("1"), row("2"), ["", title, "500 triệu đồng", "", ""]])[2] == "aside"


def test_a_remark_below_is_no_task_and_a_task_about_sums_is() -> None:
    assert kinds([row("1"), row("2"), wide("Ghi chú: số liệu tạm tính")])[2] == "aside"
    assert kinds([row("1"), row("2", "Tổng kết việc thực hiện Nghị quyết")])[1] == "task"


def test_rows_of_one_merged_number_share_it_and_carry_the_title_down() -> None:
    first, second, third = readings([row("1"), ["^", "^", "Báo cáo", "Năm 2028", "Sở Y tế"], row("2")])
    assert (first.same_number, second.same_number, third.same_number) == (1, 1, None)
    assert (second.number, second.title, second.inferred) == ("1", "Lập quy hoạch", False)


def test_a_merged_number_with_titles_of_their_own() -> None:
    _, second = readings([row("1"), ["^", "Trình phê duyệt", *REST]])
    assert (second.number, second.title, second.same_number) == ("1", "Trình phê duyệt", 1)


def test_rows_of_one_number_told_by_empty_cells_are_inferred() -> None:
    _, second, _ = readings([row("1"), ["", "", "Báo cáo", "Năm 2028", "Sở Y tế"], row("2")])
    assert (second.number, second.inferred) == ("1", True)


def test_an_unnumbered_row_with_a_title_stands_alone() -> None:
    _, second, _ = readings([row("1"), row("", "Trình phê duyệt"), row("2")])
    assert (second.number, second.same_number, second.kind) == (None, None, "task")


def test_a_recognised_row_gets_the_number_that_the_rows_around_leave() -> None:
    table = task_table([row("1"), row("", "Trình phê duyệt"), row("3"), row("HI", "Lập đề án"), bare("II"), row("1")])
    read = read_rows(recognised_table(table), plan_columns(table))
    assert [(r.number, r.guessed) for r in read[:4]] == [("1", False), ("2", True), ("3", False), ("4", True)]
    printed = read_rows(table, plan_columns(table))
    assert [(r.number, r.guessed) for r in printed[:2]] == [("1", False), (None, False)]


def test_a_dash_before_the_title_is_a_bullet_and_taken_off() -> None:
    _, second, _ = readings([row("1"), row("", "- Trình phê duyệt"), row("2")])
    assert (second.title, second.bullet, second.number) == ("Trình phê duyệt", True, None)


def test_i_behind_h_is_a_letter_and_behind_nothing_a_roman_number() -> None:
    lettered = readings([bare(c) for c in "ABCDĐEGHI"] + [row("1")])
    assert [r.label.style for r in lettered[:9] if r.label] == ["upper"] * 9
    roman = readings([bare("I"), row("1"), bare("II"), row("1")])
    assert [r.label.style for r in roman if r.label and r.kind == "group"] == ["roman", "roman"]


def test_what_is_no_number_in_the_number_column_is_kept() -> None:
    found = readings([row("1"), row("2a/b"), row("3"), row("4"), row("5"), row("6")])
    assert found[1].unread_number == "2a/b"
    assert [r.unread_number for r in found if r.unread_number] == ["2a/b"]


def test_a_cell_merged_down_from_a_groups_row_leaves_it_a_group() -> None:
    rows = [
        ["I", "Hạ tầng", "", "", "Sở Xây dựng"],
        ["1", "Lập", "Kế hoạch", "2027", "^"],
        ["2", "Trình", "Kế hoạch", "2027", "^"],
    ]
    assert kinds(rows) == ["group", "task", "task"]


def test_titles_that_begin_with_numbers_where_no_column_holds_them() -> None:
    headings = ("Nhiệm vụ", "Sản phẩm", "Thời hạn", "Cơ quan chủ trì")
    rows = [["1. Lập quy hoạch", *REST], ["2. Trình phê duyệt", *REST], ["3. Tổ chức", *REST]]
    assert [(r.number, r.title) for r in readings(rows, headings)] == [
        ("1", "Lập quy hoạch"),
        ("2", "Trình phê duyệt"),
        ("3", "Tổ chức"),
    ]


def test_ink_astray_in_a_groups_row_makes_no_task_of_it_nor_of_its_siblings() -> None:
    rows = [bare("I"), row("1"), bare("II"), row("1"), ["III", "Hạ tầng", "mm", "", ""], row("1"), bare("IV"), row("1")]
    made = task_table(rows)
    weak = recognised_table(made, body=0.5)
    assert [r.kind for r in read_rows(weak, plan_columns(weak))] == ["group", "task"] * 4
    printed = [r.kind for r in read_rows(made, plan_columns(made))]
    assert printed == ["group", "task", "group", "task", "task", "task", "group", "task"]


def test_amounts_and_remarks_beside_a_groups_title_leave_it_a_group() -> None:
    headings = ("TT", "Nhiệm vụ", "Thời gian", "Cơ quan chủ trì", "Kinh phí")
    work = ["1", "Lập quy hoạch", "Năm 2027", "Sở Xây dựng", "200"]
    assert (
        kinds([["I", "Hạ tầng", "", "", "500"], work, ["II", "Dữ liệu", "", "", "300"], work], headings)
        == [
            "group",
            "task",
        ]
        * 2
    )
    assert kinds([["I", "Hạ tầng", "", "", "500"], ["I.1", *work[1:]]], headings) == ["group", "task"]
    due = ["I", "Hạ tầng", "Năm 2027", "", "500"]
    assert kinds([due, work, ["II", "Dữ liệu", "", "", "300"], work], headings) == ["task"] * 4
    assert kinds([["1", "Hạ tầng", "", "", "500"], ["1.1", *work[1:]]], headings) == ["task"] * 2


@pytest.mark.parametrize(
    ("number", "below", "kind"),
    [
        ("1", ("a)", "b)"), "task"),
        ("1", ("1.1", "1.2"), "task"),
        ("A", ("a)", "b)"), "group"),
    ],
)
def test_a_bare_row_above_its_subtasks_in_a_bold_group_is_a_task(
    number: str, below: tuple[str, str], kind: str
) -> None:
    rows = [["I", "**Hạ tầng**", *[""] * 3], [number, "Lập đề án", *[""] * 3], *(row(label) for label in below)]
    assert kinds(rows)[:2] == ["group", kind]


def test_a_bare_bold_row_in_a_bold_group_is_a_group_of_its_own() -> None:
    rows = [["I", "**Hạ tầng**", *[""] * 3], ["1", "**Giao thông**", *[""] * 3], row("1.1"), row("1.2")]
    assert kinds(rows) == ["group", "group", "task", "task"]


def test_a_groups_title_stands_beside_its_number_whatever_column_that_is() -> None:
    headings = ("TT", "Cơ quan chủ trì", "Nhiệm vụ", "Sản phẩm", "Thời hạn")
    work = ["1", "Sở Xây dựng", "Lập quy hoạch", "Kế hoạch", "Năm 2027"]
    found = readings([["I", "Phát triển hạ tầng", "", "", ""], work, ["2", *work[1:]]], headings)
    assert [(r.kind, r.title) for r in found] == [("group", "Phát triển hạ tầng"), *[("task", "Lập quy hoạch")] * 2]
    assert kinds([["1", "Sở Xây dựng", "", "", ""], work, ["2", *work[1:]]], headings)[0] == "task"
    assert kinds([["I", "Sở Xây dựng", "", "", "Năm 2027"], work], headings) == ["task", "task"]
    assert kinds([["I", "Sở Xây dựng", "", "", ""], ["II", *work[1:]]], headings) == ["task", "task"]


def test_dirt_beside_amounts_leaves_a_recognised_group_and_a_printed_letter_does_not() -> None:
    headings = ("TT", "Nhiệm vụ", "Thời gian", "Cơ quan chủ trì", "Kinh phí")
    work = ["1", "Lập quy hoạch", "Năm 2027", "Sở Xây dựng", "200"]
    table = task_table([["I", "Hạ tầng", "", "v", "500"], work, ["II", "Dữ liệu", "", "", "300"], work], headings)
    seen = recognised_table(table)
    assert [r.kind for r in read_rows(seen, plan_columns(seen))] == ["group", "task"] * 2
    assert [r.kind for r in read_rows(table, plan_columns(table))] == ["task"] * 4


def test_an_amount_alone_makes_no_group_of_a_row_beside_tasks() -> None:
    headings = ("TT", "Nhiệm vụ", "Thời gian", "Cơ quan chủ trì", "Kinh phí")
    rows = [["1", "Lập quy hoạch", "", "", "200"], ["2", "Xây cầu", "Năm 2027", "Sở Xây dựng", "9"]]
    assert kinds(rows, headings) == ["task", "task"]
