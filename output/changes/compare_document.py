"""Two documents → the fields of their front matter, and the headings of their task groups, that differ."""

from __future__ import annotations

from collections.abc import Sequence

from nghiquyet.normalize.model import Resolution, TaskGroup
from nghiquyet.output.changes.compare_fields import change_of, field_to_difference
from nghiquyet.output.changes.compare_text import compare_text
from nghiquyet.output.changes.compare_values import best_items
from nghiquyet.output.changes.difference import Difference, from_to, heaviest, quote, substance, wording
from nghiquyet.output.changes.fields import GROUPS, document_values
from nghiquyet.output.changes.model import FieldChange


def compare_documents(previous: Resolution, current: Resolution) -> tuple[FieldChange, ...]:
    """In the order of the contract's ``document``; ``task_groups`` comes last."""
    old, new = document_values(previous), document_values(current)
    changes = []
    for name in old:
        if old[name] != new[name]:
            told = (
                compare_headings(previous.task_groups, current.task_groups)
                if name == GROUPS
                else field_to_difference(name, getattr(previous.document, name), getattr(current.document, name))
            )
            changes.append(change_of(name, old, new, told))
    return tuple(changes)


def compare_headings(before: Sequence[TaskGroup], after: Sequence[TaskGroup]) -> Difference:
    """A group that comes or goes, or is called something else, is substance; another number or order is not."""
    old, new = list(before), list(after)
    pairs: list[tuple[TaskGroup, TaskGroup]] = []
    for group in before:
        same = [g for g in new if g.title == group.title]
        if same:
            match = next((g for g in same if g.id == group.id), same[0])
            pairs.append((group, match))
            old.remove(group)
            new.remove(match)
    likely = best_items([g.title for g in old], [g.title for g in new])
    pairs += [(old[i], new[j]) for i, j in likely]
    paired, others = {i for i, _ in likely}, {j for _, j in likely}
    found = [compare_text(a.title, b.title) for a, b in pairs if a.title != b.title]
    found += [substance(f"bỏ nhóm {quote(g.title)}") for i, g in enumerate(old) if i not in paired]
    found += [substance(f"thêm nhóm {quote(g.title)}") for j, g in enumerate(new) if j not in others]
    found += [wording(f"nhóm: {from_to(a.id, b.id)}") for a, b in pairs if a.id != b.id]
    return heaviest(found) or wording("chỉ đổi thứ tự các nhóm")
