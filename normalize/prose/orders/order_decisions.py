"""Why a passage is an order, and why it is due when it is."""

from __future__ import annotations

from collections.abc import Iterator

from nghiquyet.extract.decisions.decision import Alternative, Decision, Evidence, Subject
from nghiquyet.normalize.fields.deadlines import deadline_decision
from nghiquyet.normalize.prose.orders.actors import Agents
from nghiquyet.normalize.prose.orders.body_words import begins_with_verb
from nghiquyet.normalize.prose.orders.order_drafts import OrderDraft
from nghiquyet.normalize.prose.orders.section_contexts import SectionContext


def told_by(text: str, agents: Agents | None, context: SectionContext) -> tuple[Evidence, ...]:
    """What says that a text is an order: its own words, or where it stands."""
    told = [Evidence("orders_a_body", text[: agents.verb].strip())] if agents is not None else []
    if agents is None and context.lead is not None:
        told.append(Evidence("under_a_body", ", ".join(a.text for a in context.lead.named.assignments)))
    told += [Evidence("section_of_tasks")] if context.kind == "task" else []
    return (*told, Evidence("begins_with_verb", begins_with_verb(text)))


def draft_to_decisions(draft: OrderDraft, id_: str) -> Iterator[Decision]:
    """Why the order with this id is one, and why it is due when it is."""
    yield Decision("row_kind", Subject("task", id_), "order", None, (Alternative("text"),), draft.told)
    if draft.due is not None:
        subject = Subject("task", id_, "deadline")
        yield deadline_decision(subject, draft.due.deadline, draft.due.evidence, draft.due.others)
