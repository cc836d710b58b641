"""The changes that the random editor makes in real documents are found, and named and classed right."""

from __future__ import annotations

import pytest

from tests.editor.corpus import corpus
from tests.editor.edit import edit
from tests.editor.measure import Score
from tests.editor.report import measure, table

# All edit the documents of one corpus.
pytestmark = pytest.mark.xdist_group("editor")

# Precision and recall of every verdict and class, on seeds that were not used while building.
GOAL = 0.98
# Of the few pairs of the quick test one miss is more than that.
GOAL_OF_FEW = 0.9


def check(score: Score, goal: float) -> None:
    for tally in (score.verdicts, score.classes):
        for name in tally.names():
            assert min(tally.precision(name), tally.recall(name)) >= goal, table(tally)


def test_few() -> None:
    check(measure(24, 50_000, whole=False), GOAL_OF_FEW)


@pytest.mark.slow
def test_five_hundred() -> None:
    check(measure(500, 60_000), GOAL)


def test_a_seed_edits_the_same_way_each_time() -> None:
    documents = corpus(whole=False)
    assert edit(documents[1], documents, 7) == edit(documents[1], documents, 7)
    assert edit(documents[1], documents, 7) != edit(documents[1], documents, 8)
