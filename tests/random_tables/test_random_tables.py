"""Random tables: one seed, one table; those held back have other words; nearly every field is read right."""

from __future__ import annotations

import shutil

import pytest

from tests.random_tables.pools import LAYOUTS
from tests.random_tables.report import documents, verdicts_of
from tests.random_tables.shapes import random_content
from tests.scoring import figures
from tests.typesetter.content import load_content

# What was measured on 200 documents held back, less what a handful of them may differ by.
FLOORS = {"full": 0.99, "across": 0.97, "unruled": 0.96, "text": 0.99, "word": 0.99}
SEEDS = range(300, 306)


def test_a_seed_is_a_document() -> None:
    assert random_content(7, "full") == random_content(7, "full")
    assert random_content(7, "full").tables != random_content(8, "full").tables


def test_documents_held_back_are_put_together_from_other_layouts() -> None:
    paths = [p for p in sorted(LAYOUTS.glob("*.yaml")) if p.stem != "deadlines"]
    numbers = [{load_content(p).document["number"] for p in paths[i::2]} for i in (0, 1)]
    for held_back in (False, True):
        found = {random_content(seed, "full", held_back).document["number"] for seed in range(12)}
        assert found <= numbers[held_back]


@pytest.mark.parametrize("medium", ["text", "word"])
def test_tables_of_text_and_word_are_read(medium: str) -> None:
    _read(medium)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="printing needs LibreOffice")
@pytest.mark.parametrize("medium", ["full", "across", "unruled"])
def test_printed_tables_are_read(medium: str) -> None:
    _read(medium)


def _read(medium: str) -> None:
    found = figures(v for document in documents(medium, SEEDS, False) for v in verdicts_of(*document))
    assert found.right_share >= FLOORS[medium]
    assert found.silent <= (1 - FLOORS[medium]) * found.fields / 2
