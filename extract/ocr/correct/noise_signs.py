"""Specks that a recogniser took for signs → left out, or doubted where they may be signs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nghiquyet.extract.language.printed_words import spelt
from nghiquyet.extract.language.syllables import is_syllable
from nghiquyet.extract.model import UNREAD, Word
from nghiquyet.extract.ocr.correct.noise_words import among_ticks, tick_columns, without_strays

# Signs that never stand alone between spaces in these documents, nor end a word.
NEVER = "`'’‘´ˆ^~_|\\¬°¸•·¨*„!"
_NOTHING = re.compile(rf"^[{re.escape(NEVER)}.,:;\"“”]+$")
_TAIL = re.compile(rf"[{re.escape(NEVER)}]+$")
_HEAD = re.compile(rf"^[{re.escape(NEVER.replace('*', '').replace('•', ''))}]+(?=\w)")
# ".Củng", ":đến": nothing printed begins so.
_STOPS_AHEAD = re.compile(r"^[.:,;]+(?=[^\W\d_]{2})")
# What may begin the next item of a list behind a full stop, well read or not: "a)", "đ.", "ø).Trung".
_LABEL = re.compile(r"^\w{1,2}[.)]")
# Braces are no signs of these documents.
BRACKETS = str.maketrans("{}", "()")
# What ends a cell is no colon behind a figure.
_FIGURE_AND_COLON = re.compile(r"\d:$")
# Specks behind a sign that stands alone: "&:".
_SIGN_AND_SPECKS = re.compile(r"^(?P<sign>[&+/])[.:,;]+$")
# One dash that the recogniser saw as two, or as a long one.
_DASHES = re.compile(r"[-–—]{2,}|—")
# A dash between words that the recogniser was less sure of than this is a speck.
SURE_DASH = 0.75
# A dash is a third of its letters' size wide; what is narrower than this part of it is a speck.
NARROW = 0.15
# An unsure one is one after all if the words leave as much room as a dash between spaces takes (in letter sizes): a
# speck stands in one space, and what is read across the white between columns in more.
ROOM_FOR_DASH = (0.6, 1.5)
# A full stop between a syllable and a small letter is a speck; behind "tr." and "v.v." it is none.
UNSURE_STOP = 0.6


def without_dirt(block: Sequence[Word]) -> tuple[Word, ...]:
    """The words of a block without those that are specks; a word rid of one keeps what was read in ``recognised``."""
    if len(block) == 1:
        return tuple(block)  # a lone sign in a cell is a mark, or is judged as one
    words = without_strays(block)
    ticks = tick_columns(words)
    kept = [word for i, word in enumerate(words) if among_ticks(word, ticks) or not _is_dirt(words, i, word)]
    return tuple(_trimmed(word, kept[i + 1] if i + 1 < len(kept) else None) for i, word in enumerate(kept))


def _is_dirt(block: Sequence[Word], i: int, word: Word) -> bool:
    if word.text == UNREAD:
        return False
    if _NOTHING.match(word.text):
        return True
    if _DASHES.sub("–", word.text) not in ("-", "–") or _between_figures(block, i):
        return False
    begins_line = i == 0 or block[i - 1].bbox[3] < word.bbox[3] - word.size / 2
    if word.confidence is not None and word.bbox[2] - word.bbox[0] < NARROW * word.size:
        return True
    unsure = word.confidence is not None and word.confidence < SURE_DASH and not _has_room(block, i)
    last = i + 1 == len(block)
    return not begins_line and (unsure or last)


def _has_room(block: Sequence[Word], i: int) -> bool:
    """True if the words beside a dash are as far apart as it takes."""
    if not 0 < i < len(block) - 1:
        return False
    gap = block[i + 1].bbox[0] - block[i - 1].bbox[2]
    return ROOM_FOR_DASH[0] * block[i].size <= gap <= ROOM_FOR_DASH[1] * block[i].size


def _between_figures(block: Sequence[Word], i: int) -> bool:
    """True if figures stand on both sides: "26/4/2018 – 21/5/2018"."""
    return 0 < i < len(block) - 1 and block[i - 1].text[-1:].isdigit() and block[i + 1].text[:1].isdigit()


def _ends_in_syllable(text: str) -> bool:
    parts = spelt(text)
    return parts is not None and len(parts.letters) > 1 and is_syllable(parts.letters)


def _trimmed(word: Word, following: Word | None) -> Word:
    text = _STOPS_AHEAD.sub("", _HEAD.sub("", _TAIL.sub("", word.text))) or word.text
    text = _DASHES.sub("–", text).translate(BRACKETS)
    if following is None and _FIGURE_AND_COLON.search(text):
        text = text[:-1]
    text = _SIGN_AND_SPECKS.sub(r"\g<sign>", text)
    if text.endswith(".") and _ends_in_syllable(text) and _goes_on(following):
        # some writers do set a full stop for a comma
        return replace(word, text=text.rstrip("."), recognised=word.text, confidence=UNSURE_STOP)
    return word if text == word.text else replace(word, text=text, recognised=word.text)


def _goes_on(following: Word | None) -> bool:
    """True if the next word begins with a small letter and is no label of a list: "a)", "b."."""
    return following is not None and following.text[:1].islower() and not _LABEL.match(following.text)
