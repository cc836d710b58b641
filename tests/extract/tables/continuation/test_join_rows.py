"""A row cut by a page's end is joined again or doubted, and rows that only meet at a page's end stay two."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nghiquyet.extract.model import Table, TableRow
from tests.extract.builders import joined, texts
from tests.extract.page_cuts import joined_again, random_cut

SURE = 0.7  # a join of less confidence is shown to a person (nghiquyet.normalize.tables.build_tasks)
HEADINGS = ("TT", "Nhiệm vụ", "Sản phẩm", "Thời hạn", "Chủ trì")


def doubted(row: TableRow) -> bool:
    return any(j.confidence < SURE for j in (*row.joins, *(j for c in row.cells for j in c.joins)))


def two_pages(first: list[list[str]], second: list[list[str]]) -> Table:
    return joined(first, second, headings=HEADINGS)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 1_000_000), st.booleans(), st.booleans(), st.sampled_from([0.0, 0.3]))
@example(515359, False, False, 0.3)  # "Ban Quản lý Khu kinh tế Hải" / "Phòng": a body's first word ends a name
@example(5813, True, False, 0.3)
def test_a_row_cut_at_any_line_is_right_or_doubted(seed: int, numbered: bool, centred: bool, gaps: float) -> None:
    cut = random_cut(seed, inside=True, numbered=numbered, centred=centred and numbered, gaps=gaps)
    again = joined_again(cut)
    assert texts(again) == cut.whole() or any(map(doubted, again.rows))


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 1_000_000), st.booleans(), st.sampled_from([0.0, 0.3]))
def test_rows_that_meet_at_a_pages_end_stay_two_or_are_doubted(seed: int, numbered: bool, gaps: float) -> None:
    cut = random_cut(seed, inside=False, numbered=numbered, gaps=gaps)
    again = joined_again(cut)
    assert texts(again) == cut.whole() or any(map(doubted, again.rows))


def test_doubt_is_the_exception_and_wrong_the_exception_of_that() -> None:
    wrong = doubts = 0
    for seed in range(300):
        again = joined_again(cut := random_cut(seed, inside=seed % 2 == 0))
        wrong += texts(again) != cut.whole()
        doubts += any(map(doubted, again.rows))
    assert (wrong, doubts) <= (1, 6)


WHOLE = [
    ["1", "Lập quy hoạch", "Quyết định", "Năm 2027", "Sở Xây dựng"],
    ["2", "Ban hành cơ chế", "Nghị quyết", "Quý II/2026", "Sở Tài chính"],
    ["3", "Tổ chức đào tạo", "Kế hoạch", "Hằng năm", "Sở Nội vụ"],
]
NEXT = ["5", "Xây dựng nhà ở", "Dự án", "Năm 2029", "Sở Xây dựng"]


def test_a_cut_row_is_one_with_evidence_and_both_pages() -> None:
    above = ["4", "Xây dựng cơ sở dữ liệu", "Hệ thống", "Tháng", "Sở Khoa học và"]
    table = two_pages([*WHOLE, above], [["", "dân cư", "", "12/2030", "Công nghệ"], NEXT])
    row = table.rows[3]
    assert [c.text for c in row.cells] == [
        "4",
        "Xây dựng cơ sở dữ liệu dân cư",
        "Hệ thống",
        "Tháng 12/2030",
        "Sở Khoa học và Công nghệ",
    ]
    assert row.pages == (1, 2)
    (join,) = row.joins
    assert join.confidence >= SURE
    assert "a_date_is_cut" in {e.value for e in join.evidence}
    assert len(table.rows) == 5


def test_a_row_without_number_that_is_whole_is_none_of_the_row_above() -> None:
    above = ["4", "Xây dựng cơ sở dữ liệu dân cư.", "Hệ thống", "Năm 2028", "Sở Tư pháp"]
    own = ["", "Rà soát văn bản quy phạm pháp luật", "Báo cáo", "Năm 2029", "Sở Tư pháp"]
    table = two_pages([*WHOLE, above], [own, NEXT])
    assert [c.text for c in table.rows[4].cells] == own
    assert not any(map(doubted, table.rows))


def test_a_row_with_a_number_is_never_a_rest() -> None:
    table = two_pages([*WHOLE, ["4", "Xây dựng và", "", "", ""]], [["5", "phát triển", "", "", ""], NEXT])
    assert len(table.rows) == 6


def test_a_groups_bold_heading_is_no_rest() -> None:
    group = ["**Nhóm nhiệm vụ về chuyển đổi xanh**", "<", "<", "<", "<"]
    table = two_pages(WHOLE, [group, NEXT])
    assert len(table.rows) == 5
    assert table.rows[3].cells[1].bold


def test_sums_at_the_top_of_a_page_are_no_rest_whatever_the_row_above_leaves_open() -> None:
    above = ["4", "Xây dựng bến bãi tập trung và", "Hệ thống", "Năm 2028", "Sở Tư pháp"]
    table = two_pages([*WHOLE, above], [["", "Tổng cộng", "", "", "500"], NEXT])
    assert [r.cells[1].text for r in table.rows[3:5]] == [above[1], "Tổng cộng"]


def test_the_rest_of_a_groups_title_is_its_own_where_all_groups_have_numbers() -> None:
    group, rest = ["II", "**NHÓM NHIỆM VỤ VỀ CƠ CHẾ**", "", "", ""], ["", "**RÀ SOÁT QUY HOẠCH**", "", "", ""]
    table = two_pages([*WHOLE, group], [rest, NEXT])
    assert table.rows[3].cells[1].text == "NHÓM NHIỆM VỤ VỀ CƠ CHẾ RÀ SOÁT QUY HOẠCH"
    unnumbered = ["", "**Nhóm chung**", "", "", ""]
    assert len(two_pages([*WHOLE, unnumbered, NEXT, group], [rest, NEXT]).rows) == 8


def test_a_body_alone_is_a_rest_where_other_cells_are_often_empty() -> None:
    rows = [
        ["1", "Lập", "", "Năm 2027", ""],
        ["2", "Trình", "Đề án", "", "Sở Y tế"],
        ["3", "Rà soát", "", "", "Sở Y tế"],
    ]
    above = ["4", "Trao học bổng", "", "", "Trường Cao đẳng Cộng đồng Hậu"]
    table = two_pages([*rows, above], [["", "", "", "", "Giang; Phòng Giáo dục"], NEXT])
    assert table.rows[3].cells[4].text == "Trường Cao đẳng Cộng đồng Hậu Giang; Phòng Giáo dục"
    assert len(two_pages([*rows, above], [["", "", "Đề án", "", "Sở Nội vụ"], NEXT]).rows) == 6


@pytest.mark.parametrize(("number", "carried"), [("II", False), ("6", True)])
def test_a_merged_cell_ends_above_a_groups_number(number: str, carried: bool) -> None:
    merged = [["4", "Lập đề án", "Đề án", "Năm 2027", "Sở Nội vụ"], ["5", "Rà soát", "Báo cáo", "^", "^"]]
    table = two_pages([*WHOLE, *merged], [[number, "Nhóm nhiệm vụ", "", "", ""], NEXT])
    assert [c.text for c in table.rows[5].cells][3:] == (["Năm 2027", "Sở Nội vụ"] if carried else ["", ""])


def test_a_number_in_the_middle_of_its_row_may_stand_on_the_next_page() -> None:
    above = ["", "Xây dựng cơ sở dữ liệu về", "Hệ thống", "Tháng", "Sở Khoa học và"]
    table = two_pages([*WHOLE, above], [["4", "dân cư", "", "12/2030", "Công nghệ"], NEXT])
    assert [c.text for c in table.rows[3].cells][:2] == ["4", "Xây dựng cơ sở dữ liệu về dân cư"]


def test_a_row_cut_twice_is_one_of_three_pages() -> None:
    first = [*WHOLE, ["4", "Xây dựng, quản lý và", "Hệ thống", "Năm 2028", "Sở Tư pháp"]]
    table = joined(
        first,
        [["", "khai thác cơ sở dữ liệu của các", "", "", ""]],
        [["", "ngành, lĩnh vực", "", "", ""], NEXT],
        headings=HEADINGS,
    )
    assert table.rows[3].cells[1].text == "Xây dựng, quản lý và khai thác cơ sở dữ liệu của các ngành, lĩnh vực"
    assert table.rows[3].pages == (1, 2, 3)


def test_a_merged_cell_cut_between_two_of_its_rows_goes_on() -> None:
    first = [
        *WHOLE,
        ["4", "Xây dựng nhà ở", "Dự án", "Năm 2029", "Sở Xây dựng"],
        ["5", "Cải tạo chung cư", "Dự án", "Năm 2030", "^"],
    ]
    second = [["6", "Nâng cấp đô thị", "Đề án", "Năm 2028", ""], ["7", "Chỉnh trang", "Đề án", "Năm 2028", "^"]]
    table = two_pages(first, second)
    assert [row.cells[4].text for row in table.rows[3:]] == ["Sở Xây dựng"] * 4
    assert [row.cells[4].carried_down for row in table.rows[3:]] == [False, True, True, True]
    assert table.rows[6].cells[4].merged == 4


def test_a_cell_that_is_empty_on_the_next_page_is_not_filled_from_above() -> None:
    second = [["4", "Nâng cấp đô thị", "Đề án", "Năm 2028", ""], NEXT]
    assert two_pages(WHOLE, second).rows[3].cells[4].text == ""


def test_cells_merged_down_and_across_stand_in_every_place() -> None:
    rows = [
        ["1", "Lập quy hoạch", "Quyết định", "Năm 2027", "Sở Xây dựng"],
        ["2", "Thực hiện theo Kế hoạch riêng", "<", "Năm 2028", "^"],
    ]
    table = joined(rows, headings=HEADINGS)
    second = table.rows[1].cells
    assert second[1] is second[2]
    assert second[1].columns == (1, 3)
    assert (second[4].text, second[4].carried_down, second[4].merged) == ("Sở Xây dựng", True, 2)


@pytest.mark.parametrize("above", ["giai đoạn 2026", "đến năm 2026"])
def test_a_span_of_years_cut_before_its_dash_is_one(above: str) -> None:
    first = [*WHOLE, ["4", "Xây dựng nhà ở", "Dự án", above, "Sở Xây dựng"]]
    table = two_pages(first, [["", "", "", "- 2030", ""], NEXT])
    assert table.rows[3].cells[3].text == f"{above} - 2030"


def test_a_row_that_may_be_a_rest_or_a_row_of_its_own_leaves_both_in_doubt() -> None:
    first = [*WHOLE, ["4", "Xây dựng báo cáo của Ban Thường vụ", "Báo cáo", "Năm 2028", "Ban Quản lý Khu kinh tế Hải"]]
    table = two_pages(first, [["", "Thành ủy", "", "", "Phòng"], NEXT])
    assert len(table.rows) == 5 or any(map(doubted, table.rows))


def test_an_empty_cell_below_a_page_s_end_goes_on_in_a_column_of_merged_cells_and_is_doubted() -> None:
    first = [
        ["1", "Lập", "Kế hoạch", "2026", "Sở Y tế"],
        ["2", "Trình", "Tờ trình", "2026", "^"],
        ["3", "Ban hành", "Bộ tài liệu", "2027", "Sở Nội vụ"],
    ]
    second = [["4", "Biên soạn", "Tài liệu", "2027", ""], ["5", "Tổng kết", "Báo cáo", "2028", "Sở Tài chính"]]
    fourth = two_pages(first, second).rows[3]
    assert (fourth.cells[4].text, fourth.cells[4].carried_down) == ("Sở Nội vụ", True)
    assert doubted(fourth)


def test_an_empty_cell_where_none_is_merged_stays_empty() -> None:
    first = [["1", "Lập", "Kế hoạch", "2026", "Sở Y tế"], ["2", "Ban hành", "Bộ tài liệu", "2027", "Sở Nội vụ"]]
    second = [["3", "Biên soạn", "Tài liệu", "2027", ""], ["4", "Tổng kết", "Báo cáo", "2028", "Sở Tài chính"]]
    assert two_pages(first, second).rows[2].cells[4].text == ""


SCORED = [[str(n), f"Tiêu chí {n} đạt yêu cầu.", "", f"{n},5", ""] for n in range(1, 6)]
REST = ["", "Xác định điểm theo công thức dưới đây", "", "", ""]


def test_a_row_without_number_where_all_others_have_one_is_a_rest_and_doubted_where_little_else_says_so() -> None:
    table = two_pages(SCORED, [REST, ["6", "Tiêu chí 6", "", "1,0", ""]])
    assert (len(table.rows), doubted(table.rows[4])) == (6, True)
    assert table.rows[4].cells[1].text.endswith(REST[1])


@pytest.mark.parametrize("unnumbered", [["", "Tiêu chí cộng thêm", "", "2,0", ""], ["", "Nhóm chung", "", "", ""]])
def test_where_another_row_has_no_number_the_row_stays_its_own(unnumbered: list[str]) -> None:
    table = two_pages([unnumbered, *SCORED], [REST, ["6", "Tiêu chí 6", "", "1,0", ""]])
    assert len(table.rows) == 8


def test_a_groups_heading_and_a_row_with_all_cells_stay_their_own_where_all_others_have_numbers() -> None:
    for own in (["", "**Điểm cộng**", "", "", ""], ["", "Tiêu chí cộng thêm", "", "2,0", ""]):
        assert len(two_pages(SCORED, [own, ["6", "Tiêu chí 6", "", "1,0", ""]]).rows) == 7
