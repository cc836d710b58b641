"""Prose → orders: tasks of origin ``body``, with who is to do them, until when, and where that is printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from nghiquyet.extract.language.column_headings import Role
from nghiquyet.normalize.fields.deadlines import (
    DeadlineContext,
    FoundDeadline,
    doubt_message,
    find_deadline,
    read_deadline_with_doubt,
)
from nghiquyet.normalize.model import Box, Deadline, Review, Task
from nghiquyet.normalize.prose.orders.agents import (
    Agents,
    Named,
    begins_with_verb,
    names_body,
    read_agents,
    read_heading,
    read_partners,
)
from nghiquyet.normalize.prose.orders.items import (
    LONGEST_LABEL,
    Item,
    Saying,
    clause_starts,
    is_closing,
    is_never,
    item_to_saying,
    passage_to_item,
    without_label,
)
from nghiquyet.normalize.prose.orders.order_words import begins, within
from nghiquyet.normalize.prose.orders.section_contexts import (
    GivenTo,
    SectionContext,
    SectionPlace,
    give,
    open_section,
    with_agents,
)
from nghiquyet.normalize.prose.published_sections import Part, Prose
from nghiquyet.normalize.tables.build_tasks import SURE_AGENCY, ReadsAgencies

# Shorter items are headings or remarks, not orders (words).
FEWEST_WORDS = 4
# A deadline set behind a label is at most this long (letters).
LONGEST_DEADLINE = 160
_ROLE_FIELDS: tuple[Role, ...] = ("lead", "advising", "coordinating", "monitoring")


@dataclass(slots=True)
class _OrderDraft:
    """An order in the making."""

    section: int
    part: Part
    start: int
    end: int
    title: str
    level: int = 0  # of its list mark
    roles: dict[str, GivenTo] = field(default_factory=dict)
    deadline: Deadline = field(default_factory=Deadline)
    result: str | None = None
    places: dict[str, SectionPlace] = field(default_factory=dict)
    review: list[Review] = field(default_factory=list)


def prose_to_orders(prose: Prose, agencies: ReadsAgencies, time: DeadlineContext) -> tuple[Task, ...]:
    """The orders of the prose in reading order; ids are the section's, a slash and a running number.

    An order is a clause that names who is to do what, an item under an agency's heading or lead-in, or an item of a
    section of tasks. Purposes, goals, evaluations, closing words and section 0 give none.
    """
    contexts: dict[str, SectionContext] = {}
    tasks: list[Task] = []
    for index, section in enumerate(prose.sections):
        above = contexts.get(section.parent or "", SectionContext())
        reader = _SectionReader(prose, index, open_section(section, index, above, agencies), agencies, time)
        if section.level > 0:
            reader.read()
        contexts[section.id] = reader.below
        tasks += [_task(d, f"{section.id}/{n}", prose) for n, d in enumerate(reader.drafts, start=1)]
    return tuple(tasks)


class _SectionReader:
    """One pass over one section's title and passages."""

    def __init__(
        self, prose: Prose, index: int, context: SectionContext, agencies: ReadsAgencies, time: DeadlineContext
    ) -> None:
        self._prose = prose
        self._index = index
        self._section = prose.sections[index]
        self._agencies = agencies
        self._time = time
        self._open: list[tuple[int, SectionContext]] = [(-1, context)]  # lead-ins by the depth of their list mark
        self.drafts: list[_OrderDraft] = []

    @property
    def below(self) -> SectionContext:
        """What holds for the sections under this one."""
        return self._open[-1][1] if self._open[-1][0] <= 0 else self._open[0][1]

    def read(self) -> None:
        if self.below.kind == "other":
            return
        passages = [p for p in self._prose.passages[self._index] if p.text]
        if not passages:
            self._read_title()
        offset = 0
        for number, passage in enumerate(self._prose.passages[self._index]):
            if passage.table is None and passage.text:
                following = self._prose.passages[self._index][number + 1 :]
                deeper = passage_to_item(following[0].text, 0).level if following else 0
                self._read_item(passage_to_item(passage.text, offset), deeper, number == 0)
            offset += len(passage.text) + 1

    def _read_title(self) -> None:
        """A numbered order so short that it looks like a heading, with nothing under it."""
        title = self._section.title
        leaf = not any(s.parent == self._section.id for s in self._prose.sections[self._index + 1 :])
        if not leaf or is_never(title) or len(title.split()) < FEWEST_WORDS:
            return
        agents = read_agents(title, self._agencies)
        if agents is not None or (self.below.kind == "task" and begins_with_verb(title) and self.below.lead is None):
            self._add(Item(title, 0, 0), 0, len(title), agents, "title")

    def _read_item(self, item: Item, deeper: int, first: bool) -> None:
        goes_on = item.level == 0 and begins_with_verb(item.text)  # items without list marks below their lead-in
        while len(self._open) > 1 and self._open[-1][0] >= item.level + goes_on:
            self._open.pop()
        context = self._open[-1][1]
        saying = item_to_saying(item)
        if saying is not None and self.drafts and self._say(saying, item.level):
            return
        item = without_label(item)
        if context.kind == "other":
            return
        if is_closing(item.text):
            return
        if is_never(item.text):
            self._orders_within(item, context)
            if deeper > item.level:
                self._open.append((item.level, SectionContext("other")))
        elif item.text.rstrip().endswith(":") and (deeper > item.level or self._has_children()):
            self._open.append((item.level, self._lead_in(item, context)))
        else:
            numbered = first and not self._section.title
            self._orders(item, context, item.level > 0 or numbered)

    def _has_children(self) -> bool:
        return any(s.parent == self._section.id for s in self._prose.sections[self._index + 1 :])

    def _lead_in(self, item: Item, context: SectionContext) -> SectionContext:
        """The context that a passage with a colon at its end opens for the items below."""
        named = read_heading(item.text, self._agencies)
        if named is not None:
            return replace(context, lead=give(named, self._index, "text", item.offset), coordinating=None)
        orders = [m.start() for m in within("ordering").finditer(item.text.casefold())]
        for start in (*reversed(orders), *clause_starts(item.text)):
            agents = self._agents(item.text[start:])
            if agents is not None:
                return with_agents(context, agents, self._index, "text", item.offset + start)
        partners = read_partners(item.text, self._agencies)
        if partners.coordinating is not None:
            given = give(partners.coordinating, self._index, "text", item.offset)
            return replace(context, coordinating=given)
        return context

    def _agents(self, clause: str) -> Agents | None:
        """Who is ordered at the clause's start; the agencies are asked only where a body or an order begins."""
        if is_never(clause) or not (names_body(clause) or begins("ordering", "concerning").match(clause.casefold())):
            return None
        return read_agents(clause, self._agencies)

    def _orders_within(self, item: Item, context: SectionContext) -> None:
        """Orders given inside a passage that is none itself ("Thời gian: đã xong; giao Sở X …")."""
        starts = [s for s in clause_starts(item.text)[1:] if begins("ordering").match(item.text[s:].casefold())]
        for start, end, agents in self._ordered(item.text, starts):
            self._add(item, start, end, agents, "text", context)

    def _ordered(self, text: str, starts: Sequence[int]) -> list[tuple[int, int, Agents]]:
        """(start, end, agents) of each clause that orders a body by its name; it reaches to the next one."""
        found: list[tuple[int, Agents]] = []
        reach = 0
        for start in starts:
            told = start > 1 and text[:start].rstrip().endswith(",") and _told(text[:start])
            agents = self._agents(text[start:]) if start >= reach and not told else None
            if agents is not None:
                found.append((start, agents))
                reach = start + agents.verb
        ends = [*(start for start, _ in found[1:]), len(text)]
        return [(start, end, agents) for (start, agents), end in zip(found, ends, strict=False)]

    def _orders(self, item: Item, context: SectionContext, listed: bool) -> None:
        """The orders of one passage: one for each body that it orders, or one for all of it."""
        found = self._ordered(item.text, clause_starts(item.text))
        first = found[0][0] if found else len(item.text)
        if first > 0 and self._is_item(item.text[:first], context, listed):
            self._add(item, 0, first, None, "text", context)
        for start, end, agents in found:
            self._add(item, start, end, agents, "text", context)

    def _is_item(self, text: str, context: SectionContext, listed: bool) -> bool:
        """True if a text without a body of its own is an order by where it stands."""
        if len(text.split()) < FEWEST_WORDS or is_never(text):
            return False
        if begins("reported").match(text.casefold()) or text.rstrip().endswith(":"):
            return False
        acts = begins_with_verb(text) or begins_with_verb(text[: LONGEST_LABEL + 1].partition(":")[2].lstrip())
        if context.lead is not None:
            return listed or acts
        return context.kind == "task" and acts and (listed or not _told(text.partition(". ")[0]))

    def _add(
        self, item: Item, start: int, end: int, agents: Agents | None, part: Part, context: SectionContext | None = None
    ) -> None:
        text = item.text[start:end].strip().rstrip(";,")
        offset = item.offset + start
        draft = _OrderDraft(self._index, part, offset, offset + len(text), text, item.level)
        context = context or self.below
        partners = agents or read_partners(text, self._agencies)
        lead = give(agents.lead, self._index, part, offset) if agents else context.lead
        coordinating = give(partners.coordinating, self._index, part, offset)
        if coordinating is None and agents is None:
            coordinating = context.coordinating
        self._fill(draft, {"lead": lead, "coordinating": coordinating})
        self._fill(draft, {"monitoring": give(partners.monitoring, self._index, part, offset)})
        self._date(draft, text, offset, part)
        if agents is None and not begins_with_verb(text):
            message = "Chưa chắc đoạn này là một nhiệm vụ; hãy đối chiếu với bản gốc."
            draft.review.append(Review(field="title", code="order-uncertain", message=message))
        self.drafts.append(draft)

    def _fill(self, draft: _OrderDraft, roles: dict[str, GivenTo | None]) -> None:
        for role, given in roles.items():
            if given is None:
                continue
            draft.roles[role] = given
            draft.places[role] = given.place
            draft.review += _doubts(role, given.named)

    def _date(self, draft: _OrderDraft, text: str, offset: int, part: Part) -> None:
        found = find_deadline(text, self._time.issued_on, self._time.period, events=True)
        if found is None or _of_a_noun(text, found):
            return
        draft.deadline = found.deadline
        draft.places["deadline"] = SectionPlace(self._index, part, offset + found.start, offset + found.end)
        draft.review += [Review(field="deadline", code=c, message=doubt_message(c)) for c in found.doubts]

    def _say(self, saying: Saying, level: int) -> bool:
        """What an item says of the order before it, or of all orders at its own level that don't say it themselves."""
        drafts = self.drafts[-1:] if level > self.drafts[-1].level else self.drafts
        value = saying.value.rstrip(" .;")
        place = SectionPlace(self._index, "text", saying.offset, saying.offset + len(value))
        if saying.role == "deadline":
            return self._say_deadline(drafts, value, place)
        for draft in drafts:
            if saying.role == "result" and draft.result is None:
                draft.result = value
                draft.places["result"] = place
            elif saying.role in _ROLE_FIELDS and saying.role not in draft.roles:
                named = Named(self._agencies.read_cell([value]), 0, len(value))
                self._fill(draft, {saying.role: GivenTo(named, place)})
        return True

    def _say_deadline(self, drafts: Sequence[_OrderDraft], value: str, place: SectionPlace) -> bool:
        """True if the value is a deadline and nothing else; what follows a semicolon may be an order."""
        whole = value
        value = value[: clause_starts(value)[1]].rstrip(" ,;.") if len(clause_starts(value)) > 1 else value
        place = replace(place, end=place.start + len(value))
        if len(value) > LONGEST_DEADLINE or begins("reported").match(value.casefold()):
            return False
        reading = read_deadline_with_doubt(value, self._time.issued_on, self._time.period)
        if reading.deadline.precision == "none" and reading.deadline.recurring is None:
            return False
        for draft in drafts:
            if draft.deadline.text is None:
                draft.deadline = reading.deadline
                draft.places["deadline"] = place
                draft.review += [Review(field="deadline", code=c, message=doubt_message(c)) for c in reading.doubts]
        return value == whole


def _told(text: str) -> bool:
    """True if the sentence that ends here tells what was done."""
    return " đã " in text[text.rfind(". ") + 1 :]


def _of_a_noun(text: str, found: FoundDeadline) -> bool:
    """True if a recurrence belongs to the noun before it: "ngân sách nhà nước hằng năm cho đơn vị"."""
    if found.deadline.end is not None or found.deadline.recurring in (None, "continuous"):
        return False
    before, after = text[: found.start].rstrip(), text[found.end :].lstrip()
    alone = not before or before.endswith((",", ";", ":", ".")) or before.casefold().endswith("định kỳ")
    return not alone and bool(after) and after[0] not in ",;.:)/"


def _doubts(role: str, named: Named) -> list[Review]:
    doubts = []
    for one in named.assignments:
        if one.judgement == "ambiguous":
            message = f"Chưa rõ “{one.text}” là cơ quan nào; hãy chọn trong các ứng viên."
            doubts.append(Review(field=role, code="agency-ambiguous", message=message))
        elif one.judgement == "person":
            message = f"“{one.text}” là người, không phải cơ quan; hãy xác định cơ quan theo phân công."
            doubts.append(Review(field=role, code="agency-person", message=message))
        elif one.score < SURE_AGENCY:
            message = f"Chưa chắc “{one.text}” đã nhận đúng; hãy đối chiếu với bản gốc."
            doubts.append(Review(field=role, code="agency-uncertain", message=message))
    if not doubts and not named.sure:
        message = "Tên cơ quan trong câu chưa đọc trọn vẹn; hãy đối chiếu với bản gốc."
        doubts.append(Review(field=role, code="agency-uncertain", message=message))
    return doubts


def _task(draft: _OrderDraft, id_: str, prose: Prose) -> Task:
    where: dict[str, tuple[Box, ...]] = {"title": prose.boxes(draft.section, draft.part, draft.start, draft.end)}
    for name, place in draft.places.items():
        where[name] = prose.boxes(place.section, place.part, place.start, place.end)
    roles = {role: given.named.assignments for role, given in draft.roles.items()}
    return Task(
        id=id_,
        origin="body",
        title=draft.title,
        result=draft.result,
        deadline=draft.deadline,
        lead=roles.get("lead", ()),
        advising=roles.get("advising", ()),
        coordinating=roles.get("coordinating", ()),
        monitoring=roles.get("monitoring", ()),
        where={name: boxes for name, boxes in where.items() if boxes},
        review=tuple(dict.fromkeys(draft.review)),
    )
