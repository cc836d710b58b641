"""A record → what it is known by when two versions are paired: words and numbers, who, by when, where it stands."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from nghiquyet.normalize.model import Resolution, Target, Task
from nghiquyet.output.changes.compare_agencies import body_of
from nghiquyet.output.changes.fields import PLACE_FIELDS, REFERENCE_FIELDS, ROLES, record_values
from nghiquyet.output.changes.folded_words import is_number
from nghiquyet.output.changes.keys import content_of
from nghiquyet.output.changes.record_places import place_of, place_titles

# So many words name a record; the rest of an endless cell would only cost time, pair by pair.
_MOST_WORDS = 400


@dataclass(frozen=True)
class Profile:
    """Folded: ``words`` of the title or statement and ``more_words`` of the result and the like, both without numbers;
    ``text`` is the first and ``said`` both, with them. ``content``: all that is compared but the place; ``title``: the
    words of the headings above it; ``order`` counts within its place.
    """

    id: str
    record: Task | Target
    words: tuple[str, ...]
    more_words: tuple[str, ...]
    text: tuple[str, ...]
    said: tuple[str, ...]
    numbers: frozenset[str]
    agencies: frozenset[tuple[str, str]]
    deadline: str
    place: str
    title: tuple[str, ...]
    order: int
    content: str


def records_to_profiles(resolution: Resolution, records: Sequence[Task | Target]) -> tuple[Profile, ...]:
    titles = place_titles(resolution)
    counts: dict[str, int] = {}
    profiles = []
    for record in records:
        place = place_of(record)
        counts[place] = counts.get(place, 0) + 1
        profiles.append(_profile(record, place, titles.get(place, ()), counts[place]))
    return tuple(profiles)


def _profile(record: Task | Target, place: str, title: tuple[str, ...], order: int) -> Profile:
    text, more = _texts(record)
    words, more_words = content_of(text), content_of(more)
    return Profile(
        id=record.id,
        record=record,
        words=_without_numbers(words),
        more_words=_without_numbers(more_words),
        text=words,
        said=(*words, *more_words),
        numbers=frozenset(word for word in (*words, *more_words) if is_number(word)),
        agencies=_agencies(record),
        deadline=_deadline(record),
        place=place,
        title=title,
        order=order,
        content=_content(record),
    )


def _without_numbers(words: tuple[str, ...]) -> tuple[str, ...]:
    """A number is what changes most; a text of numbers only keeps them."""
    return (tuple(word for word in words if not is_number(word)) or words)[:_MOST_WORDS]


def _texts(record: Task | Target) -> tuple[str, str]:
    """What names the record, and what else is said of it."""
    if isinstance(record, Task):
        return record.title, " ".join((record.result or "", *record.extra.values()))
    return record.statement, " ".join((record.scope or "", *record.notes))


def _agencies(record: Task | Target) -> frozenset[tuple[str, str]]:
    if isinstance(record, Target):
        return frozenset()
    return frozenset((role, body_of(one)) for role in ROLES for one in getattr(record, role))


def _deadline(record: Task | Target) -> str:
    time = record.deadline
    if time.end or time.recurring:
        return f"{time.start} {time.end} {time.recurring} {time.open_ended}"
    return " ".join(content_of(time.text or ""))


def _content(record: Task | Target) -> str:
    values = record_values(record)
    return json.dumps(
        {name: value for name, value in values.items() if name not in PLACE_FIELDS | REFERENCE_FIELDS},
        ensure_ascii=False,
        sort_keys=True,
    )
