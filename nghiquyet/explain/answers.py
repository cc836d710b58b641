"""A document read, and a question about a record of it → the answer in lines of Vietnamese."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nghiquyet.explain.records import Asked, NamedRecord
from nghiquyet.explain.wording import decision_to_lines
from nghiquyet.extract.decisions.decision import Decision, Spot
from nghiquyet.extract.model import BBox, Document, union
from nghiquyet.meaning import Meaning
from nghiquyet.normalize.model import Box
from nghiquyet.normalize.tables.row_decisions import field_of
from nghiquyet.output.files.vietnamese import address_in_vietnamese, field_name, number_text

KINDS = {
    "task": "Nhiệm vụ",
    "target": "Chỉ tiêu",
    "group": "Nhóm nhiệm vụ",
    "section": "Mục",
    "table": "Bảng",
    "page": "Trang",
}
LONGEST_TITLE = 80
# Media whose pages were never printed: no place on them is told.
WITHOUT_PLACES = ("text", "docx")


def answer_lines(asked: Asked, meaning: Meaning) -> Iterator[str]:
    """A heading with the place, every decision about what was asked, and the doubts that it still bears."""
    record, name = asked.record, asked.field
    yield _heading(record, name)
    boxes = [box for one, found in record.where.items() if name in ("", one) for box in found]
    yield from (f"  ở: {place}" for place in dict.fromkeys(map(_box_text, boxes if name else _by_page(boxes))))
    decisions = list(_about(asked, meaning.decisions))
    for decision in decisions:
        lines = list(decision_to_lines(decision))
        own = decision.subject.field if not name and decision.subject.record == record.kind else ""
        yield f"  {_field_name(own)} – {lines[0]}" if own else f"  {lines[0]}"
        yield from (f"  {line}" for line in lines[1:])
        if not boxes:
            yield from (f"    ở: {place}" for place in _spots_text(decision.spots, meaning.document))
    if not decisions:
        yield "  không có lựa chọn nào được ghi lại"
    yield from (f"  cần xem lại: {r.message}" for r in record.review if name in ("", r.field.partition(".")[0]))


def _heading(record: NamedRecord, name: str) -> str:
    long = len(record.title) > LONGEST_TITLE
    title = record.title[:LONGEST_TITLE].rsplit(" ", 1)[0] + " …" if long else record.title
    quoted = f" “{title}”" if title else ""
    return f"{KINDS[record.kind]} {record.id}{quoted}{', ' + _field_name(name) if name else ''}"


def _field_name(name: str) -> str:
    return address_in_vietnamese(name) if name.startswith(("row ", "column ")) else field_name(name)


def _about(asked: Asked, decisions: Iterable[Decision]) -> Iterator[Decision]:
    """The decisions about a record or field, after those about the column that a field's words stand in."""
    record, name = asked.record, asked.field
    decisions = tuple(decisions)
    own = [d for d in decisions if (d.subject.record, d.subject.id) == (record.kind, record.id)]
    tables = {d.subject.within for d in own} if name else set()
    for decision in decisions:
        if decision.kind == "column_role" and decision.subject.id in tables and field_of(decision.chosen) == name:
            yield decision
    yield from (d for d in own if name in ("", d.subject.field))


def _by_page(boxes: Iterable[Box]) -> Iterator[Box]:
    """One box a page around all of them; those with an address, or without a place, as they are."""
    edges: dict[int, list[BBox]] = {}
    for box in boxes:
        if box.page is None or box.bbox is None or box.address:
            yield box
        else:
            edges.setdefault(box.page, []).append(box.bbox)
    yield from (Box(page=page, bbox=union(own)) for page, own in sorted(edges.items()))


def _box_text(box: Box) -> str:
    page = f"trang {box.page}" if box.page is not None else ""
    address = address_in_vietnamese(box.address) if box.address else ""
    return ", ".join(part for part in (page, address, _edges(box.bbox)) if part)


def _spots_text(spots: Iterable[Spot], document: Document) -> Iterator[str]:
    """The places on the pages as filed; of media without places the page alone, if it has one."""
    placements = {page.number: page.placement for page in document.pages}
    for spot in spots:
        if document.medium == "docx":
            return
        bbox = spot.bbox if document.medium not in WITHOUT_PLACES else None
        if bbox is not None and spot.page in placements:
            bbox = placements[spot.page].box(bbox)
        yield ", ".join(part for part in (f"trang {spot.page}", _edges(bbox)) if part)


def _edges(bbox: tuple[float, float, float, float] | None) -> str:
    return f"[{'; '.join(number_text(round(edge, 1)) for edge in bbox)}]" if bbox is not None else ""
