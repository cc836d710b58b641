"""A choice of the program, kept beside its result: what was chosen, among what, and what spoke for it.

No result is read from a decision: it says why a result is as it is, to whoever asks. Names of features and of choices
are stable words of the code; what they are called in Vietnamese stands in the program's data.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "page_kind",
    "heading_rows",
    "table_join",
    "column_role",
    "row_kind",
    "row_join",
    "cell_join",
    "section_label",
    "agency",
    "deadline",
]
RecordKind = Literal["page", "table", "section", "group", "task", "target"]
Value = str | float | bool | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A named feature as it was found. ``weight`` is what it counts in the score, None where no score is summed up."""

    feature: str
    value: Value = None
    weight: float | None = None


@dataclass(frozen=True, slots=True)
class Alternative:
    """What could have been chosen instead; ``score`` only where the program has one."""

    choice: str
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """What a decision is about: a record by its id, or one of its fields.

    Pages and tables have their numbers (from 1) for ids; the fields of a table are its rows and columns (``row 3``,
    ``column 2``). ``within`` is the number of the table that a task or group stands in.
    """

    record: RecordKind
    id: str
    field: str = ""
    within: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a page as it was read; None where the whole page is meant."""

    page: int
    bbox: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """``score`` is the program's own for what it chose (0 to 1), None where a rule decided: then evidence names it."""

    kind: Kind
    subject: Subject
    chosen: str
    score: float | None = None
    alternatives: tuple[Alternative, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    spots: tuple[Spot, ...] = ()
