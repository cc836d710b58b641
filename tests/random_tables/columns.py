"""The columns of a random table and its heading rows."""

from __future__ import annotations

import random
from collections.abc import Sequence

from tests.random_tables.pools import Pool
from tests.random_tables.words import Words
from tests.typesetter.content import LEFT, UP, Column

WIDTHS = {"number": 1.3, "title": 6.0, "result": 4.2, "deadline": 2.6, "lead": 3.2, "coordinating": 3.8, "marker": 2.1}
# the role of a column of amounts is extra, as that of notes
AMOUNTS = "amounts"
NUMBERED, TITLE_LATER, SHORT, SHUFFLED = 0.93, 0.12, 0.35, 0.3
TWO_LEVELS, FRAMED = 0.45, 0.15


def draw_roles(dice: random.Random, base: Pool) -> list[str]:
    """The columns' roles from left to right; at most one of amounts."""
    roles = ["title"] + [r for r in ("result", "deadline", "lead", "coordinating") if base.cells.get(r)]
    if len(roles) > 3 and dice.random() < SHORT:
        roles.remove(dice.choice([r for r in roles if r not in ("title", "lead")]))
    tail = roles[1:]
    dice.shuffle(tail)
    tail += dice.choice(([], [], ["extra"], ["extra"], [AMOUNTS], ["extra", AMOUNTS]))
    tail += ["marker"] * dice.choice((0, 0, 0, 1, 2))
    if dice.random() < SHUFFLED:
        dice.shuffle(tail)
    number = ["number"] if dice.random() < NUMBERED else []
    if number and tail and dice.random() < TITLE_LATER:
        return [*number, tail[0], "title", *tail[1:]]
    return [*number, "title", *tail]


def draw_columns(dice: random.Random, roles: Sequence[str], words: Words) -> tuple[Column, ...]:
    """Each role with a heading of its own and about its usual width."""
    taken: set[str] = set()
    columns = []
    for role in roles:
        known = words.amounts if role == AMOUNTS else words.headings[role]
        heading = dice.choice([h for h in known if h not in taken])
        taken.add(heading)
        width = WIDTHS.get(role, 2.8) * dice.uniform(0.85, 1.2)
        columns.append(Column("extra" if role == AMOUNTS else role, width, heading))
    return tuple(columns)


def draw_header(dice: random.Random, columns: Sequence[Column], words: Words) -> tuple[tuple[str, ...], ...]:
    """The heading rows: sometimes on two levels, sometimes under a title inside the frame."""
    lowest = tuple(c.heading for c in columns)
    rows: tuple[tuple[str, ...], ...] = (lowest,)
    pairs = [i for i in range(len(columns) - 1) if frozenset((columns[i].role, columns[i + 1].role)) in words.uppers]
    if pairs and dice.random() < TWO_LEVELS:
        pair = dice.choice(pairs)
        over = dice.choice(words.uppers[frozenset((columns[pair].role, columns[pair + 1].role))])
        upper = tuple(over if i == pair else LEFT if i == pair + 1 else h for i, h in enumerate(lowest))
        lower = tuple(h if i in (pair, pair + 1) else UP for i, h in enumerate(lowest))
        rows = (upper, lower)
    if dice.random() < FRAMED:
        rows = ((dice.choice(words.frame), *[LEFT] * (len(columns) - 1)), *rows)
    return rows
