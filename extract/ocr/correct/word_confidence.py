"""A word that stays as it was read → trusted more or less, for what stands beside it and for the page it stands on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from nghiquyet.extract.language.numbering.roman import MORE_SIGNS, SIGNS
from nghiquyet.extract.language.printed_words import Spelt
from nghiquyet.extract.language.syllables import is_syllable
from nghiquyet.extract.model import Word
from nghiquyet.extract.ocr.correct.bigrams import Language
from nghiquyet.extract.ocr.correct.decode_words import Choice
from nghiquyet.extract.ocr.correct.word_candidates import before_figures

# The confidence of a word that was put in place, or left standing, with little evidence, and with much.
GUESS = 0.5
SURE = 0.9
# A word as read that beats every other by this much is right, however hard its letters were to read: of 260 such words
# on scans of our own making (tests/scanner) one in forty was wrong, of those that beat the next by 5 to 7 two in five.
VOUCHED = 7.0
# The same for a word with a comma, which may be a speck that made the word hard to read.
VOUCHED_WITH_COMMA = 8.0
# What it counts that a figure follows, for words that figures follow ("Tháng 12/2030").
BEFORE_FIGURE = 3.0
# A word of no more confidence stays in doubt: what is wrong with it is not its letters alone.
HOPELESS = 0.1
_FIGURE = re.compile(rf"^[(]?(?:\d|[{SIGNS}]+(?:/|$))")
_ROMAN = frozenset(MORE_SIGNS)
_LABEL = re.compile(r"^\w{1,2}[.)]*\)$")
# Two marks together are larger than specks.
_SURE_MARKS = frozenset({'",', "”,", '";', "”;"})
_PAIRED = (("(", ")"), ("[", "]"), ("“", "”"), ("‘", "’"))


@dataclass(frozen=True, slots=True)
class Trust:
    """A word that beats the next by less than ``near``, or that another beats by too little to take its place, is
    doubted where the recogniser was less sure of it than ``reading``.
    """

    near: float
    reading: float


# Where at least this share of a page's words had to be changed, the others are less to be trusted too: of the words so
# doubted on such pages two in five were wrong, on others one in five.
POOR_PAGE = 0.02
ON_POOR_PAGE, ON_GOOD_PAGE = Trust(3.0, 0.95), Trust(2.0, 0.89)


def page_trust(blocks: Sequence[Sequence[Word]]) -> Trust:
    """How far a page's words can be trusted, from what had to be changed in it."""
    changed = [word.recognised not in ("", word.text) for block in blocks for word in block]
    return ON_POOR_PAGE if sum(changed) >= POOR_PAGE * max(len(changed), 1) else ON_GOOD_PAGE


def kept_as_read(words: Sequence[Word], i: int, parts: Spelt, choice: Choice, known: Language, trust: Trust) -> Word:
    """The ``i``-th word, its confidence raised where its neighbours vouch for it or lowered."""
    word = words[i]
    confidence = word.confidence if word.confidence is not None else 1.0
    met = known.met(choice.best.key)
    abbreviation = parts.letters.isupper() and not is_syllable(parts.letters)
    if not (parts.letters.isascii() or abbreviation or met):
        return doubted(word)  # a syllable that nobody writes, nor this document
    over_next = choice.over_next + (BEFORE_FIGURE if _heads_a_figure(words, i, parts) else 0.0)
    if over_next < trust.near and confidence < trust.reading and not _ROMAN.issuperset(parts.letters):
        return doubted(word)
    enough = VOUCHED_WITH_COMMA if parts.behind.endswith(",") else VOUCHED
    vouched = met and over_next >= enough and confidence > HOPELESS and _marks_belong(words, parts)
    return replace(word, confidence=SURE) if vouched and confidence < SURE else word


def doubted(word: Word) -> Word:
    """The word with no more than a guess's confidence."""
    return replace(word, confidence=min(word.confidence if word.confidence is not None else 1.0, GUESS))


def _heads_a_figure(words: Sequence[Word], i: int, parts: Spelt) -> bool:
    following = i + 1 < len(words) and _FIGURE.match(words[i + 1].text)
    return bool(following) and not parts.behind and parts.letters.lower() in before_figures()


def _marks_belong(words: Sequence[Word], parts: Spelt) -> bool:
    """True if a word has no marks but a comma, or brackets and quotes that have their other half in the block.

    What is read for other marks is as often a speck, and made the word hard to read.
    """
    marks = parts.before + parts.behind.removesuffix(",")
    if not marks or (not parts.before and parts.behind in _SURE_MARKS):
        return True
    text = "".join(w.text for w in words if not _LABEL.match(w.text))
    for opening, closing in _PAIRED:
        if (opening in marks or closing in marks) and text.count(opening) != text.count(closing):
            return False
    return all(c in '()[]“”‘’"' for c in marks) and not ('"' in marks and text.count('"') % 2)
