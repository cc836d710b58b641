from __future__ import annotations

import pytest

from nghiquyet.extract.language.spelling import tone_last
from nghiquyet.extract.language.syllables import is_syllable
from nghiquyet.extract.ocr.correct.word_candidates import (
    AGREED,
    NO_SYLLABLE,
    OTHERWISE,
    candidates,
    candidates_of_key,
    candidates_of_two,
)


@pytest.mark.parametrize(
    ("read", "printed"),
    [("Chuyến", "Chuyển"), ("đối", "đổi"), ("thâu", "thầu"), ("Quyên", "Quyền"), ("PHO", "PHỐ"), ("phãm", "phẩm")],
)
def test_what_was_printed_is_among_what_it_may_have_been(read: str, printed: str) -> None:
    assert printed in [c.letters for c in candidates(read)]


def test_the_word_as_read_comes_first_and_costs_nothing() -> None:
    first, *others = candidates("đối")
    assert (first.letters, first.cost) == ("đối", 0.0)
    assert all(c.cost > 0 and is_syllable(c.letters) for c in others)
    assert len({c.key for c in candidates("đối")}) == len(candidates("đối"))


def test_a_marked_word_that_is_no_syllable_costs_something_even_as_read() -> None:
    assert candidates("HÀÃNH")[0].cost == NO_SYLLABLE
    assert "HÀNH" in [c.letters for c in candidates("HÀÃNH")]


@pytest.mark.parametrize("word", ["taxi", "Big", "PGI"])
def test_a_foreign_word_loses_no_letter(word: str) -> None:
    assert candidates(word)[0].cost == 0
    assert all(len(c.letters) == len(word) for c in candidates(word))


def test_a_key_has_the_candidates_of_its_word() -> None:
    assert tone_last("chuyển") in [c.key for c in candidates_of_key(tone_last("chuyến"))]
    assert tone_last("chuyến") not in [c.key for c in candidates_of_key(tone_last("chuyến"))]


def costs(one: str, other: str) -> dict[str, float]:
    return {c.letters: c.cost for c in candidates_of_two(one, other)}


def test_two_readings_are_both_candidates_and_each_speaks_against_the_other() -> None:
    found = costs("kiếm", "kiểm")
    assert next(iter(found)) == "kiếm"
    assert 0 < found["kiểm"] < found["kiếm"] <= OTHERWISE  # "ế" is the commonest misreading of "ể"
    assert costs("bạn", "hạn")["bạn"] == costs("bạn", "hạn")["hạn"] == OTHERWISE


def test_what_was_read_twice_is_harder_to_change() -> None:
    once = {c.letters: c.cost for c in candidates("kiếm")}
    assert costs("kiếm", "kiếm") == {letters: AGREED * cost for letters, cost in once.items()}
