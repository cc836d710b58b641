"""The words of role cells that are no agency's name: quantifiers, positions, role phrases. Kept in data/lexicon.csv."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

from nghiquyet.extract.language.spelling import without_marks, words
from nghiquyet.normalize.fields.agencies.abbreviations import write_out

_DATA = Path(__file__).parent / "data" / "lexicon.csv"


class WordList:
    """Phrases of one role; ``starting`` gives the length of the longest that a text begins with."""

    def __init__(self, phrases: tuple[str, ...]) -> None:
        self._phrases = frozenset(words(write_out(p)) for p in phrases)
        self._unmarked = frozenset(tuple(without_marks(w) for w in p) for p in self._phrases if len(p) > 1)
        self.longest = max((len(p) for p in self._phrases), default=0)

    def __contains__(self, phrase: object) -> bool:
        return phrase in self._phrases

    def starting(self, text: tuple[str, ...]) -> int:
        """How many words of the beginning of ``text`` are one of the phrases; 0 if none."""
        for size in range(min(self.longest, len(text)), 0, -1):
            if text[:size] in self._phrases:
                return size
        return 0

    def starting_loosely(self, text: tuple[str, ...]) -> int:
        """As ``starting``; a phrase of two words and more may have its tone marks wrong ("đổi với")."""
        exact = self.starting(text)
        if exact:
            return exact
        bare = tuple(without_marks(w) for w in text[: self.longest])
        return next((size for size in range(len(bare), 1, -1) if bare[:size] in self._unmarked), 0)

    def ending(self, text: tuple[str, ...]) -> int:
        """How many words of the end of ``text`` are one of the phrases; 0 if none."""
        return next((size for size in range(min(self.longest, len(text)), 0, -1) if text[-size:] in self._phrases), 0)


@lru_cache(maxsize=1)
def _rows() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    with _DATA.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            found.setdefault(row["role"], []).append(row["word"])
    return {role: tuple(phrases) for role, phrases in found.items()}


@lru_cache(maxsize=32)
def lexicon(role: str) -> WordList:
    """The phrases of ``role`` ("many", "noun", "scope", …)."""
    return WordList(_rows()[role])


def begins_as_agency(spoken: tuple[str, ...]) -> bool:
    """True if the words begin as names of agencies do: "Hội …", but not "Hội chợ …"."""
    size = lexicon("head").starting(spoken)
    return size > 0 and lexicon("no_head").starting(spoken) < size + 1
