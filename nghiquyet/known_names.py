"""Names that help to read broken text and pictures of pages: the registry of agencies, names of places."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from nghiquyet.extract.readers.ocr_text.page_breaks.named_bodies import BodiesIn, BodiesOf, NamedBody
from nghiquyet.normalize.fields.places import provinces
from nghiquyet.normalize.fields.places.gazetteer import current_units, former_units

# How many times a province's name counts beside a commune's.
PROVINCE = 5


def bodies_for(own_names: Path | None = None) -> BodiesOf:
    """What reads the bodies in a text's cells; ``own_names`` is an office's file of agency names."""

    def bodies_of(text: str) -> BodiesIn:
        from nghiquyet.normalize.fields.agencies import (
            AgencyLinker,  # the registry and its rules: a third of a second to load
        )
        from nghiquyet.normalize.fields.jurisdiction import Jurisdiction

        linker = AgencyLinker(Jurisdiction(province=_province(text)), own_names)

        def bodies_in(cell: str) -> tuple[NamedBody, ...]:
            found = linker.read_cell([cell])
            return tuple(NamedBody(one.text, one.score if one.judgement == "matched" else 0.0) for one in found)

        return bodies_in

    return bodies_of


def known_names() -> Iterator[str]:
    """Names of places and bodies; those of provinces several times, as documents name them oftener than any other."""
    from nghiquyet.normalize.fields.agencies.registry import own_registry

    for province in provinces():
        yield from (province.name,) * PROVINCE
        for unit in (*current_units(province.id), *former_units(province.id)):
            yield unit.name
    for entry in own_registry().entries.values():
        yield entry.name


def _province(text: str) -> str | None:
    """The province that the text names most, the first of several named as often."""
    counts = {place.name: text.count(place.name) for place in provinces()}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else None
