"""A row cut by a page's end whose rest is a row of its own, perhaps in wrong columns or with the next row's texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from nghiquyet.extract.readers.ocr_text.model import TextRow, TextWord, words_to_text
from nghiquyet.extract.readers.ocr_text.page_breaks.break_model import DOUBTED, Break, confidence
from nghiquyet.extract.readers.ocr_text.page_breaks.cell_evidence import texts_of
from nghiquyet.extract.readers.ocr_text.page_breaks.glued_rows import glued_gain
from nghiquyet.extract.readers.ocr_text.page_breaks.rejoin_texts import best_joined, brackets_amiss, ends_amiss
from nghiquyet.extract.tables.continuation.join_rows import USUALLY_FILLED

# A rest is taken for the next row's text only in a column that the whole rows fill at least this often (an estimate).
OFTEN_FILLED = 0.6
# What a rest in another column, a text of the next row, or both in one cell must be better by.
MISPLACED, LIFTED, SPLIT = 0.5, 0.2, 0.4
# A rest of a row leaves most of the usual cells empty; a whole row fills them.
MOSTLY_EMPTY, SOME_EMPTY, ALL_FILLED = 0.9, 0.3, -1.0
# How much more must speak for a rest than for a row.
WITH_NUMBERS, WITHOUT_NUMBERS = -0.3, 0.5
NEAR = 0.3
# A cell above that weighs so much for being cut ends open; a rest goes to another column only if this speaks for it.
OPEN, LEAST_SIGN = -0.5, 0.5
# A reading less good by no more than this leaves the taken one in doubt.
RIVAL = 0.45
# Where nothing bears out a rest's own column, one of this score beside it is a rival.
PLAUSIBLE = -0.4
# Too little speaks for a reading of less than this to be sure of it.
WEAK = 0.3

Use = Literal["own", "misplaced", "lifted", "split", "stray"]


@dataclass(frozen=True, slots=True)
class _Option:
    """What to do with the text that stands in a column of the rest's row."""

    use: Use
    score: float
    to: int
    words: tuple[TextWord, ...] = ()  # the cell above as it becomes
    rest: tuple[TextWord, ...] = ()  # what the next row gets
    done: str = ""
    unsure: bool = False
    fair: float = 0.0  # the score without what it is held back by for being rarer


def mend_rest_row(seam: Break, numbered: bool) -> bool:
    """Gives the texts of the first row below to the rows they belong to; False (nothing done) if it is a row itself.

    ``numbered``: the table's rows have numbers, and this one has none.
    """
    first = seam.below[0]
    chosen = {c: _options(seam, c) for c in seam.texts if seam.words(first, c)}
    if not chosen:
        return False
    missing = _missing(seam, first)
    rest = sum(options[0].score for options in chosen.values()) + missing
    alone = sum(_alone(seam, c, whole=missing == ALL_FILLED) for c in chosen)
    margin = rest - alone - (WITH_NUMBERS if numbered else WITHOUT_NUMBERS)
    if margin <= 0:
        if margin > -NEAR:
            _doubt_rows(seam)
        return False
    chosen = _without_clashes(seam, chosen)
    for c, options in chosen.items():
        sure = min(_sure(options, margin), DOUBTED if _doubt_rivals(seam, c, options) else 1.0)
        _use(seam, c, options[0], sure)
    _move_ticks(seam, first)
    del seam.below[0]
    return True


def _sure(options: Sequence[_Option], margin: float) -> float:
    """How sure the first option is: by the row's margin, and by the next option's distance."""
    second = max((max(o.fair, o.score) for o in options[1:]), default=options[0].score - 1)
    return min(confidence(margin), confidence(options[0].score - second + 0.2))


def _doubt_rivals(seam: Break, c: int, options: Sequence[_Option]) -> bool:
    """Doubts the cells to which the text could belong as well; True if there are any."""
    rest = seam.words(seam.below[0], c)
    near = PLAUSIBLE if options[0].use == "own" and not _borne_out(seam, c, rest) else options[0].score - RIVAL
    rivals = [o for o in options[1:] if o.use == "misplaced" and o.fair > near]
    for rival in rivals:
        join = seam.note("unresolved", rival.to, rest, DOUBTED, "rest_in_next_column")
        seam.put_above(rival.to, seam.over(rival.to), join)
    return bool(rivals) or options[0].score < WEAK


def _borne_out(seam: Break, c: int, rest: Sequence[TextWord]) -> bool:
    """True if more than a small letter says that the rest is of its own column: an open end, words known together."""
    above, sense, witness = seam.over(c), seam.senses[c], seam.witness
    if sense.kind == "bodies":
        return witness.name_confirmed(above, (*above, *rest))
    open_end = witness.ends(words_to_text(above), sense) < 0
    return open_end or sense.kind == "date" or witness.corpus.together(texts_of(above), texts_of(rest)) > 0


def _without_clashes(seam: Break, chosen: dict[int, list[_Option]]) -> dict[int, list[_Option]]:
    """No cell above gets two texts: of two readings that give it one, the weaker falls back on its next."""
    taken: dict[int, int] = {}
    settled: dict[int, list[_Option]] = {}
    for c in sorted(chosen, key=lambda c: -chosen[c][0].score):
        options = [o for o in chosen[c] if o.use == "lifted" or o.to not in taken]
        options = options or [_Option("stray", -1.0, c, (*seam.over(c), *seam.words(seam.below[0], c)))]
        settled[c] = options
        if options[0].use != "lifted":
            taken[options[0].to] = c
    return settled


def _options(seam: Break, c: int) -> list[_Option]:
    own = _own(seam, c)
    alone = sum(bool(seam.words(seam.below[0], t)) for t in seam.texts) == 1
    found = [own, *_misplaced(seam, c, anywhere=alone or own.score < WEAK), *_for_next(seam, c)]
    return sorted(found, key=lambda o: -o.score)


def _own(seam: Break, c: int) -> _Option:
    above, rest = seam.over(c), seam.words(seam.below[0], c)
    sense, witness = seam.senses[c], seam.witness
    if not above:
        return _Option("stray", -0.6 + min(0.0, witness.starts(words_to_text(rest), sense)), c, rest)
    return _joining(seam, "own", c, above, rest)


def _joining(seam: Break, use: Use, to: int, above: tuple[TextWord, ...], rest: tuple[TextWord, ...]) -> _Option:
    """The text put to the cell above: how much better that cell is with it than as it stands."""
    sense, witness = seam.senses[to], seam.witness
    joined = best_joined(above, rest, sense, witness, one_cell=True)
    gain = witness.ends(words_to_text(joined.words), sense) - witness.ends(words_to_text(above), sense)
    return _Option(use, joined.weight + gain, to, joined.words, done=joined.done, unsure=joined.unsure)


def _misplaced(seam: Break, c: int, anywhere: bool) -> Iterator[_Option]:
    """The text belongs to the cell above of another column: the next one, one that ends open, or ``anywhere``."""
    rest = seam.words(seam.below[0], c)
    for to in seam.texts:
        above = seam.over(to)
        if to == c or not above or seam.above_is_one(c, to):
            continue
        beside = abs(seam.texts.index(to) - seam.texts.index(c)) == 1
        open_end = seam.witness.ends(words_to_text(above), seam.senses[to]) <= OPEN
        own_rest = seam.words(seam.below[0], to)
        lifted = len(seam.below) > 1 and not seam.words(seam.below[1], to)
        if (beside or open_end or anywhere) and (not own_rest or lifted):
            option = _joining(seam, "misplaced", to, above, rest)
            weak = LEAST_SIGN if option.score < LEAST_SIGN else 0.0
            yield replace(option, score=option.score - MISPLACED - weak, fair=option.score)


def _for_next(seam: Break, c: int) -> Iterator[_Option]:
    """The text, or the end of it, is the next row's, whose cell is empty."""
    sense, witness = seam.senses[c], seam.witness
    if len(seam.below) < 2 or seam.below[1].cells[c] is None or seam.words(seam.below[1], c):
        return
    if sense.filled < OFTEN_FILLED:
        return
    if sum(bool(seam.words(seam.below[1], t)) for t in seam.texts) < 2:
        return  # a group's heading
    above, rest = seam.over(c), seam.words(seam.below[0], c)
    fills = 0.6 * sense.filled
    text = words_to_text(rest)
    yield _Option("lifted", witness.starts(text, sense) + witness.ends(text, sense) + fills - LIFTED, c, above, rest)
    kept = witness.ends(words_to_text(above), sense)
    for at in range(1, len(rest)):
        inside = witness.begins_inside(rest, at, sense)
        if inside <= -0.9 or not above:
            continue
        joined = best_joined(above, rest[:at], sense, witness)
        whole = witness.ends(words_to_text(joined.words), sense)
        new = witness.starts(words_to_text(rest[at:]), sense)
        score = joined.weight + whole - kept + inside + new + fills - SPLIT
        yield _Option("split", score, c, joined.words, rest[at:], joined.done)


def _alone(seam: Break, c: int, whole: bool) -> float:
    """What speaks for the text to begin a cell of its own row; in a ``whole`` row a rest may stand before it."""
    begins = seam.witness.starts(words_to_text(seam.words(seam.below[0], c)), seam.senses[c])
    return begins + (glued_gain(seam, c) if whole else 0.0)


def _missing(seam: Break, first: TextRow) -> float:
    usual = [c for c, s in enumerate(seam.senses) if s.kind not in ("number", "tick") and s.filled >= USUALLY_FILLED]
    if len(usual) < 2:
        return 0.0
    filled = sum(bool(seam.words(first, c)) for c in usual)
    if filled == len(usual):
        return ALL_FILLED
    return SOME_EMPTY if filled * 5 > len(usual) * 2 else MOSTLY_EMPTY


def _use(seam: Break, c: int, option: _Option, sure: float) -> None:
    rest = seam.words(seam.below[0], c)
    text = words_to_text(option.words)
    if option.use != "lifted" and (brackets_amiss(text) or ends_amiss(text)):
        sure = min(sure, DOUBTED)
    if option.use == "stray" or option.unsure or not _confirmed(seam, option):
        sure = min(sure, DOUBTED)
    if option.use == "lifted":
        join = seam.note("lifted", c, rest, sure, "text_stood_in_row_above")
        seam.put_below(1, c, option.rest, join)
        return
    if option.use == "misplaced":
        join = seam.note("misplaced", option.to, rest, sure, "rest_in_other_column")
        seam.put_above(option.to, option.words, join)
        return
    kind: Literal["lifted", "rejoined"] = "lifted" if option.use == "split" else "rejoined"
    join = seam.note(kind, c, rest, sure, "rest_in_own_row")
    if option.done:
        seam.note("doubled" if option.done == "doubled" else "reordered", c, rest, sure, option.done)
    seam.put_above(c, option.words, join)
    if option.rest:
        seam.put_below(1, c, option.rest, join)


def _confirmed(seam: Break, option: _Option) -> bool:
    """A column of names: the name over the break must be one of the registry, or stand elsewhere in the document."""
    if seam.senses[option.to].kind != "bodies" or option.use == "lifted":
        return True
    above = seam.over(option.to)
    return seam.witness.name_confirmed(above, option.words)


def _move_ticks(seam: Break, first: TextRow) -> None:
    """A tick in the rest's row is the row's above, or the next one's if that has none and the row above has its own."""
    ticks = [c for c, s in enumerate(seam.senses) if s.kind == "tick"]
    own = any(seam.over(c) for c in ticks)
    for c in ticks:
        words = seam.words(first, c)
        if not words:
            continue
        join = seam.note("lifted" if own else "rejoined", c, words, DOUBTED, "tick_in_own_row")
        lacks = len(seam.below) > 1 and not any(seam.words(seam.below[1], t) for t in ticks)
        if own and lacks:
            seam.put_below(1, c, words, join)
        else:
            seam.put_above(c, (*seam.over(c), *words), join)


def _doubt_rows(seam: Break) -> None:
    for c in seam.texts:
        above, below = seam.over(c), seam.words(seam.below[0], c)
        if above and below:
            join = seam.note("unresolved", c, below, DOUBTED, "may_be_one_row")
            seam.put_above(c, above, join)
            seam.put_below(0, c, below, join)
