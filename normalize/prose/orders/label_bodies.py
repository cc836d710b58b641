"""What stands behind the label of a role → its bodies: names, or clauses that say who does what part."""

from __future__ import annotations

from nghiquyet.normalize.model import Assignment
from nghiquyet.normalize.prose.orders.actors import Named, NamesBodies, read_agents
from nghiquyet.normalize.prose.orders.items import clause_starts


def label_bodies(value: str, agencies: NamesBodies) -> tuple[Named, Named | None]:
    """The bodies that a label's value names, and those they work with.

    "Cơ quan thực hiện: Sở A rà soát …; các sở, ngành rà soát …" names the subjects of its clauses, each once.
    """
    first = read_agents(value, agencies)
    if first is None or first.lead is None:
        return Named(agencies.read_cell([value]), 0, len(value)), first.coordinating if first else None
    leads: dict[str, Assignment] = {_key(a): a for a in first.lead.assignments}
    sure, end = first.lead.sure, first.lead.end
    for start in clause_starts(value):
        clause = value[start : start + 1].upper() + value[start + 1 :]  # "…; các sở, ngành rà soát …"
        agents = read_agents(clause, agencies) if start > first.lead.end else None
        if agents is not None and agents.lead is not None:
            leads |= {_key(a): a for a in agents.lead.assignments if _key(a) not in leads}
            sure, end = sure and agents.lead.sure, start + agents.lead.end
    return Named(tuple(leads.values()), 0, end, sure), first.coordinating


def _key(assignment: Assignment) -> str:
    return assignment.agency or (assignment.name or assignment.text).casefold()
