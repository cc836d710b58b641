"""Sections and their prose, as a test writes them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from nghiquyet.extract.model import Word
from nghiquyet.extract.outline.model import Note, OutlineSection, Passage
from nghiquyet.normalize.fields.agencies import AgencyLinker
from nghiquyet.normalize.fields.deadlines import DeadlineContext
from nghiquyet.normalize.fields.jurisdiction import Jurisdiction
from nghiquyet.normalize.model import Section, Target, Task, TaskGroup
from nghiquyet.normalize.prose.published_sections import Prose, outline_to_prose

ISSUED = dt.date(2026, 3, 1)


@dataclass(frozen=True)
class Printed:
    sections: tuple[OutlineSection, ...]


def passage(text: str, page: int = 1, top: float = 100.0, table: int | None = None, *notes: Note) -> Passage:
    """One line of words, six points a letter."""
    words, starts, place = [], [], 0
    for part in text.split(" "):
        words.append(Word(part, (place * 6.0, top, (place + len(part)) * 6.0, top + 12), page))
        starts.append(place)
        place += len(part) + 1
    return Passage(text, tuple(words), tuple(starts), notes, table)


def printed(id_: str, *paragraphs: str | Passage, title: str = "", parent: str | None = None) -> OutlineSection:
    label = id_.rsplit(".", 1)[-1]
    made = tuple(passage(p, top=100.0 + 20 * i) if isinstance(p, str) else p for i, p in enumerate(paragraphs, start=1))
    above = parent if parent is not None else (id_.rsplit(".", 1)[0] if "." in id_ else None)
    return OutlineSection(id_, label, id_.count(".") + 1, above, passage(title) if title else Passage(""), made)


def prose(*sections: OutlineSection) -> Prose:
    return outline_to_prose(Printed(sections))


def section(id_: str = "I", text: str = "", title: str = "") -> Section:
    return Section(id=id_, label=id_, title=title, level=1, text=text)


def linker(province: str = "Lâm Đồng") -> AgencyLinker:
    return AgencyLinker(Jurisdiction(province=province, issuer=f"Ủy ban nhân dân tỉnh {province}", as_of=ISSUED))


def time() -> DeadlineContext:
    return DeadlineContext(ISSUED, None)


def task(id_: str = "I.1", title: str = "Rà soát", **fields: Any) -> Task:
    return Task(id=id_, origin=fields.pop("origin", "appendix"), title=title, **fields)


def group(id_: str = "I", title: str = "Cải cách thể chế", **fields: Any) -> TaskGroup:
    return TaskGroup(id=id_, title=title, **fields)


def target(id_: str, indicator: str, value: float | None, unit: str | None = "%", **fields: Any) -> Target:
    statement = fields.pop("statement", f"{value:g}{unit} {indicator}" if value is not None else indicator)
    kind = fields.pop("kind", "quantitative" if value is not None else "qualitative")
    return Target(
        id=id_, section="I", kind=kind, statement=statement, indicator=indicator, value=value, unit=unit, **fields
    )
