"""Changes found against changes made: precision and recall by verdict and by class."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from nghiquyet.output.changes.model import Change
from tests.editor.draft import Expected

Named = tuple[str, str, tuple[str, ...], tuple[str, ...]]


@dataclass
class Tally:
    """Counts by name: found and made, found in all, made in all."""

    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    made: Counter[str] = field(default_factory=Counter)

    def precision(self, name: str) -> float:
        return self.right[name] / self.found[name] if self.found[name] else 1.0

    def recall(self, name: str) -> float:
        return self.right[name] / self.made[name] if self.made[name] else 1.0

    def names(self) -> list[str]:
        return sorted(self.made | self.found)


@dataclass
class Score:
    verdicts: Tally = field(default_factory=Tally)
    classes: Tally = field(default_factory=Tally)

    def add(self, changes: Sequence[Change], expected: Sequence[Expected]) -> list[str]:
        """Counts one pair; returns a line for each miss."""
        found = {(c.record, c.verdict, c.previous, c.current): c.class_ for c in changes}
        made = {(e.record, e.verdict, e.previous, e.current): e.weight for e in expected}
        for key in found:
            self.verdicts.found[key[1]] += 1
        for key in made:
            self.verdicts.made[key[1]] += 1
            self.verdicts.right[key[1]] += key in found
        # by class a change is known by its records: which verdict it was given is the other table's matter
        by_records = {_records(key): weight for key, weight in found.items()}
        true = {_records(key): weight for key, weight in made.items()}
        self.classes.found.update(by_records.values())
        self.classes.made.update(true.values())
        self.classes.right.update(w for key, w in true.items() if by_records.get(key) == w)
        return _misses(found, made)


def _records(key: Named) -> tuple[object, ...]:
    return key[0], key[2], key[3]


def _misses(found: dict[Named, str], made: dict[Named, str]) -> list[str]:
    lines = [f"not found: {weight} {key}" for key, weight in made.items() if key not in found]
    lines += [f"not made:  {weight} {key}" for key, weight in found.items() if key not in made]
    lines += [
        f"class {found[key]}, made {made[key]}: {key}" for key in made if key in found and found[key] != made[key]
    ]
    return lines
