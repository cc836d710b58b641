"""The height of a line's ink → the size of its letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from statistics import median

from nghiquyet.extract.ocr.engine.readings import EngineReading

# How far letters reach above and below the baseline, in parts of the letter size, in Times New Roman and its metric
# twins (Tinos, Liberation Serif), the face that Decree 30/2020/NĐ-CP prescribes.
SMALL, TALL, STEM, FIGURE, HALF_STEM = 0.46, 0.66, 0.68, 0.68, 0.58
MARK_ON_SMALL, TWO_MARKS_ON_SMALL, MARK_ON_TALL, TWO_MARKS_ON_TALL = 0.68, 0.80, 0.87, 0.98
FOOT, TAIL, DOT_BELOW = 0.012, 0.217, 0.19
# Ink bleeds: its boxes are this much (points) higher than the letters.
BLEED = 0.2
SIGNS = {",": (0.1, 0.14), "/": (0.68, FOOT), "(": (0.68, 0.18), ")": (0.68, 0.18), "%": (0.68, FOOT)}
STEMMED, TAILED, HALF_STEMMED = set("bdđhklfij"), set("gpqyj"), set("t")
ABOVE = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0302", "\u0306"}
SMALLEST, LARGEST = 4.0, 40.0


def reach(text: str) -> tuple[float, float] | None:
    """How far a word reaches above and below the baseline in parts of its size; None where its letters don't say."""
    heights = [_letter(letter) for letter in unicodedata.normalize("NFC", text)]
    known = [height for height in heights if height is not None]
    if not known:
        return None
    return max(h for h, _ in known), max(d for _, d in known)


@lru_cache(1024)
def _letter(letter: str) -> tuple[float, float] | None:
    parts = unicodedata.normalize("NFD", letter)
    base, marks = parts[0], parts[1:]
    above = sum(mark in ABOVE for mark in marks)
    below = DOT_BELOW if "\u0323" in marks else FOOT
    if base.isdigit():
        return FIGURE, FOOT
    if not base.isalpha():
        return SIGNS.get(base)
    if base.isupper():
        return (TALL, MARK_ON_TALL, TWO_MARKS_ON_TALL)[min(above, 2)], TAIL * 0.8 if base == "Q" else below
    tail = TAIL if base in TAILED else below
    if base in STEMMED:
        return STEM, tail
    if above:
        return (MARK_ON_SMALL, TWO_MARKS_ON_SMALL)[min(above, 2) - 1], tail
    return HALF_STEM if base in HALF_STEMMED else SMALL, tail


def line_size(words: Sequence[EngineReading], per_point: float) -> float | None:
    """The size in points of the letters of one line's words, or None where nothing tells it."""
    found = []
    for word in words:
        reaches = reach(word.text)
        if reaches is None:
            continue
        height = word.box[3] - word.box[1]
        found += [(height / per_point - BLEED) / sum(reaches)] * min(len(word.text), 8)
    if not found:
        return None
    return min(max(median(found), SMALLEST), LARGEST)
