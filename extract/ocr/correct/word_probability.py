"""What speaks for a recognised word and against it → the probability that it is printed so.

The weights are fitted on scans of our own making (``python -m tests.scanner.fit_words``): of words that are said to be
right with 95 %, 95 % are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from functools import cache
from importlib.resources import files
from math import exp, log

import yaml

from nghiquyet.extract.language.numbering.roman import MORE_SIGNS
from nghiquyet.extract.language.printed_words import Spelt, is_strange, spelt
from nghiquyet.extract.language.spelling import tone_last
from nghiquyet.extract.language.syllables import is_syllable
from nghiquyet.extract.model import Word
from nghiquyet.extract.ocr.correct.bigrams import Language
from nghiquyet.extract.ocr.correct.choose_reading import log_odds
from nghiquyet.extract.ocr.correct.decode_words import Choice
from nghiquyet.extract.ocr.engine.align_readings import letters_of

# A margin over the next likeliest word says no more beyond this (a natural logarithm); up to ``CLOSE`` it says most.
FAR, CLOSE = 12.0, 4.0
# Words that a page is taken to have besides its own, none of them doubtful, and the share of doubtful ones below which
# pages do not differ.
CLEAN_WORDS, CLEAN = 50, 0.01
# A reading of less confidence is doubtful.
DOUBTFUL = 0.85
SHORT = 2
# What a decision that letters have no part in (a column's, a sequence's) makes of a word: put there on little evidence,
# and on much.
GUESS, SURE = 0.5, 0.9
_ROMAN = frozenset(MORE_SIGNS)
# A sign that numbers nothing and is no word: a part of one, or another letter ("ngành M tế", "bộ [ Hà").
_LONE = re.compile(r"^[FHJKLMNPQRSTUWZl\[\]|]$")
_PLAIN_MARKS = re.compile(r"[\w,()“”\"%/.+…≤≥–-]*[;:]?")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of a word; 1 for true, or a natural logarithm."""

    bias: float
    reading: float  # the log odds that the engine gives
    agreed: float  # the second reader has it so
    agreed_surely: float  # the log odds that the second engine gives to that
    agreed_figures: float  # two engines seldom make the same of a figure
    differed: float  # the second reader has something else
    differed_surely: float  # the log odds that its engine gives to that
    differed_marks: float  # something else in no more than marks
    differed_figures: float
    unseen: float  # the second reader has nothing there
    letters: float  # it is a run of letters, which the language knows something of
    close: float  # how little it beats the next likeliest, up to CLOSE
    far: float  # and beyond that
    unmet: float  # a syllable that nobody writes, nor this document
    changed: float  # the language has put another syllable there
    overruled: float  # against two readers who agree
    guessed: float  # so has its shape alone
    odd: float  # no printer sets such a word, or it has marks that are mostly specks
    figures: float
    short: float
    page: float  # the share of doubtful words on its page


def is_odd(text: str) -> bool:
    """True for what no printer sets, or with marks that are mostly specks."""
    return is_strange(text) or bool(_LONE.match(text)) or not _PLAIN_MARKS.fullmatch(text)


def is_numeral(letters: str) -> bool:
    """True for what may be a Roman number: its column tells it, the language does not."""
    return _ROMAN.issuperset(letters)


def page_doubt(words: Sequence[Word]) -> float:
    """The logarithm of the share of a page's words that are doubtful: read with little confidence, or in two ways."""
    doubtful = sum(
        (w.confidence or 0.0) < DOUBTFUL or (w.second is not None and w.second.text != w.text) for w in words
    )
    return log(max(doubtful / (len(words) + CLEAN_WORDS), CLEAN) / CLEAN)


def evidence_for(word: Word, read: Word, choice: Choice | None, known: Language, page: float) -> Evidence:
    """The evidence for ``word``, which was made of ``read``; ``choice`` where its letters were chosen by the language."""
    parts = spelt(word.text)
    second = read.second
    agreed = second is not None and bool(second.text) and second.text == word.text
    differed = second is not None and bool(second.text) and not agreed
    if parts is not None and is_numeral(parts.letters):
        choice = None
    margin = min(max(choice.over_next, 0.0), FAR) if choice is not None else 0.0
    figures = any(c.isdigit() for c in word.text)
    other = word.text != read.text and not agreed
    return Evidence(
        bias=1.0,
        reading=log_odds(read.confidence if read.confidence is not None else 1.0),
        agreed=float(agreed),
        agreed_surely=log_odds(second.confidence) if agreed and second is not None else 0.0,
        agreed_figures=float(agreed and figures),
        differed=float(differed),
        differed_surely=log_odds(second.confidence) if differed and second is not None else 0.0,
        differed_marks=float(differed and second is not None and letters_of(second.text) == letters_of(word.text)),
        differed_figures=float(differed and figures),
        unseen=float(second is not None and not second.text),
        letters=float(choice is not None),
        close=min(margin, CLOSE),
        far=max(margin - CLOSE, 0.0),
        unmet=float(parts is not None and _is_unmet(parts, known)),
        changed=float(other and choice is not None),
        overruled=float(other and second is not None and second.text == read.text),
        guessed=float(other and choice is None),
        odd=float(is_odd(word.text)),
        figures=float(figures),
        short=float(len(word.text) <= SHORT),
        page=page,
    )


def _is_unmet(parts: Spelt, known: Language) -> bool:
    letters = parts.letters
    abbreviation = letters.isupper() and not is_syllable(letters)
    return not (letters.isascii() or abbreviation or known.met(tone_last(letters)))


def probability(evidence: Evidence, two_readers: bool) -> float:
    """How likely a word is printed as it stands here."""
    weights = _weights()["two" if two_readers else "one"]
    return 1 / (1 + exp(-sum(w * x for w, x in zip(weights, astuple(evidence), strict=True))))


@cache
def _weights() -> dict[str, tuple[float, ...]]:
    data = yaml.safe_load(
        files("nghiquyet.extract.ocr.correct").joinpath("probability.yaml").read_text(encoding="utf-8")
    )
    names = Evidence.__dataclass_fields__
    return {readers: tuple(float(own.get(name, 0.0)) for name in names) for readers, own in data.items()}
