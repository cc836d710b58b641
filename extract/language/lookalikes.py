"""Signs that recognisers take for one another in numbers and labels (lookalikes.yaml)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class Lookalikes:
    """``figures``, ``numbers``, ``sides`` and ``strokes`` are tables for ``str.translate``, from what is read.

    ``alike`` are pairs of figures; ``letters`` gives for each letter the signs that are read for it.
    """

    figures: dict[int, str]
    numbers: dict[int, str]
    sides: dict[int, str]
    strokes: dict[int, str]
    alike: frozenset[frozenset[str]]
    letters: dict[str, str]

    def letters_read_as(self, sign: str) -> tuple[str, ...]:
        """The letters that ``sign`` may have been, in the alphabet's order."""
        return tuple(letter for letter, signs in self.letters.items() if sign in signs)


@cache
def lookalikes() -> Lookalikes:
    """The table as it is kept in the project."""
    data = yaml.safe_load(files("nghiquyet.extract.language").joinpath("lookalikes.yaml").read_text(encoding="utf-8"))
    figures = _signs_to_figures(data["figures"])
    return Lookalikes(
        figures=figures,
        numbers={**figures, **_signs_to_figures(data["numbers"])},
        sides=str.maketrans(data["sides"]),
        strokes=str.maketrans(data["strokes"]),
        alike=frozenset(frozenset(pair) for pair in data["alike"].split()),
        letters=data["letters"],
    )


def _signs_to_figures(signs: dict[str, str]) -> dict[int, str]:
    return {ord(sign): figure for figure, group in signs.items() for sign in group.replace(" ", "")}
