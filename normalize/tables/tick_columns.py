"""Columns of ticks: told by what stands in them, on a scan in spite of dirt."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from nghiquyet.extract.language.column_headings import Role
from nghiquyet.extract.language.ticks import is_box, is_tick, is_unticked
from nghiquyet.extract.model import Table

# The share of ticks among what stands in a column, on a scan; and the most letters that dirt is read as.
MOSTLY_TICKS, LONGEST_SIGN = 0.6, 4
# A sign in a column that has no other text counts from this confidence on.
SURE_SIGN = 0.5


def settle_ticks(roles: list[Role | None], texts: Sequence[Sequence[str]], table: Table) -> None:
    """Columns of ticks are marks, and so are empty ones under the same heading of a higher level."""
    for c in range(table.width):
        if _ticked(texts[c]) or (roles[c] in (None, "extra") and _ticked_in_dirt(table, c)):
            roles[c] = "marker"
    for c in range(table.width):
        if _holds_nothing(table, c) and any(_one_family(table, c, k) for k, r in enumerate(roles) if r == "marker"):
            roles[c] = "marker"


def _ticked(texts: Sequence[str]) -> bool:
    """True where all that stands in a column is a tick, or a box or a dash for none; dashes alone tick nothing."""
    filled = [t for t in texts if t.strip()]
    return all(is_tick(t) or is_unticked(t) for t in filled) and any(is_tick(t) or is_box(t) for t in filled)


def _ticked_in_dirt(table: Table, column: int) -> bool:
    """True for a recognised column in which most of what stands is a tick; the rest are signs that dirt made."""
    signs = _recognised_signs(table, column)
    ticks = [text for text, _ in signs or () if is_tick(text)]
    return signs is not None and len(signs) > 1 and len(ticks) >= MOSTLY_TICKS * len(signs)


def _holds_nothing(table: Table, column: int) -> bool:
    """True for a column without text, or with nothing but the signs that a recogniser made of dirt."""
    signs = _recognised_signs(table, column)
    return signs is not None and all(sure < SURE_SIGN for _, sure in signs)


def _recognised_signs(table: Table, column: int) -> list[tuple[str, float]] | None:
    """Each short text of the column's own cells, with the recogniser's confidence; None if any is longer or printed."""
    cells = [row.cells[column] for row in table.rows]
    own = [c for c in cells if c.columns[0] == column and c.text and not c.carried_down]
    words = [[w for line in c.lines for w in line.words] for c in own]
    if any(w.confidence is None for w in chain(*words)) or any(len(c.text) > LONGEST_SIGN for c in own):
        return None
    return [(c.text.strip(), min(w.confidence or 0.0 for w in ws)) for c, ws in zip(own, words, strict=True)]


def _one_family(table: Table, a: int, b: int) -> bool:
    """True if two columns stand under one heading of a higher level."""
    above, other = table.headings[a][:-1], table.headings[b][:-1]
    return bool(above) and above == other


def is_marked(text: str) -> bool:
    """True for a cell of a column of ticks that holds any sign but an empty box or a dash."""
    return not is_unticked(text)
