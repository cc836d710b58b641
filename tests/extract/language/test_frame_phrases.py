"""Every pattern's own examples, and what it must not take."""

from __future__ import annotations

import pytest

from nghiquyet.extract.language.frame_phrases import cues, families

EXAMPLES = [(f, e) for f in families() for cue in cues(f) for e in cue.examples]
NEVER = [(f, e) for f in families() for cue in cues(f) for e in cue.never]


@pytest.mark.parametrize(("family", "text"), EXAMPLES)
def test_an_example_is_taken(family: str, text: str) -> None:
    assert any(cue.pattern.match(text) for cue in cues(family))


@pytest.mark.parametrize(("family", "text"), NEVER)
def test_what_looks_like_it_is_not(family: str, text: str) -> None:
    assert not any(cue.pattern.match(text) for cue in cues(family))
