"""Times in an order's own words that say when, and those that name something, each with its twin."""

from __future__ import annotations

import datetime as dt

import pytest

from nghiquyet.normalize.fields.deadlines import DeadlineContext
from nghiquyet.normalize.prose.orders.own_deadlines import MAYBE_NAME, own_deadline

TIME = DeadlineContext(dt.date(2025, 11, 1), None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Đối với các nhiệm vụ triển khai trong năm 2025, các sở chủ động bố trí kinh phí.", None),
        ("Các sở chủ động bố trí kinh phí trong năm 2025, báo cáo kết quả.", "trong năm 2025"),
        ("Rà soát kế hoạch; đối với nhiệm vụ được giao trong năm 2025, tiếp tục thực hiện.", None),
        ("Đưa vào khai thác nhà ga T3 Tân Sơn Nhất, T2 Nội Bài.", None),
        ("Trong năm 2025, đưa vào khai thác nhà ga T2 Nội Bài.", "Trong năm 2025"),
        ("Báo cáo Thủ tướng những nội dung vượt thẩm quyền, hoàn thành đến hết năm 2025.", "đến hết năm 2025"),
    ],
)
def test_what_says_when(text: str, words: str | None) -> None:
    found = own_deadline(text, TIME)
    assert (found.words if found else None) == words


def test_a_year_in_mid_clause_is_doubted() -> None:
    named = own_deadline("Thực hiện cam kết đạt mức phát thải ròng bằng 0 vào năm 2050.", TIME)
    first = own_deadline("Vào năm 2050, đạt mức phát thải ròng bằng 0.", TIME)
    reached = own_deadline("Rà soát các khu dân cư, hoàn thành đến năm 2030.", TIME)
    assert named is not None
    assert MAYBE_NAME in named.doubts
    assert first is not None
    assert MAYBE_NAME not in first.doubts
    assert reached is not None
    assert MAYBE_NAME not in reached.doubts
