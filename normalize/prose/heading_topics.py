"""A heading → what it is about: work, goals, results, rules … One answer for whoever reads what stands under it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from nghiquyet.extract.language.packaged_yaml import packaged_yaml

DATA = Path(__file__).with_name("heading_words.yaml")
Topic = Literal["task", "purpose", "goal", "situation", "account", "basis", "form", "plain", "matter"]
# A longer heading is a sentence that happens to be numbered.
LONGEST_HEADING = 300
# Words of rules begin within the first so many letters of a heading, topics of a list within so many.
FIRST, LISTED = 30, 80
_BESIDE = re.compile(r"(?:,|;|-|–| và| &) *")


def heading_topic(title: str, before: tuple[str, ...] = ("fillers",)) -> Topic | None:
    """What a heading is about, or None if its words say nothing of it; ``before`` names families of filling words."""
    text = " ".join(title.casefold().split())
    if not text or len(text) > LONGEST_HEADING:
        return None
    found, rest = _topic(text), text
    while found is None and (filler := _begins(*before).match(rest)) and rest[filler.end() :].strip():
        rest = rest[filler.end() :].lstrip()
        found = _topic(rest)
    matter = any(_begins("matter").match(one) for one in (text, rest))
    return found or ("matter" if matter else None)


def listed_topics(title: str) -> tuple[Topic | None, ...]:
    """What each part of a heading is about: "Mục tiêu, nhiệm vụ" gives a goal and a task."""
    return tuple(heading_topic(part, ("fillers", "goal_fillers")) for part in _BESIDE.split(title[:LISTED]))


def speaks_of_rules(title: str) -> bool:
    """True if a word of rules, prices or scores stands among a heading's first ones."""
    small = title.casefold()
    never = [m.start() for m in _anywhere("never_rules").finditer(small)]
    return any(m.start() <= FIRST and m.start() not in never for m in _anywhere("rules").finditer(small))


def _topic(text: str) -> Topic | None:
    found = [(len(m.group()), topic) for topic in _topics() if (m := _begins(topic).match(text))]
    return max(found)[1] if found else None


def _topics() -> tuple[Topic, ...]:
    return tuple(topic for topic in get_args(Topic) if topic != "matter")


@cache
def _begins(*families: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_alternatives(families)})(?!\w)")


@cache
def _anywhere(*families: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_alternatives(families)})(?!\w)")


def _alternatives(families: tuple[str, ...]) -> str:
    every = [str(word) for family in families for word in _lexicon()[family]]
    return "|".join(re.escape(word) for word in sorted(every, key=lambda w: (-len(w), w)))


@cache
def _lexicon() -> dict[str, list[str]]:
    lexicon: dict[str, list[str]] = packaged_yaml(DATA)
    return lexicon
