"""One section's title and passages → its orders, and a verdict on each passage: what it was taken for, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from nghiquyet.normalize.fields.deadlines import DeadlineContext
from nghiquyet.normalize.fields.order_words import begins, within
from nghiquyet.normalize.prose.orders.actors import Agents, Named, NamesBodies, read_agents
from nghiquyet.normalize.prose.orders.item_forms import item_form
from nghiquyet.normalize.prose.orders.items import (
    Item,
    Saying,
    clause_starts,
    is_sentence,
    item_to_saying,
    names_content,
    says_work,
    without_label,
)
from nghiquyet.normalize.prose.orders.label_sections import section_items
from nghiquyet.normalize.prose.orders.lead_ins import OpenLeadIn, clause_agents, lead_in_to_context
from nghiquyet.normalize.prose.orders.order_drafts import OrderDraft, clause_to_draft
from nghiquyet.normalize.prose.orders.order_evidence import FEW_WORDS, Standing, Weighed, weigh
from nghiquyet.normalize.prose.orders.own_acts import is_own_act
from nghiquyet.normalize.prose.orders.own_deadlines import is_dated
from nghiquyet.normalize.prose.orders.section_contexts import SectionContext, is_article
from nghiquyet.normalize.prose.published_sections import Part, Prose
from nghiquyet.normalize.prose.verdicts import Verdict, VerdictKind


@dataclass(frozen=True, slots=True)
class WeighedClause:
    """A clause of a passage that may be an order: ``start`` to ``end`` in its text, whom it orders, and its weight."""

    start: int
    end: int
    agents: Agents | None
    weighed: Weighed


class SectionReader:
    """One pass over one section's title and passages."""

    def __init__(
        self, prose: Prose, index: int, context: SectionContext, agencies: NamesBodies, time: DeadlineContext
    ) -> None:
        self._index = index
        self.section = prose.sections[index]
        self._parent_of_others = any(s.parent == self.section.id for s in prose.sections[index + 1 :])
        self._is_numbered = not self.section.title and not is_article(self.section)
        self._agencies = agencies
        self._time = time
        self._open: list[OpenLeadIn] = [OpenLeadIn(-1, 0, context)]
        self.items = section_items(prose, index)
        self.drafts: list[OrderDraft] = []
        self._unsaid = 0  # the first draft of which no label line has said anything yet, or of the block that is read
        self._in_block = False  # the passage before is a label line
        self.verdicts: list[Verdict] = []

    @property
    def below(self) -> SectionContext:
        """What holds for the sections under this one."""
        return self._open[-1].context if self._open[-1].level <= 0 else self._open[0].context

    def read(self) -> None:
        """Reads the orders of a section below a heading or label."""
        self._read_title()
        for at, item in enumerate(self.items):
            following = self.items[at + 1] if at + 1 < len(self.items) else None
            self._read_item(item, following, numbered=at == 0 and self._is_numbered)

    def read_opening(self) -> SectionContext:
        """What stands before the first heading: orders to bodies by name, and the lead-in of the whole document."""
        context = SectionContext()
        for item in self.items:
            small = item.text.casefold()
            form = item_form(item, opens=True)
            kind: VerdictKind = "frame"
            if form == "lead_in" and len(small.split()) >= FEW_WORDS:
                kind = "lead_in"
                context = lead_in_to_context(item, context, self._index, self._agencies, self._time, opening=True)
                if context.kind == "neutral" and within("ordering", "opens_tasks").search(small):
                    context = replace(context, kind="task")
            elif form == "clause" and within("ordering").search(small):
                for start, end, agents in self._ordered(item.text, clause_starts(item.text)):
                    if agents.ordered:
                        kind = "order"
                        self._add(item, self._weighed(item, start, end, agents, Standing()), "text", context)
            elif begins("bases").match(small):
                kind = "basis"
            self._judge(item, kind)
        return context

    def order_of_title(self) -> tuple[OrderDraft, ...]:
        """The section's heading as the order of which the sections under it say who and when."""
        if not self.drafts and not self.items and len(self.section.title.split()) >= FEW_WORDS:
            self._add_title(labelled=True)
        return tuple(self.drafts)

    def say(self, saying: Saying, source: int) -> None:
        """Takes what the label line of section number ``source`` says of all orders of this one."""
        for draft in self.drafts:
            draft.say(saying, self._agencies, self._time, source)

    def judge_all(self, kind: VerdictKind) -> None:
        """Gives each passage of a section that is all one thing the same verdict."""
        for item in self.items:
            self._judge(item, kind)

    def _read_title(self) -> None:
        """A numbered order so short that it looks like a heading, with nothing or only label lines under it."""
        labelled = bool(self.items) and (
            item_to_saying(self.items[0]) is not None
            or (names_content(self.items[0]) and any(map(item_to_saying, self.items)))
        )
        if not self._parent_of_others and (labelled or not self.items):
            self._add_title(labelled)

    def _add_title(self, labelled: bool) -> None:
        title = without_label(Item(self.section.title, 0, 0))
        if item_form(title, opens=False) != "clause":
            return
        agents = read_agents(title.text, self._agencies)
        standing = self._standing(self.below, listed=True, labelled=labelled)
        weighed = self._weighed(title, 0, len(title.text), agents, standing)
        if weighed.weighed.is_order:
            self._add(title, weighed, "title", self.below)
            self._judge(title, "order", weighed.weighed, "title")

    def _read_item(self, item: Item, following: Item | None, numbered: bool) -> None:
        """Reads one passage, and says what it was taken for."""
        while len(self._open) > 1 and not self._open[-1].holds(item):
            self._open.pop()
        context = self._open[-1].context
        form = item_form(item, following is not None or self._parent_of_others)
        labelled = says_work(item) or (following is not None and item_to_saying(following) is not None)
        standing = self._standing(context, item.level > 0 or numbered, labelled)
        if form == "label_line" and self._say(item):
            self._in_block = True
            self._judge(item, "order_part")
            return
        if self._in_block:
            self._in_block, self._unsaid = False, len(self.drafts)
        if form == "content_line" and self.drafts and self.drafts[-1].part == "title":
            self._judge(item, "order_part")  # "Nội dung: …" says more of the heading that is the order
        elif form == "closing":
            self._orders_within(item, context, "closing")
        elif form == "lead_in":
            self._orders_before(item, context)
            self._open_list(item, following, lead_in_to_context(item, context, self._index, self._agencies, self._time))
            self._judge(item, "lead_in")
        elif form == "enactment" or self._enacts(item, context):
            self._orders_within(item, context, "enactment")
        else:
            whole = replace(item, text=item.text.rstrip(" :")) if form == "examples" else item
            self._read_clauses(without_label(whole), context, standing)
            if form == "examples":
                self._open_list(item, following, SectionContext("other", "enumeration"))

    def _enacts(self, item: Item, context: SectionContext) -> bool:
        """True for what an article of nobody in particular begins with: "Phê duyệt …", "Quy định này quy định …"."""
        enacts = begins("issuing_acts").match(item.text.casefold()) is not None
        return enacts and is_article(self.section) and context.lead is None and item.level == 0

    def _open_list(self, item: Item, following: Item | None, context: SectionContext) -> None:
        """Opens the list below an item; a lead-in with nothing behind it in its section opens the sections below."""
        below = following.level if following is not None else 0
        if context.topic != "enumeration" or (following is not None and following.level > item.level):
            self._open.append(OpenLeadIn(item.level, below, context))

    def _say(self, item: Item) -> bool:
        """Takes a label line for the order above it, or for all since the last label lines; True if that is all it is.

        Where nothing stands between, two blocks of label lines are of one order.
        """
        saying = item_to_saying(item)
        if saying is None or not self.drafts:
            return False
        since = min(self._unsaid, len(self.drafts) - 1)
        drafts = self.drafts[-1:] if item.level > self.drafts[-1].level else self.drafts[since:]
        taken = [draft.say(saying, self._agencies, self._time) for draft in drafts]
        return all(taken)

    def _standing(self, context: SectionContext, listed: bool, labelled: bool) -> Standing:
        under = ", ".join(a.text for a in context.lead.named.assignments) if context.lead else ""
        return Standing(context.kind, under, listed, labelled)

    def _orders_before(self, item: Item, context: SectionContext) -> None:
        """The orders in a passage before its last sentence, which opens a list: "… chỉ đạo …. Cụ thể như sau:"."""
        sentences = clause_starts(item.text)
        last = max((s for s in sentences if item.text[:s].rstrip().endswith(".")), default=0)
        if last:
            before = replace(item, text=item.text[:last].rstrip())
            self._take(before, self._candidates(before, context, self._standing(context, False, False)), context)

    def _orders_within(self, item: Item, context: SectionContext, form: VerdictKind) -> None:
        """Orders given inside a passage that is none itself ("Bãi bỏ …; giao Sở X …").

        In closing words only those with a day or a recurrence are more than a formula.
        """
        starts = [s for s in clause_starts(item.text)[1:] if begins("ordering").match(item.text[s:].casefold())]
        standing = self._standing(context, False, False)
        found = [self._weighed(item, *clause, standing) for clause in self._ordered(item.text, starts)]
        if form == "closing":
            found = [c for c in found if is_dated(item.text[c.start : c.end], self._time)]
        self._judge(item, "order" if self._take(item, found, context) else form)

    def _ordered(self, text: str, starts: Sequence[int], acting: bool = False) -> list[tuple[int, int, Agents]]:
        """(start, end, agents) of each clause that orders a body by its name; it reaches to the next one.

        ``acting``: a heading or lead-in says who acts, so that what begins with a verb is done by somebody.
        """
        found: list[tuple[int, Agents]] = []
        reach = 0
        for start in starts:
            asked = start >= reach and not is_own_act(text, start, found, acting)
            agents = clause_agents(text[start:], self._agencies) if asked else None
            if agents is not None:
                found.append((start, agents))
                reach = start + agents.verb
        ends = [*(start for start, _ in found[1:]), len(text)]
        return [(start, end, agents) for (start, agents), end in zip(found, ends, strict=False)]

    def _read_clauses(self, item: Item, context: SectionContext, standing: Standing) -> None:
        """The orders of one passage: one for each body that it orders, or one for all of it; and its verdict."""
        candidates = self._candidates(item, context, standing)
        if self._take(item, candidates, context):
            self._judge(item, "order")
            return
        likeliest = max((c.weighed for c in candidates), key=lambda w: w.likelihood, default=None)
        kind: VerdictKind = context.topic
        if likeliest is not None and likeliest.is_doubtful and is_sentence(item, standing.listed):
            kind = "unread"
        elif likeliest is not None and likeliest.tells_of_the_past:
            kind = "situation"
        self._judge(item, kind, likeliest)

    def _candidates(self, item: Item, context: SectionContext, standing: Standing) -> list[WeighedClause]:
        """The clauses of a passage that may be orders: what stands before the first body, and one for each body.

        The same body goes on: one order, however many sentences.
        """
        ordered = self._ordered(item.text, clause_starts(item.text), acting=context.lead is not None)
        found = [c for c in ordered if not _opens(item.text[c[0] : c[1]])]
        first = found[0][0] if found else len(item.text)
        candidates: list[WeighedClause] = []
        if first > 0:
            candidates.append(self._weighed(item, 0, first, None, standing))
        lead = _names(context.lead.named) if candidates and candidates[0].weighed.is_order and context.lead else None
        for start, end, agents in found:
            named = _names(agents.lead)
            weighed = self._weighed(item, start, end, agents, standing)
            if candidates and candidates[-1].weighed.is_order and (_same(named, lead) or not weighed.weighed.is_order):
                candidates[-1] = replace(candidates[-1], end=end)
            else:
                candidates.append(weighed)
                lead = named
        return candidates

    def _weighed(self, item: Item, start: int, end: int, agents: Agents | None, standing: Standing) -> WeighedClause:
        return WeighedClause(start, end, agents, weigh(item.text[start:end], agents, standing))

    def _take(self, item: Item, candidates: Sequence[WeighedClause], context: SectionContext) -> bool:
        """Makes orders of those that are ones; True if there is any."""
        orders = [candidate for candidate in candidates if candidate.weighed.is_order]
        for order in orders:
            self._add(item, order, "text", context)
        return bool(orders)

    def _add(self, item: Item, order: WeighedClause, part: Part, context: SectionContext) -> None:
        clause = replace(
            item, text=item.text[order.start : order.end].strip().rstrip(";,"), offset=item.offset + order.start
        )
        agents = order.agents.up_to(order.end - order.start) if order.agents else None
        self.drafts.append(
            clause_to_draft(clause, self._index, part, agents, order.weighed, context, self._agencies, self._time)
        )

    def _judge(self, item: Item, kind: VerdictKind, weighed: Weighed | None = None, part: Part = "text") -> None:
        evidence, likelihood = (weighed.evidence, weighed.likelihood) if weighed else ((), None)
        end = item.offset + len(item.text)
        self.verdicts.append(Verdict(self._index, part, item.offset, end, kind, evidence, likelihood))


def _opens(clause: str) -> bool:
    return clause.rstrip().endswith(":")


def _names(named: Named | None) -> tuple[str | None, ...]:
    """Whom a clause names, to tell whether two clauses name the same."""
    return tuple(one.agency or one.text for one in named.assignments) if named is not None else ()


def _same(names: Sequence[str | None], before: Sequence[str | None] | None) -> bool:
    """True if a clause names those of the one before; "các đơn vị" are "các đơn vị được giao nhiệm vụ" again."""
    if before is None or len(names) != len(before):
        return False
    return all(n == b or bool(n and b and b.startswith(n)) for n, b in zip(names, before, strict=True))
