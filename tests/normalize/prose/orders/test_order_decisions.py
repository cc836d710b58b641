"""Orders say what makes them orders, and whose date their deadline is."""

from __future__ import annotations

import pytest

from nghiquyet.extract.decisions.decision import Decision
from nghiquyet.extract.outline.model import OutlineSection
from nghiquyet.normalize.prose.orders import prose_to_orders
from tests.normalize.printed_prose import linker, printed, prose, time


def decisions(*sections: OutlineSection) -> tuple[Decision, ...]:
    return prose_to_orders(prose(*sections), linker(), time()).decisions


def told(decision: Decision) -> dict[str, object]:
    return {evidence.feature: evidence.value for evidence in decision.evidence}


def test_every_order_has_one_decision_about_its_kind() -> None:
    section = printed("II", "1. Sở Y tế xây dựng kế hoạch. Giao Sở Tài chính bố trí kinh phí.", title="Nhiệm vụ")
    found = prose_to_orders(prose(section), linker(), time())
    kinds = [d for d in found.decisions if d.kind == "row_kind"]
    assert [d.subject.id for d in kinds] == [task.id for task in found.tasks]
    assert all((d.chosen, d.alternatives[0].choice) == ("order", "text") for d in kinds)
    assert decisions(printed("I", "Tình hình còn nhiều khó khăn.", title="Đánh giá")) == ()


def test_an_order_says_whether_it_names_its_body_or_stands_under_it() -> None:
    (own,) = decisions(printed("II", "Giao Sở Y tế xây dựng kế hoạch phòng bệnh.", title="Tổ chức thực hiện"))
    assert told(own)["orders_a_body"] == "Giao Sở Y tế"
    (under,) = decisions(printed("II", "- Xây dựng kế hoạch phòng bệnh của tỉnh.", title="Sở Y tế"))
    assert told(under)["under_a_body"] == "Sở Y tế"
    assert "orders_a_body" not in told(under)


@pytest.mark.parametrize(
    ("title", "text", "source"),
    [
        ("Nhiệm vụ", "Sở Y tế xây dựng kế hoạch trước ngày 15/12/2026.", "own_date"),
        ("Nhiệm vụ", "Sở Y tế xây dựng kế hoạch phòng bệnh.\n- Thời hạn: tháng 8/2026.", "labelled_date"),
        ("Nhiệm vụ hoàn thành trước ngày 15/12/2026", "Sở Y tế xây dựng kế hoạch phòng bệnh.", "heading_date"),
        ("Nhiệm vụ", "Trước ngày 15/12/2026, các đơn vị sau:\n- Sở Y tế xây dựng kế hoạch.", "lead_in_date"),
    ],
)
def test_a_deadline_says_whose_date_it_is(title: str, text: str, source: str) -> None:
    (due,) = [d for d in decisions(printed("II", *text.split("\n"), title=title)) if d.kind == "deadline"]
    assert (due.subject.id, due.subject.field) == ("II/1", "deadline")
    assert due.evidence[0].feature == source


def test_an_order_without_date_has_no_decision_about_one() -> None:
    assert [d.kind for d in decisions(printed("II", "Sở Y tế xây dựng kế hoạch.", title="Nhiệm vụ"))] == ["row_kind"]


def test_lines_of_bodies_below_make_an_order_of_a_text() -> None:
    section = printed("II", "- Kế hoạch phòng bệnh của tỉnh.", "- Đơn vị chủ trì: Sở Y tế.", title="Nhiệm vụ")
    assert "label_lines_follow" in told(decisions(section)[0])
