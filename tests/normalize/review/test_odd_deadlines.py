from __future__ import annotations

import pytest

from nghiquyet.normalize.review.odd_deadlines import is_odd_deadline


@pytest.mark.parametrize(
    "text",
    [
        "Tháng 6:2020",
        "Đến 31/01:2027",
        "Tháng [2/2021",
        "Quý I-11/2026",
        "Quý I-1/2026",
        "Tháng 5/2026 Tháng 6/2026",
        "Năm 2026 Quý II/2027",
        "-Hằng năm",
        "Trước ngày 20/8/2025/",
        "Quý [H/2026",
    ],
)
def test_shapes_that_nobody_prints(text: str) -> None:
    assert is_odd_deadline(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tháng 12/2030",
        "Quý I - II/2026",
        "Quý II và Quý IV/2026",
        "Quý 1/2022",
        "Quý IV/2021 - Quý I/2022",
        "2025 - 2027",
        "Năm 2026, 2027",
        "- Năm 2026: 50%; - Năm 2027: 100%",
        "Trước ngày 30/11/2026; báo cáo hằng quý",
        "Từ tháng 10/2020 đến tháng 3/2021",
        "31.12.2026",
        "Từ năm 2026 đến năm 2030",
        "Năm 2030 và các năm tiếp theo",
        "Thường xuyên, hằng năm",
        "Trước ngày 05 của tháng liền kề",
        "30 ngày sau khi công bố PCI 2025",
        "Tháng 6 hằng năm",
        "15/12 hằng năm",
        "",
    ],
)
def test_shapes_that_are_printed(text: str) -> None:
    assert not is_odd_deadline(text)
