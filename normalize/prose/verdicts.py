"""What each passage of the prose was taken for. The words are stable: they stand in ``coverage`` of the output."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from nghiquyet.extract.decisions.decision import Evidence
from nghiquyet.normalize.prose.published_sections import Part

VerdictKind = Literal[
    "order",  # gives at least one order
    "order_part",  # says who, when or what of an order beside it
    "target",  # promises something that can be measured, or is a goal
    "lead_in",  # opens a list
    "heading",
    "goal",  # of a section of goals, without a promise of its own
    "purpose",  # of a section of purposes, requirements, viewpoints
    "situation",  # of a section that evaluates, or a sentence that says what was done
    "basis",  # on what the document is grounded
    "enactment",  # puts a document in force, amends or repeals one
    "closing",
    "enumeration",  # members, criteria, examples
    "statement",  # says what is, and asks nothing of anybody
    "frame",  # letterhead, title, signature, recipients
    "unread",  # may be an order and became none: a finding names it
]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What ``start`` to ``end`` of the title or text (``part``) of section number ``section`` was taken for, and why.

    ``likelihood`` is how likely it is an order, where that was weighed.
    """

    section: int
    part: Part
    start: int
    end: int
    kind: VerdictKind
    evidence: tuple[Evidence, ...] = ()
    likelihood: float | None = None
