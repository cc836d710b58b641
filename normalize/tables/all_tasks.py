"""Tasks of tables and of prose → one list in reading order, each id once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from nghiquyet.normalize.model import Task


def with_own_ids(orders: Sequence[Task], tables: Sequence[Task]) -> tuple[Task, ...]:
    """The orders; an id that a table's task, or an order before it, has too gets a suffix."""
    taken = Counter(task.id for task in tables)
    renamed = []
    for order in orders:
        taken[order.id] += 1
        unique = order.id if taken[order.id] == 1 else f"{order.id}-{taken[order.id]}"
        renamed.append(order if unique == order.id else order.model_copy(update={"id": unique}))
    return tuple(renamed)


def in_reading_order(tables: Sequence[Task], orders: Sequence[Task]) -> tuple[Task, ...]:
    """The orders that stand before the first table's task, the tables' tasks, and the other orders."""
    if not tables:
        return tuple(orders)
    start = _place(tables[0])
    before = [order for order in orders if _place(order) <= start]
    return (*before, *tables, *(order for order in orders if _place(order) > start))


def _place(task: Task) -> tuple[int, float]:
    """The page and height at which the task's title begins."""
    boxes = task.where.get("title", ())
    return min(((b.page or 0, b.bbox[1] if b.bbox else 0.0) for b in boxes), default=(0, 0.0))
