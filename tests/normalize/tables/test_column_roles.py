from __future__ import annotations

from dataclasses import replace

import pytest

from nghiquyet.extract.model import Table
from nghiquyet.normalize.tables.column_roles import ColumnPlan, plan_columns
from nghiquyet.normalize.tables.tick_columns import is_marked
from tests.extract.as_recognised import recognised_table
from tests.normalize.builders import HEADINGS, row, task_table


def plan(headings: list[str], *rows: list[str]) -> ColumnPlan:
    return plan_columns(task_table(rows, headings))


def roles(found: ColumnPlan) -> list[str]:
    return [c.role for c in found.columns]


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (HEADINGS, ["number", "title", "result", "deadline", "lead"]),
        (
            ["STT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn"],
            ["number", "title", "lead", "coordinating", "deadline"],
        ),
        (
            ["Trách nhiệm thực hiện", "Nhiệm vụ", "Tiến độ", "Kinh phí", "Ghi chú"],
            ["lead", "title", "deadline", "extra", "extra"],
        ),
        (
            ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Theo dõi, kiểm tra, đôn đốc", "Thời gian"],
            ["number", "title", "lead", "monitoring", "deadline"],
        ),
        (
            ["Thời hạn", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Yêu cầu"],
            ["deadline", "title", "lead", "coordinating", "result"],
        ),
        (
            ["TT", "Nhiệm vụ", "Yêu cầu", "Chủ trì", "Kết quả"],
            ["number", "title", "extra", "lead", "result"],
        ),
        (
            ["TT", "Tên chương trình, nhiệm vụ", "Chủ trì", "Đơn vị tham mưu", "Giai đoạn"],
            ["number", "title", "lead", "advising", "deadline"],
        ),
    ],
)
def test_tables_of_tasks(headings: list[str], expected: list[str]) -> None:
    rows = [
        ["1", "Lập quy hoạch", "Sở Xây dựng", "Sở Tài chính", "2027"],
        ["2", "Ban hành", "Sở Y tế", "Sở Nội vụ", "2028"],
    ]
    if headings[0] not in ("TT", "STT"):
        rows = [["Sở Xây dựng", "Lập quy hoạch", "2027", "", ""], ["Sở Y tế", "Ban hành", "2028", "", ""]]
    found = plan(headings, *rows)
    assert roles(found) == expected
    assert found.reason is None


FOREIGN = {
    "scores": (["TT", "Tiêu chí", "Điểm tối đa", "Tự chấm"], ["1", "Công khai", "10", "9"]),
    "indicators": (["TT", "Chỉ tiêu", "Đơn vị tính", "Năm 2026", "Năm 2027"], ["1", "Tỷ lệ hộ nghèo", "%", "1,2", "1"]),
    "roster": (["TT", "Họ và tên", "Chức vụ", "Đơn vị công tác"], ["1", "Lê Văn A", "Giám đốc", "Sở Y tế"]),
    "procedures": (
        ["TT", "Thủ tục hành chính", "Thời hạn giải quyết", "Phí, lệ phí"],
        ["1", "Cấp phép", "5 ngày", "Không"],
    ),
    "names and duties": (["TT", "Họ và tên", "Nhiệm vụ", "Điện thoại"], ["1", "Lê Văn A", "Trưởng ban", "09"]),
    "budget": (["TT", "Nội dung", "Đơn giá", "Thành tiền"], ["1", "Hội nghị", "5", "50"]),
    "documents": (["TT", "Tên văn bản", "Số hiệu", "Ghi chú"], ["1", "Luật Đất đai", "31/2024", ""]),
}


@pytest.mark.parametrize(("headings", "one"), FOREIGN.values(), ids=FOREIGN)
def test_tables_that_hold_no_tasks_are_left_out_with_a_reason(headings: list[str], one: list[str]) -> None:
    assert plan(headings, one, one).reason


def test_a_form_left_empty_holds_no_tasks() -> None:
    assert plan([*HEADINGS], ["1", "", "", "", ""], ["2", "", "", "", ""]).reason == "là biểu mẫu để trống"
    assert plan([*HEADINGS], row("1"), ["2", "", "", "", ""]).reason is None


def test_a_table_without_headings_holds_none() -> None:
    assert plan(["", "", "", "", ""], row("1"), row("2")).reason == "không có dòng tiêu đề cột"


def test_a_task_table_with_a_unit_column_stays_one() -> None:
    found = plan(["TT", "Nhiệm vụ", "Đơn vị tính", "Thời hạn", "Cơ quan chủ trì"], row("1"), row("2"))
    assert found.reason is None
    assert roles(found)[2] == "foreign"


TICKS = ["TT", "Nhiệm vụ", "Trọng tâm", "Thường xuyên", "Cơ quan chủ trì"]


def test_a_column_of_ticks_is_a_marker_and_so_is_an_empty_one_of_its_kind() -> None:
    found = plan(TICKS, ["1", "Lập", "x", "", "Sở Y tế"], ["2", "Ban hành", "", "", "Sở Y tế"])
    assert roles(found) == ["number", "title", "marker", "marker", "lead"]
    assert found.unknown == ()


def test_an_empty_column_of_remarks_is_no_marker() -> None:
    found = plan(["TT", "Nhiệm vụ", "Trọng tâm", "Ghi chú", "Cơ quan chủ trì"], ["1", "Lập", "x", "", "Sở Y tế"])
    assert roles(found)[3] == "extra"


@pytest.mark.parametrize(
    ("column", "confidence", "role"),
    [
        (["x", "x", "bãi"], 0.9, "marker"),
        (["vn", "", ""], 0.2, "marker"),  # dirt in a column without ticks
        (["x", "Hằng quý", ""], 0.9, "extra"),
        (["A", "", "B"], 0.9, "extra"),
    ],
)
def test_dirt_in_a_recognised_column_of_ticks_is_no_text(column: list[str], confidence: float, role: str) -> None:
    rows = [[str(i), f"Lập quy hoạch {i}", "x", text, "Sở Y tế"] for i, text in enumerate(column, 1)]
    levels = (("TT",), ("Nhiệm vụ",), ("Nguồn vốn", "Tỉnh"), ("Nguồn vốn", "Khác"), ("Cơ quan chủ trì",))
    table = replace(recognised_table(task_table(rows), body=confidence), headings=levels)
    assert plan_columns(table).columns[3].role == role


def test_words_in_a_column_of_ticks_make_it_none() -> None:
    found = plan(TICKS, ["1", "Lập", "x", "Hằng quý", "Sở Y tế"], ["2", "Ban", "", "x", "Sở Y tế"])
    assert roles(found)[2] == "marker"
    assert roles(found)[3] != "marker"


def test_a_heading_that_no_one_knows_is_kept_and_named() -> None:
    found = plan(["TT", "Nhiệm vụ", "Khâu đột phá số", "Thời hạn", "Cơ quan chủ trì"], row("1"), row("2"))
    assert roles(found)[2] == "extra"
    assert found.unknown == ("Khâu đột phá số",)


ODD = ["TT", "Điều phải lo trong năm", "Thời hạn", "Cơ quan chủ trì"]


def test_tasks_under_a_heading_that_no_one_knows_are_told_by_their_texts() -> None:
    texts = ["Rà soát quy hoạch trạm sạc", "Ban hành kế hoạch trồng cây", "Lập danh mục dự án ưu tiên"]
    found = plan(ODD, *([str(i), text, "Quý I/2027", "Sở Xây dựng"] for i, text in enumerate(texts, 1)))
    assert roles(found) == ["number", "title", "deadline", "lead"]
    assert (found.guessed, found.reason, found.unknown) == (ODD[1], None, ())


@pytest.mark.parametrize(
    "headings",
    [
        ["TT", "Nhiệm vụ", "Điều phải lo trong năm", "Cơ quan chủ trì"],  # there is one
        ["TT", "Điều phải lo trong năm", "Ghi chú", "Kinh phí"],  # nobody is to do anything
        ["TT", "Điều phải lo trong năm", "Điểm tối đa", "Cơ quan chủ trì"],
    ],
)
def test_no_column_is_guessed_where_one_is_named_or_nothing_tells_of_tasks(headings: list[str]) -> None:
    assert plan(headings, *([str(i), f"Rà soát quy hoạch số {i}", "a", "Sở Y tế"] for i in range(3))).guessed is None


def test_short_or_repeated_texts_are_no_tasks() -> None:
    assert plan(ODD, *([str(i), "Trọng tâm", "2027", "Sở Y tế"] for i in range(3))).guessed is None


def test_a_role_of_two_columns_stays_with_the_one_that_says_it_best() -> None:
    found = plan(["TT", "Nhiệm vụ", "Thời gian", "Thời hạn", "Cơ quan chủ trì"], row("1"), row("2"))
    assert sorted(roles(found)[2:4]) == ["deadline", "extra"]
    assert (len(found.repeated_roles), found.begins) == (1, None)


@pytest.mark.parametrize("below", [False, True])
def test_beside_a_column_of_ends_one_of_beginnings_says_when_work_begins(below: bool) -> None:
    table = task_table(
        [row("1"), row("2")], ("TT", "Nhiệm vụ", "Thời gian bắt đầu", "Hạn hoàn thành", "Cơ quan chủ trì")
    )
    levels = (("TT",), ("Nhiệm vụ",), ("Thời gian", "Bắt đầu"), ("Thời gian", "Hoàn thành"), ("Cơ quan chủ trì",))
    found = plan_columns(replace(table, headings=levels) if below else table)
    assert (roles(found)[2:4], found.repeated_roles) == (["extra", "deadline"], ())
    assert found.begins == found.columns[2]


def test_a_heading_of_two_roles_feeds_the_first_and_is_named() -> None:
    found = plan(["TT", "Nhiệm vụ", "Sản phẩm", "Thời hạn", "Chủ trì/phối hợp"], row("1"), row("2"))
    assert roles(found)[4] == "lead"
    assert found.two_roles == ("Chủ trì/phối hợp",)


def test_a_number_column_without_heading_is_told_by_its_numbers() -> None:
    found = plan(["", "Nhiệm vụ", "Sản phẩm", "Thời hạn", "Cơ quan chủ trì"], row("1"), row("2"), row("3"))
    assert roles(found)[0] == "number"


def two_levels(*headings: tuple[str, ...]) -> Table:
    return replace(task_table([["1", "Lập", "Sở Y tế", "Sở Nội vụ", "2027"]] * 2), headings=headings)


def test_the_lowest_heading_names_the_column_and_its_role() -> None:
    found = plan_columns(
        two_levels(("TT",), ("Nhiệm vụ",), ("Phân công", "Chủ trì"), ("Phân công", "Phối hợp"), ("Thời hạn",))
    )
    assert roles(found) == ["number", "title", "lead", "coordinating", "deadline"]
    assert [c.heading for c in found.columns][2:4] == ["Chủ trì", "Phối hợp"]


def test_lowest_headings_that_are_twins_are_told_by_those_above() -> None:
    found = plan_columns(two_levels(("TT",), ("Nhiệm vụ",), ("Chủ trì", "Tên"), ("Phối hợp", "Tên"), ("Thời hạn",)))
    assert [c.heading for c in found.columns][2:4] == ["Chủ trì - Tên", "Phối hợp - Tên"]


@pytest.mark.parametrize("text", ["x", "X", "✓", "•", " x "])
def test_ticks(text: str) -> None:
    assert is_marked(text)


def test_an_empty_cell_is_no_tick() -> None:
    assert not is_marked(" ")


DATES = ["28/02/2026", "Quý II/2026", "Tháng 9/2026"]
BODIES = ["Công an phường", "Sở Tài chính", "Ủy ban MTTQ phường"]


@pytest.mark.parametrize(
    ("texts", "role"), [(DATES, "deadline"), (BODIES, "coordinating"), (["420", "18", "35"], "extra")]
)
def test_a_heading_that_no_one_knows_is_told_by_its_cells(texts: list[str], role: str) -> None:
    rows = [[str(n), "Lập quy hoạch trạm sạc", text, "Sở Xây dựng"] for n, text in enumerate(texts, 1)]
    found = plan(["TT", "Nhiệm vụ", "Cột lạ", "Cơ quan chủ trì"], *rows)
    assert roles(found) == ["number", "title", role, "lead"]
    assert found.by_content == ((("Cột lạ", role),) if role != "extra" else ())


def test_cells_tell_no_role_that_another_column_has_nor_any_where_no_heading_tells_of_tasks() -> None:
    rows = [[str(n), "Lập quy hoạch", text, "Năm 2026"] for n, text in enumerate(DATES, 1)]
    assert roles(plan(["TT", "Nhiệm vụ", "Cột lạ", "Thời hạn"], *rows))[2] == "extra"
    assert plan(["TT", "Họ và tên", "Cột lạ", "Ghi chú"], *rows).by_content == ()


def test_an_empty_column_of_a_class_is_one_of_marks_and_told_where_none_is_ticked() -> None:
    headings = ("TT", "Nhiệm vụ", "Chủ trì", "Mới", "Kết quả khác")
    rows = [["1", "Lập đề án", "Sở Xây dựng", "", ""], ["2", "Ban hành quy chế", "Sở Y tế", "", ""]]
    alone = plan([*headings], *rows)
    assert [c.heading for c in alone.all_of("marker")] == ["Mới"]
    assert "Mới" in alone.unknown
    ticked = plan([*headings, "Thường xuyên"], *([*cells, "x"] for cells in rows))
    assert [c.heading for c in ticked.all_of("marker")] == ["Mới", "Thường xuyên"]
    assert "Mới" not in ticked.unknown
