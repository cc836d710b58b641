"""Lines that no table took but that have what only tables have → pages on which a table was not read.

Without marks nothing but its headings or its cells tells a table: headings with nothing between them, or bodies and
dates that stand alone, in lines of their own or with wide white beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from nghiquyet.extract.language.column_headings import AGENCY_ROLES, Role, heading_role
from nghiquyet.extract.language.numbering.ordinals import is_ordinal
from nghiquyet.extract.model import Trouble
from nghiquyet.extract.readers.ocr_text.model import TextPage
from nghiquyet.extract.readers.ocr_text.page_breaks.named_bodies import BodiesIn
from nghiquyet.extract.readers.ocr_text.spaced_columns import parts_of
from nghiquyet.extract.tables.continuation.text_flow import WHOLE_DATE_END, WHOLE_DATE_START

# ESTIMATES. Headings of so many roles one after another head a table.
HEADINGS = 3
# So many bodies that stand alone are no letterhead, which has two; so many dates no date of issue.
BODIES, DATES = 3, 2
# What is longer (letters) is a sentence, no heading, name or date.
LONGEST = 60
_HEADS: frozenset[Role] = frozenset(("number", "title", "result", "deadline", *AGENCY_ROLES))
# Lists begin with marks; what ends with one is a sentence or part of one.
_LISTS, _ENDS = ("-", "–", "+", "•", "*", "#", ">", "(", "“"), (".", ",", ";", ":", "*", "”")


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands alone in a line; no text where it can be no cell."""

    text: str
    page: int


def unread_tables(pages: Iterable[TextPage], bodies_in: BodiesIn) -> Iterator[Trouble]:
    """A trouble with the pages of lines of tables that were not read; ``bodies_in`` knows the bodies' names.

    Pages are taken together, as numbers of rows that stand alone may have been taken for those of pages.
    """
    parts = [part for page in pages for line in page.loose for part in _parts(line, page.number)]
    found = sorted({part.page for part in (*_headings(parts), *_cells(parts, bodies_in))})
    if found:
        yield Trouble("table-left-out", tuple(found))


def _parts(line: str, page: int) -> Iterator[_Part]:
    """The parts of a line that white sets apart, but for the numbers of rows."""
    listed = line.strip().startswith(_LISTS)
    for part in parts_of(line):
        text = part.text
        cell = len(text) <= LONGEST and not listed and not text[0].islower() and not text.endswith(_ENDS)
        if not is_ordinal(text):
            yield _Part(text if cell and ":" not in text else "", page)


def _headings(parts: Sequence[_Part]) -> Iterator[_Part]:
    """The last of each run of headings of several roles."""
    run: set[Role] = set()
    for part in parts:
        found = heading_role(part.text) if part.text and not is_ordinal(part.text.split()[0]) else None
        run = {*run, found.role} if found is not None and found.role in _HEADS else set()
        if len(run) >= HEADINGS:
            yield part


def _cells(parts: Sequence[_Part], bodies_in: BodiesIn) -> list[_Part]:
    """Dates, if several stand alone and bodies do so too."""
    dates = [p for p in parts if WHOLE_DATE_START.match(p.text) and WHOLE_DATE_END.search(p.text)]
    bodies = (p for p in parts if len(dates) >= DATES and p.text and _names_bodies(p.text, bodies_in))
    return dates if len(list(islice(bodies, BODIES))) == BODIES else []


def _names_bodies(text: str, bodies_in: BodiesIn) -> bool:
    """True for a text of nothing but names of bodies that are known."""
    named = bodies_in(text)
    return bool(named) and all(body.certain for body in named)
