"""A quantity outside sections of goals → what speaks for somebody's promising it, and how likely that is.

The weights were fitted (``tools/fit_weights.py``) and stand in ``promise_weights.yaml`` with what they were fitted on.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nghiquyet.extract.decisions.weighing import Likelihood, weigh_signs
from nghiquyet.extract.language.packaged_yaml import packaged_yaml
from nghiquyet.normalize.prose.targets.quantities import Quantity
from nghiquyet.normalize.prose.targets.segments import has_predicate, is_light
from nghiquyet.normalize.prose.targets.target_words import lexicon, units, word_anywhere, word_at_start, words_at_end

WEIGHTS = Path(__file__).with_name("promise_weights.yaml")
PROMISED = 0.5
# What rules or conditions speak of and is less likely is no promise; what is likelier a person should look at.
RULED = 0.2
ALL = 100  # percent
# Letters before a number in which a word still speaks of it, and letters behind it.
NEAR, BEHIND = 45, 16
_EDGE = ' ,;.:-–+•“"('


@dataclass(frozen=True, slots=True)
class PlacedQuantity:
    """A quantity with what stands around it, in small letters.

    ``head`` are the words of its own segment before the number, ``tail`` those behind it, ``clause`` all its clause;
    ``dated`` says that a date or recurrence to come belongs to it, ``led`` that a lead-in above promises.
    """

    quantity: Quantity
    head: str
    tail: str
    clause: str
    dated: bool
    led: bool = False

    @property
    def near(self) -> str:
        """The words right before the number, and those right behind."""
        return f"{self.head[-NEAR:]} {self.tail[:BEHIND]}"


def _is_known(placed: PlacedQuantity) -> bool:
    """True if the thing counted is in the list of units."""
    unit = placed.quantity.unit
    pattern = rf"(?:(?:{units().scale}) )?(?:{units().noun})(?!\w)"
    return unit is not None and re.match(pattern, unit.lower()) is not None


SIGNS: tuple[tuple[str, Callable[[PlacedQuantity], bool]], ...] = (
    ("share", lambda p: p.quantity.unit_kind == "percent"),
    ("all_of_them", lambda p: p.quantity.unit_kind == "percent" and p.quantity.value == ALL),
    ("amount", lambda p: p.quantity.unit_kind == "measure"),
    ("known_things", lambda p: p.quantity.unit_kind == "noun" and _is_known(p)),
    ("bare_number", lambda p: p.quantity.unit_kind == "none"),
    ("compared", lambda p: p.quantity.comparator != "eq"),
    ("says_promising", lambda p: lexicon().finds("promising", p.clause)),
    ("says_aspiring", lambda p: word_anywhere("aims").search(p.clause) is not None),
    ("change_before", lambda p: word_anywhere("changes").search(p.head[-NEAR:]) is not None),
    ("deed_before", lambda p: word_at_start("deeds").match(p.head.lstrip(" ,;")) is not None),
    ("link_before", lambda p: words_at_end("links").search(p.head.rstrip() + " ") is not None),
    ("stands_first", lambda p: is_light(p.head)),
    ("predicate_behind", lambda p: has_predicate(p.tail)),
    ("dated", lambda p: p.dated),
    ("promised_above", lambda p: p.led),
    ("ruling_near", lambda p: lexicon().finds("ruling", p.near)),
    ("ruling_in_clause", lambda p: lexicon().finds("ruling", p.clause)),
    ("condition", lambda p: word_at_start("conditions").match(p.clause.lstrip(_EDGE)) is not None),
    ("defines", lambda p: words_at_end("definitions").search(p.head.rstrip(_EDGE)) is not None),
)


def weigh_promise(placed: PlacedQuantity) -> Likelihood:
    """What speaks for and against a quantity's being promised."""
    return weigh_signs(((name, True) for name, holds in SIGNS if holds(placed)), _weights())


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = packaged_yaml(WEIGHTS)["weights"]
    return weights
