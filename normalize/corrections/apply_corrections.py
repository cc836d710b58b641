"""A resolution and a reviewer's corrections → the resolution as corrected, every correction accounted for.

The one law: what a correction does not fit is not changed, and said. Applying the same corrections to the result
changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import isfinite
from typing import Any

from pydantic import ValidationError

from nghiquyet.extract.language.column_headings import AGENCY_ROLES
from nghiquyet.normalize.corrections.agreement import as_expected, same_value
from nghiquyet.normalize.corrections.corrected_values import (
    BY_HAND,
    CorrectionContext,
    Linker,
    NotUnderstood,
    plain_to_value,
)
from nghiquyet.normalize.corrections.correction_messages import (
    CORRECTED,
    OWN_CODES,
    gone,
    mark_of,
    reference_unknown,
    unfilled,
    unneeded,
    value_changed,
)
from nghiquyet.normalize.corrections.model import Correction, Corrections
from nghiquyet.normalize.corrections.record_paths import (
    NoSuchPlace,
    RecordPlace,
    as_published,
    correctable,
    known_field,
    places_named,
    value_at,
    with_value,
)
from nghiquyet.normalize.corrections.references import COUNTED, counted_anew, unknown_reference, with_agencies_used
from nghiquyet.normalize.corrections.refusals import needs_of
from nghiquyet.normalize.fields.agencies.assignment_doubts import assignment_doubts
from nghiquyet.normalize.model import Assignment, Finding, Record, Resolution, Review, Target, Task
from nghiquyet.normalize.review.findings import finding


@dataclass(frozen=True, slots=True)
class _Proposal:
    """A correction at a place where it could be applied: the record as it would be, and what is doubtful in it."""

    place: RecordPlace
    corrected: Record
    expected: bool
    there_already: bool
    doubts: tuple[Review, ...]


def apply_corrections(resolution: Resolution, corrections: Corrections | None, linker: Linker) -> Resolution:
    """``resolution`` with every correction that fits; the field's ``review`` then says ``corrected``, by whom and why.

    ``linker`` is the one that read the document. Corrections that do not fit become findings. Raises CorrectionsError
    for a value that its field can't have, a field that is none, or two corrections of one place.
    """
    if corrections is None:
        return resolution
    mine = corrections.of_document(resolution.source.file)
    context = CorrectionContext(linker, resolution.document.issued_on, resolution.document.period)
    corrected = resolution
    for correction in mine.entries:
        corrected = _apply(corrected, correction, corrections, context)
    if mine.blanks:
        corrected = _saying(corrected, unfilled(len(mine.blanks), mine))
    return with_agencies_used(corrected, resolution, linker)


def _apply(resolution: Resolution, correction: Correction, of: Corrections, context: CorrectionContext) -> Resolution:
    named = list(places_named(resolution, correction.record))
    places = [place for place in named if correctable(place.kind, correction.field)]
    if not known_field(correction.field) or (named and not places):
        what = f"{correction.record} không có trường {correction.field} để sửa; xem tên trường ở docs/corrections.md."
        raise of.error(correction.number, what)
    proposals = [p for place in places if (p := _proposal(resolution, place, correction, of, context))]
    if not proposals:
        pointer = f"{places[0].pointer}/{correction.field}" if places else None
        return _saying(resolution, gone(correction, of, pointer))
    fitting = [p for p in proposals if p.expected or p.there_already]
    if len(fitting) != 1:
        place = proposals[0].place
        now = value_at(as_published(place.record(resolution)), correction.path)
        return _saying(resolution, value_changed(correction, of, f"{place.pointer}/{correction.field}", now))
    return _settled(resolution, correction, of, fitting[0], context)


def _proposal(
    resolution: Resolution, place: RecordPlace, correction: Correction, of: Corrections, context: CorrectionContext
) -> _Proposal | None:
    """None where the path leads nowhere in this record."""
    published = as_published(place.record(resolution))
    try:
        now = value_at(published, correction.path)
        given = plain_to_value(correction.path, correction.value, published, context)
        new = _checked(place.record(resolution), with_value(published, given.path, given.value))
        expected = as_expected(correction.path, correction.expected, now, context.linker)
        there = same_value(given.path, value_at(as_published(new), given.path), value_at(published, given.path))
    except NoSuchPlace:
        return None
    except (NotUnderstood, ValidationError) as error:
        what = needs_of(error) if isinstance(error, ValidationError) else str(error)
        name = f"{correction.record}, {'.'.join(correction.path)}"
        raise of.error(correction.number, f"value không dùng được cho {name}: {what}; hãy sửa lại mục này.") from error
    return _Proposal(place, new, expected, there, given.doubts)


def _checked(record: Record, published: dict[str, Any]) -> Record:
    """The record of those values. Raises ValidationError, or NotUnderstood for what the model would let through."""
    for headings in ("extra", "markers"):  # what is cleared there is a column that the task has not
        if isinstance(published.get(headings), dict):
            published = {**published, headings: {k: v for k, v in published[headings].items() if v is not None}}
    deadline = published.get("deadline")
    if isinstance(deadline, dict) and deadline.get("precision", "none") == "none":
        dates = [day for day in (deadline.get("start"), deadline.get("end")) if day]
        if dates:  # a date that is named has a precision
            published = {**published, "deadline": {**deadline, "precision": "range" if len(dates) > 1 else "day"}}
    new = type(record).model_validate(published)
    if not all(isfinite(n) for n in _numbers(as_published(new))):
        raise NotUnderstood("cần một số")
    return new


def _numbers(value: Any) -> list[float]:
    match value:
        case float():
            return [value]
        case dict():
            return [n for inner in value.values() for n in _numbers(inner)]
        case list():
            return [n for inner in value for n in _numbers(inner)]
        case _:
            return []


def _settled(
    resolution: Resolution, correction: Correction, of: Corrections, proposal: _Proposal, context: CorrectionContext
) -> Resolution:
    """The resolution with the one proposal that fits."""
    pointer = f"{proposal.place.pointer}/{correction.field}"
    mark = mark_of(correction)
    if proposal.there_already:
        if _is_marked(resolution, proposal.place, pointer, mark):
            return resolution
        if _is_doubted(resolution, proposal.place, pointer):
            return _marked(resolution, correction, _confirmed(resolution, correction, proposal), pointer, mark)
        return _saying(resolution, unneeded(correction, of, pointer))
    value = as_published(proposal.corrected)[correction.field]
    strange = unknown_reference(resolution, proposal.place.kind, correction.field, value, context.linker)
    if strange is not None:
        return _saying(resolution, reference_unknown(correction, of, pointer, strange))
    return _marked(resolution, correction, proposal, pointer, mark)


def _confirmed(resolution: Resolution, correction: Correction, proposal: _Proposal) -> _Proposal:
    """A person says that the doubtful value is right: it stays as it was read, and what was found is certain."""
    record = proposal.place.record(resolution)
    if correction.field in AGENCY_ROLES:
        assignments: tuple[Assignment, ...] = getattr(record, correction.field)
        sure = {"score": 1.0, "reason": BY_HAND}
        meant = range(len(assignments)) if len(correction.path) == 1 else [int(correction.path[1])]
        certain = tuple(
            one.model_copy(update=sure) if place in meant and one.judgement != "ambiguous" else one
            for place, one in enumerate(assignments)
        )
        record = record.model_copy(update={correction.field: certain})
    return replace(proposal, corrected=record, doubts=())


def _marked(
    resolution: Resolution, correction: Correction, proposal: _Proposal, pointer: str, mark: Review
) -> Resolution:
    """The correction applied: its mark set, the doubts about the old value gone, those about the new one there."""
    record = proposal.corrected
    if isinstance(record, Task | Target):
        role = correction.field in AGENCY_ROLES
        doubts = assignment_doubts(correction.field, getattr(record, correction.field)) if role else proposal.doubts
        others = [r for r in record.review if _field(r) != correction.field or r.code == CORRECTED]
        record = record.model_copy(update={"review": (*others, mark, *doubts)})
    resolution = proposal.place.put(resolution, record)
    if correction.field in COUNTED and isinstance(record, Task):
        resolution = counted_anew(resolution)
    kept = tuple(found for found in resolution.findings if not _overruled(found, pointer))
    resolution = resolution.model_copy(update={"findings": kept})
    if not isinstance(record, Task | Target):
        resolution = _saying(resolution, finding("info", CORRECTED, mark.message, pointer))
    return resolution


def _is_marked(resolution: Resolution, place: RecordPlace, pointer: str, mark: Review) -> bool:
    record = place.record(resolution)
    if isinstance(record, Task | Target):
        return mark in record.review
    return finding("info", CORRECTED, mark.message, pointer) in resolution.findings


def _is_doubted(resolution: Resolution, place: RecordPlace, pointer: str) -> bool:
    record, field = place.record(resolution), pointer.rpartition("/")[2]
    reviewed = isinstance(record, Task | Target) and any(_field(r) == field for r in record.review)
    return reviewed or any(_overruled(found, pointer) for found in resolution.findings)


def _field(review: Review) -> str:
    return review.field.strip("/").partition("/")[0]


def _overruled(found: Finding, pointer: str) -> bool:
    """A doubt about the very field that a person has looked at; that the reading is incomplete stays true."""
    about = found.subject is not None and f"{found.subject}/".startswith(f"{pointer}/")
    return about and found.severity != "error" and found.code not in OWN_CODES


def _saying(resolution: Resolution, found: Finding) -> Resolution:
    """With one more finding, never twice."""
    if any(found.message == said.message and found == said for said in resolution.findings):
        return resolution
    return resolution.model_copy(update={"findings": (*resolution.findings, found)})
