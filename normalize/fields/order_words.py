"""The words by which orders are told: ``order_words.yaml`` compiled, read once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

DATA = Path(__file__).with_name("order_words.yaml")


@cache
def words(family: str) -> tuple[str, ...]:
    """The words of a family, longest first."""
    return tuple(sorted(dict.fromkeys(map(str, _lexicon()[family])), key=lambda w: (-len(w), w)))


@cache
def families() -> tuple[str, ...]:
    """The names of all families."""
    return tuple(_lexicon())


@cache
def _lexicon() -> dict[str, list[str]]:
    from nghiquyet.extract.language.packaged_yaml import packaged_yaml  # plain cells of agencies need no YAML

    lexicon: dict[str, list[str]] = packaged_yaml(DATA)
    return lexicon


@cache
def begins(*names: str) -> re.Pattern[str]:
    """A word of the families at the beginning of a text in small letters."""
    return re.compile(rf"(?:{_alternatives(names)})(?!\w)")


@cache
def within(*names: str) -> re.Pattern[str]:
    """A word of the families anywhere, whole."""
    return re.compile(rf"(?<!\w)(?:{_alternatives(names)})(?!\w)")


@cache
def ends(*names: str) -> re.Pattern[str]:
    """A word of the families right before the place at which a text in small letters ends, a space between."""
    return re.compile(rf"(?<!\w)(?:{_alternatives(names)}) $")


def _alternatives(names: Iterable[str]) -> str:
    every = [w for name in names for w in words(name)]
    return "|".join(re.escape(w) for w in sorted(every, key=lambda w: (-len(w), w)))
