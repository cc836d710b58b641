"""Kinds of tables: each sign moves the verdict, and made and real headings get the kind that a person gave them."""

from __future__ import annotations

import pytest

from nghiquyet.extract.language.column_headings import Role
from nghiquyet.normalize.tables.table_kinds import TableView, is_of_tasks, kind_likelihood, likeliest_kind

TITLES = ("Phát triển hạ tầng truyền dẫn", "Nâng cấp trung tâm điều hành", "Xây dựng cơ sở dữ liệu")


def view(headings: dict[str, Role], *cells: str, titles: tuple[str, ...] = TITLES, caption: str = "") -> TableView:
    """A table with a number and a title a row, and ``cells`` in the columns behind."""
    rows = [[str(n), title, *cells] for n, title in enumerate(titles, start=1)]
    return TableView(["TT", *headings], ["number", *headings.values()], rows, caption)


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        ({"Nhiệm vụ": "title", "Thời gian thực hiện": "deadline", "Ghi chú": "extra"}, ("2021-2025", "200")),
        ({"Nhiệm vụ": "title", "Tổng kinh phí": "extra"}, ("200",)),
        ({"Nội dung": "title", "Cơ quan chủ trì": "lead"}, ("Sở Y tế",)),
        ({"Công việc": "title", "Sản phẩm": "result"}, ("Kế hoạch",)),
        ({"Tên dự án": "title", "Cơ quan trình": "lead", "Tiến độ trình": "deadline"}, ("Chính phủ", "9/2025")),
    ],
)
def test_work_beside_who_when_what_or_cost_is_a_table_of_tasks(headings: dict[str, Role], cells: list[str]) -> None:
    assert is_of_tasks(view(headings, *cells)).holds


@pytest.mark.parametrize(
    ("headings", "cells", "titles"),
    [
        ({"Tên thủ tục hành chính": "title", "Cơ quan thực hiện": "lead"}, ("Sở Y tế",), ("Cấp giấy phép",) * 3),
        ({"Họ và tên": "foreign", "Nhiệm vụ": "title"}, ("Tổ trưởng",), ("Lê Văn A",) * 3),
        ({"Nội dung": "title", "Đơn vị tính": "foreign", "Mức thu": "extra"}, ("đồng", "20"), ("Đền Bạch Mã",) * 3),
        ({"Tên": "title", "Thời gian quản nhiệm": "deadline"}, ("1967–1990",), ("Nguyễn Huy Mai",) * 3),
        ({"Nhiệm vụ": "title"}, (), TITLES),
        ({"Nhiệm vụ": "title", "Chủ trì": "lead"}, ("",), ("", "", "")),
    ],
)
def test_other_things_are_none(headings: dict[str, Role], cells: tuple[str, ...], titles: tuple[str, ...]) -> None:
    verdict = is_of_tasks(view(headings, *cells, titles=titles))
    assert not verdict.holds
    assert verdict.reason


def test_verbs_and_the_caption_speak_for_tasks() -> None:
    headings: dict[str, Role] = {"Nội dung": "title", "Thời gian": "deadline"}
    plain = view(headings, "2026", titles=("Đường tỉnh 412",) * 3)
    likely = kind_likelihood(plain, "tasks").value
    assert likely < kind_likelihood(view(headings, "2026"), "tasks").value
    titled = view(headings, "2026", titles=("Đường tỉnh 412",) * 3, caption="DANH MỤC NHIỆM VỤ")
    assert likely < kind_likelihood(titled, "tasks").value


@pytest.mark.parametrize(
    ("rows", "doubtful"),
    [
        ([["1", "Rà soát văn bản", "Sở Y tế"]] * 4, True),
        ([["1", "Rà soát văn bản", "Quý I/2026"]] * 4, True),
        ([["1", "Máy tính", "Sở Y tế"]] * 4, False),
        ([["1", "Máy tính", "12"]] * 4, False),
        ([["Rà soát văn bản", "x", "Sở Y tế"]] * 4, False),
    ],
)
def test_numbered_rows_without_headings_that_tell_bodies_or_times_may_be_tasks(
    rows: list[list[str]], doubtful: bool
) -> None:
    verdict = is_of_tasks(TableView(["", "", ""], ["number", "extra", "extra"], rows))
    assert (verdict.holds, verdict.doubtful) == (False, doubtful)


def test_nothing_told_is_another_kind() -> None:
    assert likeliest_kind(TableView(["TT", "Tên hồ sơ"], ["number", "extra"], [["1", "Đơn"], ["2", "Ảnh"]])) == (
        "other",
        None,
    )
