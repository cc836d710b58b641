"""Bodies behind labels and in the bracket at an order's end, each with its twin."""

from __future__ import annotations

import pytest

from nghiquyet.normalize.fields.deadlines import DeadlineContext
from nghiquyet.normalize.model import Task
from nghiquyet.normalize.prose.orders import prose_to_orders
from tests.normalize.printed_prose import linker, printed, prose

AGENCIES = linker("Lâm Đồng")


def order(text: str, above: str = "Cải cách thể chế") -> Task:
    sections = (printed("I", title="NHIỆM VỤ"), printed("I.1", f"- {text}", title=above))
    (task,) = prose_to_orders(prose(*sections), AGENCIES, DeadlineContext()).tasks
    return task


@pytest.mark.parametrize(
    ("bracket", "lead", "coordinating"),
    [
        ("(Sở Tư pháp chủ trì)", ["Sở Tư pháp"], []),
        ("(do Sở Tư pháp chủ trì, phối hợp với Sở Tài chính)", ["Sở Tư pháp"], ["Sở Tài chính"]),
        ("(các sở, ban, ngành thực hiện)", ["Các sở, ban, ngành"], []),
        ("(giao Sở Tư pháp chủ trì, hoàn thành trong quý I/2026)", ["Sở Tư pháp"], []),
        ("(Sở Tư pháp đã có báo cáo)", [], []),
        ("(các cơ quan được giao thực hiện nhiệm vụ đặc thù)", [], []),
        ("(chiếm 12% số văn bản của tỉnh)", [], []),
    ],
)
def test_whom_a_bracket_charges(bracket: str, lead: list[str], coordinating: list[str]) -> None:
    found = order(f"Rà soát quy định về phí {bracket}.")
    assert [one.name for one in found.lead] == lead
    assert [one.name for one in found.coordinating] == coordinating


def test_a_bracket_counts_more_than_a_heading_and_less_than_the_subject() -> None:
    assert [a.name for a in order("Rà soát quy định (Sở Tư pháp chủ trì).", above="Sở Nội vụ").lead] == ["Sở Tư pháp"]
    assert [a.name for a in order("Sở Nội vụ rà soát quy định (Sở Tư pháp chủ trì).").lead] == ["Sở Nội vụ"]


def test_a_body_of_no_registry_in_a_bracket_is_doubted() -> None:
    found = order("Khởi công cầu Mỹ Lợi 2 (Ban Quản lý dự án giao thông chủ trì).")
    assert [one.text for one in found.lead] == ["Ban Quản lý dự án giao thông"]
    assert "lead" in [doubt.field for doubt in found.review]
