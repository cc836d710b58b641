"""The rows of a random table: groups, tasks, sub-tasks, second rows of a number, sums."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tests.random_tables.columns import AMOUNTS
from tests.random_tables.pools import Pool
from tests.random_tables.words import Words
from tests.typesetter.content import LEFT, UP, Column, Row

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
STYLES = ("{}", "{}", "{}.", "{:02d}", "{})")
MARKED, RESTARTED, SUMMED, GROUP_SUMS, LISTED, NOTED, BARE_ABOVE, DOTTED = 0.3, 0.6, 0.5, 0.4, 0.08, 0.02, 0.4, 0.2


@dataclass(frozen=True, slots=True)
class Manner:
    """How a table's rows are drawn: how often cells are left empty, and rows have others under them.

    ``style`` sets numbers, in ``{group}.{n}`` with the group's before them; ``merged`` bodies and numbers reach down.
    """

    levels: int
    style: str
    restart: bool
    empty: float
    subs: float
    second: float
    merged: bool
    listed: bool
    noted: bool


def draw_manner(dice: random.Random, numbered: bool, merged: bool) -> Manner:
    levels = dice.choice((0, 0, 1, 1, 1, 2)) if numbered else 0
    return Manner(
        levels=levels,
        style=dice.choice((*STYLES, "{group}.{n}")) if levels == 1 else dice.choice(STYLES),
        restart=dice.random() < RESTARTED,
        empty=dice.choice((0, 0, 0.06, 0.2)),
        subs=dice.choice((0, 0, 0.06, 0.2)) if numbered else 0,
        second=dice.choice((0, 0, 0.15)) if merged and numbered else 0,
        merged=merged and dice.random() < 0.5,
        listed=dice.random() < 0.3,
        noted=dice.random() < 0.2,
    )


class RowDrawer:
    """Draws the rows of one table, the cells of its roles out of one pool, tasks and results out of others too."""

    def __init__(
        self, dice: random.Random, roles: Sequence[str], columns: Sequence[Column], pool: tuple[Pool, ...], words: Words
    ) -> None:
        self.dice, self.roles, self.columns, self.words = dice, roles, columns, words
        self.base, self.others = pool[0], pool

    def rows(self, manner: Manner) -> list[Row]:
        """Groups and tasks in order, sums below them."""
        dice, rows, running = self.dice, list[Row](), 0
        names = dice.sample(self.words.groups, 5)
        sums = AMOUNTS in self.roles and dice.random() < GROUP_SUMS
        dot = "." if dice.random() < DOTTED else ""
        for g in range(dice.randint(2, 5) if manner.levels else 1):
            label = ROMAN[g] if manner.levels == 1 else "ABCDE"[g]
            if manner.levels:
                rows.append(self._group(1, label + dot, names[g], sums))
            running = 0 if manner.restart or "{group}" in manner.style else running
            for inner in range(dice.randint(1, 2) if manner.levels == 2 else 1):
                if manner.levels == 2:
                    rows.append(self._group(2, ROMAN[inner] + dot, dice.choice(self.words.groups), sums=False))
                    running = 0
                for _ in range(dice.randint(1, 6) if manner.levels else dice.randint(4, 22)):
                    running += 1
                    number = manner.style.format(running, group=label, n=running)
                    rows += self._task(number, manner)
        if AMOUNTS in self.roles and dice.random() < SUMMED:
            rows.append(self._total())
        return self._merged_down(rows) if manner.merged else rows

    def _group(self, depth: int, label: str, title: str, sums: bool) -> Row:
        if not sums:
            return Row("group", depth, (label, title))
        cells = {"number": label, "title": title, AMOUNTS: self._amount()}
        return Row("group", depth, tuple(cells.get(role, "") for role in self.roles))

    def _total(self) -> Row:
        name = self.dice.choice(self.words.totals)
        cells = [{"title": name, AMOUNTS: self._amount()}.get(role, "") for role in self.roles]
        if self.roles[:2] == ["number", "title"] and self.dice.random() < 0.5:
            cells[:2] = [name, LEFT]
        return Row("total", 0, tuple(cells))

    def _task(self, number: str, manner: Manner) -> list[Row]:
        """A task's row, with its sub-tasks' or with a second row of its number."""
        dice = self.dice
        row = Row("task", 0, self._cells(number, manner))
        if dice.random() < manner.subs:
            bare = dice.random() < BARE_ABOVE
            own = {"number": number, "title": row.cells[self.roles.index("title")]}
            above = tuple(own.get(role, "") for role in self.roles) if bare else row.cells
            plain = number.rstrip(".)")
            labels = dice.choice((("a)", "b)", "c)"), tuple(f"{plain}.{n}" for n in (1, 2, 3))))
            subs = [Row("task", 1, self._cells(label, manner)) for label in labels[: dice.randint(2, 3)]]
            return [replace(row, cells=above), *subs]
        if dice.random() < manner.second:
            cells = zip(self.roles, self._cells(UP, manner), strict=True)
            return [row, Row("task", 0, tuple(UP if role == "title" else cell for role, cell in cells))]
        return [row]

    def _cells(self, number: str, manner: Manner) -> tuple[str, ...]:
        texts = {"number": number}
        return tuple(texts.get(r) or self._cell(r, c, manner) for r, c in zip(self.roles, self.columns, strict=True))

    def _cell(self, role: str, column: Column, manner: Manner) -> str:
        dice, cells = self.dice, self.base.cells
        if role == "marker":
            return dice.choice(("x", "", ""))
        if role == AMOUNTS:
            return dice.choice((self._amount(), self._amount(), ""))
        if role == "extra":
            return dice.choice(self.words.remarks[column.heading])
        if role not in ("title", "lead") and dice.random() < manner.empty:
            return ""
        if role not in ("title", "result"):
            return dice.choice(cells[role]) if role in cells else ""
        text = dice.choice(dice.choice(self.others).cells.get(role) or cells[role])
        if role == "title":
            return f"{text}[[{dice.choice(self.words.notes)}]]" if manner.noted and dice.random() < NOTED else text
        if manner.listed and dice.random() < 2 * LISTED and not text.startswith(("-", "+")) and "¶" not in text:
            return f"- {text.rstrip('.;')};¶- {dice.choice(cells[role])}"
        return text

    def _amount(self) -> str:
        return f"{self.dice.randint(2, 90) * 50:,}".replace(",", ".")

    def _merged_down(self, rows: Sequence[Row]) -> list[Row]:
        """The rows with a body merged down over some of those that follow each other."""
        lead = self.roles.index("lead") if "lead" in self.roles else None
        found: list[Row] = []
        for row in rows:
            before = found[-1] if found else None
            beside = row.kind == "task" and before is not None and before.kind == "task"
            if lead is not None and beside and before is not None and before.cells[lead] and self.dice.random() < 0.5:
                row = replace(row, cells=tuple(UP if i == lead else c for i, c in enumerate(row.cells)))
            found.append(row)
        return found
