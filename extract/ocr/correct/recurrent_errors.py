"""Syllables that were misread elsewhere in the document → doubted where nothing known stands beside them.

"nô" that was "nổ" before "mìn" is likely "nổ" in "vật liệu nô" too, where the language has no word to say: an error
that is repeated must not vouch for itself.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from nghiquyet.extract.language.printed_words import Spelt, spelt
from nghiquyet.extract.language.spelling import tone_last
from nghiquyet.extract.model import Word
from nghiquyet.extract.ocr.correct.bigrams import Language
from nghiquyet.extract.ocr.correct.word_candidates import candidates
from nghiquyet.extract.ocr.correct.word_probability import GUESS, SURE

# A syllable that was misread once for so many times that it was left as read is no slip of this document.
SELDOM = 4


def slips_of(blocks: Iterable[Sequence[Word]]) -> dict[str, str]:
    """The keys of syllables that were surely misread, and not seldom, each with that of the one it mostly was."""
    met: defaultdict[str, Counter[str]] = defaultdict(Counter)
    kept: Counter[str] = Counter()
    for word in (word for words in blocks for word in words):
        mended = spelt(word.text)
        read = spelt(word.recognised) if word.recognised else None
        if mended and not word.recognised:
            kept[tone_last(mended.letters)] += 1
        elif mended and read and read.letters != mended.letters and (word.confidence or 0.0) >= SURE:
            met[tone_last(read.letters)][tone_last(mended.letters)] += 1
    return {
        read: min(found, key=lambda k: (-found[k], k))
        for read, found in met.items()
        if SELDOM * found.total() >= kept[read]
    }


def without_slips(words: Sequence[Word], slips: Mapping[str, str], known: Language) -> tuple[Word, ...]:
    """The words of a block, such syllables taken for what they were elsewhere; always a guess.

    ``known`` is the language without what this document adds. Of a dozen such words on scans of our own making ten were
    wrong.
    """
    if not slips:
        return tuple(words)
    parts = [spelt(word.text) for word in words]
    return tuple(
        _guessed(word, part, slips) if part is not None and _slipped(parts, i, slips, known) else word
        for i, (word, part) in enumerate(zip(words, parts, strict=True))
    )


def _slipped(parts: Sequence[Spelt | None], i: int, slips: Mapping[str, str], known: Language) -> bool:
    part = parts[i]
    if part is None or tone_last(part.letters) not in slips:
        return False
    own = tone_last(part.letters)
    before, after = (parts[n] if 0 <= n < len(parts) else None for n in (i - 1, i + 1))
    if before is None and after is None:
        return False  # alone it is told by its letters
    behind = before is not None and known.knows((tone_last(before.letters), own))
    ahead = after is not None and known.knows((own, tone_last(after.letters)))
    return not behind and not ahead


def _guessed(word: Word, part: Spelt, slips: Mapping[str, str]) -> Word:
    if word.recognised or word.confidence is None:
        return word
    wanted = slips[tone_last(part.letters)]
    letters = next((c.letters for c in candidates(part.letters) if c.key == wanted), None)
    confidence = min(word.confidence, GUESS)
    if letters is None:
        return replace(word, confidence=confidence)
    return replace(word, text=part.with_letters(letters), confidence=confidence, recognised=word.text)
