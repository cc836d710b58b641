"""A clause → drafts of its targets: read, but not yet lettered or joined over clauses."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from nghiquyet.normalize.model import Baseline, Deadline, Milestone
from nghiquyet.normalize.prose.targets.baselines import baseline_spans, find_baseline
from nghiquyet.normalize.prose.targets.clause_dates import Due
from nghiquyet.normalize.prose.targets.dues import NO_DUE, DueChoice, Setting, Time, choose_due
from nghiquyet.normalize.prose.targets.indicators import (
    IndicatorParts,
    completed,
    segment_to_parts,
    share_head,
    share_predicate,
)
from nghiquyet.normalize.prose.targets.masking import lowered
from nghiquyet.normalize.prose.targets.promises import Verdict, judge, only_year_is_over
from nghiquyet.normalize.prose.targets.quantities import Quantity, read_number
from nghiquyet.normalize.prose.targets.section_kinds import Kind
from nghiquyet.normalize.prose.targets.segments import Segment, clause_to_segments
from nghiquyet.normalize.prose.targets.target_clauses import Clause
from nghiquyet.normalize.prose.targets.target_words import lexicon

_YEAR = re.compile(
    r"(?:(?:đến|vào|trong|của|tới|từ|ngay) )?(?:(?:cuối|hết|đầu|cả) )?"
    r"(?:năm |giai đoạn )(?:19|20)\d\d(?: ?[-–] ?(?:19|20)\d\d)?"
)
_DATED_VALUE = re.compile(
    r"năm ((?:19|20)\d\d) ?(?::|là|đạt|-|–)? ?(?:trên |khoảng |tối thiểu )?(\d[\d.,]*\d|\d)(?: ?%)?"
)


@dataclass(frozen=True, slots=True)
class TargetDraft:
    """A quantity that was read, with its verdict. ``bare``: without words of its own, it continues the one before."""

    start: int
    end: int
    quantity: Quantity
    parts: IndicatorParts
    verdict: Verdict
    indicator: str
    deadline: Deadline
    year: int | None
    aspirational: bool
    paragraph: int
    bare: bool = False
    baseline: Baseline | None = None
    scope: str | None = None
    milestones: tuple[Milestone, ...] = ()
    doubts: tuple[str, ...] = ()
    due: DueChoice = NO_DUE


@dataclass(frozen=True, slots=True)
class ClauseContext:
    """What a clause is read against. ``begin`` is where its words begin behind the date that opens it."""

    text: str
    small: str
    clause: Clause
    kind: Kind
    time: Time
    setting: Setting
    leading: Due | None
    begin: int
    dues: tuple[Due, ...]
    previous: IndicatorParts | None = None

    @property
    def words(self) -> str:
        return lowered(self.text[self.clause.start : self.clause.end])


def clause_to_drafts(context: ClauseContext, quantities: tuple[Quantity, ...]) -> list[TargetDraft]:
    """The drafts of a clause whose ``quantities`` (outside brackets) are given in reading order."""
    text, small, clause = context.text, context.small, context.clause
    segments = clause_to_segments(small, context.begin, clause.end, quantities, context.dues)
    gone = _gone(context) + [(q.before[0], q.number[0]) for q in quantities if q.before]
    parts = [segment_to_parts(text, small, s, gone) for s in segments]
    bare = [not p.text or p.whole or _repeats(segments, parts, k) for k, p in enumerate(parts)]
    parts = [IndicatorParts("", "", False) if b else p for b, p in zip(bare, parts, strict=True)]
    parts = share_predicate(parts)
    before = [context.previous] if bare[0] and context.previous else []
    parts = share_head([*before, *parts])[-len(segments) :]
    shared_year, shared_baseline = _shared_ends(context, segments, parts)
    drafts = [_draft(context, segments, parts, k, bare[k], shared_year, shared_baseline) for k in range(len(segments))]
    return _promoted(drafts)


def _repeats(segments: tuple[Segment, ...], parts: list[IndicatorParts], k: int) -> bool:
    """Whether the k-th segment has nothing but the unit of the one before ("… lên 32 giường và 35 giường")."""
    unit = segments[k].quantity.unit
    if k == 0 or unit is None or unit != segments[k - 1].quantity.unit or parts[k - 1].number_first:
        return False
    return not parts[k].head and parts[k].tail.casefold() == unit.casefold()


def _promoted(drafts: list[TargetDraft]) -> list[TargetDraft]:
    """What is listed with a promise is promised too: percentages outside goals that share their verb with one."""
    sure = {d.parts.head for d in drafts if d.verdict == "promise" and d.quantity.unit_kind == "percent"}
    return [
        replace(d, verdict="promise")
        if d.verdict in ("unclear", "ruled") and d.quantity.unit_kind == "percent" and d.parts.head in sure
        else d
        for d in drafts
    ]


def _gone(context: ClauseContext) -> list[tuple[int, int]]:
    """The spans that say when or against what, and so are no part of an indicator."""
    at, words = context.clause.start, context.words
    spans = [(d.start, d.end) for d in context.dues]
    spans += [(at + a, at + b) for a, b in baseline_spans(words)]
    spans += [(at + m.start(), at + m.end()) for m in _YEAR.finditer(words)]
    return spans


def _shared_ends(
    context: ClauseContext, segments: tuple[Segment, ...], parts: list[IndicatorParts]
) -> tuple[Due | None, Baseline | None]:
    """The date and the point of comparison at the end of a list of counts, which hold for all of it."""
    last = segments[-1]
    if len(segments) < 2 or not all(p.number_first for p in parts):
        return None, None
    due = next((d for d in reversed(context.dues) if d.start >= last.quantity.end and d.year), None)
    baseline = find_baseline(context.text, last.start, last.end, last.quantity)
    return due, baseline


def _draft(
    context: ClauseContext,
    segments: tuple[Segment, ...],
    parts: list[IndicatorParts],
    k: int,
    bare: bool,
    shared_due: Due | None,
    shared_baseline: Baseline | None,
) -> TargetDraft:
    """The draft of the k-th segment."""
    segment, quantity = segments[k], segments[k].quantity
    own = _own_dues(context, segments, k)
    if shared_due and not any(d.year for d in own) and parts[k].tail.split()[:2] != parts[-1].tail.split()[:2]:
        own.append(shared_due)
    due = choose_due(own, context.leading, context.setting)
    doubts = [*quantity.doubts, *due.doubts]
    baseline = find_baseline(context.text, segment.start, segment.end, quantity)
    if baseline is None and shared_baseline:
        baseline = shared_baseline
        doubts += ["baseline-shared"] if parts[k].head != parts[-1].head else []
    indicator, more = completed(parts[k], parts[:k])
    more += ("numbers-left",) if any(q.unit_kind == "percent" for q in segment.extra) else ()
    return TargetDraft(
        segment.start,
        segment.end,
        quantity,
        parts[k],
        _verdict(context, segment, own),
        indicator,
        due.deadline,
        due.deadline.end.year if due.deadline.end and (own or context.leading or bare) else None,
        _aspirational(context, quantity),
        context.clause.paragraph,
        bare,
        baseline,
        _scope(context, segment),
        _bracket_milestones(context, segment),
        (*doubts, *more),
        due,
    )


def _own_dues(context: ClauseContext, segments: tuple[Segment, ...], k: int) -> list[Due]:
    """The dates of the k-th segment, else those that an earlier one named before its number."""
    dues = [d for d in context.dues if d is not context.leading]
    for n in range(k, -1, -1):
        begin = segments[n - 1].end if n else context.clause.start
        end = segments[n].end if n + 1 < len(segments) else context.clause.end
        own = [d for d in dues if begin <= d.start < (end if n == k else segments[n].quantity.start)]
        if own:
            return own
    return []


def _verdict(context: ClauseContext, segment: Segment, own: list[Due]) -> Verdict:
    issued = context.time.issued_on.year if context.time.issued_on else None
    head = lowered(context.text[context.clause.start : segment.quantity.start])
    dated = bool(own) or context.leading is not None or context.setting.running is not None
    past = only_year_is_over(context.words, head, issued)
    led = any(lexicon().finds("promising", lowered(lead.text)) for lead in context.clause.leads)
    criteria = any(lexicon().finds("criteria", lowered(lead.text)) for lead in context.clause.leads)
    kind: Kind = "rules" if criteria else context.kind
    return judge(segment, head, context.small, context.words, kind, dated, past, led)


def _aspirational(context: ClauseContext, quantity: Quantity) -> bool:
    """Whether "phấn đấu" governs the number: before it in its clause, or in a lead-in whose list it stands in."""
    words = lexicon()
    if words.finds("aspirational", context.small[context.clause.start : quantity.number[0]]):
        return True
    return any(
        words.finds("aspirational", lowered(lead.text))
        for lead in context.clause.leads
        if lead.text.strip(": ") != context.clause.opener
    )


def _scope(context: ClauseContext, segment: Segment) -> str | None:
    """Where or for whom the promise holds, as printed."""
    words = lowered(context.text[segment.start : segment.end])
    for cue in lexicon().family("scopes"):
        match = cue.pattern.search(words)
        if match:
            return re.sub(
                r"\s+", " ", context.text[segment.start + match.start() : segment.start + match.end()]
            ).strip()
    return None


def _bracket_milestones(context: ClauseContext, segment: Segment) -> tuple[Milestone, ...]:
    """Dated values in a bracket behind the number: "(năm 2026: 27%; năm 2028: 31%)"."""
    match = re.match(r"[^()]{0,40}\(([^()]*)\)", context.text[segment.quantity.end : segment.end])
    if not match:
        return ()
    issued = context.time.issued_on
    found = [(int(y), read_number(v.strip(".,"))[0]) for y, v in _DATED_VALUE.findall(match[1].lower())]
    return tuple(Milestone(year=y, value=v) for y, v in found if issued is None or y >= issued.year)
