"""What stands in a column whose heading nobody knows → its role: times, or bodies.

"Xong trước ngày" and "Đơn vị cùng làm" are in no list of headings, but dates are dates.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from nghiquyet.extract.language.column_headings import Role
from nghiquyet.extract.language.spelling import words
from nghiquyet.normalize.fields.agencies.role_words import begins_as_agency
from nghiquyet.normalize.fields.deadlines import read_deadline

# A role is told by so many cells at least, if this share of them is of its kind.
FEWEST, MOSTLY = 3, 0.7
# A longer text with a date in it is a sentence of its own.
LONGEST_TIME = 90


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
