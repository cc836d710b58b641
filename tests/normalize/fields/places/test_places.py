"""Units of the state by name and by day, and the spellings of one word."""

from __future__ import annotations

import datetime as dt

import pytest

from nghiquyet.normalize.fields.places import current_units, former_units, province_of, provinces


def test_there_are_34_provinces_now_and_63_before_the_reform() -> None:
    assert sum(p.stands_on(None) for p in provinces()) == 34
    assert sum(p.stands_on(dt.date(2025, 6, 30)) for p in provinces()) == 63


def test_every_successor_of_a_province_stands_today() -> None:
    standing = {p.id for p in provinces() if p.stands_on(None)}
    assert {p.successor for p in provinces() if p.successor} <= standing


def test_communes_add_up_to_the_state_s_count_and_have_unique_ids() -> None:
    communes = [u for p in {p.id for p in provinces()} for u in current_units(p)]
    assert len(communes) == 3321
    assert len({u.id for u in communes}) == 3321


def test_successors_of_communes_are_communes_of_today() -> None:
    now = {u.id for p in {p.id for p in provinces()} for u in current_units(p)}
    for province in sorted({p.id for p in provinces()}):
        assert {u.successor for u in former_units(province) if u.successor} <= now


@pytest.mark.parametrize(
    ("name", "day", "titled"),
    [
        ("Lâm Đồng", None, "tỉnh Lâm Đồng"),
        ("TP. Hồ Chí Minh", None, "thành phố Hồ Chí Minh"),
        ("Thành phố Huế", dt.date(2026, 1, 1), "thành phố Huế"),
        ("Đắc Nông", dt.date(2014, 1, 24), "tỉnh Đắk Nông"),
        ("KonTum", dt.date(2014, 1, 24), "tỉnh Kon Tum"),
        ("tỉnh Đắc Lắc", None, "tỉnh Đắk Lắk"),
        ("TPHCM", None, "thành phố Hồ Chí Minh"),
        ("Khánh Hoà", None, "tỉnh Khánh Hòa"),
    ],
)
def test_a_province_is_found_with_or_without_its_kind(name: str, day: dt.date | None, titled: str) -> None:
    place = province_of(name, day)
    assert place is not None
    assert place.titled == titled


def test_what_is_no_province_is_none() -> None:
    assert province_of("Nha Trang", None) is None
    assert province_of(None, None) is None
