"""Is what a recogniser read no text at all, by its letters and its confidence? Specks, blots, a hair, a stamp's rim.

Each question is another one, for another place: what may be left out of a row is more than what heads no column. What
is printed (without a confidence) is never noise. Where a sign stands, and how large, is judged where its page is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from nghiquyet.extract.language.syllables import is_syllable

# All figures here are estimates, set on the scans of the shared inputs.
# A sign or two that the recogniser was less sure of may be dirt beside a group's heading.
UNSURE, FEW_SIGNS = 0.6, 4
# A line with two syllables that it was so sure of is text.
SURELY_TEXT, PUNCTUATION = 0.85, ".,;:!?()[]“”\"'"
# Words of less confidence may be dirt however many they are; a word of so much is surely ink of this side of the sheet.
HOPELESS, SURELY_INK = 0.5, 0.9
# Letters of an otherwise empty row that may be dirt.
FEW_LETTERS = 3


class Recognised(Protocol):
    """A word as read, with the recogniser's confidence; None for a printed one."""

    @property
    def text(self) -> str: ...
    @property
    def confidence(self) -> float | None: ...


def is_without_letters(words: Sequence[Recognised]) -> bool:
    """True for recognised signs of which none is a letter or a figure."""
    return all(w.confidence is not None and not _has_letter(w) for w in words)


def is_few_unsure_signs(words: Sequence[Recognised], text: str) -> bool:
    """True if ``text``, which the words make, is a sign or two that the recogniser was not sure of."""
    return all(_below(w, UNSURE) for w in words) and len(text) <= FEW_SIGNS


def is_few_weak_letters(words: Sequence[Recognised]) -> bool:
    """True if a recogniser may have made all the words of dirt: a letter, some weak ones, or hopeless ones."""
    if any(w.confidence is None for w in words):
        return False
    letters = sum(c.isalnum() for w in words for c in w.text)
    hopeless = all(_below(w, HOPELESS) for w in words)
    return letters <= 1 or hopeless or (letters <= FEW_LETTERS and all(_below(w, SURELY_INK) for w in words))


def is_hardly_text(words: Sequence[Recognised], text: str) -> bool:
    """True if a recognised line is no text: ink of the back page, a hair, a stamp's rim, a page's number."""
    if words[0].confidence is not None and len(text) <= 2 and text.isalnum():
        return True
    sure = [not _below(w, SURELY_TEXT) for w in words]
    said = sum(s and is_syllable(w.text.strip(PUNCTUATION)) for s, w in zip(sure, words, strict=True))
    return said < 2 and not all(sure)


def has_no_sure_word(words: Sequence[Recognised]) -> bool:
    """True if the recogniser was sure of no word of several signs."""
    return not any(not _below(w, SURELY_TEXT) and len(w.text) > 1 for w in words)


def may_be_a_blot(word: Recognised) -> bool:
    """True for a recognised word that may stand anywhere: hopeless, or without a letter or figure."""
    return word.confidence is not None and (word.confidence < HOPELESS or not _has_letter(word))


def _below(word: Recognised, confidence: float) -> bool:
    return word.confidence is not None and word.confidence < confidence


def _has_letter(word: Recognised) -> bool:
    return any(c.isalnum() for c in word.text)
