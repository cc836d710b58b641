"""Tables without vertical rulings: where they stand and where their columns part, told by headings and white."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from nghiquyet.extract.language.numbering.ordinals import is_ordinal
from nghiquyet.extract.model import Line, Ruling, TableFragment, Word
from nghiquyet.extract.page.words_to_lines import words_to_lines
from nghiquyet.extract.tables.classify.heading_lines import FEWEST_HEADINGS, HeadingBlock
from nghiquyet.extract.tables.classify.heading_rows import COLUMN_NUMBER
from nghiquyet.extract.tables.lattice.column_gutters import (
    columns_between,
    crossed,
    crossing_words,
    in_the_white,
    nearby_columns,
    parted_by_white,
    within,
)
from nghiquyet.extract.tables.lattice.partial_rulings import partial_levels, upper_levels
from nghiquyet.extract.tables.lattice.row_segmentation import row_boundaries
from nghiquyet.extract.tables.lattice.table_reach import above_end_matter, goes_on, table_bottom
from nghiquyet.extract.tables.lattice.unruled_cells import rows_to_cells

# A ruling that spans this share of the table's width parts rows.
ROW_RULING = 0.6
# A table's rulings end no farther beyond its longest one than this (points), and are so much as long.
SAME_END, WHOLE = 6.0, 0.9
# Parts of one ruling stand at one height, give or take this, and no farther apart than that (points).
LEVEL, FAULT = 1.5, 26.0
# The share of a table's lines that may cross a column's border: headings of groups, merged cells.
CROSSING = 0.12
# The share of words that may stand across a border that headings vouch for: those of a group's heading do.
CROSSING_WORDS = 0.04
# How far below its headings (points) a table's first lines are looked at for its columns.
NEAR = 160.0
# A longer word below the lines looked at moves a border: the columns are told again, so often, with so much below
# (points, three lines of text) where the table seems to end.
ROUNDS, AHEAD = 8, 48.0


@dataclass(frozen=True, slots=True)
class Area:
    """An area whose text stands in columns: its height on the page and its columns' borders, in points."""

    top: float
    bottom: float
    columns: tuple[float, ...]


def area_below(heading: HeadingBlock | None, known: Sequence[float], words: Sequence[Word]) -> Area | None:
    """The area that an engine missed: below a page's headings, or from a page's top where a table goes on."""
    lines = words_to_lines([w for w in words if heading is None or w.bbox[1] > heading.bottom])
    if not lines or (not known and (heading is None or not heading.spans)):
        return None
    first = lines[0].bbox
    if heading is not None and not heading.spans:  # headings that dirt or two levels keep from telling columns
        return Area(heading.top - 1, heading.bottom, tuple(known))
    if heading is None:
        return Area(first[1], first[3], tuple(known)) if goes_on(lines[0], known) else None
    near = [line for line in lines if line.bbox[1] < heading.bottom + NEAR]
    left = min([heading.spans[0][0], *(line.bbox[0] for line in near)])
    right = max([heading.spans[-1][1], *(line.bbox[2] for line in near)])
    columns = columns_between(heading.spans, near, left, right)
    return Area(heading.top - 1, heading.bottom, columns)


def area_to_fragment(
    area: Area,
    words: Sequence[Word],
    rulings: Sequence[Ruling],
    page: int,
    heading: HeadingBlock | None = None,
    known: Sequence[float] = (),
) -> TableFragment | None:
    """The fragment in an area, None if its text does not keep to columns.

    ``heading`` is the block that heads the area; ``known`` are the columns of the page before, which the fragment then
    is given as its own. The area grows down over lines that keep to its columns: an engine may have cut it short.
    """
    area, ruled = _to_rulings(replace(area, bottom=above_end_matter(area.top, area.bottom, words)), rulings)
    begin = heading.bottom if heading is not None else area.top if known else area.bottom - NEAR
    reach = replace(area, bottom=max(area.bottom, begin + NEAR))
    columns = _columns(area, words_to_lines(_inside(reach, words)), heading, known)
    if not ruled:
        area = _grown(area, columns, words, heading, known)
    inside = _inside(area, words)
    if heading is not None or known:  # a longer word may stand lower down
        columns = _columns(area, words_to_lines(inside), heading, known)
    if len(columns) < FEWEST_HEADINGS + 1 or not inside or not _keeps_to(columns, inside, heading, known):
        return None
    left, right = min(columns[0], *(w.bbox[0] - 1 for w in inside)), max(columns[-1], *(w.bbox[2] + 1 for w in inside))
    columns = (left, *columns[1:-1], right)
    if len(ruled) > 2:
        levels = partial_levels(rulings, ruled, columns, inside)
        rows = _parted(_from_first_word(sorted([*ruled, *(level.y for level in levels)]), inside), columns, inside)
    else:
        levels = upper_levels(heading.uppers if heading is not None else (), columns)
        rows = tuple(sorted({*_rows(area, columns, inside, heading), *(level.y for level in levels)}))
    cells = rows_to_cells(columns, rows, inside, levels, heading.bottom if heading is not None else area.top)
    box = (columns[0], rows[0], columns[-1], rows[-1])
    if known and len(known) == len(columns):
        columns = tuple(known)
    return TableFragment(page, box, columns, rows, cells, "horizontal" if len(ruled) > 2 else "none")


def _grown(
    area: Area, columns: Sequence[float], words: Sequence[Word], heading: HeadingBlock | None, known: Sequence[float]
) -> Area:
    """The area down to the table's last line, its columns told anew by the lines below where it seems to end."""
    for _ in range(ROUNDS):
        grown = replace(area, bottom=table_bottom(area.bottom, columns, words))
        if grown == area:
            break
        area = grown
        lines = words_to_lines(_inside(replace(area, bottom=area.bottom + AHEAD), words))
        columns = _columns(area, lines, heading, known)
    return area


def _inside(area: Area, words: Sequence[Word]) -> list[Word]:
    return [w for w in words if area.top - 1 <= (w.bbox[1] + w.bbox[3]) / 2 <= area.bottom + 1]


def _columns(
    area: Area, lines: Sequence[Line], heading: HeadingBlock | None, known: Sequence[float]
) -> tuple[float, ...]:
    """The columns of the page before, else those of the headings, else those that the text's edges keep to."""
    if known:
        return nearby_columns(known, lines)
    if heading is None or not heading.spans:
        return parted_by_white(in_the_white(area.columns, lines), lines)
    left, right = min(area.columns[0], heading.spans[0][0]), max(area.columns[-1], heading.spans[-1][1])
    return columns_between(heading.spans, lines, left, right)


def _keeps_to(
    columns: Sequence[float], inside: Sequence[Word], heading: HeadingBlock | None, known: Sequence[float]
) -> bool:
    """True if the text keeps to the columns; where headings vouch for them, texts may touch but words not cross."""
    if heading is not None or known:
        return crossing_words(inside, columns[1:-1]) <= CROSSING_WORDS
    return crossed(words_to_lines(inside), columns[1:-1]) <= CROSSING


def _rows(
    area: Area, columns: Sequence[float], inside: Sequence[Word], heading: HeadingBlock | None
) -> tuple[float, ...]:
    """The rows' borders; the heading is a row of its own whatever the white below it."""
    below = heading.bottom + 0.3 if heading is not None else area.top - 1
    numbers = _column_numbers([w for w in inside if w.bbox[1] > below - 1]) if heading is not None else None
    start = numbers + 0.3 if numbers is not None else below
    body = [w for w in inside if (w.bbox[1] + w.bbox[3]) / 2 > start]
    by_column = [words_to_lines([w for w in body if within(w, a, b)]) for a, b in pairwise(columns)]
    rows = row_boundaries(by_column, start, area.bottom + 1)
    above = () if heading is None else (area.top - 1, below) if numbers is not None else (area.top - 1,)
    return (*above, *rows)


def _from_first_word(rows: Sequence[float], inside: Sequence[Word]) -> Sequence[float]:
    """The rows' borders without those above empty rows: a repeated heading may have gone with the furniture."""
    first = min((w.bbox[1] + w.bbox[3]) / 2 for w in inside)
    return [y for y, below in zip(rows, [*rows[1:], rows[-1]], strict=True) if below > first] or rows


def _parted(ruled: Sequence[float], columns: Sequence[float], inside: Sequence[Word]) -> tuple[float, ...]:
    """The rows between rulings, one with several recognised numbers parted: a coarse scan loses a ruling."""
    rows: list[float] = [ruled[0]]
    for top, bottom in pairwise(ruled):
        own = [w for w in inside if top <= (w.bbox[1] + w.bbox[3]) / 2 < bottom and w.confidence is not None]
        by_column = [words_to_lines([w for w in own if within(w, a, b)]) for a, b in pairwise(columns)]
        if sum(is_ordinal(line.text) for line in by_column[0]) > 1:
            rows += row_boundaries(by_column, top, bottom)[1:-1]
        rows.append(bottom)
    return tuple(rows)


def _column_numbers(body: Sequence[Word]) -> float | None:
    """The foot of the row ``(1) (2) …`` right below a heading, None if there is none."""
    lines = words_to_lines(body)
    if not lines or len(lines[0].words) < FEWEST_HEADINGS:
        return None
    return lines[0].bbox[3] if all(COLUMN_NUMBER.match(w.text) for w in lines[0].words) else None


def _to_rulings(area: Area, rulings: Sequence[Ruling]) -> tuple[Area, tuple[float, ...]]:
    """The area reaching as far as the rulings between its rows do, and the places of these."""
    left, right = area.columns[0], area.columns[-1]
    long = [
        r
        for r in _whole(rulings)
        if r.horizontal and r.length >= ROW_RULING * (right - left) and r.x0 < right and r.x1 > left
    ]
    own = [r for r in long if area.top - 8 < r.top < area.bottom + 8]
    if not own:
        return area, ()
    whole = max(own, key=lambda r: r.length)
    places = sorted((r.top + r.bottom) / 2 for r in long if _is_like(r, whole))
    if len(places) < 2:
        return area, ()
    return Area(min(area.top, places[0]), max(area.bottom, places[-1]), area.columns), _spread(places)


def _is_like(ruling: Ruling, whole: Ruling) -> bool:
    """True if the ruling begins and ends where another does, but for what a scan lost at its ends."""
    inside = whole.x0 - SAME_END < ruling.x0 and ruling.x1 < whole.x1 + SAME_END
    return inside and ruling.length >= WHOLE * whole.length


def _whole(rulings: Sequence[Ruling]) -> list[Ruling]:
    """The horizontal rulings, one where a fault of a scan parts a stroke in two."""
    whole: list[Ruling] = []
    for ruling in sorted((r for r in rulings if r.horizontal), key=lambda r: r.x0):
        before = [w for w in whole if abs(w.top - ruling.top) <= LEVEL and -LEVEL <= ruling.x0 - w.x1 <= FAULT]
        if before:
            whole.remove(before[-1])
            ruling = replace(before[-1], x1=max(ruling.x1, before[-1].x1))
        whole.append(ruling)
    return whole


def _spread(places: Sequence[float]) -> tuple[float, ...]:
    spread = [places[0]]
    for place in places[1:]:
        if place - spread[-1] > 4:
            spread.append(place)
    return tuple(spread)
