from __future__ import annotations

import pytest

from nghiquyet.extract.model import Line
from nghiquyet.extract.page.furniture import split_furniture
from tests.extract.builders import line

HEIGHT = 842.0


def split(*pages: list[Line]) -> list[tuple[list[str], list[str]]]:
    parted = split_furniture([(HEIGHT, lines) for lines in pages])
    return [([x.text for x in text], [x.text for x in furniture]) for text, furniture in parted]


@pytest.mark.parametrize("number", ["2", "- 2 -", "Trang 2", "2/12", "trang 2/12", "– 2 –"])
def test_a_page_number_in_the_margin_is_furniture(number: str) -> None:
    assert split([line(number, 290, 30), line("Điều 1.", top=100)]) == [(["Điều 1."], [number])]
    assert split([line("Điều 1.", top=100), line(number, 290, 800)]) == [(["Điều 1."], [number])]


def test_on_a_low_page_the_number_stands_as_far_from_the_edge() -> None:
    ((text, furniture),) = split_furniture([(595.0, [line("3", 420, 60), line("Bảng 3", 50, 60 + 30)])])
    assert ([x.text for x in text], [x.text for x in furniture]) == (["Bảng 3"], ["3"])
    ((text, _),) = split_furniture([(595.0, [line("Phụ lục", 420, 60)])])
    assert [x.text for x in text] == ["Phụ lục"]


def test_a_number_in_the_text_stays() -> None:
    assert split([line("2", 290, 300)]) == [(["2"], [])]


def test_words_in_the_margin_stay_where_they_stand_on_one_page_only() -> None:
    assert split([line("Nơi nhận:", top=780)], [line("Điều 2.", top=30)]) == [(["Nơi nhận:"], []), (["Điều 2."], [])]


def test_a_running_line_is_furniture_also_with_changing_numbers() -> None:
    pages = [[line(f"Kế hoạch 15 - tờ {n}", top=30 + 0.4 * n), line(f"Khoản {n}", top=200)] for n in range(1, 5)]
    assert split(*pages) == [([f"Khoản {n}"], [f"Kế hoạch 15 - tờ {n}"]) for n in range(1, 5)]


def test_a_line_repeated_in_the_text_is_no_running_line() -> None:
    pages = [[line("Tổ chức thực hiện", top=300)] for _ in range(5)]
    assert split(*pages) == [(["Tổ chức thực hiện"], [])] * 5


def test_a_running_line_must_stand_at_one_place_of_three_pages() -> None:
    assert split(*[[line("Phụ lục", top=30)] for _ in range(2)]) == [(["Phụ lục"], [])] * 2
    assert split(*[[line("Phụ lục", top=10 + 25 * n)] for n in range(3)]) == [(["Phụ lục"], [])] * 3


@pytest.mark.parametrize(
    "text",
    [
        "Người ký: ỦY BAN NHÂN DÂN",
        "Thời gian ký: 15/07/2025 10:00",
        "Cơ quan: Tỉnh A",
        "Signature Not Verified",
        "Thời gian ký 05.02.2026 17:34:17",
        "Email ubnd@tinh.gov.vn",
    ],
)
def test_a_signature_stamp_is_furniture_wherever_it_stands_if_small(text: str) -> None:
    assert split([line(text, 300, 300, size=8)]) == [([], [text])]
    assert split([line(text, 300, 300, size=13)]) == [([text], [])]


def test_no_page_and_an_empty_page() -> None:
    assert split() == []
    assert split([]) == [([], [])]


def test_numbered_headings_at_one_place_of_many_pages_are_text() -> None:
    pages = [(842.0, [line(f"Phụ lục {n}", top=30, page=n), line("Chỉ tiêu", top=300, page=n)]) for n in range(1, 6)]
    assert all(furniture == () for _, furniture in split_furniture(pages))


def test_a_scan_may_lay_a_page_and_its_number_lower() -> None:
    body = line("Điều 1.", top=170, page=3)
    assert split([line("3", 290, 130, 3, confidence=0.9), body]) == [(["Điều 1."], ["3"])]
    assert split([line("3", 290, 90, 3, confidence=0.9), body]) == [(["Điều 1."], ["3"])]
    assert split([line("4", 290, 90, 3, confidence=0.9), body]) == [(["4", "Điều 1."], [])]
    assert split([line("3", 290, 90, 3), body]) == [(["3", "Điều 1."], [])]
