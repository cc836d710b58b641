"""What stands in a column whose heading nobody knows → its role: times, or bodies.

"Xong trước ngày" and "Đơn vị cùng làm" are in no list of headings, but dates are dates.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from nghiquyet.extract.language.column_headings import Role
from nghiquyet.extract.language.spelling import words
from nghiquyet.normalize.fields.agencies.role_words import begins_as_agency
from nghiquyet.normalize.fields.deadlines import read_deadline

# A role is told by so many cells at least, if this share of them is of its kind.
FEWEST, MOSTLY = 3, 0.7
# The share that hints at a role, an estimate: columns of remarks and of causes have less.
HINTED = 0.3
# What a column without a heading is called.
NO_HEADING = "(không có tiêu đề)"
# A longer text with a date in it is a sentence of its own.
LONGEST_TIME = 90


def settle_by_content(
    roles: list[Role | None], texts: Sequence[Sequence[str]], headings: Sequence[str], untold: Sequence[bool]
) -> tuple[tuple[str, Role], ...]:
    """Gives columns of a table of tasks whose headings nobody knows the role that their cells tell.

    ``untold`` are columns whose heading may be lost; of others without one the cells tell.
    """
    if "title" not in roles or not ("lead" in roles or "deadline" in roles):
        return ()
    settled: list[tuple[str, Role]] = []
    for c, role in enumerate(roles):
        told = role_by_content(texts[c], _missing(roles)) if role is None and not untold[c] else None
        if told is not None:
            roles[c] = told
            settled.append((headings[c] or NO_HEADING, told))
    return tuple(settled)


def hinted_roles(
    roles: Sequence[Role | None], texts: Sequence[Sequence[str]], headings: Sequence[str], untold: Sequence[bool]
) -> Iterator[tuple[str, Role]]:
    """The headings of columns without a role some of whose cells are of a kind that the table lacks, with its role."""
    for c, role in enumerate(roles):
        filled = [text for text in texts[c] if text]
        if role is None and filled and not untold[c]:
            missing = _missing(roles)
            if "deadline" in missing and _share(map(_is_time, filled), len(filled)) >= HINTED:
                yield headings[c] or NO_HEADING, "deadline"
            bodies = _share((begins_as_agency(words(text)) for text in filled), len(filled)) >= HINTED
            wanted: tuple[Role, ...] = ("lead", "coordinating")
            yield from ((headings[c] or NO_HEADING, role) for role in wanted if bodies and role in missing)


def _missing(roles: Sequence[Role | None]) -> set[Role]:
    wanted: tuple[Role, ...] = ("lead", "coordinating", "deadline")
    return {role for role in wanted if role not in roles}


def role_by_content(texts: Sequence[str], missing: Collection[Role]) -> Role | None:
    """The role among those ``missing`` in the table that the column's ``texts`` tell; None where they tell none.

    Bodies beside a column of bodies that lead are taken for those that help.
    """
    filled = [text for text in texts if text]
    if len(filled) < FEWEST:
        return None
    if "deadline" in missing and _share(map(_is_time, filled), len(filled)) >= MOSTLY:
        return "deadline"
    bodies: tuple[Role, ...] = ("lead", "coordinating")
    wanted = next((role for role in bodies if role in missing), None)
    if wanted is not None and _share((begins_as_agency(words(t)) for t in filled), len(filled)) >= MOSTLY:
        return wanted
    return None


def _share(of_kind: Iterable[bool], count: int) -> float:
    return sum(of_kind) / count


def _is_time(text: str) -> bool:
    found = read_deadline(text) if len(text) <= LONGEST_TIME else None
    return found is not None and (found.precision not in ("none", "event") or found.recurring is not None)
