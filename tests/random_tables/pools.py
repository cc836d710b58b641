"""Layouts → the cells that random rows are made of: every other layout's to look at, the others' held back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.typesetter.content import LEFT, UP, Content, load_content

LAYOUTS = Path(__file__).parents[1] / "layouts"
ROLES = ("title", "result", "deadline", "lead", "coordinating")


@dataclass(frozen=True, slots=True)
class Pool:
    """A layout's document and the cells of its whole rows by role."""

    content: Content
    cells: dict[str, tuple[str, ...]]


@cache
def pools(held_back: bool) -> tuple[Pool, ...]:
    """The pools of the layouts of even places, or of odd ones."""
    paths = [p for p in sorted(LAYOUTS.glob("*.yaml")) if p.stem != "deadlines"][int(held_back) :: 2]
    found = (_pool(load_content(path)) for path in paths)
    return tuple(pool for pool in found if len(pool.cells.get("lead", ())) > 2 and len(pool.cells.get("title", ())) > 5)


def _pool(content: Content) -> Pool:
    cells: dict[str, list[str]] = {}
    for table in content.tables:
        for row in table.rows if table.tasks else ():
            for column, cell in zip(table.columns, row.cells, strict=False):
                if row.kind == "task" and row.depth == 0 and cell not in (UP, LEFT, "") and column.role in ROLES:
                    cells.setdefault(column.role, []).append(cell)
    usable = {role: tuple(dict.fromkeys(_usable(role, texts))) for role, texts in cells.items()}
    return Pool(content, {role: texts for role, texts in usable.items() if texts})


def _usable(role: str, texts: Sequence[str]) -> list[str]:
    """Cells that mean the same in any row; titles with dashes or notes belong to their own."""
    return [t for t in texts if "[[" not in t and (role != "title" or not t.startswith(("- ", "+ ")))]
