"""Rows → where the title blocks of enclosed documents begin, wherever on a page they stand.

A decision and the plan that it issues stand in one file, the plan often behind the signature on the same page. Two
signs tell its title block: the note that says with what it was issued, below lines set as a title ("KẾ HOẠCH / Triển
khai … / (Ban hành kèm theo Quyết định số …)", Decree 30/2020/NĐ-CP, appendix I, part III); or the name of a kind of
document alone on a line in capitals behind the end matter or the articles of the one before.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from nghiquyet.extract.language.frame_phrases import match_cue
from nghiquyet.extract.language.numbering.leading import leading_readings
from nghiquyet.extract.outline.paragraphs import is_upper
from nghiquyet.extract.outline.text_rows import Item, Row

# A title block has at most this many rows above the note that ends it. Of 103 published texts the longest has 9.
TITLE_ROWS = 12


def part_openings(items: Sequence[Item]) -> frozenset[int]:
    """The places in ``items`` at which an enclosed document's title block begins; never that of the first document."""
    found: set[int] = set()
    documented = False  # behind articles or an end: what begins now is another document
    for at, item in enumerate(items):
        if not isinstance(item, Row):
            continue
        if not documented:
            documented = _is_article(item) or match_cue("end_matter", item.line.text) is not None
        elif match_cue("issued_with", item.line.text) and (start := _title_start(items, at)) is not None:
            found.add(start)
        elif _names_kind(item) and _is_titled(items, at + 1):
            found.add(at)
    return frozenset(found)


def is_list_title(item: Item) -> bool:
    """True for the title of a list or form ("DANH MỤC …"): an appendix, whether or not it says so."""
    return isinstance(item, Row) and is_upper(item.line) and match_cue("list_title", item.line.text) is not None


def _title_start(items: Sequence[Item], note: int) -> int | None:
    """The first row of the title that ends above ``items[note]``, or None where no title stands there."""
    above = list(takewhile(_may_title, reversed(items[max(0, note - TITLE_ROWS) : note])))
    named = (size for size, row in enumerate(above, start=1) if _names_kind(row) or is_list_title(row))
    size = next(named, 0) or sum(1 for _ in takewhile(_is_capital, above))
    if any(match_cue("appendix", row.line.text) for row in above[: size + 1] if isinstance(row, Row)):
        return None  # an appendix that says so is told by its own line
    return note - size if size else None


def _may_title(item: Item) -> bool:
    """True for a row that may belong to a title: no label, no part of the end matter or the letterhead."""
    if not isinstance(item, Row) or leading_readings(item.line.text):
        return False
    return not any(match_cue(family, item.line.text) for family in ("end_matter", "motto"))


def _is_capital(item: Item) -> bool:
    return isinstance(item, Row) and is_upper(item.line)


def _names_kind(item: Item) -> bool:
    return isinstance(item, Row) and is_upper(item.line) and match_cue("enclosed", item.line.text) is not None


def _is_titled(items: Sequence[Item], at: int) -> bool:
    """True if the row at ``at`` goes on with a title: capitals, or a line set in the middle."""
    item = items[at] if at < len(items) else None
    return isinstance(item, Row) and _may_title(item) and (is_upper(item.line) or item.centred)


def _is_article(row: Row) -> bool:
    labels = leading_readings(row.line.text)
    return bool(labels) and labels[0].style == "article"
