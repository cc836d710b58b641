"""One section's title and passages → its orders, by what stands in it and what the headings above say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nghiquyet.extract.decisions.decision import Evidence
from nghiquyet.normalize.fields.deadlines import DeadlineContext, find_deadline
from nghiquyet.normalize.model import Review
from nghiquyet.normalize.prose.orders.actors import Agents, Named, NamesBodies, read_agents, read_partners
from nghiquyet.normalize.prose.orders.body_words import begins_with_verb, names_body, starts_name
from nghiquyet.normalize.prose.orders.items import (
    LONGEST_LABEL,
    Item,
    Saying,
    clause_starts,
    inline_sayings,
    is_closing,
    is_never,
    item_to_saying,
    label_role,
    lists_examples,
    names_content,
    passage_to_item,
    says_work,
    without_label,
)
from nghiquyet.normalize.prose.orders.lead_ins import OpenLeadIn, clause_agents, lead_in_to_context
from nghiquyet.normalize.prose.orders.order_decisions import told_by
from nghiquyet.normalize.prose.orders.order_drafts import OrderDraft, says_when
from nghiquyet.normalize.prose.orders.order_words import begins, within
from nghiquyet.normalize.prose.orders.section_contexts import SectionContext, give
from nghiquyet.normalize.prose.published_sections import Part, Prose

# Shorter items are headings or remarks, not orders (words).
FEWEST_WORDS = 5


class SectionReader:
    """One pass over one section's title and passages."""

    def __init__(
        self, prose: Prose, index: int, context: SectionContext, agencies: NamesBodies, time: DeadlineContext
    ) -> None:
        self._prose = prose
        self._index = index
        self.section = prose.sections[index]
        self._agencies = agencies
        self._time = time
        self._open: list[OpenLeadIn] = [OpenLeadIn(-1, 0, context)]
        self._items = self._passages_to_items()
        self.drafts: list[OrderDraft] = []
        self.unread: list[str] = []  # passages that look like work and became none

    @property
    def below(self) -> SectionContext:
        """What holds for the sections under this one."""
        return self._open[-1].context if self._open[-1].level <= 0 else self._open[0].context

    def read(self) -> None:
        """Reads the orders of a section below a heading or label."""
        if self.below.kind == "other":
            return
        described = bool(self._items) and names_content(self._items[0]) and any(map(item_to_saying, self._items))
        if not self._items or described or item_to_saying(self._items[0]) is not None:
            self._read_title()
        for at, item in enumerate(self._items):
            before = len(self.drafts)
            told = self._read_item(item, self._items[at + 1] if at + 1 < len(self._items) else None, at == 0)
            if not told and len(self.drafts) == before and self._looks_like_work(item.text):
                self.unread.append(item.text)

    def _looks_like_work(self, text: str) -> bool:
        """True if a passage of which no order came names a body that acts, or a day: a person has to look at it."""
        if is_never(text) or begins("reported", "states").match(text.casefold()) or _told(text):
            return False
        small = text.casefold()
        acts = any(starts_name(text[s:]) and within("verbs").search(small, s) for s in clause_starts(text))
        ordered = within("ordering").search(small) is not None and within("agency_words").search(small) is not None
        due = find_deadline(text, self._time.issued_on, self._time.period)
        return acts or ordered or (due is not None and due.deadline.precision == "day")

    def read_opening(self) -> SectionContext:
        """What stands before the first heading: orders to bodies by name, and the lead-in of the whole document."""
        context = SectionContext()
        for item in self._items:
            if is_never(item.text):
                continue
            if item.text.rstrip().endswith(":") and len(item.text.split()) >= FEWEST_WORDS:
                context = lead_in_to_context(item, context, self._index, self._agencies, self._time, opening=True)
                small = item.text.casefold()
                if context.kind == "neutral" and within("ordering", "opens_tasks").search(small):
                    context = replace(context, kind="task")
            elif within("ordering").search(item.text.casefold()):
                for start, end, agents in self._ordered(item.text, clause_starts(item.text)):
                    if agents.ordered:
                        self._add(item, start, end, agents, "text", context)
        return context

    def label_lines(self) -> tuple[Saying, ...]:
        """What the section says of the orders beside it, where it says nothing else: "b) Đơn vị chủ trì: Sở Y tế".

        A heading that is a label alone ("Cơ quan thực hiện:") gives its role to lines without one.
        """
        title = self.section.title.rstrip(" :")
        role = label_role(title) if title else None
        if title and role is None:
            return ()
        found: list[Saying] = []
        for item in self._items:
            saying = item_to_saying(item)
            if saying is None and role is not None and not item.text.rstrip().endswith(":"):
                saying = Saying(role, item.text, item.offset)
            if saying is not None and self._is_value(saying):
                found.append(saying)
            elif label_role(item.text.rstrip(" :")) is None:
                return ()
        return tuple(found)

    def _is_value(self, saying: Saying) -> bool:
        """True if a label's value is of its role: a time, or bodies."""
        if saying.role == "deadline":
            return says_when(saying.value, self._time)
        return saying.role == "result" or names_body(saying.value, ordered=True)

    def order_of_title(self) -> tuple[OrderDraft, ...]:
        """The section's heading as the order of which the sections under it say who and when."""
        title = self.section.title
        of_work = self.below.kind == "task" and len(title.split()) >= FEWEST_WORDS and not is_never(title)
        if of_work and not self.drafts and not self._items:
            self._add(Item(title, 0, 0), 0, len(title), read_agents(title, self._agencies), "title", self.below)
        return tuple(self.drafts)

    def say(self, saying: Saying, source: int) -> None:
        """Takes what the label line of section number ``source`` says of all orders of this one."""
        for draft in self.drafts:
            draft.say(saying, self._agencies, self._time, source)

    def _passages_to_items(self) -> list[Item]:
        items = []
        offset = 0
        for passage in self._prose.passages[self._index]:
            if passage.table is None and passage.text:
                items.append(passage_to_item(passage.text, offset))
            offset += len(passage.text) + 1
        return items

    def _read_title(self) -> None:
        """A numbered order so short that it looks like a heading, with nothing or only label lines under it."""
        title = without_label(Item(self.section.title, 0, 0))
        if self._has_children() or is_never(title.text) or len(title.text.split()) < FEWEST_WORDS:
            return
        agents = read_agents(title.text, self._agencies)
        of_work = self.below.kind == "task" and begins_with_verb(title.text)
        if (agents is not None or of_work or self._items) and label_role(title.text.rstrip(" :")) is None:
            self._add(title, 0, len(title.text), agents, "title", self.below)

    def _read_item(self, item: Item, following: Item | None, first: bool) -> bool:
        """Reads one passage; True if it is told for what it is where no order came of it."""
        while len(self._open) > 1 and not self._open[-1].holds(item):
            self._open.pop()
        context = self._open[-1].context
        saying = item_to_saying(item)
        if saying is not None and self.drafts:
            drafts = self.drafts[-1:] if item.level > self.drafts[-1].level else self.drafts
            taken = [draft.say(saying, self._agencies, self._time) for draft in drafts]
            if all(taken):
                return True
        if names_content(item) and self.drafts and self.drafts[-1].part == "title":
            return True  # "Nội dung: …" says more of the heading that is the order
        labelled = says_work(item) or (following is not None and item_to_saying(following) is not None)
        item = without_label(item)
        if context.kind == "other" or is_closing(item.text):
            return True
        deeper = following is not None and following.level > item.level
        if is_never(item.text) or lists_examples(item.text):
            if lists_examples(item.text):
                whole = replace(item, text=item.text.rstrip(" :"))
                self._orders(whole, context, item.level > 0 or (first and not self.section.title), labelled)
            else:
                self._orders_within(item, context)
            if deeper and following is not None:
                self._open.append(OpenLeadIn(item.level, following.level, SectionContext("other")))
        elif item.text.rstrip().endswith(":") and (following is not None or self._has_children()):
            self._orders_before(item, context)
            below = following.level if following is not None else 0
            self._open.append(
                OpenLeadIn(
                    item.level, below, lead_in_to_context(item, context, self._index, self._agencies, self._time)
                )
            )
        else:
            numbered = first and not self.section.title
            self._orders(item, context, item.level > 0 or numbered, labelled)
            return False
        return True

    def _orders_before(self, item: Item, context: SectionContext) -> None:
        """The orders in a passage before its last sentence, which opens a list: "… chỉ đạo …. Cụ thể như sau:"."""
        sentences = clause_starts(item.text)
        last = max((s for s in sentences if item.text[:s].rstrip().endswith(".")), default=0)
        if last:
            self._orders(replace(item, text=item.text[:last].rstrip()), context, False, False)

    def _has_children(self) -> bool:
        return any(s.parent == self.section.id for s in self._prose.sections[self._index + 1 :])

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
            agents = clause_agents(text[start:], self._agencies) if start >= reach and not told else None
            if agents is not None:
                found.append((start, agents))
                reach = start + agents.verb
        ends = [*(start for start, _ in found[1:]), len(text)]
        return [(start, end, agents) for (start, agents), end in zip(found, ends, strict=False)]

    def _orders(self, item: Item, context: SectionContext, listed: bool, labelled: bool) -> None:
        """The orders of one passage: one for each body that it orders, or one for all of it."""
        found = self._ordered(item.text, clause_starts(item.text))
        found = [
            (start, end, agents) for start, end, agents in found if not item.text[start:end].rstrip().endswith(":")
        ]
        first = found[0][0] if found else len(item.text)
        own = first > 0 and self._is_item(item.text[:first], context, listed, labelled)
        orders: list[tuple[int, int, Agents | None]] = [(0, first, None)] if own else []
        lead = _names(context.lead.named) if own and context.lead else None
        for start, end, agents in found:
            named = _names(agents.lead)
            if orders and named == lead:  # the same body goes on: one order, however many sentences
                orders[-1] = (orders[-1][0], end, orders[-1][2])
            else:
                orders.append((start, end, agents))
            lead = named
        for start, end, told in orders:
            self._add(item, start, end, told, "text", context)
            if labelled and told is None:
                self.drafts[-1].told += (Evidence("label_lines_follow"),)

    def _is_item(self, text: str, context: SectionContext, listed: bool, labelled: bool) -> bool:
        """True if a text without a body of its own is an order by where it stands."""
        states = begins("reported", "states").match(text.casefold()) and not begins_with_verb(text)
        if states or is_never(text) or text.rstrip().endswith(":"):
            return False
        if labelled:  # label lines say who is to do it, and when
            return True
        if names_body(text):  # a body of which nothing is asked: what it is, what it did, whom it consists of
            return False
        if len(text.split()) < FEWEST_WORDS:
            return False
        acts = begins_with_verb(text) or begins_with_verb(text[: LONGEST_LABEL + 1].partition(":")[2].lstrip())
        told = _told(text.partition(". ")[0])
        if context.lead is not None:
            return acts or listed or not told
        return context.kind == "task" and (listed or (acts and not told))

    def _add(
        self, item: Item, start: int, end: int, agents: Agents | None, part: Part, context: SectionContext
    ) -> None:
        text = item.text[start:end].strip().rstrip(";,")
        offset = item.offset + start
        told = told_by(text, agents, context)
        draft = OrderDraft(self._index, part, offset, offset + len(text), text, item.level, told=told)
        partners = agents or read_partners(text, self._agencies)
        coordinating = give(partners.coordinating, self._index, part, offset)
        if coordinating is None and agents is None:
            coordinating = context.coordinating
        draft.give("lead", give(agents.lead, self._index, part, offset) if agents else context.lead)
        draft.give("coordinating", coordinating)
        draft.give("monitoring", give(partners.monitoring, self._index, part, offset))
        draft.date(text, self._time)
        for saying in inline_sayings(replace(item, text=text, offset=offset)):
            draft.say(saying, self._agencies, self._time)
        draft.inherit(context)
        if agents is None and context.lead is None and not begins_with_verb(text):
            message = "Chưa chắc đoạn này là một nhiệm vụ; hãy đối chiếu với bản gốc."
            draft.review.append(Review(field="title", code="order-uncertain", message=message))
        self.drafts.append(draft)


def _names(named: Named | None) -> tuple[str | None, ...]:
    """Whom a clause names, to tell whether two clauses name the same."""
    return tuple(one.agency or one.text for one in named.assignments) if named is not None else ()


def _told(text: str) -> bool:
    """True if the sentence that ends here tells what was done."""
    return " đã " in text[text.rfind(". ") + 1 :]
