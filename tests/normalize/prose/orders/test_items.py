from __future__ import annotations

import pytest

from nghiquyet.normalize.prose.orders.items import Item, clause_starts, inline_sayings, item_to_saying, label_role


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Đơn vị chủ trì thực hiện", "lead"),
        ("Cơ quan phối hợp", "coordinating"),
        ("Thời gian hoàn thành", "deadline"),
        ("Sản phẩm dự kiến", "result"),
        ("Thực hiện chính sách tiền tệ linh hoạt", None),
        ("Phối hợp với các Bộ, ngành Trung ương, như", None),
        ("Nhiệm vụ", None),
    ],
)
def test_a_label_names_a_role_and_no_more(label: str, role: str | None) -> None:
    assert label_role(label) == role


def test_labels_within_an_item() -> None:
    item = Item("Hoàn thiện Kiến trúc số (chủ trì: Sở Y tế; thời gian: tháng 6/2026).", 0, 0)
    assert [(s.role, s.value) for s in inline_sayings(item)] == [("lead", "Sở Y tế"), ("deadline", "tháng 6/2026")]
    assert clause_starts(item.text) == (0,)


def test_what_to_do_is_no_label() -> None:
    assert item_to_saying(Item("Về kinh phí: Sở Tài chính bố trí.", 0, 0)) is None
    assert item_to_saying(Item("Rà soát các quy định sau: đất đai, nhà ở.", 0, 0)) is None
