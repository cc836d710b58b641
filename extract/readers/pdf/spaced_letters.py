"""Letters set apart to make a word wide ("N G H Ị  Q U Y Ế T") → words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from nghiquyet.extract.readers.pdf.glyphs import Glyph

# Letters between two gaps of a baseline, and whether a space was drawn before them.
Run = tuple[bool, list[Glyph]]
# So many letters in a row, each alone, are letters set apart: no sentence has so many words of one letter.
FEWEST_LETTERS = 4
# The rest of them are marks between words.
MOSTLY = 0.7
# Parts of the letter's size. Letters farther apart than the first are a table's marks; where more white than the second
# is added to that between letters, a word ends: a space is a quarter of the size in Times, more in other fonts.
FARTHEST, SPACE = 1.6, 0.15
# One word alone shows no wider gaps: its letters stand no farther apart than this.
ONE_WORD = 0.6


def join_spaced(runs: Sequence[Run]) -> Iterator[list[Glyph]]:
    """The runs of one baseline, left to right, with letters that were set apart put together to words."""
    lone: list[Run] = []
    for run in runs:
        if len(run[1]) == 1 and (not lone or _gap(lone[-1], run) <= FARTHEST):
            lone.append(run)
            continue
        yield from _joined(lone)
        lone = [run] if len(run[1]) == 1 else []
        if not lone:
            yield run[1]
    yield from _joined(lone)


def _joined(lone: Sequence[Run]) -> Iterator[list[Glyph]]:
    """Letters that stand alone, as words: by the wider gaps, or by none where no space was drawn."""
    gaps = [_gap(a, b) for a, b in pairwise(lone)]
    letters = sum(run[0].text.isalpha() for _, run in lone)
    set_apart = letters >= FEWEST_LETTERS and letters >= MOSTLY * len(lone)
    one_word = set_apart and max(gaps) <= min(gaps) + SPACE
    if not set_apart or (one_word and (max(gaps) > ONE_WORD or any(spaced for spaced, _ in lone[1:]))):
        yield from (run for _, run in lone)
        return
    word = [*lone[0][1]]
    for gap, (_, run) in zip(gaps, lone[1:], strict=True):
        if gap > min(gaps) + SPACE:
            yield word
            word = []
        word += run
    yield word


def _gap(before: Run, after: Run) -> float:
    """The white between two runs, in parts of the smaller size."""
    left, right = before[1][-1], after[1][0]
    return (right.x0 - left.x1) / min(left.size, right.size)
