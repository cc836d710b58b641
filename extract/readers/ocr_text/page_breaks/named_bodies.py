"""Bodies that a cell of broken text names: asked of whoever keeps the registry, which is no part of reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

# A name found with at least this score is one that is known, not guessed.
KNOWN_NAME = 0.7
# With this score it is one of the registry, word for word.
CERTAIN_NAME = 0.95


@dataclass(frozen=True, slots=True)
class NamedBody:
    """A piece of a cell that should name a body; ``score`` is 0 where it names none or can't be told which."""

    text: str
    score: float

    @property
    def known(self) -> bool:
        return self.score >= KNOWN_NAME

    @property
    def certain(self) -> bool:
        return self.score >= CERTAIN_NAME


# A cell's text → the bodies that it names.
BodiesIn = Callable[[str], tuple[NamedBody, ...]]
# A document's whole text (whose province it speaks of) → what reads its cells.
BodiesOf = Callable[[str], BodiesIn]


def no_bodies(_: str) -> BodiesIn:
    """For any document the reader that knows no body."""
    return lambda cell: ()
