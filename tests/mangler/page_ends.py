"""Rows → pages of rows: where page ends fall, and the two parts of each row that one cuts."""

from __future__ import annotations

import random
import textwrap
from dataclasses import dataclass

from tests.mangler.flat_tables import FlatRow, FlatTable
from tests.typesetter.content import LEFT, UP

LETTERS_PER_CM = 5.5
FIXED = ("number", "marker")


@dataclass(slots=True)
class PageEnd:
    """A page's last row cut in two; ``tail`` is empty where the row is whole. ``column`` texts are by column."""

    head: list[str]
    tail: list[str]

    @property
    def cut(self) -> bool:
        return any(self.tail)


def wrapped(text: str, width: float) -> list[str]:
    """The lines of a cell in a column so wide (cm)."""
    letters = max(8, int(width * LETTERS_PER_CM))
    return [line for part in text.split("¶") for line in textwrap.wrap(part, letters, break_long_words=False) or [""]]


def cut_row(row: FlatRow, table: FlatTable, dice: random.Random) -> PageEnd:
    """The row with its page's end at one of its lines, as a typesetter breaks it."""
    lines = [
        [cell] if cell in (UP, LEFT, "") or role in FIXED else wrapped(cell, width)
        for cell, role, width in zip(row.cells, table.roles, table.widths, strict=True)
    ]
    height = max(len(cell) for cell in lines)
    if height < 2:
        return PageEnd(list(row.cells), [""] * len(row.cells))
    at = dice.randint(1, height - 1)
    heads = [" ".join(cell[:at]) for cell in lines]
    tails = [" ".join(cell[at:]) for cell in lines]
    return PageEnd(heads, tails)


def pages_of(rows: tuple[FlatRow, ...], dice: random.Random) -> list[list[FlatRow]]:
    """Rows by page, three to eight on each; no page ends right behind a group's heading."""
    pages: list[list[FlatRow]] = [[]]
    room = dice.randint(3, 8)
    for row in rows:
        full = len(pages[-1]) >= room and not pages[-1][-1].group
        if full and not _continues(row):
            pages.append([])
            room = dice.randint(3, 8)
        pages[-1].append(row)
    return pages


def _continues(row: FlatRow) -> bool:
    return UP in row.cells
