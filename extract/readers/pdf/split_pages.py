"""The pages of a PDF, taken apart → what kind of file it is, and what about it a person must know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from nghiquyet.extract.model import Line, Medium, Page, TableFragment, Trouble
from nghiquyet.extract.page.sheets import Sheet
from nghiquyet.extract.readers.pdf.legibility import unmapped
from nghiquyet.extract.readers.pdf.pdf_pages import PdfPage
from nghiquyet.extract.tables.classify.heading_lines import OVER_ALL

# So many rulings over the whole width with text above and below them are a table's: a page has a frame, a letterhead's
# line, a line over its footnotes.
RULED = 4


@dataclass(frozen=True, slots=True)
class SplitPage:
    """A page taken apart: its tables' fragments and the lines outside them."""

    page: Page
    read: Literal["printed", "recognised", "unread"]
    fragments: tuple[TableFragment, ...]
    lines: tuple[Line, ...]
    overfull: bool = False


def medium_of(splits: Sequence[SplitPage]) -> Medium:
    """Whether the pages were printed, scanned or both."""
    pictured = [s.read != "printed" for s in splits]
    if not any(pictured):
        return "born_digital"
    return "scanned" if all(pictured) else "mixed"


def troubles_of(raw: Sequence[PdfPage], splits: Sequence[SplitPage]) -> tuple[Trouble, ...]:
    """What a person must know of the pages as they were found and as they were read."""
    found = []
    overfull = tuple(r.number for r, s in zip(raw, splits, strict=True) if r.overfull or s.overfull)
    unread = {s.page.number for s in splits if not s.page.legible}
    broken = tuple(r.number for r in raw if r.broken and r.number in unread)
    illegible = tuple(sorted(unread - set(broken)))
    empty = tuple(_empty_between(raw))
    partly = tuple(s.page.number for s in splits if unmapped(w.text for w in s.page.words))
    if partly:
        found.append(Trouble("letters-unmapped", partly))
    if overfull:
        found.append(Trouble("page-overfull", overfull))
    if broken:
        found.append(Trouble("page-broken", broken))
    if empty:
        found.append(Trouble("page-empty", empty))
    if illegible:
        found.append(Trouble("page-illegible", illegible))
    if ruled := tuple(s.page.number for s in splits if s.read == "recognised" and _ruled_in_vain(s)):
        found.append(Trouble("ruled-page-without-table", ruled))
    return tuple(found)


def _empty_between(raw: Sequence[PdfPage]) -> Iterator[int]:
    """The numbers of pages on which nothing at all is drawn, not even a space, with pages before and behind them."""
    filled = [page.number for page in raw if page.filled]
    for page in raw:
        if not page.filled and not page.broken and filled and filled[0] < page.number < filled[-1]:
            yield page.number


def sheet_troubles(sheets: Sequence[Sheet]) -> Iterator[Trouble]:
    """What a person must know of the words that were found on the pages."""
    yield from _struck_out(sheets)
    yield from _foreign_pages(sheets)


def _foreign_pages(sheets: Sequence[Sheet]) -> Iterator[Trouble]:
    """The pages whose text is of another language, as one trouble."""
    pages = tuple(sheet.number for sheet in sheets if sheet.foreign)
    if pages:
        yield Trouble("page-foreign", pages)


def _struck_out(sheets: Sequence[Sheet]) -> Iterator[Trouble]:
    """The words that are struck out, which are left out of the text; a trouble a page."""
    for sheet in sheets:
        if sheet.struck:
            yield Trouble("text-struck-out", (sheet.number,), " ".join(word.text for word in sheet.struck))


def _ruled_in_vain(split: SplitPage) -> bool:
    """True for a page on which no table was found, though as many rulings cross its text as only tables have."""
    words = split.page.words
    if split.fragments or not words:
        return False
    wide = max(w.bbox[2] for w in words) - min(w.bbox[0] for w in words)
    heights = [r.top for r in split.page.rulings if r.horizontal and r.length >= OVER_ALL * wide]
    between = [y for y in heights if any(w.bbox[1] < y for w in words) and any(w.bbox[3] > y for w in words)]
    return len(between) >= RULED
