"""What a section stands under: whether tasks are given there, and to whom its headings give them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from nghiquyet.extract.decisions.decision import Evidence
from nghiquyet.extract.language.numbering.parse_labels import readings
from nghiquyet.normalize.fields.order_words import begins, within
from nghiquyet.normalize.model import Deadline, Section
from nghiquyet.normalize.prose.heading_topics import Topic, heading_topic
from nghiquyet.normalize.prose.orders.actors import Agents, Named, NamesBodies, known_end, read_agents, read_partners
from nghiquyet.normalize.prose.orders.body_words import begins_with_verb
from nghiquyet.normalize.prose.orders.clause_openings import ordered_by_another
from nghiquyet.normalize.prose.orders.heading_actors import read_heading, unlisted_actor
from nghiquyet.normalize.prose.orders.items import announces, lists_parts
from nghiquyet.normalize.prose.published_sections import Part
from nghiquyet.normalize.prose.verdicts import VerdictKind

Kind = Literal["task", "other", "form", "neutral"]
# What a heading's topic opens: whether tasks are given there, and what the other sentences there are.
_OPENS: dict[Topic, tuple[Kind, VerdictKind]] = {
    "task": ("task", "statement"),
    "purpose": ("other", "purpose"),
    "goal": ("other", "goal"),
    "situation": ("other", "situation"),
    "basis": ("other", "basis"),
    "form": ("form", "enumeration"),
    "plain": ("neutral", "statement"),
}


@dataclass(frozen=True, slots=True)
class SectionPlace:
    """Where named bodies are printed: ``start`` to ``end`` in the title or text of section number ``section``."""

    section: int
    part: Part
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class GivenTo:
    """Bodies with the place of their names."""

    named: Named
    place: SectionPlace


@dataclass(frozen=True, slots=True)
class GivenDeadline:
    """A deadline with the place of its words and the codes of what is doubtful in it.

    ``evidence`` is what it was told by, ``others`` are the words of dates that were not taken.
    """

    deadline: Deadline
    place: SectionPlace
    doubts: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionContext:
    """What headings and lead-ins above say for the items below them; ``topic`` is what those are that order nothing."""

    kind: Kind = "neutral"
    topic: VerdictKind = "statement"
    lead: GivenTo | None = None
    coordinating: GivenTo | None = None
    deadline: GivenDeadline | None = None


def heading_kind(title: str) -> tuple[Kind, VerdictKind] | None:
    """What a heading opens and what its sentences are, or None if its words say nothing of it."""
    topic = heading_topic(title)
    if topic is not None and lists_parts(title):
        return "other", "enumeration"  # "Hồ sơ đề nghị khen thưởng gồm:" lists papers, not work
    return _OPENS.get(topic) if topic is not None else None


def open_section(
    section: Section, index: int, above: SectionContext, agencies: NamesBodies, among_bodies: bool = False
) -> SectionContext:
    """The context of what stands in a section, from the one above it and its heading.

    ``among_bodies``: the headings beside it name bodies, so that this one does too.
    """
    opened = heading_kind(section.title)
    headed = begins_with_verb(section.title) and not is_article(section)
    if opened is None and above.kind == "neutral" and headed:
        opened = "task", "statement"  # "1. Hoàn thiện hạ tầng": a heading that says what to do heads those who do it
    own = opened[0] if opened else None
    kind, topic = opened or (above.kind, above.topic)
    if above.kind == "other" and own != "task":
        kind, topic = "other", topic if own == "other" else above.topic
    context = replace(above, kind=kind, topic=topic)
    if own == "neutral":
        context = replace(context, lead=None, coordinating=None)
    if kind == "other" or not section.title:
        return context
    return _with_heading(context, own, section.title, index, agencies, among_bodies)


def _with_heading(
    context: SectionContext, own: Kind | None, title: str, index: int, agencies: NamesBodies, among_bodies: bool
) -> SectionContext:
    """The context changed by the bodies that a heading, which opens a section of kind ``own``, names or orders."""
    if announces(title):
        return announced(context)
    lead = give(read_heading(title, agencies), index, "title", 0)
    if lead is not None:
        kind = "task" if own is None else context.kind
        return replace(context, kind=kind, lead=lead, coordinating=None)
    agents, offset = _heading_agents(title, agencies)
    if agents is not None:
        return with_agents(context, doubted_in(title[offset:], agents), index, "title", offset)
    if among_bodies and own is None and (lead := give(unlisted_actor(title, agencies), index, "title", 0)):
        return replace(context, kind="task", lead=lead, coordinating=None)
    charged = begins("charged").match(title.casefold())  # "Chủ trì, phối hợp với các sở": whoever is named above does
    partners = give(read_partners(title, agencies).coordinating, index, "title", 0) if charged else None
    return replace(context, coordinating=partners or context.coordinating)


def announced(context: SectionContext) -> SectionContext:
    """The context of what the issuer says is to be done, by whom each sentence tells."""
    return replace(context, kind="task" if context.kind == "neutral" else context.kind, lead=None, coordinating=None)


def _heading_agents(title: str, agencies: NamesBodies) -> tuple[Agents | None, int]:
    """Whom a heading orders, and where that clause begins: "Nội dung Sở Y tế có trách nhiệm chủ trì"."""
    noun = begins("duty_nouns").match(title.casefold())
    offset = len(title) - len(title[noun.end() :].lstrip()) if noun else 0
    agents = read_agents(title, agencies)
    if agents is not None or not offset:
        return agents, 0
    rest = title[offset : offset + 1].upper() + title[offset + 1 :]
    told = within("duties").search(rest.casefold(), known_end(rest, 0, agencies) or 0)
    named = read_heading(rest[: told.start()], agencies) if told else None
    return (Agents(named, verb=len(rest)), offset) if named is not None else (None, 0)


def is_article(section: Section) -> bool:
    """True for an article: what it begins with is what the issuer does itself ("Điều 1. Sắp xếp các đơn vị …")."""
    return any(reading.style == "article" for reading in readings(section.label))


def doubted_in(text: str, agents: Agents) -> Agents:
    """The agents of a heading or lead-in, unsure where it orders others besides: "Sở A chỉ đạo … và đề nghị Sở B:"."""
    if agents.lead is None or ordered_by_another(text[agents.verb :], len(text)) is None:
        return agents
    return replace(agents, lead=replace(agents.lead, sure=False))


def with_agents(context: SectionContext, agents: Agents, section: int, part: Part, offset: int) -> SectionContext:
    """The context changed by a lead-in that orders ``agents``; ``offset`` is where the lead-in's text begins."""
    lead = give(agents.lead, section, part, offset) or context.lead
    coordinating = give(agents.coordinating, section, part, offset)
    return replace(context, lead=lead, coordinating=coordinating)


def give(named: Named | None, section: int, part: Part, offset: int) -> GivenTo | None:
    """Bodies named in a clause that begins at ``offset``, with their place."""
    if named is None:
        return None
    return GivenTo(named, SectionPlace(section, part, offset + named.start, offset + named.end))
