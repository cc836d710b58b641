from __future__ import annotations

import pytest

from nghiquyet.extract.ocr.engine.letter_sizes import BLEED, line_size, reach
from nghiquyet.extract.ocr.engine.readings import EngineReading


@pytest.mark.parametrize(
    ("lower", "higher"), [("an", "ân"), ("ân", "ấn"), ("an", "bn"), ("AN", "ÂN"), ("ÂN", "ẤN"), ("a", "t")]
)
def test_marks_and_stems_reach_higher(lower: str, higher: str) -> None:
    low, high = reach(lower), reach(higher)
    assert low is not None
    assert high is not None
    assert low[0] < high[0]


@pytest.mark.parametrize(("shallow", "deep"), [("an", "gn"), ("an", "ạn"), ("AN", "ẠN"), ("12", "12)")])
def test_tails_and_dots_reach_lower(shallow: str, deep: str) -> None:
    low, high = reach(shallow), reach(deep)
    assert low is not None
    assert high is not None
    assert low[1] < high[1]


def test_signs_alone_tell_no_height() -> None:
    assert reach("-") is None
    assert line_size([EngineReading("-", (0, 0, 9, 2), 1.0, 0, 2.0)], 3.0) is None


@pytest.mark.parametrize("text", ["công", "XÂY", "2026", "xem", "phường"])
def test_a_word_drawn_at_a_size_tells_it(text: str) -> None:
    above, below = reach(text) or (0.0, 0.0)
    height = round((13.0 * (above + below) + BLEED) * 10)
    assert line_size([EngineReading(text, (0, 0, 90, height), 1.0, 0, height)], 10.0) == pytest.approx(13.0, abs=0.1)
