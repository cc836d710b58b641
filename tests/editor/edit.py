"""A resolution and a seed → the resolution edited at random, and every change that was made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from random import Random
from typing import Any

from nghiquyet.normalize.model import Resolution
from nghiquyet.output.changes.model import RecordKind
from tests.editor import arrangement, words
from tests.editor.draft import Draft, Expected, Item, Place, close_draft, open_draft
from tests.editor.edits import SUBSTANCE, WORDING, Pool

# Of the records of a document so many are touched.
_SHARES = (0.01, 0.4)
_TRIES = 12


def edit(resolution: Resolution, others: Sequence[Resolution], seed: int) -> tuple[Resolution, list[Expected]]:
    """The same seed, the same edits. ``others`` lend what is put in."""
    random = Random(seed)
    pool = _pool([other for other in others if other is not resolution])
    draft = open_draft(resolution)
    if random.random() < 0.15:
        arrangement.add_group(draft, pool, random)
    if random.random() < 0.1:
        arrangement.rename_group(draft, random)
    if random.random() < 0.3:
        _edit_document(draft, random)
    share = random.uniform(*_SHARES)
    chosen: list[tuple[RecordKind, Item]] = []
    for kind, places in draft.kinds().items():
        items = [item for place in places for item in place.items if item.origins]
        chosen += [(kind, item) for item in random.sample(items, round(share * len(items)) or min(1, len(items)))]
    for number, (kind, item) in enumerate(chosen, 1):
        _edit_item(draft, kind, item, pool, random, number)
    return close_draft(draft)


def _edit_item(draft: Draft, kind: RecordKind, item: Item, pool: Pool, random: Random, number: int) -> None:
    place = next((p for p in draft.kinds()[kind] if any(other is item for other in p.items)), None)
    if place is None or not item.untouched:
        return
    for _ in range(_TRIES):
        if _arranged(draft, kind, place, item, pool, random, number):
            break
    else:
        return
    if item.verdict in (None, "changed") and any(i is item for p in draft.kinds()[kind] for i in p.items):
        for _ in range(random.choice((0, 0, 1, 2, 3))):
            random.choice((*SUBSTANCE, *WORDING))(item, pool, random)


def _arranged(
    draft: Draft, kind: RecordKind, place: Place, item: Item, pool: Pool, random: Random, number: int
) -> bool:
    match random.choices(
        ("substance", "wording", "insert", "delete", "move", "split", "merge"), (30, 30, 8, 8, 10, 8, 8)
    )[0]:
        case "substance":
            return random.choice(SUBSTANCE)(item, pool, random)
        case "wording":
            return random.choice(WORDING)(item, pool, random)
        case "insert":
            return arrangement.insert(draft, kind, place, pool, random)
        case "delete":
            return arrangement.delete(draft, kind, place, item)
        case "move":
            return arrangement.move(draft, kind, place, item, random)
        case "split":
            return arrangement.split(draft, place, item, number)
        case _:
            return arrangement.merge(draft, place, item)


def _edit_document(draft: Draft, random: Random) -> None:
    front = draft.resolution.document
    changes: list[tuple[str, Any, bool]] = [
        ("issued_on", dt.date(2026, random.randint(1, 12), random.randint(1, 28)), True),
        ("recipients", (*front.recipients, "Trung tâm Phục vụ hành chính công"), True),
    ]
    if front.title and (title := words.respell(front.title, random)):
        changes.append(("title", title, False))
    if front.recipients and (first := words.respell(front.recipients[0], random)):
        changes.append(("recipients", (first, *front.recipients[1:]), False))
    name, value, substance = random.choice(changes)
    if getattr(front, name) != value:
        draft.document[name] = value
        draft.document_weight = "substance" if substance or draft.document_weight == "substance" else "wording"


def _pool(others: Sequence[Resolution]) -> Pool:
    tasks = [t for o in others for t in o.tasks if len(t.title.split()) >= 5]
    agencies = {a.name: a for t in tasks for a in t.lead if a.name}
    return Pool(
        tasks=tasks,
        targets=[t for o in others for t in o.targets],
        deadlines=[t.deadline for t in tasks if t.deadline.end],
        agencies=list(agencies.values()),
    )
