"""Broken tables are mended or doubted; tables that nothing broke are read without a doubt."""

import pytest

from tests.mangler.mangled import mangled
from tests.mangler.notations import WRITERS
from tests.mangler.report import figures_of, verdicts_of
from tests.scoring import figures, report

# A wrong field that nobody is told of: none, or nearly.
SILENT_SHARE, OVER_FLAGGED, RIGHT = 0.003, 0.05, 0.99


@pytest.mark.parametrize("notation", WRITERS)
def test_a_table_that_nothing_broke_is_read_whole(notation: str) -> None:
    verdicts = verdicts_of(mangled(9, intact=notation))
    assert all(v.right for v in verdicts), report(verdicts)
    assert figures(verdicts).over_flagged_share <= OVER_FLAGGED


def test_the_same_seed_gives_the_same_text() -> None:
    assert mangled(3) == mangled(3)
    assert mangled(3).text != mangled(29).text


@pytest.mark.parametrize("seed", [3, 21, 24, 46])
def test_broken_tables_are_mended_or_doubted(seed: int) -> None:
    verdicts = verdicts_of(mangled(seed))
    found = figures(verdicts)
    assert found.silent == 0, report(verdicts)
    assert found.right_share >= 0.95, report(verdicts)


def test_markdown_files_are_read_too() -> None:
    assert figures(verdicts_of(mangled(9, intact="pipe"), ".md")).right_share == 1


@pytest.mark.slow
@pytest.mark.parametrize(("first", "held_out"), [(0, False), (1000, False), (1000, True)])
def test_two_hundred_broken_tables(first: int, held_out: bool) -> None:
    found = figures_of(range(first, first + 200), held_out)
    assert found.silent <= SILENT_SHARE * found.fields
    assert found.over_flagged_share <= OVER_FLAGGED
    assert found.right_share >= RIGHT
