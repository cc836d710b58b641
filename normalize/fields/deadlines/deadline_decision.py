"""Why a deadline is what it is: the date that was taken, those that were not, and what spoke for it."""

from __future__ import annotations

from collections.abc import Sequence

from nghiquyet.extract.decisions.decision import Alternative, Decision, Evidence, Subject
from nghiquyet.normalize.model import Deadline


def deadline_decision(
    subject: Subject, deadline: Deadline, evidence: Sequence[Evidence], others: Sequence[str] = ()
) -> Decision:
    """The decision about the deadline of a record; ``others`` are dates named there that were not taken."""
    alternatives = tuple(map(Alternative, dict.fromkeys(others)))
    return Decision("deadline", subject, deadline_to_choice(deadline), None, alternatives, tuple(evidence))


def deadline_to_choice(deadline: Deadline) -> str:
    """``2026-01-01/2030-12-31 range``; a date that is not there is left out: ``/2030-12-31 year yearly``."""
    dates = "" if deadline.start is None and deadline.end is None else f"{deadline.start or ''}/{deadline.end or ''}"
    return " ".join(part for part in (dates, deadline.precision, deadline.recurring or "") if part)
