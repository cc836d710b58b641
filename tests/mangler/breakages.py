"""The ways in which recognition services break a row at a page's end."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from tests.mangler.flat_tables import BODY_ROLES, FlatTable
from tests.mangler.page_ends import FIXED, PageEnd

KINDS = ("clean", "glued", "misplaced", "lifted", "lifted above")
SLIPS = ("doubled", "doubled head", "lost word", "brackets")


@dataclass(slots=True)
class Broken:
    """The rows at a page's end after the breakage: the one above, a row of the rest or none, the next page's first."""

    above: list[str]
    rest: list[str] | None
    below: list[str] | None
    done: list[str] = field(default_factory=list)


def break_end(end: PageEnd, below: list[str] | None, table: FlatTable, dice: random.Random, slips: bool) -> Broken:
    """One breakage, and perhaps a slip on top. ``below`` is the next page's first row, None if that is no task."""
    done: list[str] = []
    if end.cut and slips and dice.random() < 0.4:
        _slip(end, table, dice, done)
    kind = dice.choice(KINDS)
    if kind == "lifted above" and below is not None and not end.cut:
        return _lifted_above(end, below, table, dice, done)
    if not end.cut:
        return Broken(end.head, None, below, done)
    done.append(kind)
    if kind == "glued" and below is not None:
        glued = [f"{tail} {cell}".strip() for tail, cell in zip(end.tail, below, strict=True)]
        return Broken(end.head, None, glued, done)
    rest = list(end.tail)
    if kind == "misplaced":
        _misplace(rest, table, dice)
    if kind == "lifted" and below is not None:
        columns = [c for c, r in enumerate(table.roles) if r in BODY_ROLES and below[c] and not rest[c]]
        if columns:
            c = dice.choice(columns)
            below = list(below)
            rest[c], below[c] = below[c], ""
    return Broken(end.head, rest, below, done)


def _lifted_above(end: PageEnd, below: list[str], table: FlatTable, dice: random.Random, done: list[str]) -> Broken:
    columns = [c for c, r in enumerate(table.roles) if r in BODY_ROLES and below[c] and end.head[c]]
    if not columns:
        return Broken(end.head, None, below, done)
    c = dice.choice(columns)
    above, below = list(end.head), list(below)
    above[c], below[c] = f"{above[c]} {below[c]}", ""
    return Broken(above, None, below, [*done, "lifted above"])


def _misplace(rest: list[str], table: FlatTable, dice: random.Random) -> None:
    """One column's rest slips into the empty cell beside it."""
    places = [
        (c, d)
        for c, text in enumerate(rest)
        for d in (c - 1, c + 1)
        if text and 0 < d < len(rest) and not rest[d] and table.roles[c] not in FIXED and table.roles[d] not in FIXED
    ]
    if places:
        c, d = dice.choice(places)
        rest[d], rest[c] = rest[c], ""


def _slip(end: PageEnd, table: FlatTable, dice: random.Random, done: list[str]) -> None:
    slip = dice.choice(SLIPS)
    bodies = [c for c, r in enumerate(table.roles) if r in BODY_ROLES and end.tail[c] and end.head[c]]
    texts = [
        c for c, tail in enumerate(end.tail) if tail and end.head[c] and table.roles[c] not in (*FIXED, "deadline")
    ]
    if slip == "doubled" and texts:
        c = dice.choice(texts)
        words = end.head[c].split()
        end.tail[c] = " ".join([*words[-dice.randint(1, min(4, len(words))) :], end.tail[c]])
    elif slip == "doubled head" and bodies:
        c = dice.choice(bodies)
        name = end.head[c].replace(";", ",").split(",")[-1].split()
        if not name:
            return
        end.tail[c] = f"{name[0]} {end.tail[c]}"
    elif slip == "lost word" and bodies:
        c = dice.choice(bodies)
        if end.head[c].endswith((",", ";", ".")) or len(end.tail[c].split()) < 2:
            return
        end.tail[c] = " ".join(end.tail[c].split()[1:])
    elif slip == "brackets" and (open_ends := [c for c in texts if ")" in end.tail[c].split("(")[0]]):
        c = dice.choice(open_ends)
        words = end.tail[c].split()
        at = next(i for i, w in enumerate(words) if ")" in w)
        if at < 1:
            return
        words[at - 1 : at + 1] = [words[at], words[at - 1]]
        end.tail[c] = " ".join(words)
    else:
        return
    done.append(slip)


def stop_commas(cell: str, dice: random.Random) -> str:
    """Full stops for the commas of a list, all of them or one."""
    if ", " not in cell:
        return cell
    return cell.replace(", ", ". ") if dice.random() < 0.7 else cell.replace(", ", ". ", 1)
