from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.language.word_spelling import TONES, is_strange, key, spelt, with_tone

SYLLABLES = "chuyển của hòa quý giếng nghiêng thương uỷ khoẻ gì gia Đường ấm quyền thuở".split()


@pytest.mark.parametrize("word", ["(hoà", "“Ủy", "nước;", "xã.", "đ"])
def test_a_word_comes_apart_and_together(word: str) -> None:
    parts = spelt(word)
    assert parts is not None
    assert parts.with_letters(parts.letters) == word


@pytest.mark.parametrize("word", ["12/2030", "08-NQ/TU", "CO2", "-", "a-b", ""])
def test_what_is_more_than_letters_is_no_word(word: str) -> None:
    assert spelt(word) is None


@pytest.mark.parametrize(("one", "other"), [("Hoà", "hòa"), ("THUÝ", "thúy"), ("Uỷ", "ủy")])
def test_the_place_of_the_tone_does_not_count(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), [("chuyển", "chuyến"), ("thẩm", "thẳm"), ("đa", "da")])
def test_tone_hat_and_stroke_count(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(
    ("letters", "tone", "want"),
    [
        ("chuyến", "\u0309", "chuyển"),
        ("tuyền", "", "tuyên"),
        ("toan", "\u0300", "toàn"),
        ("hoa", "\u0300", "hòa"),
        ("quy", "\u0301", "quý"),
        ("gia", "\u0300", "già"),
        ("Uy", "\u0309", "Ủy"),
        ("thương", "\u0300", "thường"),
        ("gi", "\u0300", "gì"),
        ("khoa", "\u0301", "khóa"),
        ("thiệt", "\u0301", "thiết"),  # the dot below comes before the hat in Unicode's order
        ("hoặc", "\u0301", "hoắc"),
    ],
)
def test_a_tone_is_set_where_schools_teach_it(letters: str, tone: str, want: str) -> None:
    assert with_tone(letters, tone) == want


@given(st.sampled_from(SYLLABLES), st.sampled_from(["", *TONES]))
def test_setting_a_tone_changes_the_tone_alone(syllable: str, tone: str) -> None:
    bare = key(syllable).rstrip(TONES)
    assert key(with_tone(syllable, tone)) == bare + tone


@pytest.mark.parametrize("word", ["hiệnBộ", "1ÿ", "l0ngày", "QĐĐ", "1Š", "ở1", "[rung", "vỊ", "CÔNg", "g1a"])
def test_what_no_printer_sets_is_strange(word: str) -> None:
    assert is_strange(word)


@pytest.mark.parametrize(
    "word",
    [
        "NQ-CP",
        "IoT",
        "km2",
        "12/2030",
        "VNeID",
        "08-NQ/TU",
        "GRDP",
        "ĐBQH",
        "TTg",
        "UBNDs",
        "2.1",
        "e-RTG",
        "[1]",
        "[a]",
    ],
)
def test_what_is_printed_so_is_not(word: str) -> None:
    assert not is_strange(word)
