"""What broken text is mended by: headings' roles, and the registry of agencies."""

from __future__ import annotations

from pathlib import Path

from extract.recognised_text.knowledge import Knowledge, KnowledgeOf, NamedBody
from normalize.agencies import AgencyLinker
from normalize.headings import heading_role, is_heading
from normalize.jurisdiction import Jurisdiction
from normalize.places import provinces


def knowledge_for(own_names: Path | None = None) -> KnowledgeOf:
    """A maker of knowledge for a text; ``own_names`` is an office's file of agency names."""

    def knowledge(text: str) -> Knowledge:
        linker = AgencyLinker(Jurisdiction(province=_province(text)), own_names)

        def bodies(cell: str) -> tuple[NamedBody, ...]:
            found = linker.read_cell([cell])
            return tuple(NamedBody(one.text, one.score if one.judgement == "matched" else 0.0) for one in found)

        return Knowledge(is_heading, _role, bodies)

    return knowledge


def _role(heading: str) -> str | None:
    found = heading_role(heading)
    return found.role if found is not None else None


def _province(text: str) -> str | None:
    """The province that the text names most, the first of several named as often."""
    counts = {place.name: text.count(place.name) for place in provinces()}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else None
