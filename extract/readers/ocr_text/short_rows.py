"""Rows with fewer cells than their table → the columns that their cells belong to, by what the columns hold.

Recognisers leave out cells: one that a merged cell above covers, an empty one. The cells that are there keep their
order; which columns they skip is told by numbers, dates and bodies.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from nghiquyet.extract.decisions.decision import Evidence
from nghiquyet.extract.language.numbering.ordinals import is_ordinal
from nghiquyet.extract.language.ticks import is_tick
from nghiquyet.extract.model import Join
from nghiquyet.extract.readers.ocr_text.model import TextCell, TextRow
from nghiquyet.extract.tables.continuation.text_flow import BODY_START, WHOLE_DATE_END, WHOLE_DATE_START

Kind = Literal["number", "tick", "date", "body", "text"]
# A row of fewer filled cells is a group's heading, not one that lost cells.
FEWEST = 3
# A text of a date is no longer than this (letters).
LONGEST_DATE = 60
# Cells are moved to the right only if they fit this much better there, all together.
BETTER = 0.5
# How sure a place is that only the kinds of cells tell.
SURE = 0.65


def placed_short_rows(rows: Sequence[TextRow], width: int) -> list[TextRow]:
    """The rows, all ``width`` cells wide: short ones with empty cells where they best fit."""
    whole = [row for row in rows if len(row.cells) == width and all(row.cells)]
    shares = [_shares([row.text(c) for row in whole[1:]]) for c in range(width)]
    found: list[TextRow] = []
    for row in rows:
        found.append(row if len(row.cells) >= width else _placed(row, shares))
        if found[-1] is not row:
            _cover(found)
    return found


def _cover(rows: list[TextRow]) -> None:
    """Lets merged cells that end right above the last row reach into it where it skips their columns."""
    last = len(rows) - 1
    for c, cell in enumerate(rows[last].cells):
        if cell is None or cell.words or not any(other and other.words for other in rows[last].cells[c + 1 :]):
            continue
        start = next((r for r in range(last - 1, -1, -1) if rows[r].cells[c] is not None), None)
        source = rows[start].cells[c] if start is not None else None
        if start is not None and source is not None and source.row_span > 1 and start + source.row_span == last:
            join = Join("cell", (rows[start].page, rows[last].page), (Evidence("covered_from_above"),), SURE)
            wider = replace(source.with_words(source.words, join), row_span=source.row_span + 1)
            rows[start] = rows[start].with_cell(c, wider)
            rows[last] = rows[last].with_cell(c, None)


def _shares(texts: Sequence[str]) -> dict[Kind, float]:
    """The share of a column's filled cells that is of each kind."""
    kinds = [_kind(text) for text in texts if text]
    return {kind: kinds.count(kind) / len(kinds) for kind in set(kinds)} if kinds else {}


def _kind(text: str) -> Kind:
    if is_ordinal(text):
        return "number"
    if is_tick(text):
        return "tick"
    if len(text) <= LONGEST_DATE and (WHOLE_DATE_START.match(text) or WHOLE_DATE_END.search(text)):
        return "date"
    return "body" if BODY_START.match(text) else "text"


def _placed(row: TextRow, shares: Sequence[dict[Kind, float]]) -> TextRow:
    """The row in the columns in which its cells together fit best: found by trying each cell in each column once."""
    width, cells = len(shares), row.cells
    padded = replace(row, cells=(*cells, *(TextCell() for _ in range(width - len(cells)))))
    if None in cells or sum(bool(c and c.words) for c in cells) < FEWEST:
        return padded
    kinds = [_kind(text) if text else None for text in row.texts]
    fits = [[share.get(kind, 0.0) if kind else 0.0 for share in shares] for kind in kinds]
    plain = sum(fits[i][i] for i in range(len(cells)))
    best, places = _best(fits, width)
    if best < plain + BETTER:
        return padded
    told = Evidence("cells_fit_their_columns", round(best - plain, 2))
    made = [TextCell() for _ in range(width)]
    for i, column in enumerate(places):
        cell = cells[i] or TextCell()
        moved = column != i and cell.words
        made[column] = cell.with_words(cell.words, Join("cell", (row.page, row.page), (told,), SURE)) if moved else cell
    return replace(row, cells=tuple(made))


def _best(fits: Sequence[Sequence[float]], width: int) -> tuple[float, list[int]]:
    """(how well all cells fit, the column of each), cells in their order; of equal places the leftmost."""
    spare = width - len(fits)
    # scores[k]: the best sum with the cells so far, k columns skipped
    scores: list[float] = [0.0] * (spare + 1)
    ways: list[list[int]] = [[] for _ in range(spare + 1)]
    for i, fit in enumerate(fits):
        after: list[float] = []
        paths: list[list[int]] = []
        for skipped in range(spare + 1):
            before = max(range(skipped + 1), key=lambda k: (scores[k], -k))
            after.append(scores[before] + fit[i + skipped])
            paths.append([*ways[before], i + skipped])
        scores, ways = after, paths
    best = max(range(spare + 1), key=lambda k: (scores[k], -k))
    return scores[best], ways[best]
