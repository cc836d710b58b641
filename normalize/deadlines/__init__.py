"""When something is due: the words of a deadline → dates, precision, recurrence, and how far to trust them."""

from normalize.deadlines.clauses import FoundDeadline, find_deadline
from normalize.deadlines.cues import doubt_message
from normalize.deadlines.reading import Reading, read_deadline, read_deadline_with_doubt

__all__ = [
    "FoundDeadline",
    "Reading",
    "doubt_message",
    "find_deadline",
    "read_deadline",
    "read_deadline_with_doubt",
]
