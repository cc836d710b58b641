"""``letterhead_words.yaml`` and ``kinds.csv``, read once: what letterheads, title blocks and signatures are made of."""

from __future__ import annotations

import csv
import functools
import re
from dataclasses import dataclass
from importlib import resources
from typing import Any

from nghiquyet.extract.language.frame_phrases import phrases
from nghiquyet.extract.language.packaged_yaml import packaged_yaml
from nghiquyet.extract.language.spelling import bare_letters

# A regular expression's range "À-Ỹ" holds small letters too.
CAPITAL = "[" + "".join(c for c in map(chr, range(0x41, 0x1EFA)) if c.isupper() and c.isalpha()) + "]"
_SPACES = re.compile(r"\s+")


def plain(text: str) -> str:
    """Small letters without marks, single spaces, dashes as "-": the form in which printed words are compared."""
    return _SPACES.sub(" ", re.sub(r"[–—−‐‑]", "-", bare_letters(text))).strip()


def bare(text: str) -> str:
    """``plain`` letters and digits only: "K Ế  H O Ạ C H" gives "kehoach"."""
    return re.sub(r"[^a-z0-9]", "", plain(text))


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of document and the letters that stand for it in a number."""

    name: str
    symbols: tuple[str, ...]


@dataclass(frozen=True)
class Vocabulary:
    """Word lists by name as printed (``listed``), and their ``plain`` forms with the longest first (``heads``)."""

    kinds: tuple[Kind, ...]
    raw: dict[str, Any]

    def listed(self, name: str) -> tuple[str, ...]:
        return tuple(str(word) for word in self.raw[name])

    @functools.cached_property
    def mottos(self) -> tuple[str, ...]:
        """Bare first lines of mottos, then the second, which tells a letterhead where a scan spoilt the first."""
        return tuple(map(bare, phrases("motto")))

    @functools.cached_property
    def abbreviations(self) -> dict[str, str]:
        return dict(self.raw["abbreviations"])

    @functools.cached_property
    def doubts(self) -> dict[str, str]:
        return dict(self.raw["doubts"])

    def territories(self, level: str) -> tuple[str, ...]:
        return tuple(self.raw["territories"][level])

    def begins(self, name: str, text: str) -> str | None:
        """The longest entry of the list ``name`` that ``text`` begins with, whole words, marks and case aside."""
        words = plain(text)
        for entry, form in _plain_list(name):
            if words == form or (words.startswith(form) and not words[len(form)].isalnum()):
                return entry
        return None


@functools.cache
def _plain_list(name: str) -> tuple[tuple[str, str], ...]:
    entries = sorted(vocabulary().listed(name), key=lambda e: (-len(e), e))
    return tuple((entry, plain(entry)) for entry in entries)


@functools.cache
def vocabulary() -> Vocabulary:
    """The vocabulary, read once."""
    folder = resources.files(__package__)
    rows = csv.DictReader(folder.joinpath("kinds.csv").read_text("utf-8").splitlines())
    kinds = tuple(Kind(row["kind"], tuple(row["symbols"].split())) for row in rows)
    return Vocabulary(kinds, packaged_yaml(folder.joinpath("letterhead_words.yaml")))


def is_capitals(text: str) -> bool:
    """True if nearly all letters are capitals: a lone small letter is a slip or a misreading."""
    letters = [c for c in text if c.isalpha()]
    small = sum(c.islower() for c in letters)
    return len(letters) > 1 and small * 12 <= len(letters)
