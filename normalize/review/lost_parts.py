"""Parts of recognised tables that were read as text, or as tables of their own → doubts about the rows beside them.

Where rulings fade, a table's rows end up as lines of text below it, or what follows the page's end as another table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nghiquyet.extract.language.frame_phrases import match_cue
from nghiquyet.extract.language.noise import has_no_sure_word
from nghiquyet.extract.model import Line, Table, TableFragment
from nghiquyet.normalize.model import Finding
from nghiquyet.normalize.review.findings import finding
from nghiquyet.normalize.tables.build_tasks import TableReading
from nghiquyet.normalize.tables.column_roles import ColumnPlan
from nghiquyet.normalize.tables.row_numbers import is_recognised
from nghiquyet.normalize.tables.task_ids import PlacedTask

# Lines of a lost row follow the table no farther below than this many of their heights.
NEAR = 3.0
# A line that stands in one column keeps within its borders by this (points).
SLACK = 3.0
# So many columns hold lines of their own where rows were lost: recipients and signature stand in two.
FEWEST_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class LostPart:
    """Lines in columns right below the part of a table on one page."""

    page: int
    lines: int

    def finding(self) -> Finding:
        message = "Dưới bảng còn các dòng chữ xếp theo cột mà không đọc được thành dòng của bảng; hãy nhập tay."
        return finding("error", "table-part-lost", message, pages=(self.page,))


def lost_parts(table: Table, lines: Sequence[Line]) -> tuple[LostPart, ...]:
    """Where recognised ``lines`` of the text stand in a table's columns, right below its part on their page."""
    last = {fragment.page: fragment for fragment in table.fragments}
    found = []
    for page, fragment in last.items():
        below = _below(fragment, [line for line in lines if line.page == page])
        columns = {c for line in below for c in _columns(line, fragment)}
        if len(columns) >= FEWEST_COLUMNS and len(below) >= FEWEST_COLUMNS:
            found.append(LostPart(page, len(below)))
    return tuple(found)


def above_lost_parts(reading: TableReading, parts: Sequence[LostPart]) -> Iterator[int]:
    """The places of the tasks right above the lost parts: what is lost may be the end of them."""
    for part in parts:
        above = [i for i, p in enumerate(reading.placed) if p.reading.row.pages[0] <= part.page]
        yield from (i for i in above[-1:] if isinstance(reading.placed[i], PlacedTask))


def goes_on(before: ColumnPlan, plan: ColumnPlan, reading: TableReading) -> bool:
    """True if a recognised table of its own may be more of the one before: the same columns, no first number."""
    if [c.role for c in before.columns] != [c.role for c in plan.columns] or not reading.placed:
        return False
    first = reading.placed[0].reading
    begins = first.label is not None and first.label.levels[-1] <= 1
    return is_recognised(first.row) and not begins


def _below(fragment: TableFragment, lines: Sequence[Line]) -> list[Line]:
    """The recognised lines that follow the fragment one close upon another, up to the document's end matter."""
    under = sorted((line for line in lines if line.bbox[1] >= fragment.bbox[3] - SLACK), key=lambda line: line.bbox[1])
    end = next((line.bbox[1] - SLACK for line in under if _ends_tables(line.text)), float("inf"))
    found: list[Line] = []
    bottom = fragment.bbox[3]
    for line in under:
        _, top, _, low = line.bbox
        if top >= end or top - bottom > NEAR * (low - top) or any(w.confidence is None for w in line.words):
            break
        if has_no_sure_word(line.words):
            continue
        found.append(line)
        bottom = max(bottom, low)
    return found


def _ends_tables(text: str) -> bool:
    return match_cue("recipients", text) is not None or match_cue("remarks", text) is not None


def _columns(line: Line, fragment: TableFragment) -> list[int]:
    """The column that holds the whole line, if one does that is not most of the table."""
    x0, _, x1, _ = line.bbox
    borders = fragment.columns
    whole = borders[-1] - borders[0]
    return [
        c
        for c in range(len(borders) - 1)
        if borders[c] - SLACK <= x0 and x1 <= borders[c + 1] + SLACK and borders[c + 1] - borders[c] < whole / 2
    ]
