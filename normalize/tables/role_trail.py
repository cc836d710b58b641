"""The stages by which the columns of a table get their roles → a decision for each column."""

from __future__ import annotations

from collections.abc import Sequence

from nghiquyet.extract.decisions.decision import Alternative, Decision, Evidence, Subject
from nghiquyet.extract.language.column_headings import HeadingRole, Role

# A column that no stage gave a role is kept beside the others.
NO_STAGE = "no_role_found"


class RoleTrail:
    """Which stage gave or changed the role of which column, in the order in which the stages ran."""

    def __init__(self, named: Sequence[HeadingRole | None]) -> None:
        self._named = named
        self._last: list[Role | None] = [n.role if n else None for n in named]
        self._steps: list[list[tuple[str, Role]]] = [[] for _ in named]

    def note(self, stage: str, roles: Sequence[Role | None]) -> None:
        """Takes down what ``stage`` has changed since the one before it."""
        for c, (before, now) in enumerate(zip(self._last, roles, strict=True)):
            if now is not None and now != before:
                self._steps[c].append((stage, now))
        self._last = list(roles)

    def decisions(self, headings: Sequence[str]) -> tuple[Decision, ...]:
        """A decision a column, about a table that has no number yet; ``headings`` are the columns' own."""
        return tuple(self._decision(c, heading) for c, heading in enumerate(headings))

    def _decision(self, c: int, heading: str) -> Decision:
        named, steps = self._named[c], self._steps[c]
        chosen = self._last[c] or "extra"
        told = [Evidence("heading", heading)]
        others: list[str] = []
        if named is not None:
            told.append(Evidence("heading_names", named.role, named.weight))
            others += [named.role, *named.also]
        told += [Evidence(stage, role) for stage, role in steps]
        if named is None and not steps:
            told.append(Evidence(NO_STAGE))
        others += [role for _, role in steps]
        alternatives = tuple(Alternative(role) for role in dict.fromkeys(others) if role != chosen)
        return Decision("column_role", Subject("table", "", f"column {c + 1}"), chosen, None, alternatives, tuple(told))
