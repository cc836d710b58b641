"""Two lists of agencies → who came, who went, whose part is another."""

from __future__ import annotations

from collections.abc import Sequence

from nghiquyet.normalize.model import Assignment
from nghiquyet.output.changes.compare_text import same_words
from nghiquyet.output.changes.compare_values import compare_optional_text
from nghiquyet.output.changes.difference import Difference, heaviest, quote, substance, wording

Pair = tuple[Assignment, Assignment]


def compare_agencies(before: Sequence[Assignment], after: Sequence[Assignment]) -> Difference:
    """By the agency that was understood, else by its words. Another order alone is wording."""
    pairs, gone, come = pair_agencies(before, after)
    found = [substance(f"bỏ {quote(_called(one))}") for one in gone]
    found += [substance(f"thêm {quote(_called(one))}") for one in come]
    for old, new in pairs:
        found += _compare_pair(old, new)
    return heaviest(found) or wording("chỉ đổi thứ tự các cơ quan")


def pair_agencies(
    before: Sequence[Assignment], after: Sequence[Assignment]
) -> tuple[list[Pair], list[Assignment], list[Assignment]]:
    """The agencies of both lists, then those only in the first, those only in the second."""
    gone, come = list(before), list(after)
    pairs: list[Pair] = []
    for same in (_same_part, _same_body, _same_print):
        for old in tuple(gone):
            new = next((one for one in come if same(old, one)), None)
            if new is not None:
                pairs.append((old, new))
                _drop(gone, old)
                _drop(come, new)
    return pairs, gone, come


def _drop(agencies: list[Assignment], one: Assignment) -> None:
    """Takes out this very entry: an equal one may stand beside it."""
    del agencies[next(i for i, other in enumerate(agencies) if other is one)]


def body_of(one: Assignment) -> str:
    """What tells one agency from another: its id, else its name, else its words."""
    return one.agency or one.name or one.text


def _same_part(old: Assignment, new: Assignment) -> bool:
    return _same_body(old, new) and (old.scope or "") == (new.scope or "")


def _same_body(old: Assignment, new: Assignment) -> bool:
    return body_of(old) == body_of(new) or (old.name is not None and old.name == new.name)


def _same_print(old: Assignment, new: Assignment) -> bool:
    """The same words, for those that are no entry of the registry, or were not understood on one side."""
    if old.name is None or new.name is None:
        return same_words(old.text, new.text)
    return same_words(old.name, new.name)


def _compare_pair(old: Assignment, new: Assignment) -> list[Difference]:
    found: list[Difference] = []
    if (old.scope or "") != (new.scope or ""):
        told = compare_optional_text(old.scope, new.scope)
        found.append(Difference(told.weight, f"phần việc của {quote(_called(new))}: {told.reason}"))
    if old.text != new.text:
        found.append(wording(f"cùng cơ quan, viết khác: {quote(old.text)} thành {quote(new.text)}"))
    elif body_of(old) != body_of(new):
        found.append(wording(f"cùng chữ in {quote(old.text)}, khác cách hiểu"))
    return found


def _called(one: Assignment) -> str:
    return one.name or one.text
