"""Sections → what each one's sentences are: goals, results, rules or neither; and the date of the heading above."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from nghiquyet.extract.language.numbering.alphabet import SMALL
from nghiquyet.extract.language.numbering.roman import LOWER_LIKE
from nghiquyet.normalize.model import Section
from nghiquyet.normalize.prose.heading_topics import listed_topics, speaks_of_rules
from nghiquyet.normalize.prose.targets.masking import lowered

Kind = Literal["goals", "mixed", "other", "results", "rules", "neutral"]
LONGEST_HEADING = 160  # letters; a longer title is a sentence that happens to be numbered
_LABEL = re.compile(rf"^(?:{LOWER_LIKE}|\d+(?:\.\d+)*|{SMALL})[.):/] *|^[-+*•] *")
# What ends the goals of the heading above.
_OTHER = ("task", "purpose", "basis", "form", "plain", "matter")


@dataclass(frozen=True, slots=True)
class SectionKind:
    """What a section stands under: its kind and the headings from its own up to the outermost."""

    kind: Kind
    headings: tuple[str, ...]


def heading_kind(title: str) -> Kind:
    """What a heading opens. "Mục tiêu, nhiệm vụ" is mixed; "Giải pháp thực hiện mục tiêu" is other."""
    text = _LABEL.sub("", lowered(title).strip())
    if not text or len(text) > LONGEST_HEADING:
        return "neutral"
    first, *others = listed_topics(text)
    if first in ("situation", "account"):
        return "results"
    if first == "goal":
        return "mixed" if any(topic in _OTHER for topic in others) else "goals"
    if first in _OTHER and "goal" in others:
        return "mixed"
    if first == "form" or speaks_of_rules(text):
        return "rules"
    return "other" if first in _OTHER else "neutral"


def sections_to_places(sections: Sequence[Section]) -> tuple[SectionKind, ...]:
    """For each section its place; a heading that says nothing takes what the heading above it opened."""
    by_id: dict[str, SectionKind] = {}
    places = []
    for section in sections:
        above = by_id.get(section.parent or "", SectionKind("neutral", ()))
        own = heading_kind(section.title)
        kind = above.kind if own == "neutral" or (above.kind == "results" and own == "goals") else own
        if section.level == 0 and kind == "neutral":
            kind = "results"  # what stands before the first heading tells how things are
        place = SectionKind(kind, (section.title, *above.headings))
        by_id[section.id] = place
        places.append(place)
    return tuple(places)
