"""A clause and where it stands → what speaks for its being an order and what against, and how likely it is one.

Each sign is a yes or no with a weight; the weights were fitted (``tools/fit_weights.py``) and stand in
``order_weights.yaml`` with what they were fitted on. The sum is a logit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nghiquyet.extract.decisions.decision import Evidence
from nghiquyet.extract.decisions.weighing import weigh_signs
from nghiquyet.extract.language.packaged_yaml import packaged_yaml
from nghiquyet.normalize.fields.order_words import begins
from nghiquyet.normalize.fields.tagged_words import begins_as_verb
from nghiquyet.normalize.prose.orders.actors import Agents
from nghiquyet.normalize.prose.orders.body_words import begins_with_verb, names_body
from nghiquyet.normalize.prose.orders.items import says_done
from nghiquyet.normalize.prose.orders.section_contexts import Kind

WEIGHTS = Path(__file__).with_name("order_weights.yaml")
# Shorter clauses are headings or remarks rather than orders (words).
FEW_WORDS = 5
# Likelier ones are orders; those a little less likely a person should look at, and those a little likelier too. Of 61
# papers drawn at random most clauses from 0.2 to 0.4 are bare lines of procedures; of the clauses that weights were
# fitted on 10 of 34 from 0.5 to 0.75 are none, above that 18 of 921.
UNREAD, ORDER, SURE = 0.4, 0.5, 0.75
# What is less likely than this no costly sign can make an order.
ASKED = 0.2
# "Thời gian hoàn thành: …" names a thing in at most this many letters before its colon.
LONGEST_LABEL = 60


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a clause stands.

    ``kind`` is what its section opens; ``under`` names the bodies to whom a heading or lead-in gives it; ``listed``
    says that it is an item of a list or a numbered paragraph, ``labelled`` that label lines follow or its label calls
    it work.
    """

    kind: Kind = "neutral"
    under: str = ""
    listed: bool = False
    labelled: bool = False


@dataclass(frozen=True, slots=True)
class PlacedClause:
    """A clause with its words in small letters and whom it orders."""

    text: str
    small: str
    agents: Agents | None
    standing: Standing


@dataclass(frozen=True, slots=True)
class Sign:
    """A named sign: whether it holds for a clause; words where they tell more than yes.

    One that is ``costly`` is asked only of a clause that it can make an order.
    """

    name: str
    holds: Callable[[PlacedClause], bool | str]
    costly: bool = False


def _behind_label(text: str) -> str:
    return text[: LONGEST_LABEL + 1].partition(":")[2].lstrip()


def _begins_with_verb(clause: PlacedClause) -> bool:
    acted = clause.agents is None and bool(
        clause.standing.under
    )  # by whom is said above: "Thanh tra đột xuất …" is an act
    first = begins_with_verb(clause.text) and (acted or not names_body(clause.text))  # "Lãnh đạo Sở" names somebody
    return first or begins_with_verb(_behind_label(clause.text))


def _is_tagged_as_verb(clause: PlacedClause) -> bool:
    """True for a verb that our list lacks."""
    listed = clause.agents is not None or _begins_with_verb(clause) or names_body(clause.text)
    plain = begins("quantifiers", "states").match(clause.small) is None
    return not listed and plain and begins_as_verb(clause.text)


def _tells(clause: PlacedClause) -> bool:
    """True if the first sentence says what was done."""
    return says_done(clause.small.partition(". ")[0]) and not _begins_with_verb(clause)


def _states(clause: PlacedClause) -> bool:
    bare = clause.agents is None and not _begins_with_verb(clause)
    return bare and begins("reported", "states").match(clause.small) is not None


def _names_idle_body(clause: PlacedClause) -> bool:
    """True if a body is named first of which nothing is asked: what it is, what it did, whom it consists of."""
    return clause.agents is None and names_body(clause.text) and not _begins_with_verb(clause)


def _form_of_nobody(clause: PlacedClause) -> bool:
    """True in a form or procedure where no body is named and no day is set: its steps have terms, cited papers days."""
    named = clause.agents is not None or bool(clause.standing.under)
    return clause.standing.kind == "form" and not named and _DUE.search(clause.small) is None


def _labels_attribute(clause: PlacedClause) -> bool:
    """True for "Nguyên nhân: …": a side of the work and what it is."""
    label, colon, _ = clause.small[:LONGEST_LABEL].partition(":")
    return bool(colon) and begins("attributes_of_work").match(label) is not None


_DAY = re.compile(r"(?<!\w)(?:ngày \d{1,2}|tháng \d{1,2}|quý [^\W\d_]{1,3}|quý \d)(?!\w)")
_DUE = re.compile(rf"(?<!\w)(?:trước|trong|hết|đến|vào|xong) {_DAY.pattern}")
_QUOTA = re.compile(r"(?:không quá|tối đa|tối thiểu|ít nhất|mỗi|từ|:)?\s*\d")


def _is_something(clause: PlacedClause) -> bool:
    """True if the body named is said to be something, not to do it: "Sở Công Thương là cơ quan thường trực".

    Or to have so many: "Ủy ban bầu cử tỉnh: không quá 05 cá nhân".
    """
    if clause.agents is None:
        return False
    said = clause.small[clause.agents.verb :].lstrip(" :")
    return said.startswith("là ") or _QUOTA.match(said) is not None


def _begins_small(clause: PlacedClause) -> bool:
    """True for what looks like the rest of a torn sentence; "…; yêu cầu Sở Y tế" is a clause of its own."""
    return clause.text[:1].islower() and not (clause.agents is not None and clause.agents.ordered)


SIGNS: tuple[Sign, ...] = (
    Sign("orders_a_body", lambda c: c.agents is not None and c.text[: c.agents.verb].strip()),
    Sign("body_is_something", _is_something),
    Sign("under_a_body", lambda c: c.agents is None and c.standing.under),
    Sign("section_of_tasks", lambda c: c.standing.kind == "task"),
    Sign("section_of_other_things", lambda c: c.standing.kind == "other"),
    Sign("form_of_nobody", _form_of_nobody),
    Sign("item_of_a_list", lambda c: c.standing.listed),
    Sign("label_lines_follow", lambda c: c.standing.labelled),
    Sign("begins_with_verb", _begins_with_verb),
    Sign("tagged_as_verb", _is_tagged_as_verb, costly=True),
    Sign("told_as_done", _tells),
    Sign("states_what_is", _states),
    Sign("names_idle_body", _names_idle_body),
    Sign("names_attribute", lambda c: begins("attributes_of_work").match(c.small) is not None),
    Sign("attribute_as_label", _labels_attribute),
    Sign("few_words", lambda c: len(c.text.split()) < FEW_WORDS),
    Sign("says_when", lambda c: _DAY.search(c.small) is not None),
    Sign("small_letter_first", _begins_small),
    Sign("ends_with_colon", lambda c: c.text.rstrip().endswith(":")),
)


@dataclass(frozen=True, slots=True)
class Weighed:
    """What speaks for and against a clause's being an order, and how likely it is one."""

    evidence: tuple[Evidence, ...]
    likelihood: float

    @property
    def is_order(self) -> bool:
        return self.likelihood >= ORDER

    @property
    def is_doubtful(self) -> bool:
        """True for a clause that is no order, but may be one."""
        return UNREAD <= self.likelihood < ORDER

    @property
    def is_unsure(self) -> bool:
        """True for a clause that is an order, but may be none."""
        return ORDER <= self.likelihood < SURE

    @property
    def tells_of_the_past(self) -> bool:
        return any(e.feature == "told_as_done" for e in self.evidence)


CERTAIN = Weighed((), 1.0)


def weigh(text: str, agents: Agents | None, standing: Standing) -> Weighed:
    """What speaks for and against a clause's being an order; ``agents`` are those whom it orders itself."""
    clause = PlacedClause(text, text.casefold(), agents, standing)
    held = [(sign.name, value) for sign in SIGNS if not sign.costly and (value := sign.holds(clause))]
    weighed = _summed(held)
    if ASKED <= weighed.likelihood < ORDER:
        weighed = _summed([*held, *((s.name, value) for s in SIGNS if s.costly and (value := s.holds(clause)))])
    return weighed


def _summed(held: Sequence[tuple[str, bool | str]]) -> Weighed:
    found = weigh_signs(held, _weights())
    return Weighed(found.evidence, found.value)


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = packaged_yaml(WEIGHTS)["weights"]
    return weights
