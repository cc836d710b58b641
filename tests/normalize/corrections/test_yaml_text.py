from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.normalize.corrections.yaml_text import (
    MAX_BYTES,
    NOTHING,
    Nothing,
    UnusableYaml,
    plain_to_yaml,
    yaml_to_plain,
)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a: 1.10", {"a": "1.10"}),
        ("a: 010", {"a": "010"}),
        ("a: 2026-12-31", {"a": "2026-12-31"}),
        ("a: yes", {"a": "yes"}),
        ("a: true", {"a": True}),
        ("a: 'true'", {"a": "true"}),
        ("a: null", {"a": None}),
        ("a: 'null'", {"a": "null"}),
        ("a: [x, {b: y}]", {"a": ["x", {"b": "y"}]}),
        ("a: hai\n  dòng", {"a": "hai dòng"}),
        ("a: &x chữ\nb: *x", {"a": "chữ", "b": "chữ"}),
        ("\ufeffa: b", {"a": "b"}),
    ],
)
def test_what_stands_there_is_what_is_read(text: str, plain: object) -> None:
    assert yaml_to_plain(text.encode()) == plain


def test_a_key_without_a_value_is_not_one_with_null() -> None:
    read = yaml_to_plain(b"a:\nb: ''")
    assert isinstance(read, dict)
    assert isinstance(read["a"], Nothing)
    assert not isinstance(read["b"], Nothing)
    assert yaml_to_plain(b"") is NOTHING


BOMB = "a: &a [x, x]\n" + "".join(f"{k}: &{k} [*{chr(ord(k) - 1)}, *{chr(ord(k) - 1)}]\n" for k in "bcdefghijklmnop")


@pytest.mark.parametrize(
    "text",
    [
        "a: !!python/object/apply:os.system [ls]",
        "a: !!int 5",
        "a: !own x",
        "a: b\na: c",
        "[a]: b",
        "? {a: b}\n: c",
        "a: [x",
        "a: *nobody",
        BOMB,
        "a: &a [*a]",
        "[" * 25 + "]" * 25,
        "[" * 5000 + "]" * 5000,
        'a: "\\ud800"',
        'a: "\\0"',
        "a: 1\n---\nb: 2",
        "x" * (MAX_BYTES + 1),
    ],
)
def test_what_is_more_than_plain_values_is_refused(text: str) -> None:
    with pytest.raises(UnusableYaml):
        yaml_to_plain(text.encode())


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(UnusableYaml):
        yaml_to_plain(b"\xff\xfe\xfa")


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cn", "Co", "Cf"]), max_size=30).map(
    lambda text: " ".join(text.split())
)


@given(st.recursive(words, lambda inner: st.lists(inner, max_size=3), max_leaves=6))
def test_what_is_written_is_read_back(value: object) -> None:
    import unicodedata

    def nfc(inner: object) -> object:
        return unicodedata.normalize("NFC", inner) if isinstance(inner, str) else [nfc(i) for i in inner]  # type: ignore[attr-defined]

    written = plain_to_yaml(value)
    assert "\n" not in written
    assert yaml_to_plain(f"a: {written}\n".encode()) == {"a": nfc(value)}
