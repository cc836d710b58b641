"""An order in the making: its words, who is to do it, until when, with what result, and what is doubtful about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from nghiquyet.extract.decisions.decision import Evidence
from nghiquyet.extract.language.column_headings import Role
from nghiquyet.normalize.fields.agencies.assignment_doubts import assignment_doubts
from nghiquyet.normalize.fields.deadlines import (
    DeadlineContext,
    doubt_message,
    find_deadline,
    read_deadline_with_doubt,
)
from nghiquyet.normalize.fields.order_words import begins
from nghiquyet.normalize.model import Box, Deadline, Review, Task
from nghiquyet.normalize.prose.orders.actors import COLLECTIVE, Agents, Named, NamesBodies, read_partners
from nghiquyet.normalize.prose.orders.clause_openings import behind_order
from nghiquyet.normalize.prose.orders.items import Item, Saying, clause_starts, inline_sayings
from nghiquyet.normalize.prose.orders.label_bodies import bracketed_actor, label_bodies
from nghiquyet.normalize.prose.orders.order_evidence import CERTAIN, Weighed
from nghiquyet.normalize.prose.orders.own_deadlines import LONGEST_DEADLINE, of_a_noun, own_deadline
from nghiquyet.normalize.prose.orders.section_contexts import GivenDeadline, GivenTo, SectionContext, SectionPlace, give
from nghiquyet.normalize.prose.published_sections import Part, Prose

ROLE_FIELDS: tuple[Role, ...] = ("lead", "advising", "coordinating", "monitoring")


@dataclass(slots=True)
class OrderDraft:
    """An order in the making; ``start`` and ``end`` are its letters in the title or text of section ``section``.

    ``weighed`` is what speaks for its being an order.
    """

    section: int
    part: Part
    start: int
    end: int
    title: str
    level: int = 0  # of its list mark
    roles: dict[str, GivenTo] = field(default_factory=dict)
    due: GivenDeadline | None = None
    result: str | None = None
    places: dict[str, SectionPlace] = field(default_factory=dict)
    review: list[Review] = field(default_factory=list)
    weighed: Weighed = CERTAIN

    @property
    def deadline(self) -> Deadline:
        return self.due.deadline if self.due is not None else Deadline()

    def give(self, role: str, given: GivenTo | None) -> None:
        """Names the bodies of a role, with the doubts about them."""
        if given is None:
            return
        self.roles[role] = given
        self.places[role] = given.place
        self.review += _doubts(role, given.named)

    def doubt(self, field: str, code: str, message: str) -> None:
        """Notes a doubt for the reviewer."""
        self.review.append(Review(field=field, code=code, message=message))

    def date(self, text: str, time: DeadlineContext) -> None:
        """Takes the deadline that stands in the order's own words ``text``."""
        found = own_deadline(text, time)
        if found is None:
            return
        offset = self.start
        place = SectionPlace(self.section, self.part, offset + found.start, offset + found.end)
        told = (Evidence("own_date", found.words), *found.evidence)
        self._take(GivenDeadline(found.deadline, place, found.doubts, told, found.others))

    def inherit(self, context: SectionContext) -> None:
        """Takes what a lead-in or heading says for all orders under it, where this one does not say it itself."""
        if self.deadline.text is None and context.deadline is not None:
            self._take(context.deadline)

    def say(self, saying: Saying, agencies: NamesBodies, time: DeadlineContext, source: int | None = None) -> bool:
        """Takes what a label line, of section number ``source``, says of the order; True if that was all of it."""
        value = saying.value.rstrip(" .;)")
        place = SectionPlace(
            self.section if source is None else source, "text", saying.offset, saying.offset + len(value)
        )
        if saying.role == "deadline":
            return self._say_deadline(value, place, time)
        if saying.role == "result":
            if self.result is None:
                self.result = value
                self.places["result"] = place
        elif saying.role in ROLE_FIELDS:
            named, coordinating = label_bodies(value, agencies)
            if saying.role not in self.roles or self._gives_way(saying.role, named):
                self._forget(saying.role)
                self.give(saying.role, GivenTo(named, place))
                if coordinating is not None and "coordinating" not in self.roles:
                    self.give("coordinating", GivenTo(coordinating, place))
        return True

    def _gives_way(self, role: str, named: Named) -> bool:
        """True if a label line's bodies count more: than those of a heading, or vague ones of the order's own words."""
        place = self.places[role]
        if place.section != self.section or place.part != self.part or not self.start <= place.start < self.end:
            return True
        return _is_vague(self.roles[role].named) and not _is_vague(named)

    def _forget(self, role: str) -> None:
        self.roles.pop(role, None)
        self.review = [doubt for doubt in self.review if doubt.field != role]

    def _say_deadline(self, value: str, place: SectionPlace, time: DeadlineContext) -> bool:
        """True if the value is a deadline and nothing else; what follows a semicolon may be an order."""
        whole = value
        value = value[: clause_starts(value)[1]].rstrip(" ,;.") if len(clause_starts(value)) > 1 else value
        place = replace(place, end=place.start + len(value))
        if len(value) > LONGEST_DEADLINE or begins("reported").match(value.casefold()):
            return False
        reading = read_deadline_with_doubt(value, time.issued_on, time.period)
        if reading.deadline.precision == "none" and reading.deadline.recurring is None:
            return False
        if self.deadline.text is None:
            told = (Evidence("labelled_date", value), *reading.evidence)
            self._take(GivenDeadline(reading.deadline, place, reading.doubts, told, reading.others))
        return value == whole

    def _take(self, due: GivenDeadline) -> None:
        self.due = due
        self.places["deadline"] = due.place
        self.review += [Review(field="deadline", code=c, message=doubt_message(c)) for c in due.doubts]

    def task(self, id_: str, prose: Prose) -> Task:
        """The order as it is published, with the boxes of its words."""
        where: dict[str, tuple[Box, ...]] = {"title": prose.boxes(self.section, self.part, self.start, self.end)}
        for name, place in self.places.items():
            where[name] = prose.boxes(place.section, place.part, place.start, place.end)
        roles = {role: given.named.assignments for role, given in self.roles.items()}
        return Task(
            id=id_,
            origin="body",
            title=self.title,
            result=self.result,
            deadline=self.deadline,
            lead=roles.get("lead", ()),
            advising=roles.get("advising", ()),
            coordinating=roles.get("coordinating", ()),
            monitoring=roles.get("monitoring", ()),
            where={name: boxes for name, boxes in where.items() if boxes},
            review=tuple(dict.fromkeys(self.review)),
        )


def clause_to_draft(
    clause: Item,
    section: int,
    part: Part,
    agents: Agents | None,
    weighed: Weighed,
    context: SectionContext,
    agencies: NamesBodies,
    time: DeadlineContext,
) -> OrderDraft:
    """A clause (its text and where that begins) as an order: what it says of itself, then what its context says."""
    text, offset = clause.text, clause.offset
    draft = OrderDraft(section, part, offset, offset + len(text), text, clause.level, weighed=weighed)
    partners = agents or read_partners(text, agencies)
    coordinating = give(partners.coordinating, section, part, offset)
    if coordinating is None and agents is None:
        coordinating = context.coordinating
    orders_another = agents is None and _orders_somebody(text)
    lead = give(agents.lead if agents is not None else bracketed_actor(text, agencies), section, part, offset)
    draft.give("lead", context.lead if lead is None and agents is None and not orders_another else lead)
    if orders_another:
        draft.doubt(
            "lead", "agency-uncertain", "Câu giao việc nhưng chưa đọc được giao cho ai; hãy đối chiếu với bản gốc."
        )
    draft.give("coordinating", coordinating)
    draft.give("monitoring", give(partners.monitoring, section, part, offset))
    draft.date(text, time)
    for saying in inline_sayings(clause):
        draft.say(saying, agencies, time)
    draft.inherit(context)
    if weighed.is_unsure:
        draft.doubt("title", "order-uncertain", "Chưa chắc đoạn này là một nhiệm vụ; hãy đối chiếu với bản gốc.")
    return draft


def _orders_somebody(text: str) -> bool:
    """True if a word of ordering stands before a name that was not read: "Giao các Phó Thủ tướng …"."""
    place = behind_order(text)
    if place is None:
        return False
    return text[place : place + 1].isupper() or begins("quantifiers").match(text[place:].casefold()) is not None


def given_deadline(text: str, place: SectionPlace, time: DeadlineContext) -> GivenDeadline | None:
    """The deadline that a lead-in or heading sets for what stands under it; a bare year only names its matter."""
    found = find_deadline(text, time.issued_on, time.period)
    if found is None or found.deadline.end is None or of_a_noun(text, found):
        return None
    if found.deadline.precision in ("year", "range"):
        return None
    within = replace(place, start=place.start + found.start, end=place.start + found.end)
    in_heading = place.part == "title"
    told = (Evidence("heading_date" if in_heading else "lead_in_date", found.words), *found.evidence)
    return GivenDeadline(found.deadline, within, found.doubts, told, found.others)


def _is_vague(named: Named) -> bool:
    """True for "các cơ quan, đơn vị" and nobody by name."""
    return all((one.agency or COLLECTIVE).startswith(COLLECTIVE) for one in named.assignments)


def _doubts(role: str, named: Named) -> Sequence[Review]:
    doubts = list(assignment_doubts(role, named.assignments, people=True))
    if not doubts and not named.sure:
        message = "Tên cơ quan trong câu chưa đọc trọn vẹn; hãy đối chiếu với bản gốc."
        doubts.append(Review(field=role, code="agency-uncertain", message=message))
    return doubts
