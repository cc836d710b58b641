"""Columns of a table on one page → where they lie on the next: margins are mirrored, a scanner lays pages elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from nghiquyet.extract.model import Word
from nghiquyet.extract.tables.lattice.column_gutters import crossing_words

# Pages of one scan lie up to this far (points) apart: 28 mm, where one is cut on the left and one on the right.
FARTHEST = 80
# A shift must clear the borders of this much more of the words (a share) to be one.
CLEARER = 0.03
# What stands this far (points) beyond a table's sides is not in it.
OUTSIDE = 4.0
# Borders stand closer to the text on their right, of which each line begins there: by this (points) at least.
BEFORE_TEXT = 3
# So far down (points) from the first word the page is looked at: what stands below may be another text.
HEAD = 160.0


def columns_on_page(columns: Sequence[float], words: Sequence[Word]) -> tuple[float, ...]:
    """The borders moved to where the ``words`` of a page stand between them.

    ``columns`` are the borders on the page before, in points from left to right.
    """
    own = tuple(columns)
    if len(own) < 3 or not words:
        return own
    top = min(w.bbox[1] for w in words)
    near = [w for w in words if w.bbox[1] <= top + HEAD]
    cost = {dx: _astray([x + dx for x in own], near) for dx in range(-FARTHEST, FARTHEST + 1)}
    least = min(cost.values())
    if cost[0] < least + CLEARER:
        return own
    runs = [list(run) for clear, run in groupby(cost, lambda dx: cost[dx] == least) if clear]
    widest = max(runs, key=lambda run: (len(run), -abs(run[len(run) // 2])))
    move = max(widest[0], widest[-1] - BEFORE_TEXT)
    return tuple(x + move for x in own)


def _astray(columns: Sequence[float], words: Sequence[Word]) -> float:
    """The share of words that stand across a border or beyond the table's sides."""
    left, right = columns[0] - OUTSIDE, columns[-1] + OUTSIDE
    beyond = sum(w.bbox[0] < left or w.bbox[2] > right for w in words) / len(words)
    return crossing_words(words, columns[1:-1]) + beyond
