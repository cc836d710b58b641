from __future__ import annotations

from dataclasses import replace

import pytest

from nghiquyet.extract.model import Word
from nghiquyet.extract.ocr.correct.split_words import split_words

WHOLE = Word("II Nâng", (100.0, 50.0, 170.0, 62.0), 1, confidence=0.7, recognised="IINâng")


def test_a_word_with_a_space_is_two_side_by_side() -> None:
    first, second = split_words([WHOLE])
    assert [(w.text, w.recognised, w.confidence) for w in (first, second)] == [
        ("II", "IINâng", 0.7),
        ("Nâng", "IINâng", 0.7),
    ]
    assert first.bbox == pytest.approx((100.0, 50.0, 120.0, 62.0))
    assert second.bbox == pytest.approx((130.0, 50.0, 170.0, 62.0))


def test_other_words_stay_as_they_are() -> None:
    words = [replace(WHOLE, text="Nâng"), replace(WHOLE, confidence=None)]
    assert list(split_words(words)) == words
