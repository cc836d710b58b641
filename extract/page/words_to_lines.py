"""Words → lines, within one cell or one region of a page."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import inf
from statistics import median

from nghiquyet.extract.model import Line, Word

# Two words share a line if they overlap in height by this part of the lower one.
SHARED_HEIGHT = 0.5
# A word this much smaller than its line, standing higher than its middle, is raised: a footnote's mark, a square.
RAISED_SIZE = 0.8
# The words of one line differ in height by no more than this (points) over a page's width.
SLANT = 25.0
RAISED_BY = 0.15
# A small letter this near (parts of the line's size) to its neighbour has no space between.
JOINED_GAP = 0.12
# A gap this wide (parts of the letter's size) within a line parts two columns of text.
COLUMN_GAP = 2.2


@dataclass(slots=True)
class _GrowingLine:
    """A line while words join it: its words in the order of joining, and the first to join at each left edge."""

    words: list[Word] = field(default_factory=list)
    top: float = inf
    bottom: float = -inf
    edges: list[float] = field(default_factory=list)  # ascending
    first_at: dict[float, int] = field(default_factory=dict)

    def add(self, word: Word) -> None:
        edge, top, _, bottom = word.bbox
        if edge not in self.first_at:
            insort(self.edges, edge)
            self.first_at[edge] = len(self.words)
        self.top, self.bottom = min(self.top, top), max(self.bottom, bottom)
        self.words.append(word)

    def nearest(self, x: float) -> Word:
        """The word whose left edge is nearest to ``x``; of two as near, the one that joined first."""
        if len(self.words) == 1:
            return self.words[0]
        at = bisect_left(self.edges, x)
        beside = self.edges[max(at - 1, 0) : at + 1]
        return self.words[min((abs(edge - x), self.first_at[edge]) for edge in beside)[1]]


def words_to_lines(words: Sequence[Word]) -> tuple[Line, ...]:
    """Lines from the top down, each word in exactly one; raised words are marked and keep their place in the line."""
    lines: list[_GrowingLine] = []
    for word in sorted(words, key=lambda w: (-w.size, w.bbox[1], w.bbox[0], w.text)):
        home = next((line for line in lines if _shares(line, word)), None)
        if home is None:
            home = _GrowingLine()
            lines.append(home)
        home.add(word)
    found = [line.words for line in lines]
    found.sort(key=lambda line: (median(w.bbox[3] for w in line), min(w.bbox[0] for w in line)))
    return tuple(_line(line) for line in found)


def _shares(line: _GrowingLine, word: Word) -> bool:
    """Height is compared with the nearest word of the line: a long line may be slightly aslant."""
    _, above, _, below = word.bbox
    if below <= line.top or above >= line.bottom:  # most lines of a page, told apart without looking at their words
        return False
    _, highest, _, lowest = line.words[0].bbox
    if below < highest - SLANT or above > lowest + SLANT:
        return False
    near = line.nearest(word.bbox[0])
    top, bottom = max(near.bbox[1], above), min(near.bbox[3], below)
    lower = min(near.bbox[3] - near.bbox[1], below - above)
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


def line_to_columns(line: Line) -> list[Line]:
    """The line cut at gaps that part columns of text: a letterhead's halves."""
    cuts = [0]
    for i, (a, b) in enumerate(pairwise(line.words), start=1):
        if b.bbox[0] - a.bbox[2] > COLUMN_GAP * max(a.size, b.size):
            cuts.append(i)
    return [Line(line.words[i:j]) for i, j in pairwise([*cuts, len(line.words)])]
