"""Each claim of the data is run: what is listed is wording either way round, what must stay apart is substance."""

from __future__ import annotations

import pytest

from nghiquyet.output.changes.compare_text import compare_text
from nghiquyet.output.changes.keys import content_of
from nghiquyet.output.changes.spelling_variants import wording_data

DATA = wording_data()
GROUPS = [
    *DATA["synonyms"],
    *DATA["spellings"],
    *([words, letters] for letters, words in DATA["abbreviations"].items()),
]
SAME = [(group[0], other) for group in GROUPS for other in group[1:]]


@pytest.mark.parametrize(("first", "other"), SAME)
def test_listed_phrases_say_the_same(first: str, other: str) -> None:
    before, after = (f"Sở Y tế {phrase} cho trẻ em" for phrase in (first, other))
    assert compare_text(before, after).weight == compare_text(after, before).weight == "wording"


@pytest.mark.parametrize("entry", DATA["fillers"], ids=lambda e: e["drop"])
def test_fillers_say_nothing_where_they_may_stand(entry: dict[str, str]) -> None:
    words = entry["drop"]
    full = {"start": f"{words} Sở Y tế kiểm tra", "end": f"Sở Y tế kiểm tra {words}"}.get(
        entry["at"], f"Sở Y tế {words} kiểm tra"
    )
    assert content_of(full) == content_of("Sở Y tế kiểm tra")


@pytest.mark.parametrize("entry", [e for e in DATA["fillers"] if "before" in e], ids=lambda e: e["drop"])
def test_fillers_before_bodies_are_matter_before_others(entry: dict[str, str]) -> None:
    assert content_of(f"{entry['drop']} kỹ thuật mới") != content_of("kỹ thuật mới")


@pytest.mark.parametrize("entry", [e for e in DATA["fillers"] if e["at"] != "anywhere"], ids=lambda e: e["drop"])
def test_fillers_are_matter_elsewhere(entry: dict[str, str]) -> None:
    assert content_of(f"Sở Y tế {entry['drop']} kiểm tra") != content_of("Sở Y tế kiểm tra")


@pytest.mark.parametrize(("before", "after"), DATA["not_the_same"])
def test_what_must_stay_apart_does(before: str, after: str) -> None:
    assert compare_text(before, after).weight == compare_text(after, before).weight == "substance"
