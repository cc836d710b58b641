"""Where the name of a body may end: the longest name first, and what is behind it."""

from __future__ import annotations

import pytest

from nghiquyet.normalize.fields.agencies.scope_cuts import collective_and_scope, guessed_and_scope, scope_starts


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
