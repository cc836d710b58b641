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
from nghiquyet.extract.model import Document, Line, Page, TableFragment, Word
from nghiquyet.extract.page.footnotes import split_footnotes
from nghiquyet.extract.page.furniture import split_furniture
from nghiquyet.extract.page.line_numbers import part_line_numbers
from nghiquyet.extract.page.sheets import Sheet, is_pictured, raw_to_sheet
from nghiquyet.extract.page.words_to_lines import line_to_columns, words_to_lines
from nghiquyet.extract.readers.pdf.damaged_streams import damage_of
from nghiquyet.extract.readers.pdf.flatten import has_hidden_text, viewable_pdf
from nghiquyet.extract.readers.pdf.pdf_pages import PdfPage, pdf_to_raw_pages
from nghiquyet.extract.readers.pdf.split_pages import SplitPage, foreign_pages, medium_of, struck_out, troubles_of
from nghiquyet.extract.tables.classify.heading_lines import HeadingBlock, heading_block
from nghiquyet.extract.tables.classify.heading_rows import header_rows
from nghiquyet.extract.tables.lattice.grid_to_fragment import grid_to_fragment
from nghiquyet.extract.tables.lattice.rulings_to_grids import rulings_to_grids
from nghiquyet.extract.tables.lattice.split_rows import split_tall_rows
from nghiquyet.extract.tables.lattice.unruled import Area, aligned_areas, area_below, area_to_fragment
from nghiquyet.extract.tables.shifted_columns import columns_on_page
from nghiquyet.extract.tables.stitch import stitch

# The densest page met has 4,000 words; a page that claims more than this is no page to read.
WORD_LIMIT = 8_000
# A repeated heading begins no farther than this (points) below the top of its page's table.
HEADING_DEPTH = 45.0

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
    splits = _with_mended_columns(_with_all_unruled(_without_furniture(splits), pdf))
    tables = stitch(_between(splits))
    log.info("%d pages, %d tables", len(splits), len(tables))
    return Document(
        file=name,
        sha256=hashlib.sha256(data).hexdigest(),
        medium=medium_of(splits),
        pages=tuple(s.page for s in splits),
        lines=tuple(line for s in splits for line in s.lines),
        tables=tables,
        troubles=(*damage_of(data), *troubles_of(raw, splits), *struck_out(sheets), *foreign_pages(sheets)),
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
    numbers = [page.number for page in raw]
    return _with_recognised(pdf, numbers, printed, told, names_of, meanwhile), tuple(decisions)


def _with_recognised(
    pdf: bytes,
    numbers: Sequence[int],
    printed: dict[int, Sheet],
    told: Callable[[], None],
    names_of: Callable[[], Iterable[str]],
    meanwhile: Callable[[], None],
) -> list[Sheet]:
    """The sheets of the pages ``numbers``: those that are ``printed``, and the others recognised, all corrected."""
    from nghiquyet.extract.ocr.correct.bigrams import language
    from nghiquyet.extract.ocr.correct.correct_sheets import look_over, mend_together
    from nghiquyet.extract.ocr.recognise_pages import recognise_pages  # brings engines that printed pages do without

    with ThreadPoolExecutor(1) as aside:  # this process would only wait for those that recognise
        known = aside.submit(lambda: language(names_of()))
        aside.submit(meanwhile)
        looks = {}
        for sheet in recognise_pages(pdf, [number for number in numbers if number not in printed]):
            looks[sheet.number] = look_over(sheet, known.result())
            told()
        looks.update((number, look_over(sheet, known.result())) for number, sheet in printed.items())
        return mend_together([looks[number] for number in numbers], known.result())


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
        fragment, left = grid_to_fragment(grid, left, sheet.number, sheet.insets)
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


def _with_all_unruled(splits: Sequence[SplitPage], pdf: bytes) -> list[SplitPage]:
    done: list[SplitPage] = []
    for split in splits:
        done.append(_with_unruled(split, done[-1] if done else None, pdf))
    return done


def _with_unruled(split: SplitPage, before: SplitPage | None, pdf: bytes) -> SplitPage:
    """The page with its tables without vertical rulings found: under a line of headings, or going on from before."""
    words = [w for line in split.lines for w in line.words]
    heading = heading_block(words_to_lines(words), split.page.rulings)
    last = before.fragments[-1] if before is not None and before.fragments else None
    open_before = last is not None and before is not None and last.ruled != "full" and _ends(before, last)
    if heading is None and not open_before:
        return split
    if last is not None and open_before:
        last = replace(last, columns=columns_on_page(last.columns, words))
    fragments: list[TableFragment] = []
    if heading is not None and last is not None and open_before:
        fragments = _rest_above(split, words, heading, last)
        words = _outside(words, fragments)
    for area in _areas(split, words, heading, last if open_before else None, pdf):
        headed = heading is not None and area.top <= heading.bottom and heading.top <= area.bottom
        if headed and heading is not None and open_before and _begins(split, area):
            headed = heading.top - _first_word(area, words) <= HEADING_DEPTH  # lower down, a row reads like headings
        if headed and heading is not None:
            area = replace(area, top=heading.top - 1)
        elif not (open_before and not fragments and _begins(split, area)):
            continue
        known = last.columns if open_before and last is not None and not fragments else ()
        block = heading if headed else None
        fragment = area_to_fragment(area, words, split.page.rulings, split.page.number, block, known)
        if fragment is not None:
            fragments.append(fragment)
            words = _outside(words, [fragment])
    if not fragments:
        return split
    lines = tuple(part for line in words_to_lines(words) for part in line_to_columns(line))
    ordered = sorted([*split.fragments, *fragments], key=lambda f: f.bbox[1])
    return replace(split, fragments=tuple(ordered), lines=lines)


def _rest_above(
    split: SplitPage, words: Sequence[Word], heading: HeadingBlock, last: TableFragment
) -> list[TableFragment]:
    """What a page has of the table before above headings that stand lower down: another table's, or a row like them."""
    above = [w for w in words if w.bbox[3] <= heading.top + 1]
    if split.read == "printed" or not above or heading.top - min(w.bbox[1] for w in above) <= HEADING_DEPTH:
        return []
    area = area_below(None, last.columns, above)
    if area is None or not _begins(split, area):
        return []
    fragment = area_to_fragment(area, above, split.page.rulings, split.page.number, None, last.columns)
    return [fragment] if fragment is not None else []


def _outside(words: Sequence[Word], fragments: Sequence[TableFragment]) -> list[Word]:
    return [w for w in words if not any(f.bbox[1] <= (w.bbox[1] + w.bbox[3]) / 2 <= f.bbox[3] for f in fragments)]


def _areas(
    split: SplitPage, words: Sequence[Word], heading: HeadingBlock | None, last: TableFragment | None, pdf: bytes
) -> list[Area]:
    """The areas an engine finds; where it finds none below the headings or at the page's top, our own."""
    # an engine that reads the text layer sees nothing on a picture
    areas = list(aligned_areas(pdf, split.page.number, split.page.height)) if split.read == "printed" else []
    if heading is not None:
        covered = any(a.top <= heading.bottom and heading.top <= a.bottom for a in areas)
    else:
        covered = any(_begins(split, a) for a in areas)
    own = None if covered else area_below(heading, last.columns if last is not None else (), words)
    return areas if own is None else [own, *areas]


def _first_word(area: Area, words: Sequence[Word]) -> float:
    """Where the text of an area begins: an engine counts the page's number to it."""
    inside = (w.bbox[1] for w in words if area.top - 1 <= w.bbox[1] <= area.bottom)
    return max(area.top, min(inside, default=area.top) - 1)


def _ends(split: SplitPage, fragment: TableFragment) -> bool:
    """True if nothing but furniture stands below the fragment on its page."""
    edge = split.page.height * 0.9
    return not any(fragment.bbox[3] < line.bbox[1] < edge for line in split.lines)


def _begins(split: SplitPage, area: Area) -> bool:
    edge = split.page.height * 0.1
    return not any(edge < line.bbox[3] < area.top for line in split.lines)


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
