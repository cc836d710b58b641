"""Rows and tables → blocks: letterhead, body, end matter, each appendix and enclosed document in reading order."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Literal

from nghiquyet.extract.language.frame_phrases import match_cue
from nghiquyet.extract.language.numbering.leading import leading_readings
from nghiquyet.extract.model import Line
from nghiquyet.extract.outline.paragraphs import is_upper
from nghiquyet.extract.outline.part_openings import is_list_title, part_openings
from nghiquyet.extract.outline.text_rows import Item, Row, TablePlace

# A letterhead's motto stands within this many rows of the page's top.
HEAD_ROWS = 8
# A letterhead has at most this many rows.
LONGEST_HEAD = 16
# A row that crosses the page's middle by this much (points) on both sides stands in no column.
ACROSS = 20.0

Kind = Literal["head", "body", "end", "appendix", "enclosed"]


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Rows and tables that belong together. An appendix or enclosed document begins with its title."""

    kind: Kind
    items: tuple[Item, ...]
    numeral: str | None = None


def rows_to_blocks(items: Sequence[Item]) -> tuple[TextBlock, ...]:
    """The document cut where its letterhead ends, its end matter begins, and appendices or enclosed documents begin."""
    blocks: list[TextBlock] = []
    openings = part_openings(items)
    at = 0
    while at < len(items):
        kind, end, numeral = _next(items, at, blocks, openings)
        blocks.append(TextBlock(kind, tuple(items[at:end]), numeral))
        at = end
    return tuple(blocks)


def columns(rows: Sequence[Row]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """(left, right) columns of rows that stand side by side, each from the top down."""
    left: list[Row] = []
    right: list[Row] = []
    for row in rows:
        middle = row.margins.middle
        sides: tuple[list[Line], list[Line]] = ([], [])
        for part in row.parts:
            centre = (part.bbox[0] + part.bbox[2]) / 2
            sides[centre > middle and part.bbox[0] > middle - 2 * ACROSS].append(part)
        for side, column in zip(sides, (left, right), strict=True):
            if side:
                column.append(Row(tuple(side), row.margins, row.first_on_page))
    return tuple(left), tuple(right)


def _next(
    items: Sequence[Item], at: int, before: Sequence[TextBlock], openings: Container[int]
) -> tuple[Kind, int, str | None]:
    """(kind, end, numeral) of the block that begins at ``at``."""
    last = before[-1].kind if before else None
    if last != "head" and (end := _head_end(items, at)) is not None:
        return "head", end, None
    if (numeral := _appendix(items, at)) is not None:
        return "appendix", _body_end(items, at + 1, openings), numeral
    item = items[at]
    if at in openings:
        return "appendix" if is_list_title(item) else "enclosed", _body_end(items, at + 1, openings), ""
    if isinstance(item, Row) and _ends_text(item):
        return "end", _end_matter_end(items, at, openings), None
    if before and (last in ("end", "head") and any(b.kind in ("body", "end") for b in before)):
        return _attached(items, at, before), _body_end(items, at + 1, openings), ""
    return "body", _body_end(items, at + 1, openings), None


def _ends_text(row: Row) -> bool:
    """True if recipients or a signature begin in the row."""
    return any(match_cue("end_matter", part.text) for part in row.parts)


def _attached(items: Sequence[Item], at: int, before: Sequence[TextBlock]) -> Kind:
    """What stands behind the end matter without the word Phụ lục: a document of its own, or a list."""
    rows = [i for i in items[at : at + HEAD_ROWS] if isinstance(i, Row)]
    named = any(match_cue("enclosed", r.line.text) and (r.centred or is_upper(r.line)) for r in rows[:4])
    articles = any(
        labels[0].style == "article"
        for block in before
        for i in block.items
        if isinstance(i, Row) and (labels := leading_readings(i.line.text))
    )
    own_head = before[-1].kind == "head"
    return "enclosed" if named or own_head or (articles and not isinstance(items[at], TablePlace)) else "appendix"


def _head_end(items: Sequence[Item], at: int) -> int | None:
    """Where the letterhead that begins at ``at`` ends, or None if there is none."""
    page = items[at].page
    motto = None
    if not (isinstance(items[at], Row) and (at == 0 or items[at - 1].page != page)):
        return None
    for i in range(at, min(len(items), at + HEAD_ROWS)):
        item = items[i]
        if not isinstance(item, Row) or item.page != page:
            break
        if any(match_cue("motto", p.text) or ("VIỆT NAM" in p.text and "NGHĨA" in p.text) for p in item.parts):
            motto = i
            break
    if motto is None:
        return None
    end = motto + 1
    while end < len(items) and end - at < LONGEST_HEAD:
        item = items[end]
        if not isinstance(item, Row) or item.page != page or _across(item):
            break
        end += 1
    return end


def _across(row: Row) -> bool:
    """True if the row crosses the page's middle: it stands in neither half of a letterhead."""
    middle = row.margins.middle
    return any(p.bbox[0] < middle - ACROSS and p.bbox[2] > middle + ACROSS for p in row.parts)


def _appendix(items: Sequence[Item], at: int) -> str | None:
    """The numeral of the appendix whose title begins at ``at`` ("" without one), or None."""
    item = items[at]
    if not isinstance(item, Row):
        return None
    match = match_cue("appendix", item.line.text)
    if match is None:
        return None
    alone = match.end() == len(" ".join(item.line.text.split()))
    title = item.centred or (is_upper(item.line) and item.line.bold) or (alone and item.first_on_page)
    return (match.groupdict().get("numeral") or "") if title else None


def _body_end(items: Sequence[Item], at: int, openings: Container[int]) -> int:
    """The next place at or after ``at`` where another block begins."""
    for i in range(at, len(items)):
        item = items[i]
        if isinstance(item, Row) and _ends_text(item):
            return i
        if i in openings or _appendix(items, i) is not None or _head_end(items, i) is not None:
            return i
    return len(items)


def _end_matter_end(items: Sequence[Item], at: int, openings: Container[int]) -> int:
    """End matter goes on, over a page's end too, up to a title, a letterhead, a table or an appendix."""
    for i in range(at + 1, len(items)):
        item = items[i]
        if i in openings or isinstance(item, TablePlace) or _appendix(items, i) is not None:
            return i
        if item.page != items[i - 1].page and (item.centred or _head_end(items, i) is not None):
            return i
    return len(items)
