"""Lead-ins: what a passage says of the items that it opens, and which items those are."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nghiquyet.normalize.fields.deadlines import DeadlineContext
from nghiquyet.normalize.fields.order_words import begins, within
from nghiquyet.normalize.prose.orders.actors import Agents, NamesBodies, read_agents, read_partners
from nghiquyet.normalize.prose.orders.body_words import names_body
from nghiquyet.normalize.prose.orders.clause_openings import is_opening
from nghiquyet.normalize.prose.orders.heading_actors import read_heading
from nghiquyet.normalize.prose.orders.items import Item, announces, clause_starts, is_closing, is_enactment, lists_parts
from nghiquyet.normalize.prose.orders.order_drafts import given_deadline
from nghiquyet.normalize.prose.orders.section_contexts import (
    SectionContext,
    SectionPlace,
    announced,
    doubted_in,
    give,
    with_agents,
)


@dataclass(frozen=True, slots=True)
class OpenLeadIn:
    """A lead-in at a level of list marks, the level of the items that it opens, and what it says of them."""

    level: int
    below: int
    context: SectionContext

    def holds(self, item: Item) -> bool:
        """True if the item stands under the lead-in: deeper than it, or like its first one and naming nobody else."""
        if item.level > self.level:
            return True
        alike = item.level == self.below <= self.level
        return alike and not names_body(item.text) and not begins("ordering").match(item.text.casefold())


def lead_in_to_context(
    item: Item,
    context: SectionContext,
    section: int,
    agencies: NamesBodies,
    time: DeadlineContext,
    opening: bool = False,
) -> SectionContext:
    """The context that a passage of section number ``section`` with a colon at its end opens for the items below.

    In a document's ``opening`` only a body that is ordered by a word of ordering is told anything: the one that issues
    the paper is not.
    """
    place = SectionPlace(section, "text", item.offset, item.offset)
    due = given_deadline(item.text, place, time)
    context = replace(context, deadline=due or context.deadline)
    for match in reversed(list(within("ordering").finditer(item.text.casefold()))):
        agents = clause_agents(item.text[match.start() :], agencies)
        if agents is not None:
            return with_agents(context, agents, section, "text", item.offset + match.start())
    if announces(item.text) and not opening:
        return announced(context)
    if within("members").search(item.text.casefold()) or lists_parts(item.text):
        return context if opening else replace(context, kind="other", topic="enumeration")
    named = read_heading(item.text, agencies)
    if named is not None and not opening:
        return replace(context, lead=give(named, section, "text", item.offset), coordinating=None)
    for start in clause_starts(item.text):
        agents = clause_agents(item.text[start:], agencies)
        if agents is not None and (agents.ordered or not opening):
            doubted = doubted_in(item.text[start:], agents)
            return with_agents(context, doubted, section, "text", item.offset + start)
    partners = read_partners(item.text, agencies)
    if partners.coordinating is not None:
        given = give(partners.coordinating, section, "text", item.offset)
        return replace(context, coordinating=given)
    return context


def clause_agents(clause: str, agencies: NamesBodies) -> Agents | None:
    """Who is ordered at the clause's start; the agencies are asked only where a body or an order begins."""
    named = names_body(clause) or is_opening(clause) or begins("ordering").match(clause.casefold())
    return read_agents(clause, agencies) if named and not (is_closing(clause) or is_enactment(clause)) else None
