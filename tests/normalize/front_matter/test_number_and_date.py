from __future__ import annotations

import datetime as dt

import pytest

from nghiquyet.normalize.front_matter.number_and_date import read_date


@pytest.mark.parametrize(
    ("row", "place"),
    [
        ("Hà Nội, ngày 19 tháng 7 năm 2021", "Hà Nội"),
        ("Thành phố Hồ Chí Minh, ngày 19 tháng 7 năm 2021", "Thành phố Hồ Chí Minh"),
        ("Bà Rịa - Vũng Tàu, ngày 19/7/2021", "Bà Rịa - Vũng Tàu"),
    ],
)
def test_a_place_and_its_date(row: str, place: str) -> None:
    assert (read_date((row,)).place, read_date((row,)).day) == (place, dt.date(2021, 7, 19))


@pytest.mark.parametrize(
    "row",
    [
        "Căn cứ Luật Phòng, chống thiên tai ngày 19 tháng 6 năm 2013;",
        "Căn cứ Luật Đầu tư ngày 17 tháng 6 năm 2020;",
        "Xét đề nghị của Giám đốc Sở ngày 17 tháng 6 năm 2020",
    ],
)
def test_the_date_of_what_a_document_rests_on_is_not_its_own(row: str) -> None:
    assert (read_date((row,)).place, read_date((row,)).day) == (None, None)
