"""Symbols and figures in doubt → trusted where the document has the same ones, surely read.

A recogniser seldom makes the same wrong thing of "HSĐXKT" or "231/KH-UBND" twice, and never surely; of syllables it
does ("biến" for "biển" throughout). Figures of one or two digits stand everywhere: they must stand between the same
words too, as in "≤ 20 ngày".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nghiquyet.extract.model import Word
from nghiquyet.extract.ocr.correct.word_probability import SURE
from nghiquyet.extract.page.sheets import Sheet

# Below this a reading is no more than a guess: for symbols, and for figures.
READ, READ_FIGURE = 0.3, 0.5
# Surely read: of words so sure one in a hundred is wrong (nghiquyet.normalize.review.doubtful_words.SURE_WORD).
SURELY = 0.85
_SYMBOL = re.compile(r"(?=.*[^\W\d_])(?=.*\d)(?=.*[/.-]).{5,}|[A-ZĐƯÔ&]{4,}")
_FIGURE = re.compile(r"(?:[≤≥] ?)?\d{1,3}%?")

_Phrase = tuple[str, ...]


def confirm_elsewhere(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets, such words of recognised ones as sure as their twins."""
    sure: set[_Phrase] = set()
    for sheet in sheets:
        for block in sheet.blocks:
            for i, word in enumerate(block):
                if word.confidence is None or word.confidence >= SURELY:
                    sure.update(_phrases(block, i))
    return [
        replace(s, blocks=tuple(_confirmed(block, sure) for block in s.blocks)) if s.read == "recognised" else s
        for s in sheets
    ]


def _confirmed(block: Sequence[Word], sure: set[_Phrase]) -> tuple[Word, ...]:
    return tuple(
        replace(word, confidence=SURE) if _in_doubt(word) and not sure.isdisjoint(_phrases(block, i)) else word
        for i, word in enumerate(block)
    )


def _in_doubt(word: Word) -> bool:
    """True for a word that was read as it stands, not well, but better than guessed."""
    lowest = READ_FIGURE if _FIGURE.fullmatch(word.text) else READ
    return word.confidence is not None and lowest <= word.confidence < SURELY and not _changed(word)


def _changed(word: Word) -> bool:
    return bool(word.recognised) and word.recognised.replace("<", "≤").replace(">", "≥") != word.text.replace(" ", "")


def _phrases(block: Sequence[Word], i: int) -> Iterator[_Phrase]:
    """What must be read a second time for the word to be trusted: a symbol alone, a figure with its neighbours."""
    text = block[i].text
    if _SYMBOL.fullmatch(text):
        yield (text,)
    elif _FIGURE.fullmatch(text) and i + 1 < len(block):
        before = block[i - 1].text if i else ""
        if before in ("", "≤", "≥") or before.isalpha():
            yield (before, text, block[i + 1].text)
