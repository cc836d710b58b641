"""Blocks of a medium without places → lines, words and fragments on pages, as a printer would set them.

What reads them downstream reads geometry: margins, indents, what is centred, what stands beside what. The places are
made up and never published: they only say what the file itself says of its layout. A page is as high as what stands on
it, so that no page's end cuts a paragraph or a row; pages begin only where the file says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from nghiquyet.extract.model import BBox, Cell, Document, Line, Medium, Page, TableFragment, TextArea, Trouble
from nghiquyet.extract.page.words_to_lines import line_to_columns
from nghiquyet.extract.readers.layout_blocks import (
    A4,
    Block,
    BlockCell,
    BlockGrid,
    BlockNote,
    BlockPage,
    Furniture,
    NewPage,
    Paragraph,
    SideBySide,
)
from nghiquyet.extract.readers.synthetic_layout.set_lines import (
    ASCENT,
    DESCENT,
    LEADING,
    leading_of,
    paragraph_to_lines,
    wanted_width,
)
from nghiquyet.extract.tables.stitch import stitch

# Free space that tells a paragraph from a broken line: a little more than the outline asks for (paragraphs.WIDE_STEP).
PARAGRAPH_GAP = 6.0
# What a cell keeps free above and below its text, and to its left.
PAD = 3.0
# Tables parted by empty paragraphs alone stand this near: whether they are one is judged by their columns and headings.
NEAR_TABLES = 10.0
# The first of two columns takes so much of the width: text that reaches over the middle would stand in no column.
HALVES = (0.45, 0.6)
# Where a line's lowest letters end, as a part of its height.
FEET = (ASCENT + DESCENT) / LEADING


@dataclass(frozen=True, slots=True)
class LaidOut:
    """Pages (their words are those of ``lines``, notes and tables), lines in reading order, and the tables' fragments.

    Each fragment comes with the lines between it and the one before, as ``stitch`` asks for.
    """

    pages: tuple[Page, ...]
    lines: tuple[Line, ...]
    fragments: tuple[tuple[TableFragment, tuple[Line, ...]], ...]


@dataclass(slots=True)
class _Setting:
    """The page in hand and what has been set so far."""

    sheet: BlockPage = A4
    y: float = A4.top
    number: int = 1
    lines: list[Line] = field(default_factory=list)
    notes: list[Paragraph] = field(default_factory=list)
    furniture: list[Paragraph] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    fragments: list[tuple[TableFragment, tuple[Line, ...]]] = field(default_factory=list)
    all_lines: list[Line] = field(default_factory=list)
    waiting: list[Line] = field(default_factory=list)  # lines since the last fragment
    held: list[Line] = field(default_factory=list)  # lines of this page's tables
    leadings: Counter[float] = field(default_factory=lambda: Counter({leading_of(Paragraph()): 0}))  # by lines
    since_table: float | None = None  # the foot of a table after which only empty paragraphs came
    started: bool = False


def blocks_to_document(
    blocks: Iterable[Block],
    file: str,
    sha256: str,
    medium: Medium,
    troubles: Sequence[Trouble] = (),
    page_count: int | None = None,
) -> Document:
    """The document that ``blocks`` say, its tables stitched; its medium tells that all places are made up.

    ``page_count`` is what the file itself says, if anything.
    """
    laid = lay_out(blocks)
    tables = stitch(laid.fragments)
    return Document(file, sha256, medium, laid.pages, laid.lines, tables, tuple(troubles), page_count)


def lay_out(blocks: Iterable[Block]) -> LaidOut:
    """What stands where, blocks in reading order; there is always one page."""
    setting = _Setting()
    for block in blocks:
        match block:
            case NewPage():
                _turn(setting, block)
            case Paragraph():
                _set_paragraph(setting, block)
            case SideBySide():
                _set_columns(setting, block)
            case BlockGrid():
                _set_grid(setting, block)
            case BlockNote():
                setting.notes.append(block.paragraph)
            case Furniture():
                setting.furniture.append(block.paragraph)
    _finish_page(setting)
    return LaidOut(tuple(setting.pages), tuple(setting.all_lines), tuple(setting.fragments))


def _turn(setting: _Setting, block: NewPage) -> None:
    blank = not (setting.lines or setting.held or setting.notes)
    if setting.started and not (block.after_text and blank):
        _finish_page(setting)
        setting.number += 1
        setting.lines, setting.notes, setting.furniture, setting.held = [], [], [], []
    setting.sheet, setting.y = block.sheet, block.sheet.top
    setting.since_table, setting.started = None, True


def _finish_page(setting: _Setting) -> None:
    sheet = setting.sheet
    notes, top = _stacked(setting, setting.notes, setting.y + PARAGRAPH_GAP)
    height = max(sheet.height, top + sheet.bottom)
    furniture, _ = _stacked(setting, setting.furniture, 0.0)
    words = tuple(w for line in (*setting.lines, *setting.held, *notes, *furniture) for w in line.words)
    area = TextArea(sheet.left, sheet.width - sheet.right, max(setting.leadings, key=setting.leadings.__getitem__))
    setting.pages.append(Page(setting.number, sheet.width, height, words, (), furniture, notes, text_area=area))
    setting.all_lines += setting.lines


def _stacked(setting: _Setting, paragraphs: Iterable[Paragraph], top: float) -> tuple[tuple[Line, ...], float]:
    """Paragraphs under each other, none broken into lines, and where they end."""
    sheet = setting.sheet
    lines: list[Line] = []
    for paragraph in paragraphs:
        found = paragraph_to_lines(paragraph, sheet.left, sheet.text_width, top, setting.number, wrapped=False)
        lines += [line for line in found if line is not None]
        top += leading_of(paragraph) * len(found)
    return tuple(lines), top


def _set_paragraph(setting: _Setting, paragraph: Paragraph) -> None:
    setting.started = True
    if paragraph.empty:
        setting.y += paragraph.above + leading_of(paragraph)
        return
    if setting.lines or setting.held:
        setting.y += paragraph.above if paragraph.align == "centre" else max(paragraph.above, PARAGRAPH_GAP)
    sheet = setting.sheet
    if paragraph.align in ("left", "justified"):
        paragraph = replace(paragraph, right=0.0)  # full lines end at the margin: so it is told that a text goes on
    found = paragraph_to_lines(paragraph, sheet.left, sheet.text_width, setting.y, setting.number)
    _keep(setting, [part for line in found if line is not None for part in line_to_columns(line)])
    setting.y += leading_of(paragraph) * len(found)
    setting.leadings[leading_of(paragraph)] += len(found)


def _keep(setting: _Setting, lines: Sequence[Line]) -> None:
    setting.lines += lines
    setting.waiting += lines
    if lines:
        setting.since_table = None


def _set_columns(setting: _Setting, block: SideBySide) -> None:
    """The columns' lines on common baselines, row by row from left to right.

    Lines are broken at the width that the file gives a column, and narrowed where it stands in less.
    """
    setting.started = True
    sheet = setting.sheet
    own_shares = _own_shares(block)
    pitch = max((leading_of(p) for c in block.columns for p in c.paragraphs), default=leading_of(Paragraph()))
    placed: list[tuple[int, Line]] = []
    x, deepest = sheet.left, 0
    for column, own, share in zip(block.columns, own_shares, _shares(own_shares), strict=True):
        width = sheet.text_width * share
        room = width - 2 * PAD
        row = 0
        for paragraph in column.paragraphs:
            wide = wanted_width(paragraph, max(room, sheet.text_width * own - 2 * PAD))
            for line in paragraph_to_lines(paragraph, 0.0, wide, 0.0, setting.number):
                if line is not None:
                    placed.append((row, _moved(line, x + PAD, setting.y + pitch * (row + FEET), room / wide)))
                row += 1
        deepest = max(deepest, row)
        x += width
    placed.sort(key=lambda item: (item[0], item[1].bbox[0]))
    _keep(setting, [part for _, line in placed for part in line_to_columns(line)])
    setting.y += pitch * deepest


def _own_shares(block: SideBySide) -> list[float]:
    """The columns' parts of the text's width, as the file has them."""
    wide = [max(column.width, 0.0) for column in block.columns]
    whole = sum(wide)
    return [w / whole for w in wide] if whole else [1 / len(wide)] * len(wide)


def _shares(own: list[float]) -> list[float]:
    """The parts that the columns are given: of two the boundary is kept near the middle."""
    if len(own) != 2:
        return own
    first = min(max(own[0], HALVES[0]), HALVES[1])
    return [first, 1 - first]


def _moved(line: Line, x: float, base: float, narrowed: float) -> Line:
    """A line set from 0 on, from ``x`` on, its letters standing on ``base`` and ``narrowed`` times as wide."""
    level = [w for w in line.words if not w.raised] or list(line.words)
    by = base - max(w.bbox[3] for w in level)
    boxes = ((x + narrowed * w.bbox[0], w.bbox[1] + by, x + narrowed * w.bbox[2], w.bbox[3] + by) for w in line.words)
    return Line(tuple(replace(w, bbox=box) for w, box in zip(line.words, boxes, strict=True)))


def _set_grid(setting: _Setting, grid: BlockGrid) -> None:
    setting.started = True
    sheet = setting.sheet
    if setting.since_table is not None:
        setting.y = setting.since_table + NEAR_TABLES
    elif setting.lines:
        setting.y += PARAGRAPH_GAP
    whole = sum(grid.widths) or 1.0
    columns = tuple(sheet.left + x * sheet.text_width / whole for x in accumulate(grid.widths, initial=0.0))
    rows = _row_boundaries(grid, setting.y)
    cells = tuple(_cell(cell, columns, rows, setting.number) for cell in sorted(grid.cells, key=_place))
    box = (columns[0], rows[0], columns[-1], rows[-1])
    fragment = TableFragment(setting.number, box, columns, rows, cells, grid.ruled)
    setting.fragments.append((fragment, tuple(setting.waiting)))
    setting.waiting = []
    setting.held += [line for cell in cells for line in cell.lines]
    setting.y = setting.since_table = rows[-1]


def _place(cell: BlockCell) -> tuple[int, int]:
    return cell.row, cell.column


def _height(cell: BlockCell) -> float:
    return 2 * PAD + sum(leading_of(p) * (p.text.count("\n") + 1) for p in cell.paragraphs)


def _row_boundaries(grid: BlockGrid, top: float) -> tuple[float, ...]:
    """A row is as high as its highest cell; cells over several rows stretch the last of theirs."""
    heights = [leading_of(Paragraph()) + 2 * PAD] * grid.rows
    for cell in sorted(grid.cells, key=lambda c: (c.row_span, c.row, c.column)):
        own = range(cell.row, min(cell.row + cell.row_span, grid.rows))
        missing = _height(cell) - sum(heights[i] for i in own)
        if missing > 0 and own:
            heights[own[-1]] += missing
    return tuple(accumulate(heights, initial=top))


def _cell(cell: BlockCell, columns: Sequence[float], rows: Sequence[float], page: int) -> Cell:
    right, bottom = cell.column + cell.column_span, cell.row + cell.row_span
    box: BBox = (columns[cell.column], rows[cell.row], columns[right], rows[bottom])
    top = box[1] + PAD
    lines: list[Line] = []
    for paragraph in cell.paragraphs:
        found = paragraph_to_lines(paragraph, box[0] + PAD, box[2] - box[0] - 2 * PAD, top, page, wrapped=False)
        lines += [line for line in found if line is not None]
        top += leading_of(paragraph) * len(found)
    return Cell(cell.row, cell.column, cell.row_span, cell.column_span, box, tuple(lines))
