"""A table's headings, cells and caption → what kind of table it is, by the weight of what speaks for each kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from nghiquyet.extract.decisions.weighing import Likelihood, weigh_signs
from nghiquyet.extract.language.column_headings import AGENCY_ROLES, Role
from nghiquyet.extract.language.heading_cues import heading_says
from nghiquyet.extract.language.numbering.ordinals import row_label
from nghiquyet.extract.language.packaged_yaml import packaged_yaml
from nghiquyet.extract.language.spelling import fold
from nghiquyet.extract.model import Table
from nghiquyet.normalize.fields.order_words import begins
from nghiquyet.normalize.model import TableKind
from nghiquyet.normalize.tables.cell_text import cell_text
from nghiquyet.normalize.tables.roles_by_content import role_by_content

DATA = Path(__file__).with_name("table_kinds.yaml")
# A table is of a kind from this likelihood on: more speaks for it than against.
OF_KIND = 0.5
# A table that may be one of tasks with this likelihood is an error to leave out.
MAY_BE_TASKS = 0.2
# A heading of at most this weight is the reason why a table is none of tasks.
SPEAKS_AGAINST = -1.0
# Lines above a table that are looked at for what it is: in text without layout all that stands above may be called so.
CAPTION_LINES = 4
# A column holds what it is said to if this share of its filled cells does; a table is blank if so many are empty.
MOSTLY = 0.5
# Columns that are filled in a form too, and ticks, whose blanks say something; sums of money and remarks tell nothing.
_NAMING = ("number", "title", "marker")
_NUMBER = re.compile(r"[\d.,\s%/+\-–()]+")


@dataclass(frozen=True, slots=True)
class TableView:
    """What the kind of a table is told by: headings, the roles of its columns, cells, and what stands above it."""

    headings: Sequence[str]
    roles: Sequence[Role]
    rows: Sequence[Sequence[str]]
    caption: str = ""

    def cells_of(self, *roles: Role) -> list[str]:
        """The filled cells of the columns with these roles."""
        wanted = [c for c, role in enumerate(self.roles) if role in roles]
        return [row[c] for row in self.rows for c in wanted if row[c]]


def table_to_view(table: Table, roles: Sequence[Role]) -> TableView:
    """The view of a table whose columns have ``roles``."""
    caption = " ".join(line.text for line in table.caption[-CAPTION_LINES:])
    rows = [[cell_text(cell) for cell in row.cells] for row in table.rows]
    return TableView([" ".join(levels) for levels in table.headings], roles, rows, caption)


def kind_likelihood(view: TableView, kind: TableKind) -> Likelihood:
    """How likely the table is of a kind, with the signs that say so."""
    return weigh_signs(_signs(view), _data()["weights"][kind])


@dataclass(frozen=True, slots=True)
class TaskVerdict:
    """Whether a table is one of tasks, in Vietnamese why; ``doubtful`` if its rows may be tasks although it is none."""

    holds: bool
    reason: str
    doubtful: bool = False


def is_of_tasks(view: TableView) -> TaskVerdict:
    """Whether one column names work and another says who, by when, with what result or at what cost."""
    told = kind_likelihood(view, "tasks")
    titles, others = view.cells_of("title"), view.cells_of(*AGENCY_ROLES, "deadline", "result")
    missing = next(
        (
            reason
            for reason, holds in (
                ("không có dòng tiêu đề cột", any(view.headings)),
                ("không có cột nhiệm vụ", "title" in view.roles),
                ("là biểu mẫu để trống", bool(titles)),
                ("không có cột cơ quan, thời hạn, kết quả hay kinh phí", bool(others) or told.has("names_cost")),
            )
            if not holds
        ),
        None,
    )
    if missing is None and told.value >= OF_KIND:
        return TaskVerdict(True, f"có cột nhiệm vụ và {_telling(view)}")
    against = min((e for e in told.evidence if e.value in view.headings), key=lambda e: e.weight or 0.0, default=None)
    of_another_kind = against is not None and (against.weight or 0.0) <= SPEAKS_AGAINST
    reason = f"có cột “{against.value}”" if against and of_another_kind else missing or "không rõ cột nào nêu việc"
    return TaskVerdict(False, reason, bool(view.rows) and (told.value >= MAY_BE_TASKS or _rows_of_work(view)))


def _telling(view: TableView) -> str:
    names: dict[Role, str] = {"deadline": "thời hạn", "result": "kết quả"}
    told = ["cơ quan thực hiện"] if view.cells_of(*AGENCY_ROLES) else []
    told += [name for role, name in names.items() if view.cells_of(role)]
    return ", ".join(f"cột {name}" for name in told or ["kinh phí"])


def _rows_of_work(view: TableView) -> bool:
    """True for rows without known headings that look like tasks: numbered, with work, bodies and times, two of them."""
    if any(view.headings) or not view.rows:
        return False
    columns = list(zip(*view.rows, strict=True))
    numbered = sum(row_label(text) is not None for text in columns[0]) > MOSTLY * len(view.rows)
    told = {role_by_content(column, {"lead", "deadline"}) for column in columns[1:]} - {None}
    return numbered and len(told) + any(map(_begin_with_verbs, columns[1:])) > 1


def likeliest_kind(view: TableView) -> tuple[TableKind, Likelihood | None]:
    """The kind, none of tasks or targets, that most speaks for; "other" where nothing speaks enough."""
    kinds: tuple[TableKind, ...] = ("results", "schedule", "roster", "scores", "form")
    found = {kind: kind_likelihood(view, kind) for kind in kinds}
    best = max(kinds, key=lambda kind: found[kind].value)
    return (best, found[best]) if found[best].value >= OF_KIND else ("other", None)


def _signs(view: TableView) -> Iterator[tuple[str, bool | str]]:
    """The signs that hold for the table, each with the words that tell it."""
    yield from _told("headings", view.headings)
    yield from _told("captions", [view.caption])
    if view.cells_of(*AGENCY_ROLES):
        yield "has_bodies", True
    if view.cells_of("deadline"):
        yield "has_deadlines", True
    if view.cells_of("result"):
        yield "has_results", True
    if _begin_with_verbs(view.cells_of("title")):
        yield "begin_with_verbs", True
    columns = [
        c
        for c, (heading, role) in enumerate(zip(view.headings, view.roles, strict=True))
        if role not in _NAMING and not heading_says("amounts", heading)
    ]
    others = [row[c] for row in view.rows for c in columns]
    if others and sum(not cell.strip(" .…_") for cell in others) > MOSTLY * len(others):
        yield "mostly_blank", True
    filled = [cell for cell in others if cell.strip(" .…_")]
    if filled and sum(_NUMBER.fullmatch(cell) is not None for cell in filled) >= MOSTLY * len(filled):
        yield "numbers_mostly", True


def _begin_with_verbs(texts: Sequence[str]) -> bool:
    filled = [text for text in texts if text]
    verbs = sum(begins("verbs", "acting").match(text.casefold()) is not None for text in filled)
    return verbs > MOSTLY * len(filled)


def _told(part: str, texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    folded = {text: f" {fold(text)} " for text in texts}
    for family, phrases in _phrases(part).items():
        found = next((text for text, words in folded.items() if any(p.search(words) for p in phrases)), None)
        if found is not None:
            yield family, found


@cache
def _phrases(part: str) -> Mapping[str, tuple[re.Pattern[str], ...]]:
    """The phrases of each family, as they stand in a folded text between spaces."""
    return {family: tuple(map(_phrase, words)) for family, words in _data()[part].items()}


def _phrase(words: str) -> re.Pattern[str]:
    within = re.escape(f" {fold(words)} ")
    return re.compile(f"^{within}$" if words.startswith("=") else within)


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = packaged_yaml(DATA)
    return data
