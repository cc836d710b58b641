"""Two readings of one document held against each other by field, and which differences the second one doubts itself.

Both are ``resolution.json`` as plain data. Places, doubts and the file's own facts differ by their nature and are no
fields; neither are the scores and reasons of a linked agency. The list of agencies follows from the tasks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.scoring import fold

Record = dict[str, Any]

PARTS = ("targets", "task_groups", "tasks")
ROLES = ("lead", "advising", "coordinating", "monitoring")
# What no two readings need to share.
NO_FIELDS = frozenset({"id", "where", "review"})
OF_THE_LINKING = frozenset({"score", "reason", "candidates"})


@dataclass(frozen=True, slots=True)
class Field:
    """One field of one record in both readings; ``flagged`` by the second one's own review or findings."""

    record: str
    name: str
    first: object
    second: object
    flagged: bool

    @property
    def same(self) -> bool:
        return self.first == self.second

    def __str__(self) -> str:
        told = "flagged" if self.flagged else "SILENT"
        return f"{told} {self.record} {self.name}\n    {self.first!r}\n    {self.second!r}"


@dataclass(frozen=True, slots=True)
class Comparison:
    fields: tuple[Field, ...]

    @property
    def differing(self) -> tuple[Field, ...]:
        return tuple(field for field in self.fields if not field.same)

    @property
    def silent(self) -> tuple[Field, ...]:
        return tuple(field for field in self.differing if not field.flagged)

    def share(self, fields: tuple[Field, ...]) -> float:
        return len(fields) / max(len(self.fields), 1)

    def __str__(self) -> str:
        counts = f"{len(self.fields)} fields, {len(self.differing)} differ, {len(self.silent)} silently"
        return "\n".join([counts, *map(str, sorted(self.differing, key=lambda f: f.flagged))])


def compare(first: Record, second: Record) -> Comparison:
    """Every field of every record; one that only one reading has makes each of its fields a difference.

    Records are paired by id, those left over by their words; then the id is a field that differs, doubted with the
    number that makes it.
    """
    subjects = {str(f["subject"]) for f in second["findings"] if f["subject"]}
    found = list(_fields("document", first["document"], second["document"], _doubted("/document", subjects, {})))
    for part in PARTS:
        for one, other in _pairs(first[part], second[part]):
            at = second[part].index(other) if other else None
            doubted = _doubted(f"/{part}/{at}", subjects, other)
            record = f"{part} {one.get('id') or other.get('id')}"
            if one and other:
                found.append(Field(record, "id", one["id"], other["id"], bool(doubted & {"number", ""})))
            found += _fields(record, one, other, doubted)
    return Comparison(tuple(found))


def _pairs(first: list[Record], second: list[Record]) -> Iterator[tuple[Record, Record]]:
    """Records of both, in the first one's order; {} where one has no match."""
    one, other = _by_id(first), _by_id(second)
    for known, record in one.items():
        if known in other:
            yield record, other.pop(known)
        else:
            alike = next((k for k, r in other.items() if k not in one and _words(r) == _words(record)), None)
            yield record, {} if alike is None else other.pop(alike)
    yield from (({}, record) for record in other.values())


def _words(record: Record) -> str:
    return fold(record.get("title") or record.get("statement"))


def _by_id(records: list[Record]) -> dict[str, Record]:
    ids = [str(record["id"]) for record in records]
    assert len(set(ids)) == len(ids), "ids are unique"
    return dict(zip(ids, records, strict=True))


def _doubted(pointer: str, subjects: set[str], record: Record) -> set[str]:
    """Names of the fields that findings about the record, or its own review, doubt; "" is the whole record."""
    by_findings = {re.split("/", s.removeprefix(pointer).lstrip("/"))[0] for s in subjects if _is_under(s, pointer)}
    return by_findings | {review["field"] for review in record.get("review", ())}


def _is_under(subject: str, pointer: str) -> bool:
    return subject == pointer or subject.startswith(pointer + "/")


def _fields(record: str, first: Record, second: Record, doubted: set[str]) -> Iterator[Field]:
    for name in dict.fromkeys([*first, *second]):
        if name not in NO_FIELDS:
            one, other = _plain(name, first.get(name)), _plain(name, second.get(name))
            yield Field(record, name, one, other, bool(doubted & {name, ""}))


def _plain(name: str, value: Any) -> object:
    """The value as two readings share it: texts folded, an assignment without how it was linked."""
    if isinstance(value, str):
        return fold(value)
    if isinstance(value, list):
        return [_plain(name, item) for item in value]
    if isinstance(value, dict):
        dropped = OF_THE_LINKING if name in ROLES else frozenset()
        return {fold(key): _plain(name, item) for key, item in value.items() if key not in dropped}
    return value
