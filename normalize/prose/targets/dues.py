"""Whose date is whose: the clause's own, else its lead-in's, else the nearest heading's."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from nghiquyet.extract.decisions.decision import Evidence
from nghiquyet.normalize.model import Deadline, Period
from nghiquyet.normalize.prose.targets.clause_dates import Due, find_dues
from nghiquyet.normalize.prose.targets.section_kinds import SectionKind
from nghiquyet.normalize.prose.targets.segments import is_light
from nghiquyet.normalize.prose.targets.target_clauses import Clause

_PREFIX = re.compile(r"(?:tầm nhìn|định hướng|mục tiêu|giai đoạn|phấn đấu|riêng|trong đó|cụ thể)[ ,:]*$")
_AFTER = re.compile(r"\s*[,:]?\s*")


@dataclass(frozen=True, slots=True)
class Time:
    """What the document says about its time."""

    issued_on: dt.date | None = None
    period: Period | None = None

    def dues(self, text: str) -> tuple[Due, ...]:
        return _cached_dues(
            text, self.issued_on, self.period and (self.period.from_, self.period.to, self.period.vision)
        )

    def last_due(self, text: str) -> Due | None:
        """The date that a heading or lead-in sets; one to come before one that comes again."""
        dues = self.dues(text)
        return next((d for d in reversed(dues) if d.year), dues[-1] if dues else None)


@lru_cache(maxsize=4096)
def _cached_dues(
    text: str, issued_on: dt.date | None, years: tuple[int | None, int | None, int | None] | None
) -> tuple[Due, ...]:
    period = Period(**{"from": years[0]}, to=years[1], vision=years[2]) if years else None
    return find_dues(text, issued_on, period)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a clause inherits: ``running`` is the date that opened the sentence or one before it in the paragraph."""

    lead: Due | None
    heading: Due | None
    running: Due | None = None
    running_doubt: bool = False

    def inherited(self) -> tuple[Due | None, tuple[str, ...]]:
        if self.running and (self.running.year or not (self.lead or self.heading)):
            doubtful = self.running_doubt and self.running.deadline != (self.heading and self.heading.deadline)
            return self.running, ("deadline-carried",) if doubtful else ()
        return next((d for d in (self.lead, self.heading) if d and d.year), self.lead or self.heading), ()


def leading_due(small: str, clause: Clause, dues: tuple[Due, ...], first_number: int) -> Due | None:
    """The date that opens the clause ("Đến năm 2030, …", "Phấn đấu đến hết năm 2026 …") and holds for what follows."""
    for due in dues:
        if due.start >= first_number:
            return None
        before = small[clause.start : due.start]
        if is_light(before) or _PREFIX.fullmatch(before.strip() + " ") or not _PREFIX.sub("", before).strip(" ,:"):
            return due
    return None


def behind(text: str, due: Due) -> int:
    """The offset behind a date and the comma after it."""
    match = _AFTER.match(text, due.end)
    return match.end() if match else due.end


def clause_setting(clause: Clause, place: SectionKind, time: Time) -> Setting:
    """The dates of the lead-ins and headings above a clause, nearest first."""
    opener = (clause.opener,) if clause.opener else ()
    heading = next((d for d in map(time.last_due, (*opener, *place.headings)) if d), None)
    for one in clause.leads:
        lead = time.last_due(one.text)
        if lead is None:
            continue
        nearer = (*opener, *place.headings[: one.above]) if one.above else ()
        return Setting(None if any(d and d.year for d in map(time.last_due, nearer)) else lead, heading)
    return Setting(None, heading)


@dataclass(frozen=True, slots=True)
class DueChoice:
    """The deadline of a promise with its doubts, whose date it is, and the words of dates that were not taken."""

    deadline: Deadline
    doubts: tuple[str, ...] = ()
    source: str = "no_date"
    others: tuple[str, ...] = ()

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        return (Evidence(self.source, self.deadline.text), *(Evidence("doubt", code) for code in self.doubts))


NO_DUE = DueChoice(Deadline())


def choose_due(own: list[Due], leading: Due | None, setting: Setting) -> DueChoice:
    """The deadline of a promise with its own dates ``own``: theirs, else one that it inherits."""
    deadline, doubts, taken = _deadline_of(own, leading, setting)
    above = (
        ("opening_date", leading),
        ("running_date", setting.running),
        ("lead_in_date", setting.lead),
        ("heading_date", setting.heading),
    )
    named = [*(("own_date", d) for d in own), *((source, d) for source, d in above if d is not None)]
    source = next((source for source, due in named if due is taken), "no_date")
    others = dict.fromkeys(d.deadline.text for _, d in named if d is not taken and d.deadline.text)
    return DueChoice(deadline, doubts, source, tuple(words for words in others if words))


def _deadline_of(own: list[Due], leading: Due | None, setting: Setting) -> tuple[Deadline, tuple[str, ...], Due | None]:
    """The deadline, its doubts, and the date that it is."""
    dated = [d for d in own if d.year or d.deadline.start]
    if dated:
        return _with_recurrence(dated[-1].deadline, own), dated[-1].doubts, dated[-1]
    inherited, doubts = (leading, ()) if leading and leading.year else setting.inherited()
    again = next((d for d in (*own, leading, setting.running, setting.lead) if d and d.deadline.recurring), None)
    if again is None:
        return (inherited.deadline, inherited.doubts + doubts, inherited) if inherited else (Deadline(), (), None)
    if inherited is None or inherited is again or not inherited.year:
        return again.deadline, again.doubts, again
    combined = inherited.deadline.model_copy(update={"recurring": again.deadline.recurring})
    return combined, ("deadline-combined",) if inherited is setting.heading else inherited.doubts, inherited


def _with_recurrence(deadline: Deadline, own: list[Due]) -> Deadline:
    again = next((d.deadline.recurring for d in own if d.deadline.recurring), None)
    return deadline.model_copy(update={"recurring": again}) if again and not deadline.recurring else deadline
