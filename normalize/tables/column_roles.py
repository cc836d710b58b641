"""A table's headings and cells → what each of its columns is, and whether it is a table of tasks at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nghiquyet.extract.decisions.decision import Decision
from nghiquyet.extract.language.column_headings import (
    AGENCY_ROLES,
    HeadingRole,
    Role,
    heading_role,
    nearly_named_role,
    without_note_mark,
)
from nghiquyet.extract.language.heading_cues import cues_in, heading_says
from nghiquyet.extract.language.numbering.ordinals import row_label
from nghiquyet.extract.model import Table
from nghiquyet.normalize.tables.role_trail import RoleTrail
from nghiquyet.normalize.tables.roles_by_content import hinted_roles, settle_by_content
from nghiquyet.normalize.tables.table_kinds import TaskVerdict, is_of_tasks, table_to_view
from nghiquyet.normalize.tables.tick_columns import settle_ticks

# A column of tasks has a text for this share of its rows, other ones for as many of them, of so many words on average.
EACH, SENTENCE = 0.8, 3.5


@dataclass(frozen=True, slots=True)
class PlannedColumn:
    """A column's role and its heading: the lowest level as printed, without a footnote's mark."""

    index: int
    role: Role
    heading: str


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """The columns of one table; ``tasks`` says whether it is one of tasks, and why.

    ``guessed`` is the heading of a column that was taken for the tasks' by what stands in it; ``nearly_named`` are
    those of columns whose role is the one that their badly read heading is like, ``by_content`` those whose cells told
    it, with it, ``hinted`` those whose cells only hint at one that the table lacks.
    ``begins``, kept as extra, says when that begins whose end the deadline's column names.
    """

    columns: tuple[PlannedColumn, ...]
    tasks: TaskVerdict
    guessed: str | None = None
    nearly_named: tuple[str, ...] = ()
    by_content: tuple[tuple[str, Role], ...] = ()
    two_roles: tuple[str, ...] = ()
    repeated_roles: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    hinted: tuple[tuple[str, Role], ...] = ()
    begins: PlannedColumn | None = None
    decisions: tuple[Decision, ...] = ()

    @property
    def reason(self) -> str | None:
        """Why the table is none of tasks, in Vietnamese; None if it is one."""
        return None if self.tasks.holds else self.tasks.reason

    def of(self, role: Role) -> PlannedColumn | None:
        return next((c for c in self.columns if c.role == role), None)

    def all_of(self, role: Role) -> tuple[PlannedColumn, ...]:
        return tuple(c for c in self.columns if c.role == role)


def plan_columns(table: Table) -> ColumnPlan:
    """What each column of the table is, by its heading and by what stands in it."""
    texts = [_own_texts(table, c) for c in range(table.width)]
    named = [_named(table, c) for c in range(table.width)]
    roles: list[Role | None] = [r.role if r else None for r in named]
    trail = RoleTrail(named)
    settle_ticks(roles, texts, table)
    trail.note("holds_ticks", roles)
    _settle_numbers(roles, table)
    trail.note("holds_numbers", roles)
    _settle_titles(roles, texts, table)
    trail.note("another_says_more", roles)
    _settle_demands(roles, table)
    trail.note("demands_are_results", roles)
    near = _settle_nearly_named(roles, table)
    trail.note("heading_nearly_names", roles)
    headings = [_heading(table, c) for c in range(table.width)]
    untold = [not heading and _is_recognised(table, c) for c, heading in enumerate(headings)]
    by_content = settle_by_content(roles, texts, headings, untold)
    trail.note("cells_are_of_kind", roles)
    guessed = _guessed_title(roles, texts)
    if guessed is not None:
        roles[guessed] = "title"
    trail.note("says_most_for_each_row", roles)
    repeated = _settle_repeated(roles, named, table)
    trail.note("another_named_better", roles)
    hinted = tuple(hinted_roles(roles, texts, headings, untold))
    unknown = _settle_rest(roles, texts, table)
    trail.note("rest", roles)
    columns = tuple(PlannedColumn(c, role or "extra", _heading(table, c)) for c, role in enumerate(roles))
    heading = _heading(table, guessed) if guessed is not None else None
    two = tuple(_heading(table, c) for c, n in enumerate(named) if n and n.also and roles[c] == n.role)
    told = trail.decisions([c.heading for c in columns])
    tasks = is_of_tasks(table_to_view(table, [c.role for c in columns]))
    again, begins = _beginning(columns, repeated, named, table)
    return ColumnPlan(columns, tasks, heading, near, by_content, two, again, tuple(unknown), hinted, begins, told)


def _settle_numbers(roles: list[Role | None], table: Table) -> None:
    if "number" not in roles and _numbers(_narrow_texts(table)) and roles[0] in (None, "title"):
        roles[0] = "number"


def _settle_rest(roles: list[Role | None], texts: Sequence[Sequence[str]], table: Table) -> list[str]:
    """Columns without a role are kept beside the others, empty ones of a class as marks; the headings nobody knows.

    An empty column of a class that stands alone is told too: no tick in another one says that the table has any.
    """
    unknown, ticked = [], "marker" in roles
    for c, role in enumerate(roles):
        if role is None:
            heading = _heading(table, c)
            marks = not any(texts[c]) and heading_says("classes", heading)
            roles[c] = "marker" if marks else "extra"
            if heading and not (marks and ticked):
                unknown.append(heading)
    return unknown


def _settle_demands(roles: list[Role | None], table: Table) -> None:
    """Beside the tasks, what is demanded of each is its result, where no other column says what comes of it."""
    if "result" in roles or "title" not in roles:
        return
    for c, role in enumerate(roles):
        if role != "title" and heading_says("demand", _heading(table, c)):
            roles[c] = "result"
            return


def _settle_nearly_named(roles: list[Role | None], table: Table) -> tuple[str, ...]:
    """Gives columns the role that their badly recognised heading is like, if no other has it; their headings."""
    if any(w.confidence is None for line in table.header_lines for w in line.words):
        return ()
    settled = []
    for c, role in enumerate(roles):
        like = nearly_named_role(_heading(table, c)) if role is None else None
        if like is not None and like not in roles:
            roles[c] = like
            settled.append(_heading(table, c))
    return tuple(settled)


def _own_texts(table: Table, column: int) -> list[str]:
    """The texts of the cells that begin in the column, each once."""
    cells = [row.cells[column] for row in table.rows]
    return [cell.text for cell in cells if cell.columns[0] == column and not cell.carried_down]


def _narrow_texts(table: Table) -> list[str]:
    """The texts of the first column's own cells: a group's heading over all columns is no number."""
    cells = [row.cells[0] for row in table.rows]
    return [cell.text for cell in cells if cell.columns == (0, 1) and not cell.carried_down]


def _named(table: Table, column: int) -> HeadingRole | None:
    """The role that the lowest heading names, else the one that a heading above it does."""
    levels = table.headings[column]
    for heading in reversed(levels):
        role = heading_role(heading)
        if role is not None:
            return role
    return None


def _heading(table: Table, column: int) -> str:
    levels = table.headings[column]
    if not levels:
        return ""
    lowest = without_note_mark(levels[-1])
    twins = [h for h in table.headings if h and without_note_mark(h[-1]) == lowest]
    return " - ".join(without_note_mark(x) for x in levels) if len(twins) > 1 else lowest


def _is_recognised(table: Table, column: int) -> bool:
    """True for a column with words that were recognised: its heading may be lost."""
    cells = (row.cells[column] for row in table.rows)
    return any(w.confidence is not None for cell in cells for line in cell.lines for w in line.words)


def _numbers(texts: Sequence[str]) -> bool:
    filled = [t for t in texts if t]
    return len(filled) >= 2 and sum(row_label(t) is not None for t in filled) >= 0.8 * len(filled)


def _settle_titles(roles: list[Role | None], texts: Sequence[Sequence[str]], table: Table) -> None:
    """One column is the task: of several that their headings call so, the one with most of the words."""
    claims = [c for c, r in enumerate(roles) if r == "title"]
    if len(claims) < 2:
        return
    best = max(claims, key=lambda c: (len({t for t in texts[c] if t}), sum(map(len, texts[c])), -c))
    for c in claims:
        if c != best:
            empty = not any(texts[c])
            roles[c] = "marker" if empty and heading_says("classes", _heading(table, c)) else "extra"


def _guessed_title(roles: Sequence[Role | None], texts: Sequence[Sequence[str]]) -> int | None:
    """The column that must hold the tasks where no heading says so; None where one does, or nothing tells of tasks.

    Beside a column of bodies and one of times or results, numbers or other bodies, it is the one without a role that
    has the most to say, in sentences of its own for each row.
    """
    known = set(roles)
    bodies = known & set(AGENCY_ROLES)
    if known & {"title", "foreign"} or not bodies or len(bodies | (known & {"deadline", "result", "number"})) < 2:
        return None
    free = [c for c, role in enumerate(roles) if role is None and _is_told_for_each(texts[c])]
    return max(free, key=lambda c: (sum(map(len, texts[c])), -c), default=None)


def _is_told_for_each(texts: Sequence[str]) -> bool:
    """True for a column whose texts are nearly all there, of several words, and seldom the same."""
    filled = [t for t in texts if t]
    words = sum(len(t.split()) for t in filled)
    return (
        len(filled) >= EACH * len(texts) > 0
        and len(set(filled)) >= EACH * len(filled)
        and words >= SENTENCE * len(filled)
    )


def _settle_repeated(roles: list[Role | None], named: Sequence[HeadingRole | None], table: Table) -> list[int]:
    """A role fed by several columns stays with the one whose heading says it best; the others are kept as extra."""
    repeated: list[int] = []
    for role in ("number", "result", "deadline", *AGENCY_ROLES):
        claims = [c for c, r in enumerate(roles) if r == role]
        if len(claims) < 2:
            continue
        best = max(claims, key=lambda c: (_closing(table, c) if role == "deadline" else 0, _weight(named[c]), -c))
        for c in claims:
            if c != best:
                roles[c] = "extra"
                repeated.append(c)
    return repeated


def _beginning(
    columns: Sequence[PlannedColumn], repeated: Sequence[int], named: Sequence[HeadingRole | None], table: Table
) -> tuple[tuple[str, ...], PlannedColumn | None]:
    """The headings of the ``repeated`` columns but one that says when begins what the deadline's ends, and that one."""
    ends = next((c.index for c in columns if c.role == "deadline"), None)
    times = [c for c in repeated if (told := named[c]) is not None and told.role == "deadline"]
    first = next((c for c in times if ends is not None and _closing(table, c) < 0 < _closing(table, ends)), None)
    return tuple(_heading(table, c) for c in repeated if c != first), columns[first] if first is not None else None


def _weight(role: HeadingRole | None) -> int:
    return role.weight if role else 0


def _closing(table: Table, column: int) -> int:
    """Of several columns of time the one of the end counts."""
    text = " ".join(table.headings[column])
    return len(cues_in("end", text)) - len(cues_in("beginning", text))
