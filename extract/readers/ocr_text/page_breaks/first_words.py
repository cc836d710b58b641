"""Words with which texts of cells begin, from data: they tell where one text ends and the next begins."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

DATA = Path(__file__).with_name("first_words.yaml")


def begins_as_cell(text: str) -> bool:
    """True if the text begins as titles and products of tasks do.

    >>> begins_as_cell("Tối thiểu 50% các khu"), begins_as_cell("Khu công nghiệp")
    (True, False)
    """
    return text.startswith(_starts())


def examples() -> tuple[str, ...]:
    """Texts that the data give as examples."""
    return tuple(example for entry in _entries() for example in entry["examples"])


@cache
def _starts() -> tuple[str, ...]:
    return tuple(f"{word} " for entry in _entries() for word in entry["words"])


@cache
def _entries() -> tuple[dict[str, list[str]], ...]:
    return tuple(yaml.safe_load(DATA.read_text(encoding="utf-8")))
