"""Why a passage is an order, and why it is due when it is."""

from __future__ import annotations

from collections.abc import Iterator

from nghiquyet.extract.decisions.decision import Alternative, Decision, Subject
from nghiquyet.normalize.fields.deadlines import deadline_decision
from nghiquyet.normalize.prose.orders.order_drafts import OrderDraft


def draft_to_decisions(draft: OrderDraft, id_: str) -> Iterator[Decision]:
    """Why the order with this id is one, and why it is due when it is."""
    likelihood, evidence = draft.weighed.likelihood, draft.weighed.evidence
    others = (Alternative("text", round(1 - likelihood, 3)),)
    yield Decision("row_kind", Subject("task", id_), "order", round(likelihood, 3), others, evidence)
    if draft.due is not None:
        subject = Subject("task", id_, "deadline")
        yield deadline_decision(subject, draft.due.deadline, draft.due.evidence, draft.due.others)
