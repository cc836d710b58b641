"""Full stops at the ends of cells whose neighbours have none → doubted: a speck at a line's end looks like one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from nghiquyet.extract.model import Cell, Line, TableFragment
from nghiquyet.extract.ocr.correct.word_probability import GUESS

# Of this many cells of a column or more, so few end in a full stop that it is not the writer's habit.
FEWEST_CELLS = 8
SELDOM = 0.1


def doubt_lone_stops(fragments: Sequence[TableFragment]) -> tuple[TableFragment, ...]:
    """The fragments with the last word of such cells not to be trusted; cells of several sentences are left alone."""
    ends: defaultdict[tuple[int, int], list[bool]] = defaultdict(list)
    for fragment in fragments:
        for cell in fragment.cells:
            if _is_one_sentence(cell):
                ends[len(fragment.columns), cell.column].append(cell.text.endswith("."))
    odd = {
        place for place, stops in ends.items() if len(stops) >= FEWEST_CELLS and 0 < sum(stops) <= SELDOM * len(stops)
    }
    return tuple(
        replace(f, cells=tuple(_doubted(c) if (len(f.columns), c.column) in odd else c for c in f.cells))
        for f in fragments
    )


def _is_one_sentence(cell: Cell) -> bool:
    text = cell.text
    recognised = any(w.confidence is not None for line in cell.lines for w in line.words)
    return recognised and cell.column_span == 1 and len(text.split()) > 2 and ". " not in text


def _doubted(cell: Cell) -> Cell:
    if not _is_one_sentence(cell) or not cell.text.endswith("."):
        return cell
    *above, last = cell.lines
    *before, word = last.words
    doubted = replace(word, confidence=min(word.confidence if word.confidence is not None else 1.0, GUESS))
    return replace(cell, lines=(*above, Line((*before, doubted))))
