"""A column or outline of labels that can be read in several ways → the cheapest way to read all of them.

Every way is followed for some steps; what is unlikely costs, and the cheapest way through is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from nghiquyet.extract.language.numbering.list_state import ListState
from nghiquyet.extract.language.numbering.reading import Reading

# Ways followed at a time; beyond a few they differ only in steps long past.
WAYS = 24

Sign = TypeVar("Sign")
State = TypeVar("State", bound=Hashable)
Choice = TypeVar("Choice")


@dataclass(frozen=True, slots=True)
class _Way(Generic[State, Choice]):
    """A way so far: ``chosen`` is its last choice, with the way before it; None at the beginning."""

    cost: float
    state: State
    chosen: tuple[Choice, _Way[State, Choice]] | None = None


def cheapest_way(
    start: State,
    signs: Sequence[Sign],
    options: Callable[[Sign, State, bool], Iterable[tuple[float, Choice, State]]],
) -> tuple[Choice, ...]:
    """A choice for each sign in order, at the least cost together.

    ``options`` gives for a sign behind a state what it may be, each with its cost and the state behind it; True for
    the first sign of all. Of equals the first given is taken.
    """
    ways: list[_Way[State, Choice]] = [_Way(0.0, start)]
    for sign in signs:
        found = [
            _Way(way.cost + cost, state, (choice, way))
            for way in ways
            for cost, choice, state in options(sign, way.state, way.chosen is None)
        ]
        ways = _cheapest(found)
    choices: list[Choice] = []
    chosen = ways[0].chosen
    while chosen is not None:
        choices.append(chosen[0])
        chosen = chosen[1].chosen
    return tuple(reversed(choices))


def likeliest_readings(labels: Sequence[Sequence[Reading]]) -> tuple[Reading | None, ...]:
    """One of the readings of each label of a column or outline, so that they count; None where there are none.

    Behind H, "I" is a letter, and behind B, "C" no hundred.
    """
    return cheapest_way(ListState(), labels, _reading_options)


def _reading_options(
    label: Sequence[Reading], state: ListState, first: bool
) -> Iterable[tuple[float, Reading | None, ListState]]:
    if not label or label[0].style == "bullet":
        yield 0.0, label[0] if label else None, state
        return
    for reading in label:
        yield state.taking(reading, first).cost, reading, state.after(reading)


def _cheapest(ways: list[_Way[State, Choice]]) -> list[_Way[State, Choice]]:
    """The cheapest ways, of those that have come to the same state only the cheapest."""
    kept: dict[State, _Way[State, Choice]] = {}
    for way in sorted(ways, key=lambda w: w.cost):  # stable: of equals the first found, which is the likelier
        kept.setdefault(way.state, way)
    return list(kept.values())[:WAYS]
