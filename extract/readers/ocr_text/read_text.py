"""A text file that a recognition service or a language model made of a document's pages → the document."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nghiquyet.extract.model import Document, Line, Page, Table, Word
from nghiquyet.extract.readers.layout_blocks import Block
from nghiquyet.extract.readers.ocr_text.boxed_tables import with_plain_boxes
from nghiquyet.extract.readers.ocr_text.decode_bytes import decode_text
from nghiquyet.extract.readers.ocr_text.formulas import without_formulas
from nghiquyet.extract.readers.ocr_text.join_tables import PiecedTable, joined_tables, mended_table
from nghiquyet.extract.readers.ocr_text.lines_to_blocks import pages_to_blocks
from nghiquyet.extract.readers.ocr_text.lone_bars import without_lone_bars
from nghiquyet.extract.readers.ocr_text.model import TextPage, TextTable
from nghiquyet.extract.readers.ocr_text.page_breaks.cell_evidence import Witness
from nghiquyet.extract.readers.ocr_text.page_breaks.named_bodies import BodiesOf
from nghiquyet.extract.readers.ocr_text.page_breaks.own_words import Corpus
from nghiquyet.extract.readers.ocr_text.page_breaks.repair_record import Repair, repairs_to_troubles
from nghiquyet.extract.readers.ocr_text.page_marks import text_to_pages
from nghiquyet.extract.readers.ocr_text.reading_order import counted_pages, runs_of
from nghiquyet.extract.readers.ocr_text.soft_wraps import without_soft_wraps
from nghiquyet.extract.readers.ocr_text.to_blocks import TABLE, lines_to_blocks, page_head
from nghiquyet.extract.readers.ocr_text.unread_tables import unread_tables
from nghiquyet.extract.readers.ocr_text.zones import PlacedLine, place_lines
from nghiquyet.extract.readers.synthetic_layout.set_pages import LaidOut, lay_out


def read_text(data: bytes, name: str, bodies_of: BodiesOf) -> Document:
    """The text ``data`` of the file ``name`` as a document; ``bodies_of`` knows the bodies that its cells name.

    Pages are those that the text tells apart. Raises UnreadableInput where the bytes are no text.
    """
    text = without_formulas(without_lone_bars(with_plain_boxes(decode_text(data, name))))
    written = pages_to_blocks(text_to_pages(text))
    bodies_in = bodies_of(text)
    pages = counted_pages(without_soft_wraps(written))
    witness = Witness(Corpus(_texts(pages)), bodies_in)
    runs = runs_of(pages)
    tables = joined_tables([run.tables for run in runs])
    placed = place_lines([run.lines for run in runs])
    laid = lay_out(_blocks(pages, list(zip(placed, tables, strict=True))))
    numbers = [page.number for page in pages]
    whole, repairs = _mended([t for own in tables for t in own], laid, numbers, witness)
    return Document(
        file=name,
        sha256=hashlib.sha256(data).hexdigest(),
        medium="text",
        pages=tuple(_with_tables(_numbered_page(p, numbers), whole) for p in laid.pages),
        lines=tuple(_numbered(line, numbers) for line in laid.lines),
        tables=whole,
        troubles=(*repairs_to_troubles(repairs, len(text)), *unread_tables(written, bodies_in)),
    )


def _texts(pages: Sequence[TextPage]) -> Iterator[str]:
    for page in pages:
        for block in page.blocks:
            if isinstance(block, TextTable):
                yield from (text for row in block.rows for text in row.texts if text)
            else:
                yield block.text
        yield from (note.text for note in page.notes)


def _blocks(
    pages: Sequence[TextPage], runs: Sequence[tuple[Sequence[PlacedLine], Sequence[PiecedTable]]]
) -> Iterator[Block]:
    """Prose and the places of tables, page by page."""
    open_pages = iter(pages)
    page = next(open_pages)
    yield from page_head(page, first=True)
    for placed, tables in runs:
        numbers = dict.fromkeys(p.line.page for p in placed)
        for number in numbers:
            while page.number < number:
                page = next(open_pages)
                yield from page_head(page, first=False)
            yield from lines_to_blocks([p for p in placed if p.line.page == number])
        for table in tables:
            while page.number < table.page:
                page = next(open_pages)
                yield from page_head(page, first=False)
            yield TABLE
    for page in open_pages:
        yield from page_head(page, first=False)


def _mended(
    tables: Sequence[PiecedTable], laid: LaidOut, numbers: Sequence[int], witness: Witness
) -> tuple[tuple[Table, ...], list[Repair]]:
    found: list[Table] = []
    repairs: list[Repair] = []
    for table, (fragment, above) in zip(tables, laid.fragments, strict=True):
        caption = [_numbered(line, numbers) for line in above]
        whole, done = mended_table(table, fragment.bbox, caption, witness)
        found.append(whole)
        repairs += done
    return tuple(found), repairs


def _numbered(line: Line, numbers: Sequence[int]) -> Line:
    """The line on the page as the text numbers it: pages were set one after the other."""
    if numbers[line.page - 1] == line.page:
        return line
    return Line(tuple(_numbered_word(w, numbers) for w in line.words))


def _numbered_word(word: Word, numbers: Sequence[int]) -> Word:
    return replace(word, page=numbers[word.page - 1])


def _numbered_page(page: Page, numbers: Sequence[int]) -> Page:
    return replace(
        page,
        number=numbers[page.number - 1],
        words=tuple(_numbered_word(w, numbers) for w in page.words),
        furniture=tuple(_numbered(line, numbers) for line in page.furniture),
        footnotes=tuple(_numbered(line, numbers) for line in page.footnotes),
    )


def _with_tables(page: Page, tables: Sequence[Table]) -> Page:
    """The page with the words that tables have on it."""
    own = [w for table in tables for line in _lines_of(table) for w in line.words if w.page == page.number]
    return replace(page, words=(*page.words, *own))


def _lines_of(table: Table) -> Iterator[Line]:
    yield from table.header_lines
    for row in table.rows:
        for column, cell in enumerate(row.cells):
            if cell.columns[0] == column and not cell.carried_down:
                yield from cell.lines
