"""Where the name of a body may end: the longest name first, and what is behind it."""

from __future__ import annotations

import pytest

from nghiquyet.normalize.fields.agencies.scope_cuts import (
    collective_and_scope,
    guessed_and_scope,
    names_deed,
    predicate_starts,
    scope_starts,
)


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("Sở Y tế (thẩm định) - chủ trì", ["chủ trì", "- chủ trì", "(thẩm định) - chủ trì"]),
        ("Sở Y tế: hồ sơ", [" hồ sơ"]),
        ("Sở Y tế(thẩm định)", ["(thẩm định)"]),
        ("Sở Y tế", []),
        ("", []),
    ],
)
def test_a_scope_begins_behind_the_name(text: str, scopes: list[str]) -> None:
    assert [text[start:] for start in scope_starts(text)] == scopes


def test_a_collective_ends_before_what_is_said_of_it() -> None:
    assert collective_and_scope("các đơn vị đối với dự án (nếu có)") == ("các đơn vị", "đối với dự án (nếu có)")
    assert collective_and_scope("các đơn vị (theo lĩnh vực)") == ("các đơn vị", "theo lĩnh vực)")
    assert collective_and_scope("các đơn vị thực hiện dự án") == ("các đơn vị thực hiện dự án", None)


def test_an_unknown_name_ends_at_its_bracket() -> None:
    assert guessed_and_scope("Công ty ABC (vận hành)") == ("Công ty ABC", "vận hành")
    assert guessed_and_scope("Công ty ABC để vận hành") == ("Công ty ABC", "để vận hành")
    assert guessed_and_scope("Công để vận hành") == ("Công để vận hành", None)


@pytest.mark.parametrize(
    ("text", "predicates"),
    [
        ("Vụ Đầu tư xây dựng phương án trình Bộ", ["xây dựng phương án trình Bộ"]),
        ("Vụ Đầu tư xây dựng", []),
        ("Sở Y tế kiểm tra việc thực hiện", ["kiểm tra việc thực hiện"]),
        ("Trung tâm kiểm tra chất lượng", []),
        ("UBND cấp xã nơi có rừng", []),
        ("xây dựng phương án trình", []),
    ],
)
def test_a_predicate_begins_behind_a_name_with_a_verb_and_its_object(text: str, predicates: list[str]) -> None:
    assert [text[start:] for start in predicate_starts(text)] == predicates


def test_a_deed_stands_in_no_name() -> None:
    assert names_deed("Cục Tin học xây dựng phương án trình Bộ")
    assert not names_deed("Văn phòng Điều phối Chương trình mục tiêu quốc gia xây dựng nông thôn mới tỉnh")
