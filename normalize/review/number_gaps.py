"""Groups and tasks in order → where their numbers skip, repeat or step back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nghiquyet.extract.language.numbering.reading import LETTERED, Reading
from nghiquyet.extract.language.numbering.succession import successor
from nghiquyet.normalize.tables.task_ids import PlacedGroup, PlacedTask


@dataclass(frozen=True, slots=True)
class Misstep:
    """A number that does not follow the one ``before`` it in its level (None: it begins with another than the first).

    ``place`` counts the groups and tasks that were given.
    """

    place: int
    label: Reading
    before: Reading | None
    repeated: bool


def missteps(placed: Sequence[PlacedGroup | PlacedTask]) -> Iterator[Misstep]:
    """Numbers that skip, repeat or step back among the rows of one level, or begin with another than the first."""
    last: dict[tuple[str | None, str, int], Reading] = {}
    latest: dict[tuple[str, int], Reading] = {}  # numbers may run on from group to group
    for place, one in enumerate(placed):
        label = one.reading.label
        if label is None or label.style == "bullet":
            continue
        scope = one.parent if isinstance(one, PlacedGroup) or one.parent else one.group
        key = (scope, label.style, label.depth)
        before, earlier = last.get(key), latest.get(key[1:])
        last[key] = latest[key[1:]] = label
        repeated = isinstance(one, PlacedTask) and one.repeated
        if before is None:
            begins = label.levels[-1] <= 1 or label.style in LETTERED
            if not begins and (earlier is None or successor(earlier, label).kind != "next"):
                yield Misstep(place, label, None, False)
        elif repeated or not (label.levels[:-1] != before.levels[:-1] or _in_step(before, label)):
            yield Misstep(place, label, before, repeated)


def _in_step(before: Reading, label: Reading) -> bool:
    """True for the next number, and for the same over again: rows may share one."""
    return label == before or successor(before, label).kind == "next"
