"""Names typed by a person → what the registry makes of each, in a line of Vietnamese."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path

from normalize.agencies import AgencyLinker
from normalize.jurisdiction import Jurisdiction
from normalize.model import Assignment
from output.vietnamese import JUDGEMENTS, number_text


def agency_answers(names: Iterable[str], place: str | None, on: dt.date | None, aliases: Path | None) -> Iterator[str]:
    """A line a name, in the order given: as a document of ``place`` (None: a central body's) dated ``on`` means it."""
    jurisdiction = Jurisdiction(level="province" if place else "central", province=place, as_of=on)
    linker = AgencyLinker(jurisdiction, aliases)
    for name in names:
        yield answer_line(name, linker.resolve_name(name))


def answer_line(name: str, assignment: Assignment) -> str:
    """``Sở Công thương → Sở Công Thương [so-cong-thuong], độ tin cậy 0,98: …`` or what it might be and why."""
    verdict = assignment.name or JUDGEMENTS[assignment.judgement] or "không có trong danh mục"
    identity = f" [{assignment.agency}]" if assignment.agency else ""
    reason = f": {assignment.reason}" if assignment.reason else ""
    candidates = f" (có thể là: {', '.join(assignment.candidates)})" if assignment.candidates else ""
    return f"{name} → {verdict}{identity}, độ tin cậy {number_text(round(assignment.score, 2))}{reason}{candidates}"
