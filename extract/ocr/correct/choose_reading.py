"""A word with two readings → the text that it most likely has, as far as its shape alone tells; letters are told later.

Readings that differ in letters only are left to the language: both are candidates there.
"""

from __future__ import annotations

import re
from dataclasses import replace
from math import log

from nghiquyet.extract.language.printed_words import Spelt, is_strange, spelt
from nghiquyet.extract.language.syllables import is_syllable
from nghiquyet.extract.model import Word
from nghiquyet.extract.ocr.correct.noise_signs import NEVER

# What an oddity of a reading weighs against the engine's confidence (a natural logarithm of odds); an estimate.
ODD = 2.0
# The second reading must be so much the better: the first is the one that all else was made for.
BETTER = 0.3
# Odds are not taken beyond these: engines are surer than they should be.
LEAST, MOST = 0.02, 0.98
_ODD_SIGN = re.compile(
    rf"^[.:,;]+(?=\w)|[{re.escape(NEVER)}]|(?<=[^\W\d_])[.,:;](?=[^\W\d_])|[.:,;]{{2}}(?!\.)"
    r"|\d[\[\]|]|\d[A-ZĐ]{2,}-"
)


def log_odds(confidence: float) -> float:
    """The natural logarithm of the odds that a probability is, within bounds."""
    bounded = min(max(confidence, LEAST), MOST)
    return log(bounded / (1 - bounded))


def with_chosen_reading(word: Word) -> Word:
    """The word with its second reading's text, or its marks alone, where that is the better shaped and surer."""
    second = word.second
    if second is None or not second.text or second.text == word.text or word.confidence is None or word.recognised:
        return word  # what the ink's shape has changed stays: a bar below a sign, a speck beside a word
    better = _score(second.text, second.confidence) > _score(word.text, word.confidence) + BETTER
    own, other = spelt(word.text), spelt(second.text)
    if own and other and of_one_case(own, other):
        text = other.with_letters(own.letters) if better else word.text
    else:
        text = second.text if better else word.text
    return word if text == word.text else replace(word, text=text, recognised=word.recognised or word.text)


def of_one_case(own: Spelt, other: Spelt) -> bool:
    """True if two readings differ in no more than letters: capitals stand where capitals stand."""
    return [p.letters[:1].isupper() for p in (own, other)] in ([True] * 2, [False] * 2) and (
        own.letters.isupper() == other.letters.isupper() or min(len(own.letters), len(other.letters)) == 1
    )


def _score(text: str, confidence: float) -> float:
    return log_odds(confidence) - ODD * _oddness(text)


def _oddness(text: str) -> float:
    """How many signs of a misreading a text has."""
    parts = text.split()
    letters = [part.letters for part in map(spelt, parts) if part is not None]
    nonsense = sum(not run.isascii() and not is_syllable(run) for run in letters)
    return nonsense + sum(is_strange(part) for part in parts) + len(_ODD_SIGN.findall(text))
