"""Two records that are one → the fields that differ, each with its weight and reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from nghiquyet.normalize.model import Target, Task
from nghiquyet.output.changes.compare_agencies import compare_agencies
from nghiquyet.output.changes.compare_values import (
    compare_baseline,
    compare_columns,
    compare_deadline,
    compare_exact,
    compare_implemented,
    compare_milestones,
    compare_name,
    compare_number,
    compare_optional_text,
    compare_period,
    compare_signer,
    compare_texts,
    compare_ticks,
)
from nghiquyet.output.changes.difference import Difference, from_to, substance, wording
from nghiquyet.output.changes.fields import PLACE_FIELDS, REFERENCE_FIELDS, ROLES, Values, record_values
from nghiquyet.output.changes.model import FieldChange

_COMPARISONS: Mapping[str, Callable[[Any, Any], Difference]] = {
    **dict.fromkeys(("title", "result", "statement", "indicator", "unit", "scope"), compare_optional_text),
    **dict.fromkeys(("symbol", "issuer"), compare_optional_text),
    **dict.fromkeys(("value", "value_max"), compare_number),
    **dict.fromkeys(("comparator", "modality", "kind"), compare_name),
    **dict.fromkeys(("number", "issued_on", "place"), compare_exact),
    **dict.fromkeys(("notes", "bases", "recipients"), compare_texts),
    **dict.fromkeys(ROLES, compare_agencies),
    "deadline": compare_deadline,
    "baseline": compare_baseline,
    "milestones": compare_milestones,
    "markers": compare_ticks,
    "extra": compare_columns,
    "period": compare_period,
    "signer": compare_signer,
    "implements": compare_implemented,
}

_PLACE_NAMES = {
    "origin": "nơi ghi",
    "group": "nhóm",
    "number": "số thứ tự",
    "parent": "nhiệm vụ mẹ",
    "section": "mục",
}


@dataclass(frozen=True)
class SameTarget:
    """Which targets of the new version each old one is, by old id; those without a partner are not there."""

    now: Mapping[str, frozenset[str]]


def field_to_difference(field: str, before: Any, after: Any) -> Difference:
    """What differs in one field; for values that are not the same. ``field`` is the published name."""
    return _COMPARISONS[field](before, after)


def compare_records(previous: Task | Target, current: Task | Target, targets: SameTarget) -> tuple[FieldChange, ...]:
    """The compared fields of two records of one kind that differ, in the model's order."""
    old, new = record_values(previous), record_values(current)
    return tuple(
        change_of(name, old, new, record_difference(name, getattr(previous, name), getattr(current, name), targets))
        for name in old
        if old[name] != new[name]
    )


def change_of(name: str, old: Values, new: Values, told: Difference) -> FieldChange:
    return FieldChange(field=name, before=old[name], after=new[name], class_=told.weight, reason=told.reason)


def record_difference(field: str, before: Any, after: Any, targets: SameTarget) -> Difference:
    """``field_to_difference`` for a task or target, whose place and references have meaning of their own."""
    if field in PLACE_FIELDS:
        return wording(f"{_PLACE_NAMES[field]}: {from_to(before or '', after or '')}")
    if field in REFERENCE_FIELDS:
        return _compare_references(before, after, targets)
    return field_to_difference(field, before, after)


def follows(change: FieldChange) -> bool:
    """Whether the change is only another place or number, of the record or of those that it names."""
    return change.field in PLACE_FIELDS or (change.field in REFERENCE_FIELDS and change.class_ == "wording")


def _compare_references(before: tuple[str, ...], after: tuple[str, ...], targets: SameTarget) -> Difference:
    """Targets served: what counts is whether an old target that is still there is served no more, or newly served."""
    kept = {new for old in before for new in targets.now.get(old, ())}
    known = {new for news in targets.now.values() for new in news}
    lost = [old for old in before if old in targets.now and not targets.now[old] & set(after)]
    won = [new for new in after if new in known and new not in kept]
    if lost or won:
        return substance(f"mục tiêu phục vụ: {from_to(', '.join(lost), ', '.join(won))}")
    return wording("cùng mục tiêu, mã mục tiêu khác")
