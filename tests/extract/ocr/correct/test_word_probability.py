from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.model import Word
from nghiquyet.extract.ocr.correct.bigrams import Language, language
from nghiquyet.extract.ocr.correct.decode_words import Choice
from nghiquyet.extract.ocr.correct.word_candidates import Candidate
from nghiquyet.extract.ocr.correct.word_probability import (
    WordEvidence,
    evidence_for,
    is_numeral,
    is_odd,
    page_doubt,
    probability,
)
from nghiquyet.extract.second_reading import SecondReading
from tests.extract.ocr.correct.build import recognised


@pytest.fixture(scope="module")
def vietnamese() -> Language:
    return language()


def word(text: str, confidence: float = 0.95, second: str | None = None, second_sure: float = 0.95) -> Word:
    (one,) = recognised(text, confidence)
    return one if second is None else replace(one, second=SecondReading(second, second_sure))


def how_likely(known: Language, one: Word, margin: float | None = 8.0, page: float = 0.0, text: str = "") -> float:
    choice = None if margin is None else Choice(Candidate(one.text, one.text, 0.0), 0.0, margin)
    made = replace(one, text=text or one.text)
    return probability(evidence_for(made, one, choice, known, page), one.second is not None)


def test_a_word_read_alike_twice_is_likelier_than_one_read_in_two_ways(vietnamese: Language) -> None:
    alike, differing = word("kiểm", 0.9, "kiểm"), word("kiểm", 0.9, "kiếm")
    assert how_likely(vietnamese, alike, 4.0) > how_likely(vietnamese, differing, 1.0)
    assert how_likely(vietnamese, word("12/2030", 0.8, "12/2030"), None) > 0.95
    assert how_likely(vietnamese, word("12/2030", 0.8, "12/2080"), None) < 0.9


@pytest.mark.parametrize("second", [None, "kiểm"])
def test_confidence_and_the_language_speak_for_a_word(vietnamese: Language, second: str | None) -> None:
    sure, unsure = word("kiểm", 0.95, second), word("kiểm", 0.4, second)
    assert how_likely(vietnamese, sure) > how_likely(vietnamese, unsure)
    assert how_likely(vietnamese, sure, 8.0) > how_likely(vietnamese, sure, 1.0)


@pytest.mark.parametrize("second", [None, "phũm"])
def test_what_nobody_writes_and_a_poor_page_speak_against_it(vietnamese: Language, second: str | None) -> None:
    known, unmet = word("kiểm", 0.9, second and "kiểm"), word("phũm", 0.9, second)
    assert how_likely(vietnamese, known) > how_likely(vietnamese, unmet)
    assert how_likely(vietnamese, known) > how_likely(vietnamese, known, page=2.0)


def test_a_guess_is_less_likely_than_what_was_read(vietnamese: Language) -> None:
    one = word("l0ngày", 0.9)
    assert how_likely(vietnamese, one, None, text="10 ngày") < 0.9


def test_a_change_against_two_readers_is_told(vietnamese: Language) -> None:
    evidence = evidence_for(word("Mới"), word("Mời", second="Mời"), None, vietnamese, 0.0)
    assert (evidence.overruled, evidence.agreed) == (1.0, 0.0)
    assert evidence_for(word("Mới"), word("Mời", second="Mới"), None, vietnamese, 0.0).overruled == 0.0


@pytest.mark.parametrize("text", ["trong:công", "M", "[", "hiệnBộ", "đất!"])
def test_odd_words(text: str) -> None:
    assert is_odd(text)


@pytest.mark.parametrize("text", ["A", "1.", "(gọi", "90%;", "378/QĐ-UBND", "tế:", "“Nâng", "…"])
def test_usual_words(text: str) -> None:
    assert not is_odd(text)


def test_roman_numbers_are_no_words() -> None:
    assert is_numeral("VI")
    assert not is_numeral("Vi")


def test_a_page_s_doubt_grows_with_its_doubtful_words() -> None:
    good = recognised("một hai ba bốn năm sáu bảy tám chín mười " * 5)
    poor = [replace(w, confidence=0.4) for w in good[:20]] + good[20:]
    two_ways = [replace(w, second=SecondReading("x", 0.9)) for w in good[:10]] + good[10:]
    assert page_doubt([]) == page_doubt(good) == 0.0 < page_doubt(two_ways) < page_doubt(poor)


def evidences() -> st.SearchStrategy[WordEvidence]:
    return st.builds(WordEvidence, **{f.name: st.floats(-10, 10) for f in fields(WordEvidence)})


@given(evidences(), st.booleans())
def test_it_is_a_probability(evidence: WordEvidence, two_readers: bool) -> None:
    assert 0.0 <= probability(evidence, two_readers) <= 1.0
