"""Decisions about tasks, when all tasks have their ids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from nghiquyet.extract.decisions.decision import Decision, Subject
from nghiquyet.extract.language.column_headings import AGENCY_ROLES
from nghiquyet.normalize.model import Assignment, Task


class ExplainsAgencies(Protocol):
    """Whoever made assignments and can say why."""

    def decision(self, subject: Subject, assignment: Assignment) -> Decision: ...


def renamed(decisions: Sequence[Decision], before: Sequence[Task], after: Sequence[Task]) -> tuple[Decision, ...]:
    """Decisions about the tasks ``before`` with the ids that they have ``after``, in the same order."""
    ids = {old.id: new.id for old, new in zip(before, after, strict=True)}
    return tuple(replace(d, subject=replace(d.subject, id=ids.get(d.subject.id, d.subject.id))) for d in decisions)


def agency_decisions(tasks: Sequence[Task], agencies: ExplainsAgencies) -> Iterator[Decision]:
    """Why each agency of each task was judged as it was, in the order of the fields."""
    for task in tasks:
        for role in AGENCY_ROLES:
            assignments: tuple[Assignment, ...] = getattr(task, role)
            for assignment in assignments:
                yield agencies.decision(Subject("task", task.id, role), assignment)
