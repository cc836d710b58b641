"""Sections of prose → targets, lettered in reading order, and what each number was taken for."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from nghiquyet.extract.decisions.decision import Decision, Subject
from nghiquyet.extract.language.numbering.alphabet import number_to_letters
from nghiquyet.normalize.fields.deadlines import deadline_decision
from nghiquyet.normalize.fields.jurisdiction import Jurisdiction
from nghiquyet.normalize.model import Period, Section, Target
from nghiquyet.normalize.prose.targets.drafts import TargetDraft
from nghiquyet.normalize.prose.targets.dues import Time
from nghiquyet.normalize.prose.targets.masking import masked
from nghiquyet.normalize.prose.targets.quantities import find_quantities
from nghiquyet.normalize.prose.targets.section_kinds import SectionKind, sections_to_places
from nghiquyet.normalize.prose.targets.section_promises import (
    SHORTEST_GOAL,
    CountedNumber,
    Goal,
    Part,
    PromisePassage,
    is_measured,
    read_passage,
)
from nghiquyet.normalize.prose.targets.target_clauses import LeadIn
from nghiquyet.normalize.prose.targets.target_doubts import codes_to_reviews

# What a sentence ends with; titles and letterheads do not.
_SENTENCE_ENDS = (".", ";", ":", "!")


@dataclass(frozen=True, slots=True)
class TargetContext:
    """What the document says about itself."""

    jurisdiction: Jurisdiction
    period: Period | None
    issued_on: dt.date | None


@dataclass(frozen=True, slots=True)
class TargetReading:
    """A target and where its statement stands: ``start`` to ``end`` in its section's title or text (``part``).

    ``due`` says why its deadline is what it is.
    """

    target: Target
    part: Part
    start: int
    end: int
    due: Decision


@dataclass(frozen=True, slots=True)
class NumberReading:
    """What a number in the title or text (``part``) of section number ``section`` was taken for."""

    section: int
    part: Part
    place: CountedNumber


def read_targets(
    sections: Sequence[Section], context: TargetContext
) -> tuple[tuple[TargetReading, ...], tuple[NumberReading, ...]]:
    """The targets of ``sections`` (all of a document, in reading order) with their places, and what numbers are."""
    time = Time(context.issued_on, context.period)
    places = {s.id: p for s, p in zip(sections, sections_to_places(sections), strict=True)}
    leads: dict[str, tuple[LeadIn, ...]] = {}
    readings: list[TargetReading] = []
    numbers: list[NumberReading] = []
    for index, section in enumerate(sections):
        above = leads.get(section.parent or "", ())
        leads[section.id] = _opened(section.text) + tuple(replace(one, above=one.above + 1) for one in above)
        letter = 1
        for passage in _passages(section, places, time):
            read_passage(passage, above)
            for item in passage.found():
                readings.append(_to_reading(item, section, passage, number_to_letters(letter)))
                letter += 1
            numbers += [NumberReading(index, passage.part, number) for number in passage.numbers]
    return _with_notes(readings, sections), tuple(numbers)


def sections_to_targets(sections: Sequence[Section], context: TargetContext) -> tuple[Target, ...]:
    """``read_targets`` without the places."""
    return tuple(r.target for r in read_targets(sections, context)[0])


def _passages(section: Section, places: dict[str, SectionKind], time: Time) -> list[PromisePassage]:
    """The section's text, and before it its title where that is a sentence with a measured number."""
    passages = []
    title = section.title
    measured = len(title.split()) > SHORTEST_GOAL and any(map(is_measured, find_quantities(title, masked(title))))
    if measured and section.level:
        above = places.get(section.parent or "", SectionKind("neutral", ()))
        passages.append(PromisePassage(section.title, above, time, "title"))
    text = section.text if section.level else _sentences_of_frame(section.text)
    passages.append(PromisePassage(text, places[section.id], time, "text"))
    return passages


def _sentences_of_frame(text: str) -> str:
    """The text before the first heading with its title and letterhead blank: a title names goals, it sets none."""
    lines = text.split("\n")
    return "\n".join(line if line.rstrip().endswith(_SENTENCE_ENDS) else " " * len(line) for line in lines)


def _opened(text: str) -> tuple[LeadIn, ...]:
    """The lead-in with which a section's text ends, for the sections under it."""
    last = text.rstrip().rsplit("\n", 1)[-1]
    return (LeadIn(last, -1, -1, above=1),) if last.endswith(":") else ()


def _to_reading(item: TargetDraft | Goal, section: Section, passage: PromisePassage, letter: str) -> TargetReading:
    statement = re.sub(r"\s+", " ", passage.text[item.start : item.end]).strip()
    target = Target(
        id=f"{section.id}.{letter}",
        section=section.id,
        kind="qualitative",
        statement=statement,
        deadline=item.deadline,
        modality="aspirational" if item.aspirational else "committed",
        review=codes_to_reviews(item.doubts),
    )
    if isinstance(item, TargetDraft):
        target = _measured(target, item)
    subject = Subject("target", target.id, "deadline")
    due = deadline_decision(subject, target.deadline, item.due.evidence, item.due.others)
    return TargetReading(target, passage.part, item.start, item.end, due)


def _measured(target: Target, draft: TargetDraft) -> Target:
    """The target with what its number says."""
    quantity = draft.quantity
    doubts = draft.doubts if draft.indicator else (*draft.doubts, "indicator-short")
    return target.model_copy(
        update={
            "kind": "quantitative",
            "indicator": draft.indicator or target.statement,
            "comparator": quantity.comparator,
            "value": quantity.value,
            "value_max": quantity.value_max,
            "unit": quantity.unit,
            "baseline": draft.baseline,
            "milestones": draft.milestones,
            "scope": draft.scope,
            "review": codes_to_reviews(doubts),
        }
    )


def _with_notes(readings: list[TargetReading], sections: Sequence[Section]) -> tuple[TargetReading, ...]:
    """A section's footnotes go to its target where it has only one; else the caller, who sees the marks, binds them."""
    notes = {s.id: s.notes for s in sections}
    counts = Counter(r.target.section for r in readings)
    bound = []
    for reading in readings:
        own = notes[reading.target.section]
        if own and counts[reading.target.section] == 1:
            reading = replace(reading, target=reading.target.model_copy(update={"notes": own}))
        bound.append(reading)
    return tuple(bound)
