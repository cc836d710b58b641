"""What speaks for a recognised word and against it → the probability that it is printed so.

The weights are fitted on scans of our own making (``python -m tests.scanner.fit_words``): of words that are said to be
right with 95 %, 95 % are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import astuple, dataclass, replace
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
_PLAIN_MARKS = re.compile(r"(?!.*[^\W\d_],[^\W\d_])[\w,()“”\"%/.+&…≤≥–-]*[;:]?")


@dataclass(frozen=True, slots=True)
class WordEvidence:
    """What is known of a word; 1 for true, or a natural logarithm."""

    bias: float = 1.0
    reading: float = 0.0  # the log odds that the engine gives
    agreed: float = 0.0  # the second reader has it so
    agreed_surely: float = 0.0  # the log odds that the second engine gives to that
    agreed_figures: float = 0.0  # two engines seldom make the same of a figure
    differed: float = 0.0  # the second reader has something else
    differed_surely: float = 0.0  # the log odds that its engine gives to that
    differed_marks: float = 0.0  # something else in no more than marks
    differed_figures: float = 0.0
    unseen: float = 0.0  # the second reader has nothing there
    letters: float = 0.0  # it is a run of letters, which the language knows something of
    close: float = 0.0  # how little it beats the next likeliest, up to CLOSE
    far: float = 0.0  # and beyond that
    unmet: float = 0.0  # a syllable that nobody writes, nor this document
    changed: float = 0.0  # the language has put another syllable there
    overruled: float = 0.0  # against two readers who agree
    guessed: float = 0.0  # so has its shape alone
    odd: float = 0.0  # no printer sets such a word, or it has marks that are mostly specks
    repaired: float = 0.0  # it is not odd, but what the first reader has is
    figures: float = 0.0
    short: float = 0.0
    page: float = 0.0  # the share of doubtful words on its page


def is_odd(text: str) -> bool:
    """True for what no printer sets, or with marks that are mostly specks."""
    return any(is_strange(part) or _LONE.match(part) or not _PLAIN_MARKS.fullmatch(part) for part in text.split())


def is_numeral(letters: str) -> bool:
    """True for what may be a Roman number: its column tells it, the language does not."""
    return _ROMAN.issuperset(letters)


def page_doubt(words: Sequence[Word]) -> float:
    """The logarithm of the share of a page's words that are doubtful: read with little confidence, or in two ways."""
    doubtful = sum(
        (w.confidence or 0.0) < DOUBTFUL or (w.second is not None and w.second.text != w.text) for w in words
    )
    return log(max(doubtful / (len(words) + CLEAN_WORDS), CLEAN) / CLEAN)


def evidence_for(word: Word, read: Word, choice: Choice | None, known: Language, page: float) -> WordEvidence:
    """The evidence for ``word``, which was made of ``read``; ``choice``: what the language says of its letters."""
    parts = spelt(word.text)
    of_readers = _evidence_of_readers(word, read)
    if parts is None or is_numeral(parts.letters) or not known.met(tone_last(parts.letters)):
        choice = None  # the language has no say
    margin = min(max(choice.over_next, 0.0), FAR) if choice is not None else 0.0
    other = word.text != read.text and not of_readers.agreed
    by_language = choice is not None and parts is not None and parts.letters == choice.best.letters
    return replace(
        of_readers,
        letters=float(choice is not None),
        close=min(margin, CLOSE),
        far=max(margin - CLOSE, 0.0),
        unmet=float(parts is not None and _is_unmet(parts, known)),
        changed=float(other and by_language),
        guessed=float(other and not by_language),
        page=page,
    )


def _evidence_of_readers(word: Word, read: Word) -> WordEvidence:
    """What the two readings of a word, and its shape, say."""
    figures = any(c.isdigit() for c in word.text)
    alone = WordEvidence(
        reading=log_odds(read.confidence if read.confidence is not None else 1.0),
        odd=float(is_odd(word.text)),
        figures=float(figures),
        short=float(len(word.text) <= SHORT),
    )
    repaired = float(is_odd(read.text) and not alone.odd)
    if read.second is None:
        return replace(alone, repaired=repaired)
    text, sure = read.second.text, log_odds(read.second.confidence)
    overruled = float(text == read.text != word.text)
    if not text:
        return replace(alone, unseen=1.0, overruled=overruled, repaired=repaired)
    if text == word.text or _without_shapes(text) == _without_shapes(word.text) != "":
        return replace(alone, agreed=1.0, agreed_surely=sure, agreed_figures=float(figures))
    alike = letters_of(text) == letters_of(word.text)
    return replace(
        alone,
        differed=1.0,
        differed_surely=sure,
        differed_marks=float(alike),
        repaired=repaired,
        differed_figures=float(figures and not alike),
        overruled=overruled,
    )


def _without_shapes(text: str) -> str:
    """The text without what is told by its ink's shape: ≤ and ≥, a dash's length, a space."""
    return re.sub("[–—]", "-", re.sub("[<>≤≥ ]", "", text))


def _is_unmet(parts: Spelt, known: Language) -> bool:
    letters = parts.letters
    abbreviation = letters.isupper() and not is_syllable(letters)
    return not (letters.isascii() or abbreviation or known.met(tone_last(letters)))


def probability(evidence: WordEvidence, two_readers: bool) -> float:
    """How likely a word is printed as it stands here."""
    weights = _weights()["two" if two_readers else "one"]
    return 1 / (1 + exp(-sum(w * x for w, x in zip(weights, astuple(evidence), strict=True))))


@cache
def _weights() -> dict[str, tuple[float, ...]]:
    data = yaml.safe_load(
        files("nghiquyet.extract.ocr.correct").joinpath("probability.yaml").read_text(encoding="utf-8")
    )
    names = WordEvidence.__dataclass_fields__
    return {readers: tuple(float(own.get(name, 0.0)) for name in names) for readers, own in data.items()}
