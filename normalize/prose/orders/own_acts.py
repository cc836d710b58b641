"""A word of ordering behind a comma → whether it begins another order, or is what the sentence's own subject does."""

from __future__ import annotations

from collections.abc import Sequence

from nghiquyet.normalize.fields.order_words import begins
from nghiquyet.normalize.prose.orders.actors import Agents
from nghiquyet.normalize.prose.orders.body_words import begins_with_verb
from nghiquyet.normalize.prose.orders.items import says_done


def is_own_act(text: str, start: int, found: Sequence[tuple[int, Agents]], acting: bool) -> bool:
    """True for "Sở Y tế rà soát, phân loại, giao các bệnh viện …": the one who is ordered orders others in turn.

    ``found`` are the orders told before ``start``, each with where it begins; ``acting`` says that a heading or lead-in
    names who does what begins with a verb. "Thống nhất chủ trương, giao Sở Y tế …" is the issuer's own order.
    """
    before = text[:start].rstrip()
    if not before.endswith(","):
        return False
    opened = before.rfind(". ") + 1
    sentence = before[opened:].strip()
    if says_done(sentence):
        return True
    subjects = [agents for place, agents in found if place >= opened]
    if subjects:
        return not subjects[-1].ordered
    does = begins_with_verb(sentence) and not begins("issuers_acts").match(sentence.casefold())
    return acting and does
