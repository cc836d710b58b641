"""What a column's heading means: the roles of office tables, from data."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import yaml

Role = Literal[
    "number",
    "title",
    "result",
    "deadline",
    "lead",
    "advising",
    "coordinating",
    "monitoring",
    "marker",
    "extra",
    "foreign",
]
AGENCY_ROLES: tuple[Role, ...] = ("lead", "advising", "coordinating", "monitoring")
DATA = Path(__file__).with_name("headings.yaml")
# A phrase at the heading's start names the head noun and counts as if it were this much longer (letters).
HEAD_BONUS = 6
# Marks of footnotes behind a heading: "Kinh phí (*)", "Ghi chú1"
NOTE_MARK = re.compile(r"\s*(?:\(\*{1,3}\)|\*{1,3}|\(?[¹²³⁴⁵⁶⁷⁸⁹]\)?|(?<=[a-zà-ỹ])\d{1,2})$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HeadingRole:
    """A role with how well the heading says it (letters matched); ``also`` are further agency roles that it names."""

    role: Role
    weight: int
    also: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class _Entry:
    role: Role
    exact: frozenset[str]
    phrases: tuple[str, ...]
    never: tuple[str, ...]


def fold(text: str) -> str:
    """Small letters, words parted by single spaces, nothing else: the form in which headings are compared."""
    text = unicodedata.normalize("NFC", text).casefold()
    return " ".join(re.sub(r"[\W_]+", " ", text).split())


def without_note_mark(heading: str) -> str:
    """The heading as printed without a footnote's mark at its end."""
    return NOTE_MARK.sub("", heading).strip()


def heading_role(heading: str) -> HeadingRole | None:
    """The role that a heading's words name, or None where no known phrase stands in it.

    >>> heading_role("Cơ quan chủ trì").role
    'lead'
    >>> heading_role("Chủ trì/phối hợp").also
    ('coordinating',)
    """
    text = fold(without_note_mark(heading))
    for entry in _entries():
        if text in entry.exact or text.replace(" ", "") in entry.exact:
            return HeadingRole(entry.role, 100)
    padded = f" {text} "
    found = _matches(padded)
    if not found:
        return None
    best = max(found, key=lambda m: (m[1] + (HEAD_BONUS if m[0] == 0 else 0), -m[0]))
    agencies = list(dict.fromkeys(role for _, _, role in sorted(found) if role in AGENCY_ROLES))
    if best[2] in AGENCY_ROLES and len(agencies) > 1:
        return HeadingRole(agencies[0], best[1], tuple(agencies[1:]))
    return HeadingRole(best[2], best[1])


def is_heading(text: str) -> bool:
    """True if the text reads as a column's heading of any table that offices print."""
    return len(text) <= 160 and heading_role(text) is not None


def _matches(padded: str) -> list[tuple[int, int, Role]]:
    """(place, length, role) of the longest phrases found, none overlapping another."""
    every = []
    for entry in _entries():
        if any(f" {n} " in padded for n in entry.never):
            continue
        for phrase in entry.phrases:
            place = padded.find(f" {phrase} ")
            if place >= 0:
                every.append((place, len(phrase), entry.role))
    taken: list[tuple[int, int, Role]] = []
    for place, length, role in sorted(every, key=lambda m: (-m[1], m[0])):
        if all(place + length <= p or p + size <= place for p, size, _ in taken):
            taken.append((place, length, role))
    return taken


@cache
def _entries() -> tuple[_Entry, ...]:
    data = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    return tuple(
        _Entry(
            role=item["role"],
            exact=frozenset(fold(t) for t in item.get("exact", ())),
            phrases=tuple(dict.fromkeys(fold(t) for t in item.get("phrases", ()))),
            never=tuple(fold(t) for t in item.get("never", ())),
        )
        for item in data
    )


def heading_examples() -> tuple[tuple[str, Role], ...]:
    """Every example that the data carry, with the role it must get."""
    data = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    return tuple((example, item["role"]) for item in data for example in item.get("examples", ()))
