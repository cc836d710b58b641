"""The registry of agencies: what its files say, and an index from every spelling of a name to its entries."""

from __future__ import annotations

import csv
import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from nghiquyet.extract.language.spelling import without_marks, words
from nghiquyet.normalize.fields.agencies.abbreviations import write_out
from nghiquyet.normalize.model import AgencyKind

_DATA = Path(__file__).parent / "data"
FILES = ("party.csv", "central.csv", "provincial.csv", "local.csv")
_BLANKS = re.compile(r"\s*\{[tban]\}")
_CONNECTORS = frozenset({"và"})  # "Sở Văn hóa Thể thao Du lịch" is "Sở Văn hóa, Thể thao và Du lịch"


@dataclass(frozen=True, slots=True)
class Entry:
    """One body, or one for each place of its ``level``.

    ``name`` may hold ``{t}`` (the place with its kind, "tỉnh Lâm Đồng"), ``{b}`` (the place alone, "Lâm Đồng"), ``{a}``
    (a city alone, a province with its kind) and ``{u}`` ("Tỉnh ủy" or "Thành ủy"); ``{n}`` a region's number.
    """

    id: str
    name: str
    kind: AgencyKind
    level: str
    aliases: tuple[str, ...]
    valid_from: dt.date | None
    valid_to: dt.date | None
    successor: str | None
    examples: tuple[str, ...]

    def stands_on(self, day: dt.date | None) -> bool:
        """True if the body exists on ``day``; without a day, if it exists now."""
        if day is None:
            return self.valid_to is None
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)

    @property
    def titled(self) -> bool:
        """True if the body's name holds the place's."""
        return "{t}" in self.name or "{b}" in self.name or "{a}" in self.name


def key_words(text: str) -> tuple[str, ...]:
    """The words of a name that count when names are compared: abbreviations written out, no "và", no marks."""
    return tuple(w for w in words(write_out(text)) if w not in _CONNECTORS)


def compact(of: tuple[str, ...]) -> str:
    """One string without spaces: a space too many or too few makes no other name."""
    return "".join(of)


def heads(entry: Entry) -> tuple[tuple[str, ...], ...]:
    """Every spelling of the entry's name without its place, as key words."""
    found: list[tuple[str, ...]] = []
    for name in (entry.name, *entry.aliases):
        bare = _BLANKS.sub("", name)
        for filled in (bare.replace("{u}", "Tỉnh ủy"), bare.replace("{u}", "Thành ủy")) if "{u}" in bare else (bare,):
            head = key_words(filled)
            if head and all(compact(head) != compact(other) for other in found):
                found.append(head)
    return tuple(found)


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split("|") if part)


def read_entries(path: Path) -> tuple[Entry, ...]:
    """The entries of one registry file, in its order."""
    with path.open(encoding="utf-8", newline="") as stream:
        return tuple(
            Entry(
                id=r["id"],
                name=r["name"],
                kind=r["kind"],  # type: ignore[arg-type]  # a law of the registry, tested
                level=r["level"],
                aliases=_listed(r["aliases"]),
                valid_from=_day(r["valid_from"]),
                valid_to=_day(r["valid_to"]),
                successor=r["successor"] or None,
                examples=_listed(r["examples"]),
            )
            for r in csv.DictReader(stream)
        )


class Registry:
    """Entries by id and by spelling. ``heads`` keeps the words of every spelling, for the fuzzy matcher."""

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        self.entries = {e.id: e for e in entries}
        self.heads: dict[str, tuple[str, ...]] = {}
        self._exact: dict[str, tuple[Entry, ...]] = {}
        self._unmarked: dict[str, tuple[Entry, ...]] = {}
        for entry in entries:
            for head in heads(entry):
                key = compact(head)
                self.heads.setdefault(key, head)
                self._exact[key] = (*self._exact.get(key, ()), entry)
                bare = without_marks(key)
                if entry not in self._unmarked.get(bare, ()):
                    self._unmarked[bare] = (*self._unmarked.get(bare, ()), entry)

    def named(self, head: tuple[str, ...]) -> tuple[Entry, ...]:
        """The entries with exactly this name, marks and all."""
        return self._exact.get(compact(head), ())

    def named_without_marks(self, head: tuple[str, ...]) -> tuple[Entry, ...]:
        """The entries whose name has these letters, whatever marks stand on them."""
        return self._unmarked.get(without_marks(compact(head)), ())


@lru_cache(maxsize=1)
def own_registry() -> Registry:
    """The registry as it is kept in the project's files."""
    return Registry(tuple(e for file in FILES for e in read_entries(_DATA / file)))
