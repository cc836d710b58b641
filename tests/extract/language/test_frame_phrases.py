"""Every pattern's own examples, and what it must not take."""

from __future__ import annotations

import pytest

from nghiquyet.extract.language.frame_phrases import cues, families, match_cue, phrases

EXAMPLES = [(f, e) for f in families() for cue in cues(f) for e in cue.examples]
NEVER = [(f, e) for f in families() for cue in cues(f) for e in cue.never]


@pytest.mark.parametrize(("family", "text"), EXAMPLES)
def test_an_example_is_taken(family: str, text: str) -> None:
    assert any(cue.pattern.match(text) for cue in cues(family))


@pytest.mark.parametrize(("family", "text"), NEVER)
def test_what_looks_like_it_is_not(family: str, text: str) -> None:
    assert not any(cue.pattern.match(text) for cue in cues(family))


@pytest.mark.parametrize("family", families())
def test_what_a_family_looks_for_it_finds_in_any_case(family: str) -> None:
    assert all(match_cue(family, written) for phrase in phrases(family) for written in (phrase, phrase.upper()))


def test_every_pattern_has_examples_for_and_against() -> None:
    assert all(cue.examples and cue.never for family in families() for cue in cues(family))
