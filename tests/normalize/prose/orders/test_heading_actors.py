"""Headings that name who acts, each with its twin."""

from __future__ import annotations

import pytest

from nghiquyet.normalize.fields.deadlines import DeadlineContext
from nghiquyet.normalize.prose.orders import prose_to_orders
from nghiquyet.normalize.prose.orders.heading_actors import read_heading
from tests.normalize.printed_prose import linker, printed, prose

AGENCIES = linker("Lâm Đồng")


def under(*titles: str, at: int = -1) -> tuple[list[str | None], list[str]]:
    """The lead of the order under the heading with index ``at``, of headings side by side, and its doubts."""
    sections = [printed("I", title="TỔ CHỨC THỰC HIỆN")]
    for number, title in enumerate(titles, start=1):
        sections.append(printed(f"I.{number}", "- Rà soát, hoàn thiện quy định.", title=title))
    tasks = prose_to_orders(prose(*sections), AGENCIES, DeadlineContext()).tasks
    task = tasks[at]
    return [one.name or one.text for one in task.lead], [doubt.code for doubt in task.review if doubt.field == "lead"]


def test_an_apposition_names_nobody_else() -> None:
    named = read_heading("Sở Tài chính - Cơ quan thường trực Ban Chỉ đạo", AGENCIES)
    assert named is not None
    assert [one.name for one in named.assignments] == ["Sở Tài chính"]
    both = read_heading("Sở Tài chính - Sở Nội vụ", AGENCIES)
    assert both is not None
    assert len(both.assignments) == 2


def test_whose_duties_a_heading_names_is_somebody() -> None:
    names, doubts = under("Trách nhiệm của đối tượng thực hiện kiểm kê")
    assert names == ["đối tượng thực hiện kiểm kê"]
    assert doubts
    assert under("Trách nhiệm của Sở Y tế") == (["Sở Y tế"], [])


def test_a_heading_among_bodies_names_one_and_is_doubted() -> None:
    names, doubts = under("Sở Y tế", "Công an tỉnh", "Các chủ rừng là tổ chức")
    assert names == ["Các chủ rừng là tổ chức"]
    assert doubts
    assert under("Công tác chuẩn bị", "Công tác hậu cần", "Các chủ rừng là tổ chức")[0] == []


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("Nội dung Sở Y tế có trách nhiệm chủ trì", ["Sở Y tế"]),
        ("Nội dung Sở Xây dựng có trách nhiệm chủ trì", ["Sở Xây dựng"]),
        ("Nội dung phối hợp chung", []),
    ],
)
def test_a_heading_says_whose_work_it_is(title: str, lead: list[str]) -> None:
    assert under(title)[0] == lead


def test_ministers_are_their_ministries() -> None:
    text = "Bộ trưởng, Thủ trưởng cơ quan ngang bộ, cơ quan thuộc Chính phủ thực hiện nghiêm Công điện này."
    (task,) = prose_to_orders(prose(printed("I", text, title="NHIỆM VỤ")), AGENCIES, DeadlineContext()).tasks
    assert [one.name for one in task.lead] == ["Bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ"]
