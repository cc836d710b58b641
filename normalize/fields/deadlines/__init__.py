"""When something is due: the words of a deadline → dates, precision, recurrence, and how far to trust them."""

from nghiquyet.normalize.fields.deadlines.beginnings import since_beginning
from nghiquyet.normalize.fields.deadlines.cues import doubt_message
from nghiquyet.normalize.fields.deadlines.deadline_decision import deadline_decision, deadline_to_choice
from nghiquyet.normalize.fields.deadlines.deadline_in_clause import FoundDeadline, find_deadline
from nghiquyet.normalize.fields.deadlines.words_to_deadline import (
    DeadlineContext,
    DeadlineReading,
    read_deadline,
    read_deadline_with_doubt,
)

__all__ = [
    "DeadlineContext",
    "DeadlineReading",
    "FoundDeadline",
    "deadline_decision",
    "deadline_to_choice",
    "doubt_message",
    "find_deadline",
    "read_deadline",
    "read_deadline_with_doubt",
    "since_beginning",
]
