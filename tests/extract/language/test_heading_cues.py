from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.extract.language.heading_cues import HeadingCue, cues_in, heading_cue_data, heading_says

EXAMPLES = [(cue, text) for cue, entry in heading_cue_data().items() for text in entry["examples"]]
NEVER = [(cue, text) for cue, entry in heading_cue_data().items() for text in entry["not"]]


@pytest.mark.parametrize(("cue", "heading"), EXAMPLES)
def test_an_example_says_it_however_it_is_printed(cue: HeadingCue, heading: str) -> None:
    assert all(heading_says(cue, printed) for printed in (heading, heading.upper(), f" {heading} (*)"))


@pytest.mark.parametrize(("cue", "heading"), NEVER)
def test_what_looks_like_it_does_not(cue: HeadingCue, heading: str) -> None:
    assert not heading_says(cue, heading)


@given(st.text(max_size=30))
def test_the_words_found_stand_in_the_heading(text: str) -> None:
    for cue in heading_cue_data():
        assert all(heading_says(cue, found) for found in cues_in(cue, text))
