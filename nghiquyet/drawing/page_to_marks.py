"""What was seen and decided on a page → marks: words, edges of cells, rows, joins, sections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nghiquyet.drawing.marks import Mark
from nghiquyet.explain.wording import choice_text
from nghiquyet.extract.decisions.decision import Decision
from nghiquyet.extract.model import BBox, Cell, Document, Page, Ruling, TableFragment, Word, union
from nghiquyet.meaning import Meaning
from nghiquyet.output.files.vietnamese import number_text

# A recognised word is drawn by its confidence: from the first bound on it is sure, and so on. The first is where dirt
# ends (normalize.tables.row_kinds), the last where words are hopeless; the one between is an estimate.
CONFIDENCES = ((0.9, "word_sure"), (0.75, "word_fair"), (0.5, "word_weak"), (0.0, "word_poor"))
# An edge of a cell lies on a ruling that is no farther off than this (points) and runs along half of it.
NEAR, ALONG = 3.5, 0.5
GIVEN = ("text", "docx")
_ROWS = {kind: f"row_{kind}" for kind in ("group", "task", "subtask", "same_number")}
_JOINS = {"table_join": "bảng", "row_join": "dòng"}


def page_to_marks(meaning: Meaning, page: Page, words: Sequence[Word]) -> tuple[Mark, ...]:
    """Every mark on ``page`` of the document, its ``words`` as they are shown, in no particular order."""
    document = meaning.document
    parts = parts_on(document, page.number)
    return (
        *_headings(document, parts, page.number),
        *_columns(meaning, parts),
        *_decided(meaning.decisions, page.number, parts),
        *(mark for word in words for mark in _of_word(word)),
        *(Mark("word_dirt", word.bbox) for word in page.specks),
        *(Mark("furniture", line.bbox) for line in page.furniture),
        *(Mark("footnote", line.bbox) for line in page.footnotes),
        *_edges(parts, page.rulings, document.medium in GIVEN),
    )


@dataclass(frozen=True, slots=True)
class TablePart:
    """The cells that a table has on a page, ``table`` its number from 1."""

    table: int
    columns: tuple[float, ...]
    cells: tuple[Cell, ...]

    @property
    def bbox(self) -> BBox:
        return union([cell.bbox for cell in self.cells])


def parts_on(document: Document, page: int) -> tuple[TablePart, ...]:
    """What tables have on a page; one of recognised text is a single fragment, whose rows stand on several pages."""
    tables = enumerate(document.tables, start=1)
    every = ((number, f, _cells_on(f, page)) for number, table in tables for f in table.fragments)
    return tuple(TablePart(number, fragment.columns, cells) for number, fragment, cells in every if cells)


def _cells_on(fragment: TableFragment, page: int) -> tuple[Cell, ...]:
    pages = {line.page for cell in fragment.cells for line in cell.lines}
    if pages <= {fragment.page}:
        return fragment.cells if fragment.page == page else ()
    rows = {cell.row for cell in fragment.cells if any(line.page == page for line in cell.lines)}
    return tuple(cell for cell in fragment.cells if cell.row in rows)


def page_to_heading(meaning: Meaning, page: Page) -> str:
    """``10-CTr-DU.pdf – trang 8/17 – trang in, đọc lớp chữ``."""
    document = meaning.document
    kinds = (d for d in meaning.decisions if d.kind == "page_kind" and d.subject.id == str(page.number))
    kind = next((choice_text(d.chosen) for d in kinds), "trang do chương trình dàn")
    unread = "" if page.legible else " – không đọc được"
    return f"{document.file} – trang {page.number}/{len(document.pages)} – {kind}{unread}"


def _of_word(word: Word) -> Iterator[Mark]:
    if word.confidence is None:
        yield Mark("word_printed", word.bbox)
    else:
        confidence = word.confidence
        yield Mark(next(style for least, style in CONFIDENCES if confidence >= least), word.bbox)
    if word.recognised:
        yield Mark("word_corrected", word.bbox)


def _headings(document: Document, parts: Sequence[TablePart], page: int) -> Iterator[Mark]:
    """A box around the cells with the heading lines that a table has on the page."""
    for part in parts:
        lines = {line for line in document.tables[part.table - 1].header_lines if line.page == page}
        cells = [cell.bbox for cell in part.cells if lines & set(cell.lines)]
        if cells:
            yield Mark("row_heading", union(cells), f"bảng {part.table}: tiêu đề")


def _columns(meaning: Meaning, parts: Sequence[TablePart]) -> Iterator[Mark]:
    """The role of each column, above what its table has on the page."""
    for decision in meaning.decisions:
        if decision.kind != "column_role":
            continue
        column = int(decision.subject.field.removeprefix("column ")) - 1
        for part in parts:
            if str(part.table) == decision.subject.id and column + 1 < len(part.columns):
                left, right = part.columns[column : column + 2]
                yield Mark("column", (left, part.bbox[1], right, part.bbox[1]), choice_text(decision.chosen))


def _decided(decisions: Sequence[Decision], page: int, parts: Sequence[TablePart]) -> Iterator[Mark]:
    told: set[tuple[str, BBox]] = set()
    for decision in decisions:
        for mark in _of_decision(decision, page, parts):
            if (mark.style, mark.bbox) not in told:  # a row's join is told with the table and with the task
                told.add((mark.style, mark.bbox))
                yield mark


def _of_decision(decision: Decision, page: int, parts: Sequence[TablePart]) -> Iterator[Mark]:
    boxes = [s.bbox for s in decision.spots if s.page == page and s.bbox is not None]
    match decision.kind:
        case "row_kind":
            record = decision.subject.id if decision.subject.record != "table" else ""
            label = f"{choice_text(decision.chosen)} {record}".strip()
            wide = (_as_wide(box, parts) for box in boxes)
            yield from (Mark(_ROWS.get(decision.chosen, "row_other"), box, label) for box in wide)
        case "section_label":
            yield from (Mark("section", box, f"mục {decision.subject.id}") for box in boxes)
        case "table_join" | "row_join":
            score = "" if decision.score is None else f" {number_text(round(decision.score, 2))}"
            label = f"{choice_text(decision.chosen)} {_JOINS[decision.kind]}{score}"
            yield from (Mark(decision.chosen, _cut(decision, page, box), label) for box in boxes)
        case "cell_join":
            yield from (Mark(decision.chosen, _cut(decision, page, box)) for box in boxes)
        case _:
            return


def _as_wide(box: BBox, parts: Sequence[TablePart]) -> BBox:
    """A row's box, as wide as the table that it stands in: its empty cells are its own too."""
    middle = (box[1] + box[3]) / 2
    own = next((part.bbox for part in parts if part.bbox[1] <= middle <= part.bbox[3]), None)
    return box if own is None else (own[0], box[1], own[2], box[3])


def _cut(decision: Decision, page: int, box: BBox) -> BBox:
    """The edge of a box at the page's end: its upper one, or the lower one where it goes on overleaf."""
    goes_on = any(spot.page > page for spot in decision.spots)
    edge = box[3] if goes_on else box[1]
    return (box[0], edge, box[2], edge)


def _edges(parts: Sequence[TablePart], rulings: Sequence[Ruling], given: bool) -> Iterator[Mark]:
    """Each edge of a cell once, by what it was told by; rulings on which none lies, as they were drawn."""
    used: set[int] = set()
    done: set[BBox] = set()
    for edge in (e for part in parts for cell in part.cells for e in _sides(cell.bbox)):
        if edge in done:
            continue
        done.add(edge)
        under = [i for i, ruling in enumerate(rulings) if _lies_on(edge, ruling)]
        used.update(under)
        yield Mark("edge_given" if given else "edge_ruled" if under else "edge_inferred", edge)
    for i, ruling in enumerate(rulings):
        if i not in used:
            yield Mark("ruling", _middle(ruling))


def _sides(box: BBox) -> Iterator[BBox]:
    x0, top, x1, bottom = (round(edge, 1) for edge in box)
    yield from ((x0, top, x1, top), (x0, bottom, x1, bottom), (x0, top, x0, bottom), (x1, top, x1, bottom))


def _lies_on(edge: BBox, ruling: Ruling) -> bool:
    level = edge[1] == edge[3]
    if level != ruling.horizontal:
        return False
    line = _middle(ruling)
    off, start, end = (1, 0, 2) if level else (0, 1, 3)
    shared = min(edge[end], line[end]) - max(edge[start], line[start])
    return abs(edge[off] - line[off]) <= NEAR and shared >= ALONG * (edge[end] - edge[start])


def _middle(ruling: Ruling) -> BBox:
    """The line in the middle of a stroke."""
    x, y = (ruling.x0 + ruling.x1) / 2, (ruling.top + ruling.bottom) / 2
    return (ruling.x0, y, ruling.x1, y) if ruling.horizontal else (x, ruling.top, x, ruling.bottom)
