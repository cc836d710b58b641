from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.language.noise import (
    Recognised,
    has_no_sure_word,
    is_few_unsure_signs,
    is_few_weak_letters,
    is_hardly_text,
    is_without_letters,
    may_be_a_blot,
)


@dataclass(frozen=True)
class Read:
    text: str
    confidence: float | None


def joined(words: Sequence[Recognised]) -> str:
    return " ".join(w.text for w in words)


QUESTIONS: dict[str, Callable[[Sequence[Recognised]], bool]] = {
    "is_without_letters": is_without_letters,
    "is_few_unsure_signs": lambda words: is_few_unsure_signs(words, joined(words)),
    "is_few_weak_letters": is_few_weak_letters,
    "is_hardly_text": lambda words: is_hardly_text(words, joined(words)),
    "has_no_sure_word": has_no_sure_word,
    "may_be_a_blot": lambda words: all(map(may_be_a_blot, words)),
}
NOISE = [
    ("is_without_letters", [(".", 0.95), ("-", 0.9)]),
    ("is_few_unsure_signs", [("ie", 0.4)]),
    ("is_few_weak_letters", [("i", 0.95)]),
    ("is_few_weak_letters", [("abc", 0.8)]),
    ("is_few_weak_letters", [("Trung", 0.4), ("tâm", 0.3)]),
    ("is_hardly_text", [("7", 0.95)]),
    ("is_hardly_text", [("Trung", 0.9), ("xq", 0.4)]),
    ("has_no_sure_word", [("a", 0.95), ("Trung", 0.6)]),
    ("may_be_a_blot", [("*", 0.95)]),
    ("may_be_a_blot", [("Trung", 0.4)]),
]
TEXT = [
    ("is_without_letters", [("TT", 0.3)]),
    ("is_few_unsure_signs", [("Trung", 0.4)]),
    ("is_few_unsure_signs", [("ie", 0.7)]),
    ("is_few_weak_letters", [("abc", 0.95)]),
    ("is_few_weak_letters", [("Trung", 0.6), ("tâm", 0.3)]),
    ("is_hardly_text", [("Trung", 0.9), ("tâm", 0.9), ("xq", 0.4)]),
    ("has_no_sure_word", [("Trung", 0.9)]),
    ("may_be_a_blot", [("Trung", 0.6)]),
]


@pytest.mark.parametrize(("question", "words"), NOISE)
def test_what_is_noise_for_the_question(question: str, words: list[tuple[str, float]]) -> None:
    assert QUESTIONS[question]([Read(*w) for w in words])


@pytest.mark.parametrize(("question", "words"), TEXT)
def test_what_is_text_for_the_question(question: str, words: list[tuple[str, float]]) -> None:
    assert not QUESTIONS[question]([Read(*w) for w in words])


@pytest.mark.parametrize("question", QUESTIONS)
@given(st.lists(st.text(min_size=2, max_size=8), min_size=1, max_size=5))
def test_what_is_printed_is_never_noise(question: str, texts: list[str]) -> None:
    assert not QUESTIONS[question]([Read(text, None) for text in texts])


@pytest.mark.parametrize("question", [q for q in QUESTIONS if q != "is_without_letters"])
@given(st.lists(st.tuples(st.text(min_size=1, max_size=8), st.floats(0, 1)), min_size=1, max_size=5), st.floats(0, 1))
def test_what_is_noise_is_so_too_with_less_confidence(
    question: str, words: list[tuple[str, float]], less: float
) -> None:
    noise = QUESTIONS[question]([Read(*w) for w in words])
    assert QUESTIONS[question]([Read(text, sure * less) for text, sure in words]) or not noise
