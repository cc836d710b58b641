"""Whether a word of ordering behind a comma begins another order, each with its twin."""

from __future__ import annotations

from nghiquyet.normalize.fields.deadlines import DeadlineContext
from nghiquyet.normalize.model import Task
from nghiquyet.normalize.prose.orders import prose_to_orders
from tests.normalize.printed_prose import linker, printed, prose


def orders(*texts: str, title: str = "NHIỆM VỤ", above: str = "") -> tuple[Task, ...]:
    sections = [printed("I", title=above or "TỔ CHỨC THỰC HIỆN"), printed("I.1", *texts, title=title)]
    return prose_to_orders(prose(*sections), linker("Lâm Đồng"), DeadlineContext()).tasks


def leads(found: tuple[Task, ...]) -> list[list[str | None]]:
    return [[one.name for one in task.lead] for task in found]


def test_whoever_acts_may_order_others_in_turn() -> None:
    text = "- Rà soát, phân loại, giao các phòng chuyên môn xử lý hồ sơ tồn đọng."
    assert leads(orders(text, title="Sở Y tế")) == [["Sở Y tế"]]
    text = "Sở Y tế hoàn thiện hồ sơ, đề nghị Ủy ban nhân dân tỉnh xem xét, quyết định."
    assert leads(orders(text)) == [["Sở Y tế"]]


def test_behind_what_the_issuer_decides_another_is_ordered() -> None:
    text = "Thống nhất chủ trương điều chỉnh quy hoạch, giao Sở Xây dựng hoàn thiện hồ sơ trình duyệt."
    assert ["Sở Xây dựng"] in leads(orders(text))
    text = "Giao Sở Y tế rà soát quy định, giao Sở Nội vụ thẩm định biên chế của đơn vị."
    assert leads(orders(text)) == [["Sở Y tế"], ["Sở Nội vụ"]]


def test_partners_end_with_their_order() -> None:
    text = "Giao Sở Y tế rà soát quy định. Giao Sở Nội vụ phối hợp với Sở Tài chính thẩm định biên chế."
    first, second = orders(text)
    assert [one.name for one in first.coordinating] == []
    assert [one.name for one in second.coordinating] == ["Sở Tài chính"]


def test_a_label_line_counts_more_than_vague_words() -> None:
    texts = ("- Các cơ quan, đơn vị tổ chức phổ biến luật.", "- Cơ quan thực hiện: Sở Tư pháp, Sở Nội vụ.")
    assert leads(orders(*texts)) == [["Sở Tư pháp", "Sở Nội vụ"]]
    texts = ("- Sở Y tế tổ chức phổ biến luật.", "- Cơ quan thực hiện: Sở Tư pháp, Sở Nội vụ.")
    assert leads(orders(*texts)) == [["Sở Y tế"]]


def test_a_labels_clauses_name_all_who_act() -> None:
    texts = (
        "- Rà soát văn bản quy phạm pháp luật.",
        "- Cơ quan thực hiện: Sở Tư pháp rà soát văn bản của tỉnh; các sở, ngành rà soát văn bản của mình.",
    )
    assert leads(orders(*texts)) == [["Sở Tư pháp", "Các sở, ngành"]]


def test_a_time_label_may_lack_its_colon() -> None:
    (found,) = orders("- Tổ chức phổ biến Chiến lược.", "- Thời gian thực hiện trước ngày 30/6/2026.")
    assert str(found.deadline.end) == "2026-06-30"
