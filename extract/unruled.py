"""Tables without vertical rulings: where they stand and where their columns part. The one door to camelot.

camelot's network parser finds areas whose text is aligned in columns; it is asked only about pages where a line of
column headings stands outside every drawn grid, and is imported only then.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.bands import row_boundaries
from extract.header import HeadingTest
from extract.model import Cell, Line, Ruling, TableFragment, Word
from extract.words_to_lines import words_to_lines

# Parts of the letter's size: a gap that parts two headings.
HEADING_GAP = 0.55
# Headings of more lines than this are none.
HEADING_LINES = 4
FEWEST_HEADINGS = 3
# A ruling that spans this share of the table's width parts rows.
ROW_RULING = 0.6
# The share of a table's lines that may cross a column's border: headings of groups, merged cells.
CROSSING = 0.12
# A white strip that parts columns: how many lines it must run between words of, and its width in points.
STRIP_LINES = 6
STRIP_WIDTH = 1.5


@dataclass(frozen=True, slots=True)
class Area:
    """An area whose text stands in columns: its height on the page and its columns' borders, in points."""

    top: float
    bottom: float
    columns: tuple[float, ...]


def heading_line(lines: Sequence[Line], is_heading: HeadingTest) -> Line | None:
    """The first line of column headings among ``lines`` of a page, uncut at gaps, or None."""
    for i, line in enumerate(lines):
        spans = _segments(line)
        if len(spans) < FEWEST_HEADINGS:
            continue
        known = 0
        for words in spans:
            x0, x1 = words[0].bbox[0] - 8, words[-1].bbox[2] + 8
            text = " ".join(w.text for w in words)
            longer = [text]
            for below in lines[i + 1 : i + HEADING_LINES]:
                own = [w.text for w in below.words if x0 <= (w.bbox[0] + w.bbox[2]) / 2 <= x1]
                text = " ".join([text, *own])
                longer.append(text)
            known += any(is_heading(t) for t in longer)
        if known * 2 > len(spans):
            return line
    return None


def _segments(line: Line) -> list[list[Word]]:
    segments = [[line.words[0]]]
    for a, b in pairwise(line.words):
        if b.bbox[0] - a.bbox[2] > HEADING_GAP * max(a.size, b.size):
            segments.append([b])
        else:
            segments[-1].append(b)
    return segments


def aligned_areas(data: bytes, page: int, height: float) -> tuple[Area, ...]:
    """The areas of a page (counted from 1, ``height`` points high) whose text is aligned in three columns or more."""
    import camelot

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tables = camelot.read_pdf(  # type: ignore[attr-defined]
                io.BytesIO(data), pages=str(page), flavor="network"
            )
            found = [_area(t, height) for t in tables]
    except Exception:  # an engine's failure on a page is no table found there
        return ()
    return tuple(sorted((a for a in found if len(a.columns) > FEWEST_HEADINGS), key=lambda a: a.top))


def _area(table: object, height: float) -> Area:
    x0, y0, x1, y1 = (float(v) for v in table._bbox)  # type: ignore[attr-defined]
    starts = [float(c[0]) for c in table.cols]  # type: ignore[attr-defined]
    return Area(height - y1, height - y0, (min(x0, starts[0]), *starts[1:], x1))


def area_to_fragment(
    area: Area, words: Sequence[Word], rulings: Sequence[Ruling], page: int, known: Sequence[float] = ()
) -> TableFragment | None:
    """The fragment in an area, None if its text does not keep to columns. ``known``: columns of the page before."""
    area, ruled = _to_rulings(area, rulings)
    inside = [w for w in words if area.top - 1 <= (w.bbox[1] + w.bbox[3]) / 2 <= area.bottom + 1]
    if not inside:
        return None
    lines = words_to_lines(inside)
    if known and _crossed(lines, known[1:-1]) <= CROSSING:
        columns = tuple(known)
    else:
        columns = _parted_by_white(_in_the_white(area.columns, lines), lines)
    if len(columns) < FEWEST_HEADINGS + 1 or _crossed(lines, columns[1:-1]) > CROSSING:
        return None
    left, right = min(columns[0], *(w.bbox[0] - 1 for w in inside)), max(columns[-1], *(w.bbox[2] + 1 for w in inside))
    columns = (left, *columns[1:-1], right)
    by_column = [words_to_lines([w for w in inside if _within(w, a, b)]) for a, b in pairwise(columns)]
    rows = ruled if len(ruled) > 2 else row_boundaries(by_column, area.top - 1, area.bottom + 1)
    cells = _cells(columns, rows, inside)
    box = (columns[0], rows[0], columns[-1], rows[-1])
    return TableFragment(page, box, columns, rows, cells, "horizontal" if len(ruled) > 2 else "none")


def _to_rulings(area: Area, rulings: Sequence[Ruling]) -> tuple[Area, tuple[float, ...]]:
    """The area reaching as far as the rulings between its rows do, and the places of these."""
    left, right = area.columns[0], area.columns[-1]
    long = [
        r for r in rulings if r.horizontal and r.length >= ROW_RULING * (right - left) and r.x0 < right and r.x1 > left
    ]
    own = [r for r in long if area.top - 8 < r.top < area.bottom + 8]
    if len(own) < 2:
        return area, ()
    x0, x1 = own[0].x0, own[0].x1
    places = sorted((r.top + r.bottom) / 2 for r in long if abs(r.x0 - x0) < 6 and abs(r.x1 - x1) < 6)
    return Area(min(area.top, places[0]), max(area.bottom, places[-1]), area.columns), _spread(places)


def _spread(places: Sequence[float]) -> tuple[float, ...]:
    spread = [places[0]]
    for place in places[1:]:
        if place - spread[-1] > 4:
            spread.append(place)
    return tuple(spread)


def _within(word: Word, left: float, right: float) -> bool:
    return left <= (word.bbox[0] + word.bbox[2]) / 2 < right


def _crossed(lines: Sequence[Line], borders: Sequence[float]) -> float:
    """The share of lines in which a word, or a run of words a space apart, stands across a border."""
    crossed = 0
    for line in lines:
        spans = [(s[0].bbox[0], s[-1].bbox[2]) for s in _tight(line)]
        crossed += any(a < x - 0.5 and x + 0.5 < b for a, b in spans for x in borders)
    return crossed / max(len(lines), 1)


def _tight(line: Line) -> list[list[Word]]:
    """Runs of words no farther apart than a space."""
    runs = [[line.words[0]]]
    for a, b in pairwise(line.words):
        if b.bbox[0] - a.bbox[2] > 0.32 * max(a.size, b.size):
            runs.append([b])
        else:
            runs[-1].append(b)
    return runs


def _in_the_white(borders: Sequence[float], lines: Sequence[Line]) -> tuple[float, ...]:
    """Inner borders moved to the middle of the white that parts their columns."""
    moved = [borders[0]]
    for border in borders[1:-1]:
        reach = 25.0
        ends = [w.bbox[2] for line in lines for w in line.words if border - reach < w.bbox[2] <= border + 1]
        starts = [w.bbox[0] for line in lines for w in line.words if border - 1 <= w.bbox[0] < border + reach]
        if ends and starts and max(ends) < min(starts):
            moved.append((max(ends) + min(starts)) / 2)
        else:
            moved.append(border - 1)
    return (*moved, borders[-1])


def _parted_by_white(columns: Sequence[float], lines: Sequence[Line]) -> tuple[float, ...]:
    """The columns, each cut where a white strip runs down it through all lines that have words on both its sides.

    Spaces of as many lines as ``STRIP_LINES`` fall on one place by chance in less than one of 100,000 columns
    (a space is a seventh of a line's width).
    """
    cut = [columns[0]]
    for left, right in pairwise(columns):
        rows = [[w for w in line.words if _within(w, left, right)] for line in lines]
        cut += [*_strips([row for row in rows if row]), right]
    return tuple(cut)


def _strips(rows: Sequence[Sequence[Word]]) -> list[float]:
    """The middles of white strips that no word crosses and that many lines have words on both sides of."""
    places = sorted({w.bbox[2] for row in rows for w in row})
    strips: list[float] = []
    for place in places:
        beyond = [w.bbox[0] for row in rows for w in row if w.bbox[0] >= place]
        crossing = any(w.bbox[0] < place + 0.1 < w.bbox[2] for row in rows for w in row)
        if crossing or not beyond or min(beyond) - place < STRIP_WIDTH:
            continue
        parted = sum(row[0].bbox[2] <= place + 0.1 and row[-1].bbox[0] >= place for row in rows)
        if parted >= STRIP_LINES:
            strips.append((place + min(beyond)) / 2)
    return strips


def _cells(columns: Sequence[float], rows: Sequence[float], words: Sequence[Word]) -> tuple[Cell, ...]:
    """One cell for each row and column; a row whose only text runs over several columns is one cell."""
    cells: list[Cell] = []
    for r, (top, bottom) in enumerate(pairwise(rows)):
        row = [w for w in words if top <= (w.bbox[1] + w.bbox[3]) / 2 < bottom]
        spans = _merged_spans(columns, row)
        for first, last in spans:
            own = [w for w in row if _within(w, columns[first], columns[last + 1])]
            box = (columns[first], top, columns[last + 1], bottom)
            cells.append(Cell(r, first, 1, last - first + 1, box, words_to_lines(own)))
    return tuple(cells)


def _merged_spans(columns: Sequence[float], row: Sequence[Word]) -> list[tuple[int, int]]:
    """(first, last) column of each cell of a row: columns are one cell where a text runs over their border.

    Texts of narrow columns can come as near to each other as words do; so a word must stand across some border of the
    row before runs of words across others count.
    """
    inner = columns[1:-1]
    runs = [run for line in words_to_lines(row) for run in _tight(line)]
    straddled = any(w.bbox[0] < x - 2 and x + 2 < w.bbox[2] for run in runs for w in run for x in inner)
    joined = [straddled and any(run[0].bbox[0] < x - 2 and x + 2 < run[-1].bbox[2] for run in runs) for x in inner]
    spans: list[tuple[int, int]] = []
    start = 0
    for i in range(len(columns) - 1):
        if i == len(columns) - 2 or not joined[i]:
            spans.append((start, i))
            start = i + 1
    return spans
