"""Recognised sheets → the same with words mended where language and document leave no doubt, doubted where they do.

A recogniser is often as sure of "Chuyến đổi" as of "Chuyển đổi": at 200 dots an inch the two differ by a speck. Which
of them the page has is told by what else stands beside such words, in the language and in this document.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.mending.candidates import candidates
from extract.mending.decode import Choice, decode
from extract.mending.dirt import without_dirt
from extract.mending.language import Language, Pair, language, phrase_pairs
from extract.mending.spelling import Spelt, is_strange, spelt
from extract.model import Word
from extract.sheets import Sheet
from extract.syllables import is_syllable

# How much likelier (a natural logarithm) another word must be than the one read to be put in its place.
CHANGE = 3.0
# A change that beats what was read by this much is no guess.
SURE_CHANGE = 5.0
# The confidence of a word that was put in place, or left standing, with less evidence than that.
GUESS = 0.5
SURE = 0.9
# A word as read that beats every other by this much is right, however hard its letters were to read.
VOUCHED = 5.0
# What a pair counts for standing elsewhere in the document, and how often it is counted at most.
ELSEWHERE = 0.5
MOST = 4


def mend_sheets(sheets: Sequence[Sheet], names: Iterable[str] = ()) -> list[Sheet]:
    """The sheets, the words of recognised ones mended; a changed word keeps what was read in ``recognised``."""
    recognised = [s for s in sheets if s.read == "recognised"]
    if not recognised:
        return list(sheets)
    common = language(names)
    # what the language alone leaves no doubt of comes first: an error that is repeated must not vouch for itself
    cleared = [tuple(without_dirt(b) for b in s.blocks) if s.read == "recognised" else s.blocks for s in sheets]
    plain = [[_sure(w) for w in mend_words(block, common)] for blocks in cleared for block in blocks]
    known = common.with_pairs(_pairs_of(plain))
    return [
        replace(s, blocks=tuple(mend_words(block, known) for block in blocks)) if s.read == "recognised" else s
        for s, blocks in zip(sheets, cleared, strict=True)
    ]


def mend_words(words: Sequence[Word], known: Language) -> tuple[Word, ...]:
    """Words in reading order, mended."""
    parts = [_parts(word) for word in words]
    choices = decode([candidates(p.letters) if p else None for p in parts], known)
    return tuple(_mended(w, p, c) for w, p, c in zip(words, parts, choices, strict=True))


def _sure(word: Word) -> Word:
    """The mended word, or the one read where the mending was a guess."""
    guessed = word.recognised and word.confidence == GUESS
    return replace(word, text=word.recognised) if guessed else word


def _parts(word: Word) -> Spelt | None:
    """The word's letters, where they may be a syllable: capitals alone may be anything."""
    parts = spelt(word.text)
    if parts is None or (len(parts.letters) == 1 and not is_syllable(parts.letters)):
        return None
    return parts


def _mended(word: Word, parts: Spelt | None, choice: Choice | None) -> Word:
    confidence = word.confidence if word.confidence is not None else 1.0
    if parts is None or choice is None:
        return replace(word, confidence=min(confidence, GUESS)) if is_strange(word.text) else word
    if choice.best.letters == parts.letters:
        if is_strange(word.text):
            return replace(word, confidence=min(confidence, GUESS))
        vouched = choice.best.cost == 0 and choice.over_next >= VOUCHED
        return replace(word, confidence=max(confidence, SURE)) if vouched else word
    if choice.over_read < CHANGE:
        return replace(word, confidence=min(confidence, GUESS)) if choice.over_read >= CHANGE / 2 else word
    sure = SURE if choice.over_read >= SURE_CHANGE and choice.over_next >= CHANGE else GUESS
    return replace(word, text=parts.with_letters(choice.best.letters), confidence=sure, recognised=word.text)


def _pairs_of(sheets: Iterable[Sequence[Word]]) -> dict[Pair, float]:
    """The document's own pairs, each counted but a few times: an error may be repeated too."""
    counts = Counter(pair for words in sheets for pair in phrase_pairs(" ".join(w.text for w in words)))
    return {pair: ELSEWHERE * min(count - 1, MOST) for pair, count in counts.items() if count > 1}
