"""Specks and strokes that a recogniser took for words of their own → left out, told by where they stand.

Real scans carry a copier's dirt beside the text: it is read as a letter or two in the white behind a line's end, as a
part of a word read twice, as a line's heightening.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from nghiquyet.extract.language.spelling import bare_letters
from nghiquyet.extract.language.syllables import is_syllable
from nghiquyet.extract.language.ticks import is_sure_tick
from nghiquyet.extract.model import UNREAD, Word

# Words are apart on a page; where one covers this share of a shorter one, that is a part of it read twice.
COVERED = 0.5
# Such a part has letters of the word, or less confidence than this.
UNSURE = 0.5
# One or two letters far from all text, of less confidence than this, are specks; nearer by, of less still.
STRAY, NOISE, NOTHING = 0.6, 0.2, 0.05
FEW_LETTERS = 2
# Crosses whose middles are no farther from one upright than this (points) stand in one column; so many are no dirt.
IN_COLUMN, FEWEST_TICKS = 4.0, 3
LONGEST_TICK = 2
# At a line's beginning this may be a list's label, however badly it is read: "đd)" for d).
_LABEL = re.compile(r"^\(?[^\W_]{1,2}\)\.?$")
# Letter sizes of white that no line of text has between two words, be it stretched over a narrow cell.
FAR = 3.0
# A line so many times as high as the block's others has specks in it above the letters.
TOO_HIGH = 1.4
# How a recogniser reads a list mark with a speck over it, at the beginning of a line; and how sure it may be.
LIST_MARK, LIST_MARK_CONFIDENCE = "¬", 0.75


def without_strays(block: Sequence[Word]) -> list[Word]:
    """The words of a block, in reading order, without those that are no words; lines back at their usual height."""
    if not block:
        return []
    lines = _lines(_of_usual_height([_list_mark(block, i, word) for i, word in enumerate(block)]))
    several = len(lines) > 1
    ticks = tick_columns(block)
    return [word for line in lines for word in _trimmed(_without_doubles(line), several, ticks)]


def tick_columns(block: Sequence[Word]) -> list[float]:
    """The middles of crosses that stand under each other, as in a table read with its page."""
    middles = sorted(_middle(w) for w in block if is_sure_tick(w.text))
    return [x for x in middles if sum(abs(x - other) <= IN_COLUMN for other in middles) >= FEWEST_TICKS]


def among_ticks(word: Word, ticks: Sequence[float]) -> bool:
    """True for a sign in a column of crosses: however badly it is read, it may be one."""
    return len(word.text) <= LONGEST_TICK and any(abs(_middle(word) - x) <= IN_COLUMN for x in ticks)


def _middle(word: Word) -> float:
    return (word.bbox[0] + word.bbox[2]) / 2


def _of_usual_height(block: Sequence[Word]) -> list[Word]:
    """Words of lines that specks above them make too high, as high as the block's others: letters stand at the foot."""
    usual = median(w.bbox[3] - w.bbox[1] for w in block)
    return [
        replace(w, bbox=(w.bbox[0], w.bbox[3] - usual, w.bbox[2], w.bbox[3]), size=usual) if _too_high(w, usual) else w
        for w in block
    ]


def _too_high(word: Word, usual: float) -> bool:
    high = word.bbox[3] - word.bbox[1] > TOO_HIGH * usual
    return high and not word.text.isupper() and word.text != UNREAD


def _lines(block: Sequence[Word]) -> list[list[Word]]:
    """The block's words, which follow one another, by lines: a new one begins where they go back to the left."""
    lines: list[list[Word]] = []
    for word in block:
        last = lines[-1][-1] if lines else None
        if last is not None and word.bbox[0] >= last.bbox[0] - 1 and word.bbox[1] < last.bbox[3]:
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def _without_doubles(line: Sequence[Word]) -> list[Word]:
    """The line without parts of words that were read a second time: "hoạt t động", "của bủ ngành"."""
    kept = []
    for i, word in enumerate(line):
        beside = (*line[max(i - 1, 0) : i], *line[i + 1 : i + 2])
        if not any(_covers(other, word) for other in beside):
            kept.append(word)
    return kept


def _covers(other: Word, word: Word) -> bool:
    """True if ``word`` is a part of ``other``, or noise over it; boxes alone may be wrong: "XDCĐAT ở địa bàn"."""
    width, wider = word.bbox[2] - word.bbox[0], other.bbox[2] - other.bbox[0]
    if width >= wider or word.text == UNREAD or word.confidence is None:
        return False
    if min(word.bbox[2], other.bbox[2]) - max(word.bbox[0], other.bbox[0]) <= COVERED * width:
        return False
    part, whole = _bare(word.text), _bare(other.text)
    return word.confidence < UNSURE or (bool(part) and (whole.startswith(part) or whole.endswith(part)))


def _bare(text: str) -> str:
    """The letters and figures alone, without marks."""
    return "".join(c for c in bare_letters(text) if c.isalnum())


def _trimmed(line: Sequence[Word], several: bool, ticks: Sequence[float]) -> list[Word]:
    """The line without strays before its first and behind its last word, or all of it where it is one."""
    kept = list(line)

    def stray(word: Word, beside: Word | None) -> bool:
        return not among_ticks(word, ticks) and _is_stray(word, beside, several)

    while kept and stray(kept[-1], kept[-2] if len(kept) > 1 else None):
        kept.pop()
    while kept and not _LABEL.match(kept[0].text) and stray(kept[0], kept[1] if len(kept) > 1 else None):
        del kept[0]
    return kept


def _is_stray(word: Word, beside: Word | None, several: bool) -> bool:
    if word.text == UNREAD or word.confidence is None or any(c.isdigit() for c in word.text):
        return False
    letters = [c for c in word.text if c.isalpha()]
    if len(letters) > FEW_LETTERS:
        return False
    noise = word.confidence < (NOISE if len(letters) < 2 or not is_syllable("".join(letters)) else NOTHING)
    if beside is None:
        return several and (noise or (len(letters) < 2 and word.confidence < STRAY))
    gap = max(beside.bbox[0] - word.bbox[2], word.bbox[0] - beside.bbox[2])
    if gap > FAR * beside.size:
        return word.confidence < STRAY
    return gap > 0 and noise


def _list_mark(block: Sequence[Word], i: int, word: Word) -> Word:
    following = block[i + 1] if i + 1 < len(block) else None
    begins_line = i == 0 or block[i - 1].bbox[3] < word.bbox[3] - word.size / 2
    if word.text != LIST_MARK or following is None or not begins_line or not following.text[:1].isupper():
        return word
    return replace(word, text="-", recognised=word.text, confidence=LIST_MARK_CONFIDENCE)
