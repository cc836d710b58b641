from __future__ import annotations

import unicodedata
from importlib.resources import files

import pytest
import yaml

from nghiquyet.extract.language.syllables import is_syllable

EXAMPLES = yaml.safe_load(files("nghiquyet.extract.language").joinpath("syllables.yaml").read_text(encoding="utf-8"))[
    "examples"
]


@pytest.mark.parametrize("letters", EXAMPLES["syllables"].split())
def test_what_is_said_in_vietnamese_is_a_syllable(letters: str) -> None:
    assert is_syllable(letters)
    assert is_syllable(letters.upper())
    assert is_syllable(unicodedata.normalize("NFD", letters))


@pytest.mark.parametrize("letters", [*EXAMPLES["others"].split(), "", "1", "a1", "x"])
def test_what_is_not_is_none(letters: str) -> None:
    assert not is_syllable(letters)
