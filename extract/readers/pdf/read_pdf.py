"""A PDF file → the document as printed."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from statistics import median

from nghiquyet.extract.decisions.decision import Decision
from nghiquyet.extract.errors import UnreadableInput
from nghiquyet.extract.model import Document, Line, Page, Ruling, TableFragment, Word
from nghiquyet.extract.page.footnotes import split_footnotes
from nghiquyet.extract.page.furniture import split_furniture
from nghiquyet.extract.page.line_numbers import part_line_numbers
from nghiquyet.extract.page.sheets import Sheet, is_pictured, raw_to_sheet
from nghiquyet.extract.page.turned_pages import turn_of
from nghiquyet.extract.page.words_to_lines import line_to_columns, words_to_lines
from nghiquyet.extract.readers.pdf.aligned_text import unread_aligned_text
from nghiquyet.extract.readers.pdf.damaged_streams import damage_of
from nghiquyet.extract.readers.pdf.flatten import has_hidden_text, viewable_pdf
from nghiquyet.extract.readers.pdf.pdf_pages import PdfPage, pdf_to_raw_pages
from nghiquyet.extract.readers.pdf.split_pages import SplitPage, medium_of, sheet_troubles, troubles_of
from nghiquyet.extract.readers.pdf.unruled_tables import with_unruled_tables
from nghiquyet.extract.tables.classify.heading_rows import header_rows
from nghiquyet.extract.tables.lattice.grid_to_fragment import grid_to_fragment
from nghiquyet.extract.tables.lattice.rulings_to_grids import rulings_to_grids
from nghiquyet.extract.tables.lattice.split_rows import split_tall_rows
from nghiquyet.extract.tables.stitch import stitch

# The densest page met has 4,000 words; a page that claims more than this is no page to read.
WORD_LIMIT = 8_000

log = logging.getLogger(__name__)
Progress = Callable[[int, int], None]


def read_pdf(
    data: bytes,
    name: str,
    progress: Progress | None = None,
    names_of: Callable[[], Iterable[str]] = tuple,
    meanwhile: Callable[[], None] = lambda: None,
) -> Document:
    """The PDF ``data`` of the file ``name`` as a document.

    ``names_of`` gives names that recognised words may be parts of,
    ``meanwhile`` is called in a thread of its own while other processes recognise.

    Each page is read by its text layer where that can be trusted, else as a picture. Raises UnreadableInput where there
    is no page to read or no page has text, MissingSystemPart where a picture is to be read and its engine can't.
    """
    pdf = viewable_pdf(data, name)
    raw = list(pdf_to_raw_pages(pdf, name))
    sheets, decisions = _sheets(pdf, raw, progress, names_of, meanwhile)
    sheets = part_line_numbers(sheets)
    splits = [_split(sheet) for sheet in sheets]
    if not any(s.page.words for s in splits):
        raise UnreadableInput(f"Tệp {name} không có chữ nào đọc được; hãy lấy bản rõ hơn rồi chạy lại.")
    splits = _with_mended_columns(with_unruled_tables(_without_furniture(splits)))
    tables = stitch(_between(splits))
    log.info("%d pages, %d tables", len(splits), len(tables))
    return Document(
        file=name,
        sha256=hashlib.sha256(data).hexdigest(),
        medium=medium_of(splits),
        pages=tuple(s.page for s in splits),
        lines=tuple(line for s in splits for line in s.lines),
        tables=tables,
        troubles=(
            *damage_of(data),
            *troubles_of(raw, splits),
            *sheet_troubles(sheets),
            *unread_aligned_text(pdf, splits),
        ),
        decisions=decisions,
    )


def _sheets(
    pdf: bytes,
    raw: Sequence[PdfPage],
    progress: Progress | None,
    names_of: Callable[[], Iterable[str]],
    meanwhile: Callable[[], None],
) -> tuple[list[Sheet], tuple[Decision, ...]]:
    """Every page by its own way, and why: printed pages by their text layer, the others recognised."""
    done = 0

    def told() -> None:
        nonlocal done
        done += 1
        if progress is not None:
            progress(done, len(raw))

    printed: dict[int, Sheet] = {}
    decisions = []
    for page in raw:
        sheet, decision = raw_to_sheet(page, is_pictured(page) and has_hidden_text(pdf, page.number))
        decisions.append(decision)
        if sheet is not None:
            printed[page.number] = sheet
            told()
    if len(printed) == len(raw):
        return list(printed.values()), tuple(decisions)
    log.info("%d of %d pages are recognised", len(raw) - len(printed), len(raw))
    return _with_recognised(pdf, raw, printed, told, names_of, meanwhile), tuple(decisions)


def _with_recognised(
    pdf: bytes,
    raw: Sequence[PdfPage],
    printed: dict[int, Sheet],
    told: Callable[[], None],
    names_of: Callable[[], Iterable[str]],
    meanwhile: Callable[[], None],
) -> list[Sheet]:
    """The sheets of all pages: those that are ``printed``, and the others recognised, all corrected."""
    from nghiquyet.extract.ocr.correct.bigrams import language
    from nghiquyet.extract.ocr.correct.correct_sheets import look_over, mend_together
    from nghiquyet.extract.ocr.recognise_pages import recognise_pages  # brings engines that printed pages do without

    with ThreadPoolExecutor(1) as aside:  # this process would only wait for those that recognise
        known = aside.submit(lambda: language(names_of()))
        aside.submit(meanwhile)
        looks = {}
        for sheet in recognise_pages(pdf, {p.number: _drawn_rulings(p) for p in raw if p.number not in printed}):
            looks[sheet.number] = look_over(sheet, known.result())
            told()
        looks.update((number, look_over(sheet, known.result())) for number, sheet in printed.items())
        return mend_together([looks[page.number] for page in raw], known.result())


def _drawn_rulings(page: PdfPage) -> tuple[Ruling, ...]:
    """The rulings of a page whose letters alone can't be trusted; none of one that is a picture or lies on its side."""
    return () if is_pictured(page) or turn_of(page) else page.rulings


def _split(sheet: Sheet) -> SplitPage:
    overfull, words = len(sheet.words) > WORD_LIMIT, sheet.words[:WORD_LIMIT]
    legible = sheet.read != "unread"
    page = Page(
        sheet.number,
        sheet.width,
        sheet.height,
        words,
        sheet.rulings,
        legible=legible,
        placement=sheet.placement,
        specks=sheet.specks,
        furniture=tuple(Line(words) for words in (*((w,) for w in sheet.overlaid), sheet.line_numbers) if words),
    )
    fragments = []
    left: tuple[Word, ...] = words
    for grid in rulings_to_grids(sheet.rulings):
        fragment, left = grid_to_fragment(grid, left, sheet.number, sheet.insets, sheet.drawn)
        if any(cell.lines for cell in fragment.cells):
            fragments.append(split_tall_rows(fragment))
    lines = tuple(part for line in words_to_lines(left) for part in line_to_columns(line))
    return SplitPage(page, sheet.read, tuple(fragments), lines, overfull)


def _with_mended_columns(splits: Sequence[SplitPage]) -> list[SplitPage]:
    """The splits, lone marks and row numbers of recognised pages mended by their columns."""
    from nghiquyet.extract.ocr.correct.correct_columns import mend_columns
    from nghiquyet.extract.ocr.correct.doubt_full_stops import doubt_lone_stops

    if not any(split.read == "recognised" for split in splits):
        return list(splits)
    fragments = [fragment for split in splits for fragment in split.fragments]
    columns = mend_columns(fragments, lambda fragment: header_rows(fragment))
    mended = iter(doubt_lone_stops(columns))
    return [replace(split, fragments=tuple(next(mended) for _ in split.fragments)) for split in splits]


def _without_furniture(splits: Sequence[SplitPage]) -> list[SplitPage]:
    """Each page's furniture and footnotes taken from its lines."""
    parted = split_furniture([(s.page.height, s.lines) for s in splits])
    sizes = [w.size for s in splits for line in s.lines for w in line.words]
    usual = median(sizes) if sizes else 0.0
    cleared = []
    for split, (lines, furniture) in zip(splits, parted, strict=True):
        text, notes = split_footnotes(lines, split.page.rulings, split.page.height, usual)
        cleared.append(
            replace(
                split,
                page=replace(split.page, furniture=(*split.page.furniture, *furniture), footnotes=notes),
                lines=text,
            )
        )
    return cleared


def _beside(line: Line, fragment: TableFragment) -> bool:
    return fragment.bbox[1] <= (line.bbox[1] + line.bbox[3]) / 2 <= fragment.bbox[3]


def _between(splits: Sequence[SplitPage]) -> list[tuple[TableFragment, tuple[Line, ...]]]:
    """Each fragment with the text lines between it and the fragment before; what stands beside one is not between."""
    placed = []
    waiting: list[Line] = []
    for split in splits:
        rest = [line for line in split.lines if not any(_beside(line, fragment) for fragment in split.fragments)]
        for fragment in split.fragments:
            above = [line for line in rest if line.bbox[3] <= fragment.bbox[1] + 2]
            rest = [line for line in rest if line not in above]
            placed.append((fragment, tuple(waiting + above)))
            waiting = []
        waiting += rest
    return placed
