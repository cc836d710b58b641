"""Fragments of tables on recognised pages → the same, their lone marks and row numbers mended by their columns.

A recogniser knows words, not crosses and Roman numerals; but a column of crosses holds crosses, and numbers go on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from nghiquyet.extract.language.numbering.reading import Reading, next_label
from nghiquyet.extract.language.ticks import is_sure_tick
from nghiquyet.extract.model import UNREAD, Cell, Line, TableFragment, Word, union
from nghiquyet.extract.ocr.correct.decode_numbers import Read, Step, likeliest_steps, may_be_number
from nghiquyet.extract.ocr.correct.misread_numbers import below_heading, column_readings
from nghiquyet.extract.ocr.correct.word_probability import GUESS, SURE
from nghiquyet.extract.tables.classify.heading_rows import is_column_numbers

# A column is one of ticks if it has this many, and if they are this share of what is as short.
FEWEST_TICKS = 3
MOSTLY = 0.6
# Amounts of thousands, and how many a column has at least if one is told by the others.
_THOUSANDS = re.compile(r"^\d{1,3}(?:[.,]\d{3})+$")
FEWEST_AMOUNTS = 3
# A mark of more letters is a word.
LONGEST_MARK = 3
# Rows' numbers stand in one of the first columns.
NUMBER_COLUMNS = 2
_BRACKETED = re.compile(r"^\(\d{1,3}\)$")

HeadingDepth = Callable[[TableFragment], int]
Place = tuple[int, int]  # which fragment, which of its cells


@dataclass(frozen=True, slots=True)
class _Mark:
    """A cell with one short word, or a few signs."""

    place: Place
    word: Word
    begins: bool = False  # the first below a heading: another table may begin here
    banner: bool = False  # the first word of a cell over several columns
    of_column: bool = False  # below the heading columns may be numbered, each page anew


def mend_columns(fragments: Sequence[TableFragment], heading_depth: HeadingDepth) -> tuple[TableFragment, ...]:
    """The fragments in reading order, mended; a changed word keeps what was read in ``recognised``.

    ``heading_depth`` tells how many rows at a fragment's top are its heading; those are left alone. Printed fragments
    among them tell how far the count has come; their words stay.
    """
    depths = [heading_depth(f) for f in fragments]
    changes: dict[Place, Word] = {}
    for width in sorted({len(f.columns) for f in fragments}):
        of_width = [i for i, f in enumerate(fragments) if len(f.columns) == width]
        for column in range(width):
            marks = list(_marks(fragments, depths, of_width, column))
            changes.update(_mended_amounts([m for m in marks if not m.banner]))
            if column == width - 1:
                continue
            changes.update(_mended_ticks([m for m in marks if m.word.confidence is not None and not m.banner]))
            banners = [m for m in marks if m.banner]
            if column < NUMBER_COLUMNS and _numbers(marks):
                changes.update(_mended_numbers(marks))
            elif column == 0 and _number_groups(banners):
                changes.update(_mended_numbers(banners))
    return tuple(_changed(fragment, i, changes) for i, fragment in enumerate(fragments))


def _marks(
    fragments: Sequence[TableFragment], depths: Sequence[int], wanted: Sequence[int], column: int
) -> Iterator[_Mark]:
    for i in wanted:
        cells = fragments[i].cells
        inside = [n for n, c in enumerate(cells) if c.row >= depths[i] and _covers(c, column)]
        may_begin = depths[i] > 0
        for n in sorted(inside, key=lambda n: cells[n].row):
            words = [w for line in cells[n].lines for w in line.words]
            text = "".join(w.text for w in words)
            if not words and column == 0 and _only_a_title(cells, cells[n].row):
                yield _Mark((i, n), Word("", cells[n].bbox, fragments[i].page), may_begin, banner=True)
                may_begin = False
            elif words and cells[n].column_span > 1:
                yield _Mark((i, n), words[0], may_begin, banner=True)
                may_begin = False
            elif words and (len(words) == 1 or len(text) <= LONGEST_MARK):
                yield _Mark((i, n), _one_word(words, text), may_begin, of_column=_counts_columns(cells, cells[n].row))
                may_begin = False


def _covers(cell: Cell, column: int) -> bool:
    """True for the cells of a column; a group's heading that goes over several counts for the first two."""
    if cell.column_span == 1 or column >= NUMBER_COLUMNS:
        return cell.column == column and cell.column_span == 1
    return cell.column <= column < cell.column + cell.column_span


def _only_a_title(cells: Sequence[Cell], row: int) -> bool:
    """True for a row of which the second column alone is filled."""
    filled = [c for c in cells if c.row <= row < c.row + c.row_span and c.lines]
    return len(filled) == 1 and filled[0].column == 1 and filled[0].row == row


def _counts_columns(cells: Sequence[Cell], row: int) -> bool:
    return is_column_numbers([c for c in cells if c.row == row])


def _one_word(words: Sequence[Word], text: str) -> Word:
    sure = None if words[0].confidence is None else min(w.confidence or 0.0 for w in words)
    read = "".join(w.recognised or w.text for w in words) if any(w.recognised for w in words) else ""
    return replace(words[0], text=text, bbox=union([w.bbox for w in words]), confidence=sure, recognised=read)


def _taken_for(word: Word, text: str, confidence: float) -> Word:
    """The word as ``text``; what was read first stays, though knowledge had changed it once before."""
    return replace(word, text=text, recognised=word.recognised or word.text, confidence=confidence)


def _mended_ticks(marks: Sequence[_Mark]) -> Iterator[tuple[Place, Word]]:
    short = [m for m in marks if len(m.word.text) <= LONGEST_MARK or (m.word.confidence or 0.0) < GUESS]
    ticks = [m for m in short if is_sure_tick(m.word.text)]
    if len(ticks) < FEWEST_TICKS or len(ticks) < MOSTLY * len(short):
        return
    usual = max(sorted({m.word.text for m in ticks}), key=lambda t: sum(m.word.text == t for m in ticks))
    for mark in short:
        if is_sure_tick(mark.word.text):
            yield mark.place, replace(mark.word, confidence=max(mark.word.confidence or 0.0, SURE))
        elif len(mark.word.text) <= LONGEST_MARK and any(map(is_sure_tick, mark.word.text)):
            yield mark.place, _taken_for(mark.word, usual, SURE)
        else:
            yield mark.place, _taken_for(mark.word, usual, GUESS)


def _mended_amounts(marks: Sequence[_Mark]) -> Iterator[tuple[Place, Word]]:
    """Amounts whose thousands a comma parts, where stops do in the column's others: "2.400, 1,200"."""
    parted = [m for m in marks if _THOUSANDS.match(m.word.text)]
    odd = [m for m in parted if "," in m.word.text]
    if len(parted) < FEWEST_AMOUNTS or len(odd) > (1 - MOSTLY) * len(parted):
        return
    for mark in odd:
        if mark.word.confidence is not None:
            yield mark.place, _taken_for(mark.word, mark.word.text.replace(",", "."), GUESS)


def _numbers(marks: Sequence[_Mark]) -> bool:
    read = [m for m in marks if m.word.text != UNREAD and not m.banner]
    return len(read) >= 2 and sum(may_be_number(m.word.text) for m in read) >= MOSTLY * len(read)


def _number_groups(banners: Sequence[_Mark]) -> bool:
    """True if groups are numbered, in a table whose rows are not: their numbers end with a stop."""
    read = [m.word.text for m in banners if m.word.text]
    return len(read) >= 2 and sum(t[-1] in ".)" and may_be_number(t) for t in read) >= MOSTLY * len(read)


def _mended_numbers(marks: Sequence[_Mark]) -> Iterator[tuple[Place, Word]]:
    """Numbers put in step where the whole column leaves little choice; doubted where they are in no step."""
    steps = likeliest_steps([Read(m.word.text, m.word.confidence, m.begins, m.banner, m.of_column) for m in marks])
    bracketed = _mostly_bracketed(marks)
    for i, (mark, step) in enumerate(zip(marks, steps, strict=True)):
        word, behind = mark.word, next((s for s in steps[i + 1 :] if s.numeral), None)
        if word.confidence is None:
            continue
        if step.out_of_step:
            yield mark.place, replace(word, confidence=min(word.confidence, GUESS))
        elif step.numeral is None:
            continue
        elif step.as_read and bracketed and _is_plain(step.numeral) and not _BRACKETED.match(word.text):
            yield mark.place, _taken_for(word, f"({step.numeral.levels[0]})", SURE)
        elif not step.as_read:
            sure = step.alike and behind is not None and behind.as_read and not behind.out_of_step
            sure = sure or _hemmed_in(marks, steps, i) or _lost_its_stop(marks, steps, i) or _hangs(word.text, step)
            text = f"({step.numeral.levels[0]})" if bracketed and _is_plain(step.numeral) else step.numeral.printed
            yield mark.place, _taken_for(word, text, SURE if sure else GUESS)
        elif word.confidence < SURE and (behind is None or (behind.as_read and not behind.out_of_step)):
            yield mark.place, replace(word, confidence=SURE)


def _mostly_bracketed(marks: Sequence[_Mark]) -> bool:
    """True where rows are numbered "(1)": a bracket is easily lost, or taken for another sign."""
    plain = [
        m.word.text
        for m in marks
        if not (m.banner or m.of_column) and any(_is_plain(n) for n in column_readings(m.word.text))
    ]
    return len(plain) >= 2 and sum(bool(_BRACKETED.match(t)) for t in plain) >= MOSTLY * len(plain)


def _is_plain(numeral: Reading) -> bool:
    return numeral.style == "arabic" and numeral.depth == 1


def _hemmed_in(marks: Sequence[_Mark], steps: Sequence[Step], i: int) -> bool:
    """True for no number between two that are surely read, if only one stands between them: "10, lãi, 12"."""
    read = marks[i].word.text
    if not 0 < i < len(marks) - 1 or read == UNREAD or column_readings(read):
        return False
    if not (_surely_read(marks[i - 1], steps[i - 1]) and _surely_read(marks[i + 1], steps[i + 1])):
        return False
    above, own, below = (steps[n].numeral for n in (i - 1, i, i + 1))
    if above is None or own is None or below is None or own.style != "arabic":
        return False
    return own.same_as(next_label(above)) and below.same_as(next_label(own))


def _hangs(read: str, step: Step) -> bool:
    """True for "HI.2" that stands for III.2: which group it is in its place tells, and the figure was read."""
    own = step.numeral
    if own is None or own.style != "roman" or own.depth < 2 or not step.alike:
        return False
    return re.sub(r"\W", "", read).endswith(below_heading(own))


def _lost_its_stop(marks: Sequence[_Mark], steps: Sequence[Step], i: int) -> bool:
    """True for "21" below "2", and for "22" below that: the numbers that stand there are 2.1 and 2.2."""
    own = steps[i].numeral
    if own is None or own.style != "arabic" or own.depth < 2:
        return False
    if marks[i].word.text.rstrip(".") != "".join(str(n) for n in own.levels):
        return False
    # the rest of a row that the page cut has no number
    n = next((n for n in range(i - 1, -1, -1) if marks[n].word.text or steps[n].numeral), None)
    above = steps[n].numeral if n is not None else None
    if n is None or above is None or above.style != "arabic":
        return False
    if own.levels == (*above.levels, 1):
        return _surely_read(marks[n], steps[n])
    return own.same_as(next_label(above)) and (_surely_read(marks[n], steps[n]) or _lost_its_stop(marks, steps, n))


def _surely_read(mark: _Mark, step: Step) -> bool:
    confidence = mark.word.confidence
    return not mark.banner and step.as_read and not step.out_of_step and (confidence is None or confidence >= SURE)


def _changed(fragment: TableFragment, i: int, changes: dict[Place, Word]) -> TableFragment:
    if not any(place[0] == i for place in changes):
        return fragment
    cells = tuple(_with_word(c, changes[i, n]) if (i, n) in changes else c for n, c in enumerate(fragment.cells))
    return replace(fragment, cells=cells)


def _with_word(cell: Cell, word: Word) -> Cell:
    if cell.column_span > 1:  # a group's heading: its number is the first word
        first, *others = cell.lines
        return replace(cell, lines=(Line((word, *first.words[1:])), *others))
    return replace(cell, lines=(Line((word,)),))
