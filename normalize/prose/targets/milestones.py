"""Drafts in reading order → drafts in which the dated values of one indicator are joined."""

from __future__ import annotations

from dataclasses import replace

from nghiquyet.normalize.model import Milestone
from nghiquyet.normalize.prose.targets.drafts import TargetDraft
from nghiquyet.normalize.prose.targets.masking import lowered
from nghiquyet.normalize.prose.targets.segments import has_predicate, predicate_of

ALIKE = 3  # words that two listed things begin with alike ("hồ sơ công việc")


def join_dated_values(drafts: list[TargetDraft]) -> list[TargetDraft]:
    """One draft for "năm 2026 đạt 20%, năm 2030 đạt 50%": the last value, all of them as milestones.

    A value without words of its own and without another date stays a target with the indicator of the one before
    ("đạt 9%, phấn đấu đạt 10%").
    """
    joined: list[TargetDraft] = []
    for draft in drafts:
        before = joined[-1] if joined else None
        if before is not None and draft.bare and before.paragraph == draft.paragraph:
            if _same_series(before, draft):
                joined[-1] = _join(before, draft)
                continue
            other = before.quantity.unit != draft.quantity.unit
            doubts = (*draft.doubts, "indicator-completed") if other else draft.doubts
            draft = replace(draft, indicator=before.indicator, doubts=doubts)
        joined.append(_with_own_year(draft))
    return joined


def share_predicates(drafts: list[TargetDraft]) -> list[TargetDraft]:
    """Give "90% hồ sơ cấp tỉnh; 80% hồ sơ cấp xã được xử lý …" its verb where a semicolon parts the list; doubted."""
    shared = list(drafts)
    for k in range(len(drafts) - 2, -1, -1):
        one, following = shared[k], shared[k + 1]
        if one.paragraph != following.paragraph or not (one.parts.number_first and following.parts.number_first):
            continue
        if one.parts.head or one.parts.tail.split()[:ALIKE] != following.parts.tail.split()[:ALIKE]:
            continue
        predicate = predicate_of(lowered(following.indicator))
        if predicate and not has_predicate(lowered(one.indicator)):
            words = f"{one.indicator} {following.indicator[-len(predicate) :]}"
            shared[k] = replace(one, indicator=words, doubts=(*one.doubts, "predicate-shared"))
    return shared


def _same_series(before: TargetDraft, draft: TargetDraft) -> bool:
    if "between" in (before.quantity.comparator, draft.quantity.comparator):
        return False
    if before.quantity.unit != draft.quantity.unit or before.verdict != "promise" or draft.verdict != "promise":
        return False
    return before.year is not None and draft.year is not None and before.year != draft.year


def _join(before: TargetDraft, draft: TargetDraft) -> TargetDraft:
    values = {m.year: m for m in (*before.milestones, *_own(before), *draft.milestones, *_own(draft))}
    milestones = tuple(values[year] for year in sorted(values))
    last = draft if (draft.year or 0) >= (before.year or 0) else before
    comparator = last.quantity.comparator
    if comparator == "eq":
        comparator = before.quantity.comparator if before.quantity.comparator != "between" else "eq"
    return replace(
        before,
        end=draft.end,
        quantity=replace(last.quantity, comparator=comparator),
        deadline=last.deadline,
        due=last.due,
        year=last.year,
        aspirational=last.aspirational or before.aspirational,
        milestones=milestones,
        doubts=(*before.doubts, *draft.doubts),
    )


def _own(draft: TargetDraft) -> tuple[Milestone, ...]:
    value = draft.quantity.value
    return (Milestone(year=draft.year, value=value),) if draft.year is not None else ()


def _with_own_year(draft: TargetDraft) -> TargetDraft:
    """A draft with dated values in a bracket counts its own date among them."""
    year = draft.deadline.end.year if draft.deadline.end else None
    if not draft.milestones or year is None or any(m.year == year for m in draft.milestones):
        return draft
    own = Milestone(year=year, value=draft.quantity.value)
    return replace(draft, milestones=tuple(sorted((*draft.milestones, own), key=lambda m: m.year)))
