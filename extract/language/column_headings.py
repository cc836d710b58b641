"""What a column's heading means: the roles of office tables, from data."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from nghiquyet.extract.language.fuzzy import likeness_within
from nghiquyet.extract.language.packaged_yaml import packaged_yaml
from nghiquyet.extract.language.spelling import fold, without_marks

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
DATA = Path(__file__).with_name("column_headings.yaml")
# A phrase at the heading's start names the head noun and counts as if it were this much longer (letters).
HEAD_BONUS = 6
# A phrase of more words is none that is known.
LONGEST_PHRASE = 8
# No Vietnamese syllable has more letters ("nghiêng"): a longer word may be two whose space was lost.
LONGEST_SYLLABLE = 7
# A badly recognised heading means a phrase of so many letters, marks aside, if this share of it stands there, and if no
# phrase of another role is as like.
LONG_ENOUGH, LIKE_ENOUGH = 7, 0.85
# Marks of footnotes behind a heading: "Kinh phí (*)", "Ghi chú1"
NOTE_MARK = re.compile(r"\s*(?:\(\*{1,3}\)|\*{1,3}|\(?[¹²³⁴⁵⁶⁷⁸⁹]\)?|(?<=[a-zà-ỹ])\d{1,2})$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HeadingRole:
    """A role with how well the heading says it (letters matched); ``also`` are further agency roles that it names."""

    role: Role
    weight: int
    also: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class _HeadingEntry:
    role: Role
    exact: frozenset[str]
    phrases: tuple[str, ...]
    never: tuple[str, ...]


def without_note_mark(heading: str) -> str:
    """The heading as printed without a footnote's mark at its end."""
    return NOTE_MARK.sub("", heading).strip()


@lru_cache(4096)  # each heading is asked about many times, by several steps
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
    found = _matches(f" {text} ") or _glued_matches(text)
    if not found:
        return None
    best = max(found, key=lambda m: (m[1] + (HEAD_BONUS if m[0] == 0 else 0), -m[0]))
    agencies = list(dict.fromkeys(role for _, _, role in sorted(found) if role in AGENCY_ROLES))
    if best[2] in AGENCY_ROLES and len(agencies) > 1:
        return HeadingRole(agencies[0], best[1], tuple(agencies[1:]))
    return HeadingRole(best[2], best[1])


def nearly_named_role(heading: str) -> Role | None:
    """The role of the phrase that a badly read heading is nearest to; None where none is near, or several are.

    >>> nearly_named_role("Cơ quanphốihợẹp")
    'coordinating'
    """
    letters = without_marks(fold(heading)).replace(" ", "")
    found: dict[Role, tuple[float, int]] = {}
    for entry in _entries():
        for phrase in entry.phrases:
            sought = without_marks(phrase).replace(" ", "")
            like = likeness_within(letters, sought) if len(sought) >= LONG_ENOUGH else 0.0
            if like >= LIKE_ENOUGH:
                found[entry.role] = max(found.get(entry.role, (0.0, 0)), (like, len(sought)))
    best = max(found.values(), default=None)
    roles = [role for role, score in found.items() if score == best]
    return roles[0] if len(roles) == 1 else None


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


def _glued_matches(text: str) -> list[tuple[int, int, Role]]:
    """What ``_matches`` finds where spaces were lost: "cơ quanchủ trì", "nội dunggiám sát"."""
    found = _matches(f" {_parted(text.split())} ")
    if found:
        return found
    words = text.split()
    for i, word in enumerate(words):
        for cut in range(1, len(word) if len(word) > LONGEST_SYLLABLE and not word.isascii() else 1):
            found = _matches(f" {_parted([*words[:i], word[:cut], word[cut:], *words[i + 1 :]])} ")
            if found:
                return found
    return []


def _parted(words: Sequence[str]) -> str:
    """Folded words as one text, parted where a known phrase stands without its spaces."""
    parted: list[str] = []
    start = 0
    while start < len(words):
        glued = ((end, "".join(words[start:end])) for end in range(start + LONGEST_PHRASE, start, -1))
        end, known = next(
            ((end, _glued_phrases()[letters]) for end, letters in glued if letters in _glued_phrases()),
            (start + 1, words[start]),
        )
        parted.append(known)
        start = end
    return " ".join(parted)


@cache
def _glued_phrases() -> dict[str, str]:
    """Every phrase of two words or more by its letters alone."""
    phrases = (p for entry in _entries() for p in (*entry.phrases, *entry.never) if " " in p)
    return {p.replace(" ", ""): p for p in phrases}


@cache
def _entries() -> tuple[_HeadingEntry, ...]:
    data = packaged_yaml(DATA)
    return tuple(
        _HeadingEntry(
            role=item["role"],
            exact=frozenset(fold(t) for t in item.get("exact", ())),
            phrases=tuple(dict.fromkeys(fold(t) for t in item.get("phrases", ()))),
            never=tuple(fold(t) for t in item.get("never", ())),
        )
        for item in data
    )


def heading_examples() -> tuple[tuple[str, Role], ...]:
    """Every example that the data carry, with the role it must get."""
    data = packaged_yaml(DATA)
    return tuple((example, item["role"]) for item in data for example in item.get("examples", ()))
