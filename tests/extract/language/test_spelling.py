from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.language.spelling import (
    MARKED,
    TONES,
    bare_letters,
    fold,
    letters_only,
    one_spelling,
    slug,
    split_tone,
    tone_last,
    tone_style,
    with_tone,
    without_marks,
    words,
)
from nghiquyet.extract.language.syllables import is_syllable

SYLLABLES = "chuyển của hòa quý giếng nghiêng thương uỷ khoẻ gì gia Đường ấm quyền thuở".split()
PRINTED = st.text(st.sampled_from(MARKED + MARKED.upper() + "abcdeghiklmnopqrstuvxyQUOA 01-.,("), max_size=20)


@given(PRINTED)
def test_the_unicode_form_makes_no_difference(text: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    for folded in (fold, letters_only, bare_letters, without_marks, slug, words, tone_last, split_tone):
        assert folded(apart) == folded(text)


@given(PRINTED)
def test_what_is_folded_is_its_own_form(text: str) -> None:
    for folded in (fold, letters_only, bare_letters, without_marks, slug, one_spelling, tone_style):
        assert folded(folded(text)) == folded(text)


@given(PRINTED)
def test_case_counts_for_tones_and_marks_alone(text: str) -> None:
    for folded in (fold, letters_only, bare_letters, slug, words, tone_last):
        assert folded(text.upper()) == folded(text.lower())
    assert without_marks(text).lower() == bare_letters(text)


@given(st.sampled_from("hoa khoe thuy quy toan hoăc".split()), st.sampled_from(TONES), st.booleans())
def test_the_older_style_is_the_style_of_with_tone(bare: str, tone: str, upper: bool) -> None:
    word = with_tone(bare, tone)
    assert tone_style(word) == word
    assert one_spelling(word.upper() if upper else word) == word
    assert split_tone(word) == (bare, tone)
    assert is_syllable(word) == (bare != "hoăc" or tone in "\u0301\u0323")


@pytest.mark.parametrize(("one", "other"), [("Hoà", "hòa"), ("THUÝ", "thúy"), ("Uỷ", "ủy")])
def test_the_place_of_the_tone_does_not_count(one: str, other: str) -> None:
    assert tone_last(one) == tone_last(other)


@pytest.mark.parametrize(("one", "other"), [("chuyển", "chuyến"), ("thẩm", "thẳm"), ("đa", "da")])
def test_tone_hat_and_stroke_count(one: str, other: str) -> None:
    assert tone_last(one) != tone_last(other)


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
    bare = tone_last(syllable).rstrip(TONES)
    assert tone_last(with_tone(syllable, tone)) == bare + tone


@pytest.mark.parametrize("text", ["Đường", unicodedata.normalize("NFD", "đường"), "ĐƯỜNG"])
def test_marks_go_in_either_form(text: str) -> None:
    assert bare_letters(text) == "duong"


def test_figures_and_signs_stay() -> None:
    assert bare_letters("08-NQ/TU, 5%") == "08-nq/tu, 5%"


@pytest.mark.parametrize(("a", "b"), [("Hoà", "hòa"), ("uỷ", "Ủy"), ("thuỷ", "thủy"), ("lí", "lý"), ("QUÝ", "quý")])
def test_two_spellings_of_one_word_are_equal(a: str, b: str) -> None:
    assert one_spelling(a) == one_spelling(b)


def test_other_words_stay_different() -> None:
    assert one_spelling("hoán") != one_spelling("hóan")
    assert one_spelling("quỳ") == "quỳ"


def test_words_and_slugs() -> None:
    assert words("Sở Văn hoá, Thể thao") == ("sở", "văn", "hóa", "thể", "thao")
    assert without_marks("đường") == "duong"
    assert slug("Bà Rịa - Vũng Tàu") == "ba-ria-vung-tau"
