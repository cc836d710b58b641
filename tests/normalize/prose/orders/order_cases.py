"""Sentences with the orders that a person read in them: how many of their fields the program reads as that person did.

``python -m tests.normalize.prose.orders.order_cases [--misses N]`` shows the figures and the misses of the open ones.
Each third case of the first two files and all of the last are held back: of those only the figures are shown.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from nghiquyet.extract.language.numbering.leading import leading_readings
from nghiquyet.extract.outline.model import OutlineSection
from nghiquyet.normalize.fields.deadlines import DeadlineContext
from nghiquyet.normalize.model import Task
from nghiquyet.normalize.prose.orders import prose_to_orders
from tests.normalize.printed_prose import linker, printed, prose

HERE = Path(__file__).parent
FILES = {"cases_a.yaml": 3, "cases_b.yaml": 3, "cases_c.yaml": 1}  # each n-th case is held back


@dataclass(frozen=True)
class Case:
    """A sentence under its headings (outermost first) and the orders expected of it; none for a negative."""

    id: str
    text: str
    headings: tuple[str, ...]
    place: str
    orders: tuple[dict[str, Any], ...]
    held_back: bool


@dataclass
class Score:
    """Fields right and in all; ``misses`` name what was expected and what was read."""

    right: int = 0
    fields: int = 0
    misses: list[str] | None = None

    @property
    def share(self) -> float:
        return self.right / self.fields if self.fields else 1.0

    def take(self, right: bool, what: str) -> None:
        self.fields += 1
        self.right += right
        if not right and self.misses is not None:
            self.misses.append(what)


def load() -> tuple[Case, ...]:
    """The cases of all files; those marked doubtful are left out."""
    found = []
    for name, nth in FILES.items():
        for number, entry in enumerate(yaml.safe_load((HERE / name).read_text(encoding="utf-8"))["orders"]):
            if entry.get("doubtful"):
                continue
            heading = entry.get("heading") or []
            headings = tuple(heading) if isinstance(heading, list) else (heading,)
            held_back = number % nth == nth - 1
            place = entry.get("place") or "Lâm Đồng"
            found.append(Case(entry["id"], entry["text"], headings, place, tuple(entry["orders"] or ()), held_back))
    return tuple(found)


def read(case: Case) -> tuple[Task, ...]:
    """The orders read of a case's sentence: its headings as sections one under the other, its words in the last."""
    sections: list[OutlineSection] = []
    above = ""
    for depth, heading in enumerate(case.headings, start=1):
        id_ = f"{above}.{depth}" if above else "I"
        sections.append(printed(id_, title=_without_label(heading)))
        above = id_
    lines = [line for line in case.text.split("\n") if line.strip()]
    labels = leading_readings(lines[0])
    if labels or not sections:
        sections.append(printed(f"{above}.9" if above else "I", *_unlabelled(lines)))
    else:
        last = sections.pop()
        sections.append(printed(last.id, *lines, title=last.title.text))
    found = prose_to_orders(prose(*sections), linker(case.place), DeadlineContext()).tasks
    above = {_fold(_without_label(heading)) for heading in case.headings}
    return tuple(task for task in found if _fold(task.title) not in above)  # a heading may be an order: not the case's


def _unlabelled(lines: Sequence[str]) -> list[str]:
    return [_without_label(lines[0]), *lines[1:]]


def _without_label(text: str) -> str:
    labels = leading_readings(text)
    return text[labels[0].end :].strip() if labels else text


def score(cases: Sequence[Case], misses: bool = False) -> Score:
    """How much of the expected fields was read; an order too many or too few costs all its fields."""
    total = Score(misses=[] if misses else None)
    for case in cases:
        found = list(read(case))
        compare_orders(case.id, case.orders, found, total)
        if not case.orders and not found:
            total.take(True, "")
    return total


def compare_orders(name: str, expected: Sequence[dict[str, Any]], found: Sequence[Task], total: Score) -> None:
    """Counts the fields of each expected order that were read; optional ones count neither way.

    Best pairs first; an order that is read and not expected costs one field.
    """
    left = list(found)
    for order in sorted(expected, key=lambda order: bool(order.get("optional"))):
        own = _best(order, left)
        if own is not None:
            left.remove(own)
        for field, right, got in () if order.get("optional") else _compared(order, own):
            total.take(right, f"{name} {field}: want {order.get(field)!r} got {got!r}")
    for task in left:
        total.take(False, f"{name} too many: {task.title[:150]!r}")


def _best(expected: dict[str, Any], found: Sequence[Task]) -> Task | None:
    words = set(_fold(_accepted(expected["title"])[0]).split())
    near = [(len(words & set(_fold(task.title).split())), -n, task) for n, task in enumerate(found)]
    best = max(near, default=None, key=lambda entry: entry[:2])
    return best[2] if best and best[0] * 2 >= min(len(words), 20) else None


def _compared(expected: dict[str, Any], task: Task | None) -> Iterator[tuple[str, bool, object]]:
    titles = {_fold(t) for t in _accepted(expected["title"])}
    yield "title", task is not None and _fold(task.title) in titles, task and task.title
    for role in ("lead", "coordinating"):
        if role in expected:
            got = [a.name or a.text for a in getattr(task, role)] if task else None
            wanted = [x["name"] if isinstance(x, dict) else x for x in expected[role] or []]
            right = got is not None and len(got) == len(wanted)
            right = right and all(
                _fold(g) in {_fold(w or "") for w in _accepted(x)} for g, x in zip(got or [], wanted, strict=False)
            )
            yield role, right, got
    due = (expected["deadline"] or {"end": None}) if "deadline" in expected else {}  # null: none is printed
    wanted_end = expected.get("deadline_end", due.get("end", ...))
    if wanted_end is not ... and task is not None:
        yield "deadline", str(task.deadline.end) in map(str, _accepted(wanted_end)), task.deadline.end


def _accepted(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value]


def _fold(text: str) -> str:
    return re.sub(r"[\s.,;:]+", " ", re.sub(r"[–—]", "-", text)).strip().casefold()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", type=int, default=0)
    options = parser.parse_args()
    for held_back in (False, True):
        found = score([c for c in load() if c.held_back is held_back], bool(options.misses) and not held_back)
        print(f"{'held back' if held_back else 'open':10} {found.right}/{found.fields} {found.share:.1%}")
        print("\n".join((found.misses or [])[: options.misses]))


if __name__ == "__main__":
    main()
