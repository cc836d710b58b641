"""Recognised sheets → the same with words mended where language and document leave no doubt, doubted where they do.

A recogniser is often as sure of "Chuyến đổi" as of "Chuyển đổi": at 200 dots an inch the two differ by a speck. Which
of them the page has is told by what else stands beside such words, in the language and in this document.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from nghiquyet.extract.language.printed_words import Spelt, is_strange, spelt
from nghiquyet.extract.language.spelling import tone_last
from nghiquyet.extract.language.syllables import is_syllable
from nghiquyet.extract.model import Word
from nghiquyet.extract.ocr.correct.bigrams import Language, Pair, phrase_pairs
from nghiquyet.extract.ocr.correct.choose_reading import of_one_case, with_chosen_reading
from nghiquyet.extract.ocr.correct.compounds import mend_compounds
from nghiquyet.extract.ocr.correct.decode_words import Choice, decode
from nghiquyet.extract.ocr.correct.document_numbers import with_whole_symbols
from nghiquyet.extract.ocr.correct.guess_nonwords import (
    apart_from_figures,
    figures_of,
    guess_between,
    letter_of_bracket,
    parted,
    unglued,
    without_capital_within,
)
from nghiquyet.extract.ocr.correct.noise_signs import without_dirt
from nghiquyet.extract.ocr.correct.recurrent_errors import slips_of, without_slips
from nghiquyet.extract.ocr.correct.split_words import split_words
from nghiquyet.extract.ocr.correct.word_candidates import Candidate, candidates, candidates_of_key, candidates_of_two
from nghiquyet.extract.ocr.correct.word_probability import (
    WordEvidence,
    evidence_for,
    is_numeral,
    page_doubt,
    probability,
)
from nghiquyet.extract.page.sheets import Sheet

# How much likelier (a natural logarithm) another word must be than the one read to be put in its place.
CHANGE = 3.0
# The same for what the second reader has.
CHANGE_TO_SECOND = 0.0
# How much more it takes to change a word inside a name.
IN_NAME = 4.0
# A mark between letters.
_WITHIN = re.compile(r"(?<=[^\W\d_])[.,:;'](?=[^\W\d_])")
_NO_SPACE = re.compile(r"[,;](?=[^\W\d_])")
# A sign between words that numbers nothing and is no word: a part of one, or another letter ("ngành M tế", "bộ [ Hà").
_LONE = re.compile(r"^[FHJKLMNPQRSTUWZl\[\]|]$")
# What a pair counts for standing elsewhere in the document, and how often it is counted at most.
ELSEWHERE = 0.5
MOST = 4


@dataclass(frozen=True, slots=True)
class Judged:
    """A word, and what speaks for it; None for a printed one."""

    word: Word
    evidence: WordEvidence | None


@dataclass(frozen=True, slots=True)
class Look:
    """A sheet, its blocks without dirt, and those as the language alone mends them."""

    sheet: Sheet
    blocks: tuple[tuple[Word, ...], ...]
    plain: tuple[tuple[Word, ...], ...]

    @property
    def recognised(self) -> bool:
        return self.sheet.read == "recognised"


def look_over(sheet: Sheet, common: Language) -> Look:
    """What can be done for a sheet before the others are known."""
    blocks = tuple(without_dirt(b) for b in sheet.blocks) if sheet.read == "recognised" else sheet.blocks
    return Look(sheet, blocks, tuple(mend_words(block, common) for block in blocks))


def mend_together(looks: Sequence[Look], common: Language) -> list[Sheet]:
    """The sheets of a document, those recognised mended by what the language and all of them say.

    A changed word keeps what was read in ``recognised``.
    """
    known, slips = language_of(looks, common)
    return [_mended_sheet(look, known, slips, common) if look.recognised else look.sheet for look in looks]


def language_of(looks: Sequence[Look], common: Language) -> tuple[Language, Mapping[str, str]]:
    """The language with the document's own pairs, and the syllables that were misread in it."""
    plain = [block for look in looks for block in look.plain]
    slips = slips_of(plain)
    return common.with_pairs(_own_pairs(plain, common, slips)), slips


def _mended_sheet(look: Look, known: Language, slips: Mapping[str, str], common: Language) -> Sheet:
    page = page_doubt([word for block in look.blocks for word in block])
    return replace(
        look.sheet,
        blocks=tuple(without_slips(mend_words(b, known, page), slips, common) for b in look.blocks),
        specks=_left_out(look.sheet.words, look.blocks),
    )


def _left_out(words: Iterable[Word], blocks: Iterable[Sequence[Word]]) -> tuple[Word, ...]:
    """The words that are in none of the blocks, told by their feet: their heights and letters may be mended."""
    kept = {_feet(word) for block in blocks for word in block}
    return tuple(word for word in words if _feet(word) not in kept)


def _feet(word: Word) -> tuple[float, float, float]:
    x0, _, x1, bottom = word.bbox
    return x0, x1, bottom


def mend_words(words: Sequence[Word], known: Language, page: float = 0.0) -> tuple[Word, ...]:
    """Words in reading order, mended, each with the probability that it is printed so.

    ``page`` is the ``page_doubt`` of theirs.
    """
    judged = [
        replace(j.word, confidence=probability(j.evidence, j.word.second is not None)) if j.evidence else j.word
        for j in judge_words(words, known, page)
    ]
    return with_whole_symbols(tuple(split_words(judged)))


def judge_words(words: Sequence[Word], known: Language, page: float) -> list[Judged]:
    """Words in reading order, mended, each with what speaks for it; printed ones have no evidence, and stay."""
    shaped = [_of_one_case(with_chosen_reading(word)) for word in words]
    parts = [_parts(word) for word in shaped]
    choices = decode([_options(w, p) if p else None for w, p in zip(shaped, parts, strict=True)], known)
    made = [_made(shaped, i, parts, choices[i], known) for i in range(len(words))]
    return [
        Judged(word, evidence_for(word, read, choice, known, page) if read.confidence is not None else None)
        for word, read, choice in zip(mend_compounds(made, known), words, choices, strict=True)
    ]


def _options(word: Word, parts: Spelt) -> tuple[Candidate, ...]:
    """What a word may be by both its readings, where they differ in letters alone; else by its own."""
    other = spelt(word.second.text) if word.second is not None else None
    if other is None or not of_one_case(parts, other) or is_numeral(parts.letters):
        return candidates(parts.letters)
    return candidates_of_two(parts.letters, other.letters)


def _made(words: Sequence[Word], i: int, parts: Sequence[Spelt | None], choice: Choice | None, known: Language) -> Word:
    """The ``i``-th word with the text that is the likeliest there."""
    word, part = words[i], parts[i]
    if word.confidence is None and choice is None:
        return word
    if is_strange(word.text) or part is None or choice is None:
        return _guessed(word, parts[i - 1] if i else None, parts[i + 1] if i + 1 < len(parts) else None, known)
    if not part.letters.isascii() and not is_syllable(part.letters) and (apart := parted(word.text, known)):
        return _with_text(word, apart)
    if choice.best.letters == part.letters or choice.over_read < _least_gain(word, choice, _in_a_name(parts, i)):
        return word
    return _with_text(word, part.with_letters(choice.best.letters))


def _least_gain(word: Word, choice: Choice, in_a_name: bool) -> float:
    """How much likelier than the word as read another must be to take its place; less if the second reader has it."""
    second = spelt(word.second.text) if word.second is not None else None
    change = CHANGE
    if second is not None:
        change = CHANGE_TO_SECOND if second.letters == choice.best.letters else CHANGE
    return change + (IN_NAME if in_a_name else 0.0)


def _with_text(word: Word, text: str) -> Word:
    return word if text == word.text else replace(word, text=text, recognised=word.recognised or word.text)


def _of_one_case(word: Word) -> Word:
    """The word without the capital or figure that a recogniser saw amid its small letters: "vỊ" as "vị"."""
    text = without_capital_within(word.text) if is_strange(word.text) and word.confidence is not None else None
    return word if text is None else _with_text(word, text)


def _guessed(word: Word, before: Spelt | None, after: Spelt | None, known: Language) -> Word:
    """A word that is no syllable: as read if it may be printed so, else the guess that its neighbours allow."""
    apart = apart_from_figures(word.text)
    strange = apart is not None or is_strange(word.text) or _hyphened(word.text, known) or _run_together(word.text)
    if not strange and not (before and after and _LONE.match(word.text)):
        return word
    text = (
        apart
        or _spaced(word.text)
        or unglued(word.text)
        or letter_of_bracket(word.text)
        or figures_of(word.text)
        or guess_between(word.text, before, after, known)
    )
    return word if text is None else _with_text(word, text)


def _run_together(text: str) -> bool:
    """True for two syllables with a speck or a mark for a space: "trong:công", "số,con"."""
    halves = _WITHIN.split(text, maxsplit=1)
    parts = [spelt(half) for half in halves] if len(halves) == 2 else []
    return bool(parts) and all(p is not None and len(p.letters) > 1 and is_syllable(p.letters) for p in parts)


def _spaced(text: str) -> str | None:
    """ "ban,ngành" with the space that was lost behind its comma or semicolon."""
    return _NO_SPACE.sub(r"\g<0> ", text, count=1) if _run_together(text) and _NO_SPACE.search(text) else None


def _hyphened(text: str, known: Language) -> bool:
    """True if a speck may have joined two words: "cơ sở-dữ liệu"."""
    halves = [spelt(half) for half in text.split("-")]
    if len(halves) != 2 or not all(h and h.letters.islower() for h in halves):
        return False
    one, other = (tone_last(h.letters) for h in halves if h)
    return known.knows((one, other))


def _in_a_name(parts: Sequence[Spelt | None], i: int) -> bool:
    """True for a capitalised word right beside another: what follows what in names, the language does not tell."""
    before, own, after = parts[i - 1] if i else None, parts[i], parts[i + 1] if i + 1 < len(parts) else None
    if own is None or not own.letters.istitle():
        return False
    behind = before is not None and before.letters.istitle() and not before.behind
    ahead = after is not None and after.letters.istitle() and not own.behind
    return behind or ahead


def _parts(word: Word) -> Spelt | None:
    """The word's letters, where they may be a syllable: capitals alone may be anything."""
    parts = spelt(word.text)
    if parts is None or (len(parts.letters) == 1 and not is_syllable(parts.letters)):
        return None
    return parts


def _own_pairs(blocks: Iterable[Sequence[Word]], common: Language, slips: Container[str] = ()) -> dict[Pair, float]:
    """The document's own pairs, mended by the language alone, each counted but a few times.

    A pair that the language does not know is left out where the document also has one that it knows and that a
    recogniser takes for it, as "nhà thâu" beside "nhà thầu", or where one of its syllables was misread elsewhere: an
    error that is repeated must not vouch for itself.
    """
    counts = Counter(pair for words in blocks for pair in phrase_pairs(" ".join(w.text for w in words)))
    return {
        pair: ELSEWHERE * min(count - 1, MOST)
        for pair, count in counts.items()
        if count > 1 and (common.knows(pair) or not (_slipped(pair, slips) or _has_twin(pair, counts, common)))
    }


def _slipped(pair: Pair, slips: Container[str]) -> bool:
    return pair[0] in slips or pair[1] in slips


def _has_twin(pair: Pair, counts: Container[Pair], common: Language) -> bool:
    return any(common.knows(twin) and twin in counts for twin in _twins(pair))


def _twins(pair: Pair) -> Iterable[Pair]:
    """The pairs that a recogniser takes for this one, confusing one syllable or both."""
    firsts, seconds = ([own, *(c.key for c in candidates_of_key(own))] for own in pair)
    return (twin for twin in product(firsts, seconds) if twin != pair)
