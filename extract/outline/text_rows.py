"""A document's lines and tables → rows in reading order, parts of one line joined again, margins measured."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from nghiquyet.extract.model import Document, Line, Table

# Parts of lines whose baselines differ by less than this (points) stand side by side.
SAME_BASELINE = 3.0
# Margins and leading are told from rows alike within this many points.
GRAIN = 2.0
# A gap (points) that parts a row into columns, not only a blank left for a number or a day.
WIDEST_GAP = 60.0
# Fewer rows than this do not tell a page's margins.
FEW_ROWS = 6
# A margin counts if this many rows begin or end there, and this share of them: a stamp at the paper's edge has a few.
RECURS, SHARE = 2, 0.04


@dataclass(frozen=True, slots=True)
class Margins:
    """Where a page's text begins and ends, and the distance between its lines, in points."""

    left: float
    right: float
    leading: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Row:
    """One printed line. ``parts`` are more than one where columns of text stand side by side."""

    parts: tuple[Line, ...]
    margins: Margins
    first_on_page: bool = False

    @property
    def line(self) -> Line:
        return self.parts[0] if len(self.parts) == 1 else Line(tuple(w for p in self.parts for w in p.words))

    @property
    def page(self) -> int:
        return self.parts[0].page

    @property
    def x0(self) -> float:
        return self.parts[0].bbox[0]

    @property
    def x1(self) -> float:
        return self.parts[-1].bbox[2]

    @property
    def base(self) -> float:
        return baseline(self.parts[0])

    @property
    def size(self) -> float:
        return median(w.size for p in self.parts for w in p.words)

    @property
    def centred(self) -> bool:
        """True if the row stands in the middle, away from both margins."""
        left, right = self.x0 - self.margins.left, self.margins.right - self.x1
        whole = all(b.bbox[0] - a.bbox[2] < WIDEST_GAP for a, b in pairwise(self.parts))
        return whole and left > 12 and abs(left - right) < max(16.0, 0.12 * (left + right))


@dataclass(frozen=True, slots=True)
class TablePlace:
    """A table of the document, by its number, where it begins."""

    number: int
    table: Table
    page: int


Item = Row | TablePlace


def baseline(line: Line) -> float:
    """The bottom of the line's words that are not raised."""
    level = [w.bbox[3] for w in line.words if not w.raised]
    return max(level) if level else line.bbox[3]


def document_to_rows(document: Document, lines: Sequence[Line]) -> tuple[Item, ...]:
    """The rows made of ``lines`` (the document's without footnotes) and the places of its tables, in reading order."""
    joined = _side_by_side(lines)
    margins = _margins(document, joined)
    starts: dict[int, list[TablePlace]] = {}
    for number, table in enumerate(document.tables):
        page = table.fragments[0].page if table.fragments else (table.pages[0] if table.pages else 1)
        starts.setdefault(page, []).append(TablePlace(number, table, page))
    by_page: dict[int, list[tuple[Line, ...]]] = {}
    for parts in joined:
        by_page.setdefault(parts[0].page, []).append(parts)
    items: list[Item] = []
    for page in sorted({*by_page, *starts}):
        rows = [Row(parts, margins[page], i == 0) for i, parts in enumerate(by_page.get(page, ()))]
        items += _interleaved(rows, starts.get(page, []))
    return tuple(items)


def _interleaved(rows: Sequence[Row], tables: Iterable[TablePlace]) -> list[Item]:
    """The rows with each table put before the first row that stands below its top."""
    items: list[Item] = list(rows)
    for place in sorted(tables, key=_top):
        at = next((i for i, item in enumerate(items) if isinstance(item, Row) and item.base > _top(place) + 2), None)
        items.insert(len(items) if at is None else at, place)
    return items


def _top(place: TablePlace) -> float:
    return place.table.fragments[0].bbox[1] if place.table.fragments else 0.0


def _side_by_side(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    rows: list[list[Line]] = []
    for line in (line for line in lines if line.words):
        before = rows[-1][-1] if rows else None
        beside = (
            before is not None
            and before.page == line.page
            and abs(baseline(before) - baseline(line)) < SAME_BASELINE
            and line.bbox[0] >= before.bbox[2]
        )
        if beside:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [tuple(parts) for parts in rows]


def _margins(document: Document, rows: Sequence[tuple[Line, ...]]) -> dict[int, Margins]:
    """The margins of every page; a page with few lines takes those of the pages of its width."""
    widths = {page.number: round(page.width) for page in document.pages}
    by_page: dict[int, list[tuple[Line, ...]]] = {}
    by_width: dict[int, list[tuple[Line, ...]]] = {}
    for parts in rows:
        by_page.setdefault(parts[0].page, []).append(parts)
        by_width.setdefault(widths.get(parts[0].page, 0), []).append(parts)
    whole = {width: _measured(own) for width, own in by_width.items()}
    tables = _table_edges(document)
    known = {page.number: page.text_area for page in document.pages if page.text_area is not None}
    found = {}
    for number in {*by_page, *widths}:
        if number in known:
            found[number] = Margins(known[number].left, known[number].right, known[number].leading)
            continue
        own = by_page.get(number, [])
        general = whole.get(widths.get(number, 0), Margins(0.0, 0.0, 0.0))
        if len(own) < FEW_ROWS and number in tables:
            found[number] = Margins(*tables[number], general.leading)
            continue
        page = _measured(own) if len(own) >= FEW_ROWS else general
        left = page.left if abs(page.left - general.left) < 30 else general.left
        right = page.right if abs(page.right - general.right) < 30 else general.right
        found[number] = Margins(left, right, page.leading or general.leading)
    return found


def _table_edges(document: Document) -> dict[int, tuple[float, float]]:
    """(left, right) of the tables on each page that has some."""
    edges: dict[int, tuple[float, float]] = {}
    for fragment in (f for table in document.tables for f in table.fragments):
        left, right = edges.get(fragment.page, (fragment.bbox[0], fragment.bbox[2]))
        edges[fragment.page] = (min(left, fragment.bbox[0]), max(right, fragment.bbox[2]))
    return edges


def _measured(rows: Sequence[tuple[Line, ...]]) -> Margins:
    if not rows:
        return Margins(0.0, 0.0, 0.0)
    lefts = [parts[0].bbox[0] for parts in rows]
    rights = [parts[-1].bbox[2] for parts in rows]
    steps = [
        baseline(b[0]) - baseline(a[0])
        for a, b in pairwise(rows)
        if a[0].page == b[0].page and baseline(b[0]) > baseline(a[0])
    ]
    return Margins(min(_recurring(lefts)), max(_recurring(rights)), _commonest(steps))


def _recurring(places: Sequence[float]) -> list[float]:
    """The places at which several rows begin or end; all of them if none recurs."""
    counts = Counter(round(p / GRAIN) for p in places)
    least = max(RECURS, SHARE * len(places))
    near = [p for p in places if sum(counts[round(p / GRAIN) + step] for step in (-1, 0, 1)) >= least]
    return near or list(places)


def _commonest(steps: Sequence[float]) -> float:
    if not steps:
        return 0.0
    counts = Counter(round(step / GRAIN) for step in steps)
    best = max(counts.items(), key=lambda item: (item[1], -item[0]))[0]
    return median(step for step in steps if round(step / GRAIN) == best)
