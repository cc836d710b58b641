"""What stands behind a role's label or in a bracket → its bodies: names, or clauses that say who does what part."""

from __future__ import annotations

import re

from nghiquyet.normalize.fields.order_words import begins, within
from nghiquyet.normalize.model import Assignment
from nghiquyet.normalize.prose.orders.actors import Named, NamesBodies, named_in, read_agents
from nghiquyet.normalize.prose.orders.body_words import names_body
from nghiquyet.normalize.prose.orders.items import clause_starts

# "Rà soát quy định (do Sở Tư pháp chủ trì).": the bracket with which an item ends; longer ones are sentences (letters).
_LAST_BRACKET = re.compile(r"\((?:do |giao )?(?P<clause>[^()]{8,300})\)[\s.;,/]*$", re.IGNORECASE)


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


def bracketed_actor(text: str, agencies: NamesBodies) -> Named | None:
    """Who is charged with an order in the bracket at its end: "(Sở Tư pháp chủ trì, phối hợp với Sở Tài chính)"."""
    bracket = _LAST_BRACKET.search(text)
    if bracket is None or not names_body(bracket["clause"], ordered=True):
        return None
    small, start, end = text.casefold(), *bracket.span("clause")
    charge = within("charged").search(small, start + 1, end)
    if charge is None:
        return None
    rest = small[charge.end() : end].lstrip()
    alone = rest[:1] in ("", ",", ";") or begins("charged", "coordination", "time_words").match(rest)
    return named_in(text, start, charge.start(), agencies) if alone else None


def _key(assignment: Assignment) -> str:
    return assignment.agency or (assignment.name or assignment.text).casefold()
