"""Words → lines, within one cell or one region of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from extract.model import Line, Word

# Two words share a line if they overlap in height by this part of the lower one.
SHARED_HEIGHT = 0.5
# A word this much smaller than its line, standing higher than its middle, is raised: a footnote's mark, a square.
RAISED_SIZE = 0.8
# The words of one line differ in height by no more than this (points) over a page's width.
SLANT = 25.0
RAISED_BY = 0.15
# A small letter this near (parts of the line's size) to its neighbour has no space between.
JOINED_GAP = 0.12


def words_to_lines(words: Sequence[Word]) -> tuple[Line, ...]:
    """Lines from the top down, each word in exactly one; raised words are marked and keep their place in the line."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (-w.size, w.bbox[1], w.bbox[0], w.text)):
        home = next((line for line in lines if _shares(line, word)), None)
        if home is None:
            lines.append([word])
        else:
            home.append(word)
    lines.sort(key=lambda line: (median(w.bbox[3] for w in line), min(w.bbox[0] for w in line)))
    return tuple(_line(line) for line in lines)


def _shares(line: Sequence[Word], word: Word) -> bool:
    """Height is compared with the nearest word of the line: a long line may be slightly aslant."""
    if word.bbox[3] < line[0].bbox[1] - SLANT or word.bbox[1] > line[0].bbox[3] + SLANT:
        return False
    near = min(line, key=lambda w: abs(w.bbox[0] - word.bbox[0]))
    top, bottom = max(near.bbox[1], word.bbox[1]), min(near.bbox[3], word.bbox[3])
    lower = min(near.bbox[3] - near.bbox[1], word.bbox[3] - word.bbox[1])
    return bottom - top >= SHARED_HEIGHT * max(lower, 0.1)


def _line(words: Sequence[Word]) -> Line:
    ordered = sorted(words, key=lambda w: (w.bbox[0], w.bbox[2], w.text))
    usual = max(median(w.size for w in ordered), max(w.size for w in ordered) * RAISED_SIZE)
    floor = median(w.bbox[3] for w in ordered if w.size >= usual)
    marked: list[Word] = []
    for word in ordered:
        small = word.size <= RAISED_SIZE * usual + 0.01
        raised = small and word.bbox[3] < floor - RAISED_BY * usual
        before = marked[-1] if marked else None
        odd = small or (before is not None and before.size <= RAISED_SIZE * usual + 0.01)
        joined = odd and before is not None and word.bbox[0] - before.bbox[2] < JOINED_GAP * usual
        marked.append(replace(word, raised=raised, joined=joined) if raised or joined else word)
    return Line(tuple(marked))
