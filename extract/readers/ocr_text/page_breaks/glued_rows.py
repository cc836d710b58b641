"""A row cut by a page's end whose rest stands before the next row's texts, in the same cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nghiquyet.extract.readers.ocr_text.model import TextWord, words_to_text
from nghiquyet.extract.readers.ocr_text.page_breaks.break_model import DOUBTED, Break, confidence
from nghiquyet.extract.readers.ocr_text.page_breaks.column_senses import Sense
from nghiquyet.extract.readers.ocr_text.page_breaks.rejoin_texts import best_joined, brackets_amiss, doubles, ends_amiss
from nghiquyet.extract.tables.continuation.join_rows import USUALLY_FILLED

# What a reading that takes a cell apart must be better by than one that leaves it as written.
RELUCTANCE = 0.5
# One column must say so much for a rest to be before the next row's text; the others then need less.
SURELY_GLUED = 0.7
WITH_OTHERS = 0.4
# A reading this near to the one taken leaves both cells in doubt.
NEAR = 0.3
# What speaks against a cell below as written: its first word ends the cell above; two names in it without a mark.
DOUBLE, UNMARKED = 0.5, 0.6
# What speaks for cells that are alike.
SAME = 1.0
# Where a column is not usually filled the whole text below may be a rest; so much speaks for it where no row fills the
# column (an estimate).
EMPTY = 0.5
# No rest of a row has more words than this.
LONGEST_REST = 120


@dataclass(frozen=True, slots=True)
class _Cut:
    """A cell below taken apart before its word ``at``: what it gives the cell above, and how good that reading is."""

    at: int
    score: float
    words: tuple[TextWord, ...]
    done: str
    unsure: bool


@dataclass(frozen=True, slots=True)
class _Column:
    """A column at the break: the score of leaving it as written, and the ways to take it apart, best first."""

    column: int
    kept: float
    cuts: tuple[_Cut, ...]

    @property
    def gain(self) -> float:
        return self.cuts[0].score - self.kept if self.cuts else -2.0


def mend_glued(seam: Break) -> None:
    """Gives back to the last row above what stands before the first row's own texts below."""
    columns = [_read(seam, c) for c in seam.texts if seam.over(c) and seam.words(seam.below[0], c)]
    best = max((c.gain for c in columns), default=-2.0)
    for column in columns:
        needed = 0.0 if column.gain == best else -WITH_OTHERS
        if column.cuts and column.cuts[0].at == len(seam.words(seam.below[0], column.column)):
            needed = 0.0  # nothing would be left below
        if best >= SURELY_GLUED and column.gain >= needed and column.cuts:
            _take_apart(seam, column)
        elif (
            column.gain > -NEAR
            or column.kept < -NEAR
            or _runs_on(seam, column)
            or (best >= SURELY_GLUED and _may_be_rest(seam, column))
        ):
            _doubt(seam, column.column)


def _runs_on(seam: Break, column: _Column) -> bool:
    return seam.witness.runs_on(seam.words(seam.below[0], column.column), seam.senses[column.column])


def _may_be_rest(seam: Break, column: _Column) -> bool:
    """Beside a rest that is sure, a text in a column that is often empty may be one too."""
    return seam.senses[column.column].filled < USUALLY_FILLED and column.kept < 1


def glued_gain(seam: Break, c: int) -> float:
    """How much better the cell below begins when what may be the rest of the cell above is taken off; at least 0."""
    if not (seam.over(c) and seam.words(seam.below[0], c)):
        return 0.0
    return max(0.0, _read(seam, c).gain)


def _read(seam: Break, c: int) -> _Column:
    sense, witness = seam.senses[c], seam.witness
    above, below = seam.over(c), seam.words(seam.below[0], c)
    kept = witness.ends(words_to_text(above), sense) + witness.starts(words_to_text(below), sense)
    if words_to_text(above) == words_to_text(below):
        return _Column(c, kept + SAME, ())  # two rows say the same
    kept -= DOUBLE * doubles(above, below, sense, witness) + UNMARKED * witness.runs_on(below, sense)
    cuts = sorted(_cuts(seam, above, below, sense), key=lambda cut: (-cut.score, cut.at))
    return _Column(c, kept, tuple(cuts[:3]))


def _cuts(seam: Break, above: tuple[TextWord, ...], below: tuple[TextWord, ...], sense: Sense) -> Iterator[_Cut]:
    witness = seam.witness
    for at in range(1, min(len(below), LONGEST_REST)):
        inside = witness.begins_inside(below, at, sense)
        if inside <= -0.9:
            continue
        joined = best_joined(above, below[:at], sense, witness)
        whole = witness.ends(words_to_text(joined.words), sense)
        new = witness.starts(words_to_text(below[at:]), sense)
        yield _Cut(at, joined.weight + whole + inside + new - RELUCTANCE, joined.words, joined.done, joined.unsure)
    if sense.filled < USUALLY_FILLED:
        joined = best_joined(above, below, sense, witness)
        whole = witness.ends(words_to_text(joined.words), sense)
        weight = joined.weight + whole + EMPTY * (1 - sense.filled)
        yield _Cut(len(below), weight, joined.words, joined.done, unsure=True)


def _take_apart(seam: Break, column: _Column) -> None:
    cut = column.cuts[0]
    others = [other.score for other in column.cuts[1:]]
    c = column.column
    below = seam.words(seam.below[0], c)
    sure = confidence(cut.score - max([column.kept, *others]))
    text = words_to_text(cut.words)
    unconfirmed = seam.senses[c].kind == "bodies" and not seam.witness.name_confirmed(seam.over(c), cut.words)
    listed = seam.senses[c].kind == "bodies" and cut.words and below[cut.at - 1].text.endswith((",", ";"))
    if brackets_amiss(text) or ends_amiss(text) or unconfirmed or cut.unsure or listed:
        sure = min(sure, DOUBTED)
    join = seam.note("glued", c, below, sure, "rest_before_next_text")
    if cut.done:
        seam.note("doubled" if cut.done == "doubled" else "reordered", c, below, sure, cut.done)
    seam.put_above(c, cut.words, join)
    seam.put_below(0, c, below[cut.at :], join)


def _doubt(seam: Break, c: int) -> None:
    """Both cells stay as written and bear the doubt."""
    above, below = seam.over(c), seam.words(seam.below[0], c)
    join = seam.note("unresolved", c, below, DOUBTED, "page_end_may_cut")
    seam.put_above(c, above, join)
    seam.put_below(0, c, below, join)
