"""A deadline and the words of a column that says when work begins → the deadline as a range."""

from __future__ import annotations

from dataclasses import replace

from nghiquyet.extract.decisions.decision import Evidence
from nghiquyet.normalize.fields.deadlines.words_to_deadline import (
    DeadlineContext,
    DeadlineReading,
    read_deadline_with_doubt,
)

UNREAD = "deadline-unread"


def since_beginning(reading: DeadlineReading, begins: str, context: DeadlineContext) -> DeadlineReading:
    """``reading`` with the start that ``begins`` ("6/2012") names; in doubt where it has figures and gave none.

    The text stays that of the end: the words of the beginning are another cell's.
    """
    ends = reading.deadline
    if ends.end is None or ends.start is not None:
        return reading
    both = read_deadline_with_doubt(f"Từ {begins} đến {ends.text}", context.issued_on, context.period)
    if both.deadline.start is not None and both.deadline.end == ends.end:
        told = (*reading.evidence, Evidence("beginning_beside", begins))
        ranged = ends.model_copy(update={"start": both.deadline.start, "precision": "range"})
        return replace(
            reading, deadline=ranged, doubts=tuple(dict.fromkeys((*reading.doubts, *both.doubts))), evidence=told
        )
    unread = both.doubts or ((UNREAD,) if any(map(str.isdigit, begins)) else ())
    return replace(reading, doubts=tuple(dict.fromkeys((*reading.doubts, *unread))))
