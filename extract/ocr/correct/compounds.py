"""Marks and capitals within a compound that is hardly ever written so ("triển: khai", "giám Sát", "cơ SỞ") → without.

What stands between the syllables is a speck; small letters of one shape with their capitals are told from them by their
size alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import exp

from nghiquyet.extract.language.printed_words import Spelt, spelt
from nghiquyet.extract.language.spelling import tone_last
from nghiquyet.extract.model import Word
from nghiquyet.extract.ocr.correct.bigrams import Language

# How often the second syllable stands behind the first, of all that do: for a mark between them to be a speck, for a
# capital of the small letter's shape to be none, and for a word of capitals among small letters.
SPECK_BETWEEN, ONE_SHAPE, ALL_CAPITALS = 0.5, 0.25, 0.1
# Words of one text are no farther apart than this, in parts of their size.
FAR = 1.5
# A capital that another syllable follows as often as this begins a name.
BEGINS = 0.005
SHAPES = frozenset("CKOÔƠPSUƯVXYZ")
_SPECKS = frozenset(".,:;")


def mend_compounds(words: Sequence[Word], known: Language) -> tuple[Word, ...]:
    """The words of a block in reading order; texts alone change."""
    parts = [spelt(word.text) for word in words]
    done = list(words)
    for i in range(1, len(words)):
        first, second = parts[i - 1], parts[i]
        if first is None or second is None or second.before or not first.letters[1:].islower():
            continue
        share = exp(known.log_likelihood(tone_last(first.letters), tone_last(second.letters)))
        after = parts[i + 1] if i + 1 < len(parts) and not _far(words[i], words[i + 1]) else None
        if first.behind in _SPECKS and second.letters.islower() and share >= SPECK_BETWEEN:
            done[i - 1] = _taken_for(done[i - 1], f"{first.before}{first.letters}")
        elif not first.behind and first.letters.islower() and _is_small(second, after, share, known):
            done[i] = _taken_for(done[i], second.with_letters(second.letters.lower()))
    return tuple(done)


def _far(word: Word, other: Word) -> bool:
    """True if the next word stands in another column of a table read with its page."""
    on_line = word.bbox[1] < other.bbox[3] and other.bbox[1] < word.bbox[3]
    return on_line and other.bbox[0] - word.bbox[2] > FAR * word.size


def _is_small(own: Spelt, after: Spelt | None, share: float, known: Language) -> bool:
    """True for a capital, or capitals, where small letters are meant; not where a name begins ("tướng Chính phủ")."""
    if len(own.letters) < 2 or (after is not None and not own.behind and not after.letters.islower()):
        return False
    if own.letters.isupper():
        return share >= ALL_CAPITALS
    if not (own.letters.istitle() and own.letters[0] in SHAPES) or share < ONE_SHAPE:
        return False
    return (
        after is None
        or bool(own.behind)
        or exp(known.log_likelihood(tone_last(own.letters), tone_last(after.letters))) < BEGINS
    )


def _taken_for(word: Word, text: str) -> Word:
    return replace(word, text=text, recognised=word.recognised or word.text)
