"""Paragraphs' labels among the labels open above them → their parents: the cheapest way to nest all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from nghiquyet.extract.language.numbering.decode_labels import cheapest_way
from nghiquyet.extract.language.numbering.reading import NAMED, Reading, Style
from nghiquyet.extract.language.numbering.succession import distance

# Numbers left out in a list that is still the same list.
SKIPPED = 3
# Styles that a capital or small letter makes likely to be something else: they must go on a list.
WARY: frozenset[Style] = frozenset({"upper", "lower", "lower_roman"})
# The rank of styles that always stand above others; the rest nest in the order in which they are met.
RANKS: dict[Style, int] = {
    "part": 0,
    "chapter": 1,
    "division": 2,
    "subdivision": 3,
    "article": 4,
    "upper": 5,
    "roman": 6,
    "arabic": 7,
}
LOWEST = 20
# What it costs to take a label for what it may be. Set by hand so that the cheapest way gives each of the 2,135 labels
# of 135 documents the parent that it has; only their order matters, and each tells two of those labels apart.
# A likelier reading passed over; a list closed that may go on; another closing mark than the list's.
LESS_LIKELY, CLOSED, OTHER_MARK = 0.05, 0.02, 0.3
# A number left out; a list that begins below all that are open, and for each that it closes, the more if that ranks
# below it; the same list anew.
LEFT_OUT, BEGINS, CLOSES, CLOSES_LOWER, ANEW = 0.6, 0.4, 0.25, 0.3, 0.5
# A list above which another of its kind is open; one that stands under a lower rank, or under one that a name ranks.
WITHIN_ITSELF, UNDER_LOWER, NAME_UNDER_LOWER = 3.0, 0.8, 5.0
# A number that stands twice; one in no order, in a heading and elsewhere; such a letter; no label, and in a heading.
REPEATED, HEADING_OUT, OUT, LETTER_OUT, NO_LABEL, NO_LABEL_IN_HEADING = 1.2, 1.2, 2.6, 3.5, 2.0, 3.0
# What it costs more where no list of its kind is open.
NO_LIST = 0.6
# A list of letters that begins behind its first: more than no label, less than two ("g)", "h)" of a torn text).
BEGINS_LATE = 3.2
# Another label than was read, where that one goes on a list.
MISREAD = 0.55

Stack: TypeAlias = tuple[Reading, ...]
Rule: TypeAlias = Literal[
    "spells_out_parent", "goes_on_list", "begins_list", "list_anew", "repeats_label", "out_of_order", "named_rank"
]
Option: TypeAlias = tuple[float, int, Rule]


@dataclass(frozen=True, slots=True)
class Open:
    """A section that later ones may stand under or beside."""

    label: Reading
    id: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """A paragraph that begins with a label: its readings, and what may be printed there if it was misread.

    ``heading`` says that it looks like a heading.
    """

    readings: tuple[Reading, ...]
    misread: tuple[Reading, ...] = ()
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Placing:
    """Which reading of the label holds, how many of the open sections remain above it, and the rule that says so.

    ``guessed``: it was misread.
    """

    label: Reading
    depth: int
    rule: Rule
    guessed: bool = False


def place_labels(paragraphs: Sequence[Labelled], above: Stack = ()) -> tuple[Placing | None, ...]:
    """Where each label stands among the sections open then; None if it is no label there.

    ``above`` are the labels of the sections open before the first paragraph, outermost first.
    """
    return cheapest_way(above, paragraphs, _options)


def label_to_id(label: Reading, above: Open | None, prefix: str) -> str:
    """The parent's id and the label; a label that contains its parent's takes that one's place."""
    if above is None:
        return prefix + label.text
    if label.contains(above.label):
        return above.id.removesuffix(above.label.text) + label.text
    return f"{above.id}.{label.text}"


def rank(label: Reading) -> int:
    """How high a label stands: 0 for a part; equal for those whose place only the text tells."""
    if label.bracketed:
        return LOWEST
    return RANKS.get(label.style, LOWEST) + (label.depth - 1 if label.style == "arabic" else 0)


def _options(paragraph: Labelled, stack: Stack, _first: bool) -> Iterator[tuple[float, Placing | None, Stack]]:
    yield NO_LABEL_IN_HEADING if paragraph.heading else NO_LABEL, None, stack
    for place, label in enumerate(paragraph.readings):
        options = (*_going_on(label, stack), *_out_of_order(label, stack, paragraph.heading), *_beginning(label, stack))
        for cost, depth, rule in options:
            yield LESS_LIKELY * place + cost, Placing(label, depth, rule), (*stack[:depth], label)
    for place, label in enumerate(paragraph.misread):
        # "I." below an open II is rather a one than a list that begins within itself
        begins = any(r.first for r in paragraph.readings) and any(other.style == "roman" for other in stack)
        for cost, depth, rule in (*_going_on(label, stack, 1), *(_beginning(label, stack) if begins else ())):
            yield MISREAD + LESS_LIKELY * place + cost, Placing(label, depth, rule, True), (*stack[:depth], label)


def _going_on(label: Reading, stack: Stack, most: int = SKIPPED) -> Iterator[Option]:
    """(cost, depth, rule) where the label spells out an open one, or is the next of an open list, or close behind."""
    for i, other in enumerate(stack):
        closed = CLOSED * (len(stack) - 1 - i)
        if label.contains(other):
            yield closed, i + 1, "spells_out_parent"
        steps = _steps(other, label)
        if steps is not None and 0 < steps <= most:
            other_mark = OTHER_MARK if label.closing != other.closing else 0.0
            yield closed + LEFT_OUT * (steps - 1) + other_mark, i, "goes_on_list"


def _out_of_order(label: Reading, stack: Stack, heading: bool) -> Iterator[Option]:
    """The same where the label stands in an open list, but in no order; or begins that list anew."""
    beside = [i for i, other in enumerate(stack) if other.list_key == label.list_key]
    out = LETTER_OUT if label.style in WARY else HEADING_OUT if heading else OUT
    for i in beside:
        closed, steps = CLOSED * (len(stack) - 1 - i), _steps(stack[i], label)
        if steps is not None and 0 < steps <= SKIPPED:
            continue
        if label.first and label.closing == stack[i].closing:
            yield closed + ANEW, i, "list_anew"
        elif steps == 0:
            yield closed + REPEATED, i, "repeats_label"
        else:
            yield closed + out, i, "out_of_order"
    if not beside and label.style not in NAMED and not label.first:
        depth = len(stack)
        while depth and rank(label) <= rank(stack[depth - 1]):
            depth -= 1
        yield BEGINS_LATE if label.style in WARY else out + NO_LIST, depth, "out_of_order"


def _beginning(label: Reading, stack: Stack) -> Iterator[Option]:
    """The same where the label begins a list; Điều and Chương may begin with any number."""
    named = label.style in NAMED
    for depth in range(len(stack) + 1 if label.first or named else 0):
        closed = stack[depth:]
        lower = sum(rank(other) < rank(label) for other in closed)
        under_lower = depth and rank(label) < rank(stack[depth - 1])
        within = any((o.list_key, o.closing) == (label.list_key, label.closing) for o in stack[:depth])
        yield (
            BEGINS
            + CLOSES * len(closed)
            + CLOSES_LOWER * lower
            + (WITHIN_ITSELF if within else 0.0)
            + ((NAME_UNDER_LOWER if named else UNDER_LOWER) if under_lower else 0.0),
            depth,
            "begins_list" if label.first else "named_rank",
        )


def _steps(before: Reading, label: Reading) -> int | None:
    """How far the label is in ``before``'s list: "(2)" goes on no "1."."""
    return distance(before, label) if before.list_key == label.list_key else None
