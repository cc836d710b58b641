from __future__ import annotations

from dataclasses import replace

import pytest

from nghiquyet.extract.language.printed_words import spelt
from nghiquyet.extract.language.spelling import tone_last
from nghiquyet.extract.ocr.correct.bigrams import Language, language
from nghiquyet.extract.ocr.correct.decode_words import Choice
from nghiquyet.extract.ocr.correct.word_candidates import Candidate
from nghiquyet.extract.ocr.correct.word_confidence import (
    GUESS,
    ON_GOOD_PAGE,
    ON_POOR_PAGE,
    SURE,
    Trust,
    kept_as_read,
    page_trust,
)
from tests.extract.ocr.correct.build import recognised


@pytest.fixture(scope="module")
def vietnamese() -> Language:
    return language()


def kept(
    known: Language, text: str, which: int, over_next: float, confidence: float, trust: Trust = ON_GOOD_PAGE
) -> float | None:
    words = recognised(text, confidence)
    parts = spelt(words[which].text)
    assert parts is not None
    choice = Choice(Candidate(parts.letters, tone_last(parts.letters), 0.0), 0.0, over_next)
    return kept_as_read(words, which, parts, choice, known, trust).confidence


def test_neighbours_vouch_for_letters(vietnamese: Language) -> None:
    assert kept(vietnamese, "phát triển kinh tế", 3, 9.0, 0.6) == SURE
    assert kept(vietnamese, "phát triển kinh tế", 3, 6.0, 0.6) == 0.6
    assert kept(vietnamese, "phát triển kinh tế", 3, 9.0, 0.05) == 0.05


@pytest.mark.parametrize("text", ["nguồn lực!", "nguồn lực:", "nguồn -lực", 'nguồn lực"', "nguồn lực)"])
def test_neighbours_do_not_vouch_for_what_may_be_specks(vietnamese: Language, text: str) -> None:
    assert kept(vietnamese, text, 1, 9.0, 0.6) == 0.6


@pytest.mark.parametrize("text", ["nguồn lực,", '"nguồn lực"', "(nguồn lực)", '"nguồn lực",'])
def test_marks_that_belong_are_no_specks(vietnamese: Language, text: str) -> None:
    assert kept(vietnamese, text, 1, 9.0, 0.6) == SURE


def test_a_figure_behind_vouches_too(vietnamese: Language) -> None:
    assert kept(vietnamese, "Tháng 12/2030", 0, 6.0, 0.6) == SURE
    assert kept(vietnamese, "Tháng sau", 0, 6.0, 0.6) == 0.6


def test_a_word_hardly_likelier_than_another_is_doubted(vietnamese: Language) -> None:
    assert kept(vietnamese, "vùng trồng lúa", 1, 1.0, 0.88) == GUESS
    assert kept(vietnamese, "vùng trồng lúa", 1, 1.0, 0.97) == 0.97
    assert kept(vietnamese, "VI", 0, 0.5, 0.86) == 0.86  # a numeral, which its column tells


def test_on_a_poor_page_words_are_doubted_sooner(vietnamese: Language) -> None:
    assert kept(vietnamese, "vùng trồng lúa", 1, 2.5, 0.94) == 0.94
    assert kept(vietnamese, "vùng trồng lúa", 1, 2.5, 0.94, ON_POOR_PAGE) == GUESS


def test_a_page_is_poor_by_what_had_to_be_changed() -> None:
    words = recognised("một hai ba bốn năm sáu bảy tám chín mười " * 5)
    assert page_trust([words]) == ON_GOOD_PAGE
    assert page_trust([[replace(words[0], recognised="môt"), *words[1:]]]) == ON_POOR_PAGE
    assert page_trust([]) == ON_GOOD_PAGE
