"""Each break as two sides: texts that go on, texts that begin anew, and those that could be either."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.tables.continuation.text_flow import flow

GOES_ON = [
    ("Tháng", "12/2030"),
    ("Trước ngày", "31/12/2026"),
    ("Giai đoạn", "2026 - 2030"),
    ("Quý", "IV năm 2026"),
    ("Sở Nông nghiệp và", "Môi trường"),
    ("Ủy ban nhân dân các", "phường Hồng Bàng"),
    ("đầu tư hạ tầng (điện,", "nước) cho khu công nghiệp"),
    ("xây dựng", "kế hoạch hằng năm"),
    ("Báo cáo kết quả gửi", "về Sở Tài chính"),
    ("Các sở, ban", ", ngành thành phố"),
    ("2026 -", "2030"),
    ("tỷ lệ đạt 35", "% vào năm 2030"),
]
BEGINS_ANEW = [
    ("Tháng 12/2030", "Năm 2027"),
    ("Năm 2026", "Quý II/2027"),
    ("Hằng năm", "Thường xuyên"),
    ("Trình Hội đồng nhân dân thông qua.", "Xây dựng đề án chuyển đổi số"),
    ("Lập quy hoạch trạm sạc", "- Rà soát quỹ đất"),
    ("Lập quy hoạch trạm sạc;", "a) Rà soát quỹ đất"),
    ("Sở Tài chính", "Sở Xây dựng"),
    ("Kế hoạch của thành phố", "Quyết định phê duyệt"),
]


@pytest.mark.parametrize(("before", "after"), GOES_ON)
def test_a_text_that_goes_on(before: str, after: str) -> None:
    assert flow(before, after).weight >= 0.9


@pytest.mark.parametrize(("before", "after"), BEGINS_ANEW)
def test_a_text_that_begins_anew(before: str, after: str) -> None:
    assert flow(before, after).weight < 0


def test_an_empty_side_says_nothing() -> None:
    assert flow("", "Sở Tài chính").weight == flow("Sở Tài chính", " ").weight == 0


def test_a_list_of_bodies_goes_on_after_its_semicolon_and_a_list_of_works_does_not() -> None:
    assert flow("Sở Nông nghiệp và Môi trường;", "Sở Tài chính").weight == 0.5
    assert flow("Rà soát quy hoạch hoàn thành;", "Xây dựng đề án chuyển đổi số").weight < 0


def test_words_that_open_and_end_texts_alike_say_next_to_nothing() -> None:
    assert 0 <= flow("Ủy ban nhân dân các xã", "Tân Hưng").weight < 0.5
    assert 0 <= flow("Các phòng thuộc Sở", "Tài chính").weight < 0.5


@given(st.text(max_size=200), st.text(max_size=200))
def test_every_answer_is_a_weight_with_a_reason(before: str, after: str) -> None:
    one = flow(before, after)
    assert -1 <= one.weight <= 1
    assert one.reason
