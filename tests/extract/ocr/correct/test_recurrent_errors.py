from __future__ import annotations

from dataclasses import replace

import pytest

from nghiquyet.extract.language.spelling import tone_last
from nghiquyet.extract.model import Word
from nghiquyet.extract.ocr.correct.bigrams import Language, language
from nghiquyet.extract.ocr.correct.recurrent_errors import slips_of, without_slips
from nghiquyet.extract.ocr.correct.word_probability import GUESS, SURE
from tests.extract.ocr.correct.build import recognised, texts

SLIPS = {tone_last("nô"): tone_last("nổ")}


@pytest.fixture(scope="module")
def vietnamese() -> Language:
    return language()


def misread(read: str, text: str, confidence: float = SURE) -> Word:
    return replace(recognised(text, confidence)[0], recognised=read)


def test_what_was_surely_mended_is_a_slip() -> None:
    assert slips_of([[misread("nô", "nổ"), misread("QĐĐ", "QĐ", GUESS)]]) == SLIPS
    assert slips_of([[misread("nô", "nổ", GUESS)]]) == {}
    assert slips_of([[misread("nô,", "nô")]]) == {}


def test_what_is_mostly_right_is_none() -> None:
    assert slips_of([[misread("nô", "nổ"), *recognised("nô " * 4)]]) == SLIPS
    assert slips_of([[misread("nô", "nổ"), *recognised("nô " * 5)]]) == {}


def test_a_slip_is_guessed_again_where_nothing_known_stands_beside_it(vietnamese: Language) -> None:
    words = without_slips(recognised("vật liệu nô công nghiệp"), SLIPS, vietnamese)
    assert texts(words) == "vật liệu nổ công nghiệp"
    assert (words[2].confidence, words[2].recognised) == (GUESS, "nô")


@pytest.mark.parametrize("text", ["nô lệ", "nô", "vật liệu 12"])
def test_known_pairs_and_lone_words_stay(vietnamese: Language, text: str) -> None:
    assert list(without_slips(recognised(text), SLIPS, vietnamese)) == recognised(text)
