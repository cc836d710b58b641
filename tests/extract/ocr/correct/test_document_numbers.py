from __future__ import annotations

from dataclasses import replace

import pytest

from nghiquyet.extract.model import Word
from nghiquyet.extract.ocr.correct.document_numbers import with_whole_symbols
from tests.extract.ocr.correct.build import texts


def halves(head: str, tail: str, gap: float = 3.0, confidence: float | None = 0.9) -> list[Word]:
    first = Word(head, (100, 100, 150, 112), 1, size=12, confidence=confidence)
    return [first, replace(first, text=tail, bbox=(150 + gap, 100, 180 + gap, 112))]


@pytest.mark.parametrize(("head", "tail"), [("39/2016/NĐ-", "CP"), ("216/QĐ-", "BYT,"), ("(05/CTr-", "UBND)")])
def test_the_halves_of_a_number_are_one_word(head: str, tail: str) -> None:
    (whole,) = with_whole_symbols(halves(head, tail))
    assert (whole.text, whole.recognised) == (f"{head}{tail}", f"{head} {tail}")
    assert whole.bbox == (100, 100, 183, 112)


@pytest.mark.parametrize(("head", "tail"), [("39/2016/NĐ", "CP"), ("2026-", "UBND"), ("216/QĐ-", "của")])
def test_what_is_no_number_in_two_stays(head: str, tail: str) -> None:
    assert texts(with_whole_symbols(halves(head, tail))) == f"{head} {tail}"


def test_printed_words_and_far_ones_stay() -> None:
    assert len(with_whole_symbols(halves("216/QĐ-", "BYT", confidence=None))) == 2
    assert len(with_whole_symbols(halves("216/QĐ-", "BYT", gap=20))) == 2
