"""A column's numbers as recognised → as counted: the cheapest way through the whole column.

"I, 1, 2, II, 1" is often read as "1, 1, 2, 11, 1": each sign may be what was read, but only one way of reading them all
is a count. Every way is followed for some steps; what is unlikely costs, and the cheapest way through is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from nghiquyet.extract.language.lookalikes import lookalikes
from nghiquyet.extract.language.numbering.decode_labels import cheapest_way
from nghiquyet.extract.language.numbering.list_state import ListState
from nghiquyet.extract.language.numbering.ordinals import is_ordinal
from nghiquyet.extract.language.numbering.reading import Reading
from nghiquyet.extract.language.numbering.roman import SIGNS
from nghiquyet.extract.language.numbering.succession import BEGINS
from nghiquyet.extract.model import UNREAD
from nghiquyet.extract.ocr.correct.misread_numbers import column_readings, looks_like

# A number read with less confidence than this may be another.
SURE_NUMBER = 0.9
# What a step costs beside its place in the count: a sign taken for a number that looks like it; a sign that is no
# number taken for one like it.
ALIKE, ALIKE_UNREAD = 1.0, 0.5
# A coarse scan takes its flag from a figure one; then the count alone tells it from a Roman one.
LONE_STROKE = 0.5
# A figure taken for another one: they are seldom confused.
ALIKE_FIGURE = 2.0
# The full stop between two counts is the smallest thing printed: "2.1" read as "21". Dirt seldom makes one of nothing.
STOP_LOST, STOP_ADDED = 0.4, 2.0
# What it costs more to take a number that is in step for another.
THOUGH_IN_STEP = 1.5
# A number put where something else was read: surely a number, hardly one, none.
OTHER, OTHER_UNSURE, OTHER_UNREAD = 6.0, 3.5, 2.0
# Something that is no number left as it is.
NO_NUMBER = 3.0
BULLETS = frozenset("-–—+*•·")
# A number put where none was read rather begins anew below a heading than it runs on from the group before.
RUNS_ON = 0.25
# A group's row that begins like a number and has none.
PLAIN_BANNER = 1.0
# A group's row whose number was not read at all.
LOST_NUMBER = 0.25
_BANNER = re.compile(r"^(?:[^\W_]{1,5}[.,):/]{1,2}|[A-Z0-9ĐÍÌl|]{1,5})$")
# "L.1" has one: it is rather 1.1 than II.
_INNER_STOP = re.compile(r"(?<=\w)[.,](?=[\w\]|])")
# Where rows are numbered so, below I, "1.1" is rather I.1; and how many such numbers tell it.
# A recogniser takes II for H, IL, TH; of figures alone it makes no such letters.
_HUNG = re.compile(
    rf"^(?:[{SIGNS}]{{2,4}}\.\d{{1,2}}|(?=.*[HNUVX])(?=.*(?:\d|[.,].))[{SIGNS}HLNTU1l|]{{1,4}}[.,]?[\dIl]{{1,2}}|"
    r"(?:[I1l|][LT]|[LT][ILT1l|])[.,]?\d{1,2})[.)]?$"
)
FEWEST_HUNG, RATHER_HUNG = 2, 1.5


@dataclass(frozen=True, slots=True)
class Read:
    """What stands in a number's place: ``confidence`` is None where printed, ``begins`` says right below a heading.

    ``banner``: the first word of a group's row, whose cell goes over several columns; empty where its own cell is.
    ``of_column``: the column's own number, in a row of such numbers below the heading.
    """

    text: str
    confidence: float | None
    begins: bool = False
    banner: bool = False
    of_column: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """What the number is (None: no number), whether it was read so, looks so, and whether it follows what is above."""

    numeral: Reading | None
    as_read: bool = True
    alike: bool = True
    out_of_step: bool = False


def likeliest_steps(column: Sequence[Read]) -> tuple[Step, ...]:
    """A step for each sign of a column, from the top down."""
    hung = sum(_is_hung(read.text) for read in column) >= FEWEST_HUNG
    return cheapest_way(ListState(), column, partial(_costed_steps, hung=hung))


def may_be_number(text: str) -> bool:
    """True for a number, and for what a recogniser makes of one: "L2" and "IL1" of I.2 and II.1."""
    known = lookalikes()
    return is_ordinal(text) or _is_hung(text) or is_ordinal(text.translate(known.sides).translate(known.numbers))


def _is_hung(text: str) -> bool:
    return bool(_HUNG.match(text.translate(lookalikes().sides)))


def _cost_of_hanging(step: Step) -> float:
    """What a step costs more where rows are numbered I.1; that "I.1" begins below "I" costs nothing there."""
    if step.numeral is None or step.numeral.depth < 2:
        return 0.0
    if step.numeral.style == "arabic":
        return RATHER_HUNG
    return -BEGINS if not step.as_read and step.numeral.levels[1:] == (1,) else 0.0


def _costed_steps(read: Read, count: ListState, first: bool, *, hung: bool) -> Iterator[tuple[float, Step, ListState]]:
    for cost, step, after in _steps(read, count, first):
        yield cost + (_cost_of_hanging(step) if hung else 0.0), step, after


def _steps(read: Read, count: ListState, first: bool) -> Iterator[tuple[float, Step, ListState]]:
    own = column_readings(read.text)
    if read.banner:
        yield from _banner_steps(read, own, count, first)
        return
    if (not own and read.text in BULLETS) or read.of_column:
        yield 0.0, Step(None, out_of_step=False), count
        return
    following = [(f, count) for f in count.next_ones()]
    if read.begins and not first:
        following += [(f, ListState()) for f in ListState().next_ones()]
    for numeral in own:
        base = next((c for f, c in following if f.same_as(numeral)), None)
        if base is not None:
            yield 0.0, Step(numeral), base.after(numeral)
        else:
            taken = count.taking(numeral, first)
            yield taken.cost, Step(numeral, out_of_step=taken.kind != "first"), count.after(numeral)
    if not own:
        yield NO_NUMBER, Step(None, out_of_step=True), count
    if read.confidence is not None:
        yield from _steps_as_misread(read, own, following)


def _steps_as_misread(
    read: Read, own: tuple[Reading, ...], following: Sequence[tuple[Reading, ListState]]
) -> Iterator[tuple[float, Step, ListState]]:
    """The numbers that follow, where another was read or none."""
    in_step = any(f.same_as(n) for f, _ in following for n in own)
    for numeral, base in following:
        if any(numeral.same_as(n) for n in own):
            continue
        alike = read.text != UNREAD and looks_like(read.text, numeral)
        cost = _cost_alike(read, numeral, own) if alike else _cost_of_other(read, numeral, own)
        cost += BEGINS if numeral.style == "lower" and numeral.first else 0.0
        deeper = numeral.depth > 1 and numeral.first
        # below "1" and "a)" rather stands "b)" than "1.1", below "I" rather "1" than "I.1"
        rather = base.last is not None and (base.last.style == "lower" or base.last.heads_group)
        cost += BEGINS if deeper and rather else 0.0
        runs_on = numeral.style == "arabic" and not numeral.first and base.last != base.row
        cost += RUNS_ON if runs_on else 0.0
        more = in_step and not _is_lone_stroke(read.text, numeral)
        cost += THOUGH_IN_STEP if more else 0.0
        yield cost, Step(numeral, as_read=False, alike=alike), base.after(numeral)


def _banner_steps(
    read: Read, own: tuple[Reading, ...], count: ListState, first: bool
) -> Iterator[tuple[float, Step, ListState]]:
    """A group's row begins with its number ("II. Năng lượng") or has none ("Năng lượng")."""
    numbered = bool(_BANNER.match(read.text))
    yield PLAIN_BANNER if numbered else 0.0, Step(None), count.below_heading()
    following = [(f, count) for f in count.next_ones()]
    for numeral in (f for f, _ in following):
        in_step = any(numeral.same_as(n) for n in own)
        if not read.text or (in_step and not numeral.heads_group):  # a number that was lost; a task after all
            yield LOST_NUMBER, Step(None), count.after(numeral)
    if not numbered:
        return
    if read.begins and not first:
        following += [(f, ListState()) for f in ListState().next_ones()]
    heads = [(f, c) for f, c in following if f.heads_group]
    for numeral in own:
        if numeral.heads_group:
            in_step = first or numeral.levels[0] == 1 or any(f.same_as(numeral) for f, _ in heads)
            cost = 0.0 if in_step else count.taking(numeral).cost
            yield cost, Step(numeral, out_of_step=not in_step), count.after(numeral)
    for numeral, base in heads:
        known = any(numeral.same_as(n) for n in own)
        if not known and read.confidence is not None and looks_like(read.text, numeral):
            tail = read.text[len(read.text.rstrip(".,):/")) :].replace(",", ".")
            shown = replace(numeral, closing=tail)
            yield ALIKE if own else ALIKE_UNREAD, Step(shown, as_read=False), base.after(shown)


def _cost_alike(read: Read, numeral: Reading, own: tuple[Reading, ...]) -> float:
    if _is_lone_stroke(read.text, numeral):
        return LONE_STROKE
    added = max(0, len(_INNER_STOP.findall(read.text)) - (numeral.depth - 1)) * STOP_ADDED
    return _cost_of_signs(numeral, own) + added


def _is_lone_stroke(text: str, numeral: Reading) -> bool:
    return text.rstrip(".):") in ("I", "l", "|") and numeral.text.strip("()") == "1"


def _cost_of_signs(numeral: Reading, own: tuple[Reading, ...]) -> float:
    if not own:
        return ALIKE_UNREAD
    if not numeral.style == own[0].style == "arabic":
        return ALIKE
    figures, read = ("".join(str(n) for n in of.levels) for of in (numeral, own[0]))
    return STOP_LOST if figures == read else ALIKE_FIGURE


def _cost_of_other(read: Read, numeral: Reading, own: tuple[Reading, ...]) -> float:
    if not own:
        return OTHER_UNREAD
    same_kind = any(n.style == numeral.style for n in own)  # a figure is taken for a letter sooner than for a figure
    return OTHER if same_kind and (read.confidence or 0.0) >= SURE_NUMBER else OTHER_UNSURE
