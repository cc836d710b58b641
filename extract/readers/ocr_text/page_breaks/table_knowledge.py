"""What a reader of broken text must know of the world: given from outside, since what words mean is another room's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nghiquyet.extract.tables.classify.heading_rows import HeadingTest

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


@dataclass(frozen=True, slots=True)
class Knowledge:
    """``is_heading`` tells headings of columns; ``heading_role`` says what a heading's column holds ("lead",
    "coordinating", "deadline", "number", …, None where unknown); ``bodies`` reads a cell's text as names of bodies.
    """

    is_heading: HeadingTest
    heading_role: Callable[[str], str | None]
    bodies: Callable[[str], tuple[NamedBody, ...]]


# What knows a document's whole text (whose province it speaks of) → what helps to mend its parts.
KnowledgeOf = Callable[[str], Knowledge]


def language_alone(is_heading: HeadingTest) -> KnowledgeOf:
    """Knowledge of no names and no roles: what is left is language."""
    knowledge = Knowledge(is_heading, lambda heading: None, lambda text: ())
    return lambda text: knowledge
