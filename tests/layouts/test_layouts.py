"""Every layout's fields against its gold: nearly all right, none wrong in silence, few right ones doubted."""

import pytest

from tests.layouts.readings import HELD_OUT, OPEN, each_layout, gold_of, reading_of
from tests.scoring import Verdict, figures, report, score

PARTS = ("document", "groups", "tasks")
RIGHT, OVER_FLAGGED = 0.99, 0.05


def verdicts_of(name: str) -> list[Verdict]:
    return score(gold_of(name), reading_of(name), PARTS)


@pytest.mark.parametrize("name", each_layout(OPEN))
def test_no_field_is_wrong_in_silence(name: str) -> None:
    verdicts = verdicts_of(name)
    assert figures(verdicts).silent == 0, f"{name}\n{report(verdicts)}"


def test_nearly_every_field_is_right_and_few_right_ones_are_flagged() -> None:
    verdicts = [v for name in OPEN for v in verdicts_of(name)]
    found = figures(verdicts)
    assert found.right_share >= RIGHT, report(verdicts)
    assert found.over_flagged_share <= OVER_FLAGGED, report(verdicts)


def test_held_out_layouts_are_read_as_well() -> None:
    """Only figures are shown: who sees the misses will tune on them."""
    found = figures(v for name in HELD_OUT for v in verdicts_of(name))
    assert found.right_share >= RIGHT, found
    assert found.silent == 0, found
    assert found.over_flagged_share <= OVER_FLAGGED, found
