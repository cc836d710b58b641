"""Names that go on like clauses, and names that only look like it."""

from __future__ import annotations

import pytest

from nghiquyet.normalize.prose.orders.odd_names import is_odd_name


@pytest.mark.parametrize(
    "name",
    [
        "Hội đồng cấp tỉnh lập tờ trình gửi Ủy ban",
        "Các bộ, ngành, cơ quan chủ quản, nhất là ACV",
        "Đơn vị dịch vụ vận chuyển là các tổ chức được nhà nước",
        "Ủy ban nhân dân các phường, xã quyết định phê duyệt phương án",
        "Các cơ quan, đơn vị được giao nhiệm vụ trong Kế hoạch và",
        "Các bộ, cơ quan ngang bộ a) Khẩn trương",
    ],
)
def test_a_name_with_words_of_the_order_is_odd(name: str) -> None:
    assert is_odd_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "Cơ quan lập đề án vùng phát thải thấp",
        "Các cơ quan được phân công chủ trì thực hiện nhiệm vụ",
        "Cơ quan có chức năng quản lý đất đai cấp xã",
        "Các đơn vị sự nghiệp công lập",
        "Ủy ban nhân dân các tỉnh, thành phố vùng đồng bằng sông Hồng",
        "Các tỉnh Nghệ An, Quảng Ngãi, Cao Bằng",
        "Các sở, ban, ngành, tổ chức chính trị - xã hội",
    ],
)
def test_a_name_with_verbs_of_its_own_is_not(name: str) -> None:
    assert not is_odd_name(name)
