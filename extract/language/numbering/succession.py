"""Which label may follow which, and at what cost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from nghiquyet.extract.language.numbering.alphabet import letter_steps
from nghiquyet.extract.language.numbering.reading import LETTERED, Reading

Kind = Literal["next", "first", "back", "skipped", "repeated", "unrelated"]
# What a step costs (estimates, borne out by the columns of the recogniser's tests): the first of a list below a
# heading, where going on with a list would do too; the first of one that no heading opens; a number that is left out,
# stands twice or behind its turn; each more that is left out, up to so many.
BELOW, BEGINS, OUT_OF_STEP, EACH_SKIPPED, MOST_SKIPPED = 0.1, 1.5, 3.0, 0.01, 20


@dataclass(frozen=True, slots=True)
class Succession:
    """What a label is to what stands before it, and what it costs to take it for that."""

    kind: Kind
    cost: float


def distance(before: Reading, after: Reading) -> int | None:
    """How many numbers further ``after`` is in ``before``'s list: 1 for the next; None where they share no list.

    >>> distance(Reading("2.1", "arabic", (2, 1)), Reading("2.4", "arabic", (2, 4)))
    3
    """
    if before.style != after.style or before.levels[:-1] != after.levels[:-1] or before.style == "bullet":
        return None
    if before.style in LETTERED and before.depth == 1:
        return letter_steps(before.levels[0], after.levels[0])
    return after.levels[-1] - before.levels[-1]


def follows(before: Reading, after: Reading) -> bool:
    """True if ``after`` is the next in ``before``'s list; of letters, by any way of counting them."""
    return distance(before, after) == 1


def successor(before: Reading | None, after: Reading) -> Succession:
    """What ``after`` is behind ``before``, the label above it (None at a column's beginning)."""
    if before is not None and after.contains(before):
        return Succession("first", BELOW) if after.first else Succession("skipped", _skipping(after.levels[-1] - 1))
    steps = None if before is None else distance(before, after)
    if steps is None:
        return Succession("first", BEGINS) if after.first else Succession("unrelated", _skipping(MOST_SKIPPED))
    if steps == 0:
        return Succession("repeated", OUT_OF_STEP)
    if steps < 0:
        return Succession("first", BEGINS) if after.first else Succession("back", _skipping(-steps))
    return Succession("next", 0.0) if steps == 1 else Succession("skipped", _skipping(steps - 1))


def _skipping(numbers: int) -> float:
    return OUT_OF_STEP + EACH_SKIPPED * min(numbers, MOST_SKIPPED)
