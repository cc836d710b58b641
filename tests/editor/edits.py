"""Edits of one record: each changes the item and says so, or leaves it and returns False."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from nghiquyet.normalize.model import Assignment, Deadline, Target, Task
from tests.editor import words
from tests.editor.draft import Item


@dataclass(frozen=True)
class Pool:
    """What other documents offer: values to put in."""

    tasks: Sequence[Task]
    targets: Sequence[Target]
    deadlines: Sequence[Deadline]
    agencies: Sequence[Assignment]


Edit = Callable[[Item, Pool, Random], bool]


def _main(record: Any) -> str:
    return "title" if isinstance(record, Task) else "statement"


def _texts(item: Item, random: Random) -> list[str]:
    names = ["title", "result"] if isinstance(item.record, Task) else ["statement"]
    names = [name for name in names if getattr(item.record, name)]
    random.shuffle(names)
    return names


def _edit_text(item: Item, substance: bool, random: Random, edit: Callable[[str], str | None]) -> bool:
    for name in _texts(item, random):
        old = getattr(item.record, name)
        new = edit(old)
        if new and new != old:
            return item.change(substance, **{name: new})
    return False


def respell(item: Item, pool: Pool, random: Random) -> bool:
    return _edit_text(item, False, random, lambda text: words.respell(text, random))


def reword(item: Item, pool: Pool, random: Random) -> bool:
    return _edit_text(item, False, random, lambda text: words.reword(text, random))


def turn(item: Item, pool: Pool, random: Random) -> bool:
    return _edit_text(item, True, random, lambda text: words.turn(text, random))


def negate(item: Item, pool: Pool, random: Random) -> bool:
    return _edit_text(item, True, random, lambda text: words.negate(text, random))


def add_duty(item: Item, pool: Pool, random: Random) -> bool:
    other = random.choice(pool.tasks).title
    return _edit_text(item, True, random, lambda text: words.add_clause(text, other, random))


def drop_duty(item: Item, pool: Pool, random: Random) -> bool:
    return _edit_text(item, True, random, lambda text: words.drop_clause(text, random))


def rename(item: Item, pool: Pool, random: Random) -> bool:
    name = _main(item.record)
    donor = random.choice(pool.tasks).title if name == "title" else random.choice(pool.targets).statement
    new = words.rename(getattr(item.record, name), donor, random)
    if not new:
        return False
    return item.change(True, **{name: new})


def change_value(item: Item, pool: Pool, random: Random) -> bool:
    record = item.record
    if isinstance(record, Task):
        return _edit_text(item, True, random, lambda text: words.change_number(text, random))
    if record.value is None:
        return False
    new = max(1.0, record.value + random.choice((-10.0, -5.0, -1.0, 2.0, 5.0, 10.0)))
    old_text = f"{record.value:g}".replace(".", ",")
    pattern = rf"(?<![\d,.])0?{re.escape(old_text)}(?![\d]|,\d)"
    if new == record.value or len(re.findall(pattern, record.statement)) != 1:
        return False
    statement = re.sub(pattern, f"{new:g}".replace(".", ","), record.statement)
    return item.change(True, statement=statement, value=new)


def change_deadline(item: Item, pool: Pool, random: Random) -> bool:
    new, old = random.choice(pool.deadlines), item.record.deadline
    if (new.end, new.recurring, new.precision) == (old.end, old.recurring, old.precision):
        return False
    return item.change(True, deadline=new)


def respell_deadline(item: Item, pool: Pool, random: Random) -> bool:
    old = item.record.deadline
    match = re.fullmatch(r"(Tháng|tháng) (\d{1,2})/(\d{4})", old.text or "")
    if match is None:
        return False
    return item.change(False, deadline=old.model_copy(update={"text": f"tháng {match[2]} năm {match[3]}"}))


def change_agency(item: Item, pool: Pool, random: Random) -> bool:
    if not isinstance(item.record, Task):
        return False
    roles = [role for role in ("lead", "coordinating", "advising") if getattr(item.record, role)]
    if not roles:
        return False
    role = random.choice(roles)
    old: tuple[Assignment, ...] = getattr(item.record, role)
    new = random.choice(pool.agencies)
    if new.name in {one.name for one in old}:
        return False
    at = random.randrange(len(old))
    match random.choice(("replace", "add", "drop")):
        case "replace":
            return item.change(True, **{role: (*old[:at], new, *old[at + 1 :])})
        case "add":
            return item.change(True, **{role: (*old, new)})
        case _:
            return item.change(True, **{role: old[:at] + old[at + 1 :]})


def respell_agency(item: Item, pool: Pool, random: Random) -> bool:
    """The same body written another way, or two bodies in another order."""
    if not isinstance(item.record, Task) or not item.record.lead:
        return False
    first, *rest = item.record.lead
    if first.agency is None:
        return False
    new = first.text.replace("UBND", "Ủy ban nhân dân") if "UBND" in first.text else f"{first.text}."
    return item.change(False, lead=(*rest, first.model_copy(update={"text": new})))


def tick(item: Item, pool: Pool, random: Random) -> bool:
    if not isinstance(item.record, Task) or not item.record.markers:
        return False
    heading = random.choice(sorted(item.record.markers))
    return item.change(True, markers={**item.record.markers, heading: not item.record.markers[heading]})


def change_promise(item: Item, pool: Pool, random: Random) -> bool:
    """The comparator or the modality of a target, with its words."""
    record = item.record
    if not isinstance(record, Target):
        return False
    if random.random() < 0.5 and record.comparator == "ge" and "tối thiểu" in record.statement:
        return item.change(True, comparator="le", statement=record.statement.replace("tối thiểu", "tối đa", 1))
    if record.modality == "committed" and not record.statement.startswith("phấn đấu"):
        text = record.statement
        return item.change(True, modality="aspirational", statement=f"phấn đấu {text[:1].lower()}{text[1:]}")
    return False


SUBSTANCE: tuple[Edit, ...] = (
    rename,
    turn,
    negate,
    add_duty,
    drop_duty,
    change_value,
    change_deadline,
    change_agency,
    tick,
    change_promise,
)
WORDING: tuple[Edit, ...] = (respell, respell, reword, reword, respell_deadline, respell_agency)
