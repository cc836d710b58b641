"""One section's title or text → what it promises, in reading order, and the clauses whose numbers promise nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Literal

from nghiquyet.normalize.model import Deadline
from nghiquyet.normalize.prose.targets.clause_dates import Due
from nghiquyet.normalize.prose.targets.drafts import ClauseContext, TargetDraft, clause_to_drafts
from nghiquyet.normalize.prose.targets.dues import (
    DueChoice,
    Setting,
    Time,
    behind,
    choose_due,
    clause_setting,
    leading_due,
)
from nghiquyet.normalize.prose.targets.masking import has_number, lowered, masked
from nghiquyet.normalize.prose.targets.milestones import join_dated_values, share_predicates
from nghiquyet.normalize.prose.targets.promises import Verdict
from nghiquyet.normalize.prose.targets.promising_brackets import promising_brackets, with_brackets
from nghiquyet.normalize.prose.targets.quantities import Quantity, find_quantities
from nghiquyet.normalize.prose.targets.section_kinds import Kind, SectionKind, heading_kind
from nghiquyet.normalize.prose.targets.target_clauses import Clause, LeadIn, text_to_clauses
from nghiquyet.normalize.prose.targets.target_words import lexicon

SHORTEST_GOAL = 4  # words; a shorter clause ("Cụ thể như sau") is no goal
MOST_NUMBERS = 60  # of one clause that are read
Part = Literal["title", "text"]
# What a number was taken for: "explains" another one of its clause, "count" of things that nobody measures.
NumberVerdict = Literal["target", "order", "result", "rule", "listed", "explains", "count", "unread"]
_VERDICTS: dict[Verdict, NumberVerdict] = {
    "promise": "target",
    "reached": "result",
    "ruled": "rule",
    "listed": "listed",
    "unclear": "unread",
}
_CONTINUES = re.compile(r"(?:là|và|cũng như|từ đó|qua đó|đồng thời là|trong đó|nhất là|đặc biệt là|bao gồm) ")
# "(riêng công nghiệp tăng 14%)" promises something of its own
_BRACKETED = re.compile(r"\([^()]{0,60}(?<!\w)(?:tăng|giảm|đạt|chiếm) [^()\d]{0,20}\d[\d.,]* ?%[^()]{0,60}\)")
_VISION = re.compile(r"(?:tầm nhìn|định hướng|giai đoạn)[ ,]*")


@dataclass(frozen=True, slots=True)
class Goal:
    """A clause without a number in a section of goals, or with a day by which something is done."""

    start: int
    end: int
    deadline: Deadline
    doubts: tuple[str, ...]
    aspirational: bool
    due: DueChoice


@dataclass(frozen=True, slots=True)
class CountedNumber:
    """A number of a passage and what it was taken for; ``clause`` is the clause that it stands in (start, end)."""

    start: int
    end: int
    verdict: NumberVerdict
    clause: tuple[int, int]


@dataclass(slots=True)
class PromisePassage:
    """A title or a text while it is read.

    ``found`` are its promises, ``numbers`` what each number that counts something was taken for.
    """

    text: str
    place: SectionKind
    time: Time
    part: Part
    small: str = ""
    drafts: list[TargetDraft] = field(default_factory=list)
    goals: list[Goal] = field(default_factory=list)
    numbers: list[CountedNumber] = field(default_factory=list)

    def found(self) -> list[TargetDraft | Goal]:
        promised = [d for d in share_predicates(join_dated_values(self.drafts)) if d.verdict == "promise"]
        return sorted([*promised, *self.goals], key=lambda f: f.start)


def read_passage(passage: PromisePassage, outer: tuple[LeadIn, ...]) -> None:
    """Fill ``passage`` with what its clauses promise; ``outer`` are the lead-ins of the sections above."""
    passage.small = masked(passage.text)
    quantities = find_quantities(passage.text, passage.small)
    before: tuple[Clause, Setting] | None = None
    promised_in: int | None = None  # the sentence in which the last promise stands
    for clause in with_brackets(text_to_clauses(passage.text, passage.small, outer), passage.small):
        inside = _outside_brackets(passage.small, clause, quantities)
        left, inside = inside[MOST_NUMBERS:], inside[:MOST_NUMBERS]
        context = _context(passage, clause, before, inside)
        before = (clause if context.leading or before is None else before[0], context.setting)
        new = clause_to_drafts(context, inside) if inside else []
        new = _gone_on(new, passage.drafts, promised_in == clause.sentence)
        if any(d.verdict == "promise" for d in new):
            promised_in = clause.sentence
        passage.drafts += new
        if not any(d.verdict == "promise" for d in new) and not clause.bracketed:
            _add_goal(passage, context, new)
        unread = context.kind in ("goals", "mixed") and (bool(left) or _has_unread(context, inside, new))
        own = tuple(q for q in quantities if not _told_in_bracket(q, clause, passage.small))
        passage.numbers += _numbers(clause, context.kind, new, own, passage.small, unread)


def _told_in_bracket(quantity: Quantity, clause: Clause, small: str) -> bool:
    """True for a number of a bracket that is a clause of its own, seen from the clause around it."""
    if clause.bracketed:
        return False
    return any(b.start <= quantity.start < b.end for b in promising_brackets(clause, small))


def _numbers(
    clause: Clause,
    kind: Kind,
    drafts: list[TargetDraft],
    quantities: tuple[Quantity, ...],
    small: str,
    unread: bool,
) -> list[CountedNumber]:
    """What each number of a clause was taken for. In goals (``unread``) one that became none is left over."""
    place = (clause.start, clause.end)
    verdicts = {draft.quantity.number: _VERDICTS[draft.verdict] for draft in drafts}
    found = []
    for quantity in quantities:
        if not (clause.start <= quantity.start and quantity.number[1] <= clause.end):
            continue
        default: NumberVerdict = "result" if kind == "results" else "rule" if kind == "rules" else "explains"
        verdict = verdicts.get(quantity.number, default)
        if verdict == "unread" and not is_measured(quantity):
            verdict = "count"
        elif verdict == "explains" and _aspires(clause, small, quantity):
            verdict = "unread"
        found.append(CountedNumber(*quantity.number, verdict, place))
    if unread and not any(n.verdict == "unread" for n in found):
        found.append(CountedNumber(clause.start, clause.start, "unread", place))
    return found


def _aspires(clause: Clause, small: str, quantity: Quantity) -> bool:
    """True for "(phấn đấu đạt 100% …)", "vượt mục tiêu được giao (10%)": what a bracket promises for itself."""
    before = small[clause.start : quantity.start]
    bracketed = before.count("(") > before.count(")")
    return bracketed and is_measured(quantity) and lexicon().finds("aspirational", before[before.rfind(";") + 1 :])


def is_measured(quantity: Quantity) -> bool:
    """True for a share, an amount, a count with a comparator: what a promise or a result is measured in."""
    if quantity.unit_kind in ("percent", "measure"):
        return True
    return quantity.unit_kind == "noun" and quantity.comparator != "eq"


def _gone_on(new: list[TargetDraft], before: list[TargetDraft], promised: bool) -> list[TargetDraft]:
    """The drafts of a clause, promised too where the clause before it in its sentence promises the like: "phấn đấu …;
    kim ngạch xuất khẩu tăng 10%; …" is one list."""
    if not promised or not before or before[-1].verdict != "promise":
        return new
    kind = before[-1].quantity.unit_kind
    return [
        replace(d, verdict="promise") if d.verdict == "unclear" and d.quantity.unit_kind == kind else d for d in new
    ]


def _context(
    passage: PromisePassage, clause: Clause, before: tuple[Clause, Setting] | None, inside: tuple[Quantity, ...]
) -> ClauseContext:
    """What the clause is read against; ``before``: the last clause with a date in front, the last setting."""
    text, small = passage.text, passage.small
    setting = clause_setting(clause, passage.place, passage.time)
    if before and before[1].running and before[0].paragraph == clause.paragraph:
        running = before[1].running
        setting = replace(setting, running=running, running_doubt=before[0].sentence != clause.sentence)
    dues = _dues(passage, clause)
    leading = leading_due(small, clause, dues, inside[0].start if inside else clause.end)
    begin = clause.start
    if leading:
        setting = replace(setting, running=leading, running_doubt=False)
        if not small[clause.start : leading.start].strip() or _VISION.fullmatch(small, clause.start, leading.start):
            begin = behind(text, leading)
    previous = passage.drafts[-1] if passage.drafts else None
    parts = previous.parts if previous and previous.paragraph == clause.paragraph else None
    kind = _kind(clause, passage.place)
    return ClauseContext(text, small, clause, kind, passage.time, setting, leading, begin, dues, parts)


def _dues(passage: PromisePassage, clause: Clause) -> tuple[Due, ...]:
    at = clause.start
    found = passage.time.dues(passage.text[at : clause.end])
    return tuple(replace(d, start=d.start + at, end=d.end + at) for d in found)


def _kind(clause: Clause, place: SectionKind) -> Kind:
    if clause.opener is None:
        return place.kind
    own = heading_kind(clause.opener)
    return place.kind if own == "neutral" else own


def _outside_brackets(small: str, clause: Clause, quantities: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    inside = []
    for quantity in quantities:
        if clause.start <= quantity.start and quantity.number[1] <= clause.end:
            before = small[clause.start : quantity.start]
            if before.count("(") <= before.count(")"):
                inside.append(quantity)
    return tuple(inside)


def _add_goal(passage: PromisePassage, context: ClauseContext, drafts: list[TargetDraft]) -> None:
    """The clause as an unmeasured goal, if it is one."""
    clause, text = context.clause, passage.text
    words = lowered(text[context.begin : clause.end]).strip(" .;:")
    if clause.opens_list or len(words.split()) < SHORTEST_GOAL or text[: clause.end].endswith(":"):
        return
    if not _is_goal(context, words, drafts):
        return
    end = clause.end
    while end > context.begin and text[end - 1] in " .;,/":
        end -= 1
    last = passage.goals[-1] if passage.goals else None
    if last and not clause.first and _CONTINUES.match(words) and not text[last.end : context.begin].strip(" ;"):
        passage.goals[-1] = replace(last, end=end)
        return
    own = [d for d in context.dues if d is not context.leading]
    due = choose_due(own, context.leading, context.setting)
    cues = lexicon()
    led = any(cues.finds("aspirational", lowered(lead.text)) for lead in clause.leads)
    aspirational = led or cues.finds("aspirational", words)
    passage.goals.append(Goal(context.begin, end, due.deadline, due.doubts, aspirational, due))


def _is_goal(context: ClauseContext, words: str, drafts: list[TargetDraft]) -> bool:
    """In goals any clause that tells no result; elsewhere a duty without a measure is an order's, and no goal."""
    if context.kind != "goals":
        return False
    return not lexicon().finds("reached", words) and not any(d.verdict in ("reached", "ruled") for d in drafts)


def _has_unread(context: ClauseContext, inside: tuple[Quantity, ...], drafts: list[TargetDraft]) -> bool:
    """Whether a number of the clause is in no target (numbers in a bracket belong to the target they explain)."""
    if any(d.verdict != "promise" or "numbers-left" in d.doubts for d in drafts):
        return True
    clause = context.clause
    if _BRACKETED.search(context.small, clause.start, clause.end) and not any(d.milestones for d in drafts):
        return True
    return not drafts and has_number(context.small[clause.start : clause.end]) and not inside
