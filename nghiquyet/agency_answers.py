"""Names typed by a person → what the registry makes of each, in a line of Vietnamese."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path

from nghiquyet.errors import UnknownPlace, UnusableAliases
from nghiquyet.normalize.fields.agencies import AgencyLinker, OwnNamesError
from nghiquyet.normalize.fields.jurisdiction import Jurisdiction
from nghiquyet.normalize.fields.places import province_of
from nghiquyet.normalize.model import Agency, Assignment
from nghiquyet.output.files.vietnamese import JUDGEMENTS, date_text, number_text


def agency_answers(names: Iterable[str], place: str | None, on: dt.date | None, aliases: Path | None) -> Iterator[str]:
    """A line a name, in the order given: as a document of ``place`` (None: a central body's) dated ``on`` means it.

    Raises UnknownPlace for a place that is no province, UnusableAliases for a file of own names that can't be used.
    """
    if place is not None and province_of(place, on) is None:
        raise UnknownPlace(f"Không có tỉnh, thành phố nào tên “{place}”; hãy viết đủ dấu, ví dụ --place “Hải Phòng”.")
    jurisdiction = Jurisdiction(level="province" if place else "central", province=place, as_of=on)
    try:
        linker = AgencyLinker(jurisdiction, aliases)
    except OwnNamesError as error:
        raise UnusableAliases(str(error)) from error
    for name in names:
        assignment = linker.resolve_name(name)
        yield answer_line(name, assignment, linker.agency(assignment.agency or ""))


def answer_line(name: str, assignment: Assignment, agency: Agency | None) -> str:
    """``Sở Công thương → Sở Công Thương [hai-phong/so-cong-thuong], độ tin cậy 1: …``, or what it might be and why."""
    verdict = assignment.name or JUDGEMENTS[assignment.judgement] or assignment.text
    identity = f" [{assignment.agency}]" if assignment.agency else ""
    parts = [
        f"{name} → {verdict}{identity}, độ tin cậy {number_text(round(assignment.score, 2))}",
        f": {assignment.reason}" if assignment.reason else ".",
        f" Có thể là: {', '.join(assignment.candidates)}." if assignment.candidates else "",
        f" Từ ngày {date_text(agency.valid_to + dt.timedelta(days=1))} là: {agency.successor}."
        if agency and agency.valid_to and agency.successor
        else "",
    ]
    return "".join(parts)
