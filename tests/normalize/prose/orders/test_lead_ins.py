"""What lead-ins and headings say for what stands under them, each with its twin."""

from __future__ import annotations

import pytest

from nghiquyet.normalize.fields.deadlines import DeadlineContext
from nghiquyet.normalize.model import Task
from nghiquyet.normalize.prose.orders import prose_to_orders
from tests.normalize.printed_prose import linker, printed, prose

WORK = ("- Rà soát quy định về phí.", "- Tổ chức hội nghị tổng kết.")


def tasks(*texts: str, title: str = "Về công tác chung", above: str = "") -> tuple[Task, ...]:
    sections = [printed("I", title=above)] if above else []
    sections.append(printed("I.1" if above else "I", *texts, title=title))
    return prose_to_orders(prose(*sections), linker("Lâm Đồng"), DeadlineContext()).tasks


@pytest.mark.parametrize(
    ("lead_in", "lead"),
    [
        ("Chủ tịch Ủy ban nhân dân tỉnh kết luận như sau:", []),
        ("Ủy ban nhân dân tỉnh có ý kiến như sau:", []),
        ("Sở Y tế thực hiện các nhiệm vụ như sau:", ["Sở Y tế"]),
        ("Chủ tịch Ủy ban nhân dân tỉnh yêu cầu Sở Y tế thực hiện các nhiệm vụ sau:", ["Sở Y tế"]),
    ],
)
def test_whoever_speaks_is_not_ordered(lead_in: str, lead: list[str]) -> None:
    for found in (tasks(lead_in, *WORK), tasks(*WORK, title=lead_in)):
        assert [[one.name for one in task.lead] for task in found] == [lead, lead]


def test_a_heading_names_partners_of_the_one_above() -> None:
    heading = "Chủ trì, phối hợp với Sở Tài chính"
    (found,) = tasks(WORK[0], title=heading, above="Sở Y tế")
    assert [one.name for one in found.lead] == ["Sở Y tế"]
    assert [one.name for one in found.coordinating] == ["Sở Tài chính"]
    (found,) = tasks(WORK[0], title="Công tác phối hợp với Sở Tài chính", above="Sở Y tế")
    assert found.coordinating == ()


def test_the_closing_formula_of_a_dispatch_orders_nothing() -> None:
    assert tasks("Nhận được Công văn này, yêu cầu các đơn vị khẩn trương thực hiện.", title="NHIỆM VỤ") == ()
    assert len(tasks("Nhận được hồ sơ, yêu cầu các đơn vị khẩn trương thực hiện.", title="NHIỆM VỤ")) == 1
