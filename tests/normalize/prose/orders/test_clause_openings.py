from __future__ import annotations

import pytest

from nghiquyet.normalize.prose.orders.clause_openings import actor_places, behind_order, is_opening, ordered_by_another


def first_actor(clause: str) -> str | None:
    return next((clause[start:] for start, _ in actor_places(clause)), None)


@pytest.mark.parametrize(
    "opening",
    [
        "",
        "Căn cứ Kế hoạch này, ",
        "Trong tháng 9/2026, ",
        "Định kỳ hằng quý, ",
        "Để bảo đảm tiến độ, ",
        "Đối với các dự án chậm tiến độ, ",
        "Về kinh phí: ",
        "Bên cạnh đó, hằng tháng ",
        "Giao ",
    ],
)
def test_the_actor_stands_behind_an_adverbial(opening: str) -> None:
    assert first_actor(f"{opening}Sở Y tế rà soát các trạm y tế.") == "Sở Y tế rà soát các trạm y tế."


@pytest.mark.parametrize("clause", ["Rà soát các trạm y tế, bổ sung thuốc.", "Thực hiện rà soát, sắp xếp các đơn vị."])
def test_a_clause_without_an_adverbial_names_nobody_behind_its_comma(clause: str) -> None:
    assert first_actor(clause) is None


def test_a_body_within_the_adverbial_is_passed_over() -> None:
    clause = "Trên cơ sở đề xuất của các sở, ngành, Sở Tài chính tổng hợp."
    assert first_actor(clause) == "Sở Tài chính tổng hợp."


def test_words_of_ordering() -> None:
    assert behind_order("Giao Sở Y tế") == 5
    assert behind_order("Giao thông vận tải") is None
    assert ordered_by_another("Chủ tịch giao Sở Y tế", 20) == len("Chủ tịch giao ")
    assert ordered_by_another("Sở Y tế rà soát", 15) is None


def test_openings() -> None:
    assert is_opening("Trong năm 2026, Sở Y tế …")
    assert not is_opening("Sở Y tế …")
