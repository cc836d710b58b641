"""Fragments of tables on recognised pages → the same, their lone marks and row numbers mended by their columns.

A recogniser knows words, not crosses and Roman numerals; but a column of crosses holds crosses, and numbers go on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from extract.mending.mend_sheets import GUESS, SURE
from extract.mending.numbering import Count, Numeral, looks_like, numerals
from extract.model import UNREAD, Cell, Line, TableFragment, Word
from extract.ordinals import is_ordinal

TICKS = frozenset("xX×✓✔")
# A column is one of ticks if it has this many, and if they are this share of what is as short.
FEWEST_TICKS = 3
MOSTLY = 0.6
# A mark of more letters is a word.
LONGEST_MARK = 3
# A number read with less confidence than this may be another.
SURE_NUMBER = 0.9

HeadingDepth = Callable[[TableFragment], int]
Place = tuple[int, int]  # which fragment, which of its cells


@dataclass(frozen=True, slots=True)
class _Mark:
    """A cell with one short word."""

    place: Place
    word: Word


def mend_columns(fragments: Sequence[TableFragment], heading_depth: HeadingDepth) -> tuple[TableFragment, ...]:
    """The fragments in reading order, mended; a changed word keeps what was read in ``recognised``.

    ``heading_depth`` tells how many rows at a fragment's top are its heading; those are left alone.
    """
    depths = [heading_depth(f) for f in fragments]
    changes: dict[Place, Word] = {}
    for width in sorted({len(f.columns) for f in fragments}):
        of_width = [i for i, f in enumerate(fragments) if len(f.columns) == width]
        for column in range(width - 1):
            marks = list(_marks(fragments, depths, of_width, column))
            changes.update(_mended_ticks(marks))
            if column < 2 and _numbers(marks):
                changes.update(_mended_numbers(marks))
    return tuple(_changed(fragment, i, changes) for i, fragment in enumerate(fragments))


def _marks(
    fragments: Sequence[TableFragment], depths: Sequence[int], wanted: Sequence[int], column: int
) -> Iterator[_Mark]:
    for i in wanted:
        cells = fragments[i].cells
        inside = [n for n, c in enumerate(cells) if c.column == column and c.column_span == 1 and c.row >= depths[i]]
        for n in sorted(inside, key=lambda n: cells[n].row):
            words = [w for line in cells[n].lines for w in line.words]
            if len(words) == 1 and words[0].confidence is not None:
                yield _Mark((i, n), words[0])


def _mended_ticks(marks: Sequence[_Mark]) -> Iterator[tuple[Place, Word]]:
    short = [m for m in marks if len(m.word.text) <= LONGEST_MARK]
    ticks = [m for m in short if m.word.text in TICKS]
    if len(ticks) < FEWEST_TICKS or len(ticks) < MOSTLY * len(short):
        return
    usual = max(sorted({m.word.text for m in ticks}), key=lambda t: sum(m.word.text == t for m in ticks))
    for mark in short:
        if mark.word.text in TICKS:
            yield mark.place, replace(mark.word, confidence=max(mark.word.confidence or 0.0, SURE))
        elif any(c in TICKS for c in mark.word.text):
            yield mark.place, replace(mark.word, text=usual, recognised=mark.word.text, confidence=SURE)
        else:
            yield mark.place, replace(mark.word, text=usual, recognised=mark.word.text, confidence=GUESS)


def _numbers(marks: Sequence[_Mark]) -> bool:
    read = [m for m in marks if m.word.text != UNREAD]
    return len(read) >= 2 and sum(is_ordinal(m.word.text) for m in read) >= MOSTLY * len(read)


def _mended_numbers(marks: Sequence[_Mark]) -> Iterator[tuple[Place, Word]]:
    """Numbers put in step where what stands before and behind leaves one choice."""
    count = Count()
    for i, mark in enumerate(marks):
        behind = marks[i + 1].word.text if i + 1 < len(marks) else None
        chosen = _chosen(mark.word, count, behind)
        if chosen is None:
            continue
        count = count.after(chosen)
        if not any(chosen.same_as(n) for n in numerals(mark.word.text)):
            sure = behind is not None and looks_like(mark.word.text, chosen)
            confidence = SURE if sure else GUESS
            yield mark.place, replace(mark.word, text=chosen.text, recognised=mark.word.text, confidence=confidence)
        elif (mark.word.confidence or 0.0) < SURE and _in_step(behind, count):
            yield mark.place, replace(mark.word, confidence=SURE)


def _chosen(word: Word, count: Count, behind: str | None) -> Numeral | None:
    """What the number is; None where nothing tells. As read, if that is in step or nothing better is."""
    read = numerals(word.text)
    following = list(count.next_ones())
    expected = [next((f for f in following if f.same_as(n)), None) and n for n in read]
    in_step = next((n for n in expected if n is not None), None)
    if in_step is not None and (behind is None or _leads_to(count.after(in_step), behind)):
        return in_step
    new_kind = all(n.kind not in {f.kind for f in following} for n in read)
    weak = not read or new_kind or (word.confidence or 0.0) < SURE_NUMBER
    fitting = [f for f in following if behind is None or _leads_to(count.after(f), behind)]
    fitting = fitting or [f for f in following if _may_lead_to(count.after(f), behind or "")]
    alike = [f for f in fitting if looks_like(word.text, f)]
    if alike:
        return in_step or alike[0] if behind is None else alike[0]
    if weak and in_step is None and len(fitting) == 1:
        return fitting[0]
    return in_step or (read[0] if read else None)


def _in_step(behind: str | None, count: Count) -> bool:
    return behind is None or _leads_to(count, behind)


def _leads_to(count: Count, text: str) -> bool:
    """True if the number printed next is one that may follow."""
    return any(f.same_as(n) for n in numerals(text) for f in count.next_ones())


def _may_lead_to(count: Count, text: str) -> bool:
    """True if what was read next looks like one that may follow."""
    return any(looks_like(text, f) for f in count.next_ones())


def _changed(fragment: TableFragment, i: int, changes: dict[Place, Word]) -> TableFragment:
    if not any(place[0] == i for place in changes):
        return fragment
    cells = tuple(_with_word(c, changes[i, n]) if (i, n) in changes else c for n, c in enumerate(fragment.cells))
    return replace(fragment, cells=cells)


def _with_word(cell: Cell, word: Word) -> Cell:
    return replace(cell, lines=(Line((word,)),))
