"""A record and the parts it was split into, or merged from → the fields that differ between the one and the many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pydantic import JsonValue

from nghiquyet.normalize.model import Target, Task
from nghiquyet.output.changes.compare_fields import SameTarget, record_difference
from nghiquyet.output.changes.difference import Difference, from_to, heaviest, substance, wording
from nghiquyet.output.changes.fields import record_values
from nghiquyet.output.changes.keys import content_of, text_to_keys
from nghiquyet.output.changes.model import FieldChange

# Texts that the parts share out among them; every other field is each part's own.
_SHARED_OUT = frozenset({"title", "result", "statement", "indicator", "scope"})


def compare_parts(
    previous: Sequence[Task | Target], current: Sequence[Task | Target], targets: SameTarget
) -> tuple[FieldChange, ...]:
    """``before`` and ``after`` are a value on the side of the one, a list on the side of the many, in their order."""
    olds, news = ([record_values(record) for record in side] for side in (previous, current))
    changes = []
    for name in olds[0]:
        before, after = ([values[name] for values in side] for side in (olds, news))
        if all(value == before[0] for value in (*before, *after)):
            continue
        told = _difference(name, previous, current, targets)
        changes.append(
            FieldChange(
                field=name,
                before=_one_or_many(before),
                after=_one_or_many(after),
                class_=told.weight,
                reason=told.reason,
            )
        )
    return tuple(changes)


def _one_or_many(values: list[JsonValue]) -> JsonValue:
    return values[0] if len(values) == 1 else values


def _difference(
    name: str, previous: Sequence[Task | Target], current: Sequence[Task | Target], targets: SameTarget
) -> Difference:
    before, after = ([getattr(record, name) for record in side] for side in (previous, current))
    if name in _SHARED_OUT:
        return _shared_out([text or "" for text in before], [text or "" for text in after])
    found = [record_difference(name, old, new, targets) for old in before for new in after if old != new]
    return heaviest(found) or wording("khác cách ghi")


def _shared_out(before: Sequence[str], after: Sequence[str]) -> Difference:
    """Whether the words of the one are all in the many, each as often, and the many have no other: parts may repeat
    what all begin with, but a "không" less is another order."""
    one, many = (before, after) if len(before) == 1 else (after, before)
    lost, won = _missing(one, many, counted=True), _missing(many, one, counted=False)
    if lost or won:
        return substance(from_to(lost, won) if one is before else from_to(won, lost))
    return wording("đủ nội dung, chia ra hoặc gộp lại")


def _missing(texts: Sequence[str], others: Sequence[str], counted: bool) -> str:
    """The words of the texts, as printed, that the others do not have; or, ``counted``, do not have as often."""
    there = Counter(word for other in others for word in content_of(other))
    gone: list[str] = []
    for text in texts:
        for key in text_to_keys(text):
            if key.empty:
                continue
            if not there[key.key]:
                gone.append(text[key.start : key.end])
            elif counted:
                there[key.key] -= 1
    return " ".join(word for word in gone if word)
