"""Which rows of a fragment are its heading, and what each column's heading says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from nghiquyet.extract.decisions.decision import Evidence
from nghiquyet.extract.language.column_headings import heading_role, is_heading
from nghiquyet.extract.language.numbering.ordinals import is_ordinal
from nghiquyet.extract.model import Cell, Line, TableFragment
from nghiquyet.extract.tables.lattice.overlong_words import parts_with_whole_words

# "(1)", "1", "[2]", "(5)=(3)+(4)", "A", "7=5x6"
COLUMN_NUMBER = re.compile(r"^[(\[]?(?:\d{1,2}|[A-Ea-e])[)\]]?(?:\s*=[\d\s()\[\]+\-x*/.%:]{1,30})?$")
_NO_NUMBER = re.compile(r"[^\w()\[\]@]")  # spaces, and specks read as signs
# "Giai đoạn 2026 - 2030" says when a task is due far oftener than what a column holds.
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# A heading of more levels is none.
MOST_LEVELS = 4
# A title inside the frame has no more rows.
MOST_TITLES = 3
# A recognised row counts the columns if at least so many cells do; what was misread of one has no more signs.
FEWEST_COUNTED, LONGEST_NUMBER = 2, 4
# A known heading's words are at least one letter in so many of its cell: so none of 4,000 made tables is parted.
FULLEST = 3
# A heading cell says what a column holds, in few words.
LONGEST_HEADING = 160


def header_rows(fragment: TableFragment) -> int:
    """How many rows at the top are heading, a row of column numbers included; 0 if the fragment begins with content."""
    rows = cells_by_row(fragment)
    depth = _heading_depth(rows)
    if depth and depth < len(rows) and is_column_numbers(rows[depth]):
        depth += 1
    return depth


def title_rows(rows: Sequence[Sequence[Cell]]) -> int:
    """How many rows of a fragment's cells at its top are its title, printed inside the frame above the headings."""
    count = next((i for i, cells in enumerate(rows[: MOST_TITLES + 1]) if not _is_title(cells)), 0)
    return count if count < len(rows) and _is_heading_row(rows[count]) else 0


def _is_title(cells: Sequence[Cell]) -> bool:
    """True for a row of one text: over all columns, over some in their middle, or alone in its row."""
    return len([c for c in cells if c.lines]) == 1


def heading_evidence(fragment: TableFragment, depth: int) -> tuple[Evidence, ...]:
    """What tells that the first ``depth`` rows are heading, or that there is none."""
    rows = cells_by_row(fragment)
    top = rows[title_rows(rows)] if rows else []
    texts = [c.text for c in top if c.lines]
    known = Evidence("known_headings", f"{sum(map(is_heading, texts))}/{len(texts)}")
    if not depth:
        return (known,)
    told = [] if _is_heading_row(top) else [Evidence("stands_over_numbers")]
    numbers = [Evidence("column_numbers")] if is_column_numbers(rows[depth - 1]) else []
    return (known, *told, Evidence("heading_levels", depth - len(numbers)), *numbers)


def _heading_depth(rows: list[list[Cell]]) -> int:
    """The heading's own levels: as deep as its cells reach, and deeper below those that span several columns."""
    above = title_rows(rows)
    if not rows or not (_is_heading_row(rows[above]) or _stands_over_numbers(rows)):
        return 0
    depth, deepest = _usual_end(rows[above]), min(len(rows), above + MOST_LEVELS)
    while depth < deepest and _is_lower_level(rows[depth - 1], rows[depth]):
        depth = max(depth + 1, _usual_end([c for c in rows[depth] if c.row == depth]))
    return min(depth, deepest)


def _usual_end(cells: Sequence[Cell]) -> int:
    """The row where most of the cells end that head one column; where a border is missing, one reaches too far."""
    ends = Counter(c.row + c.row_span for c in cells if c.column_span == 1) or Counter(
        c.row + c.row_span for c in cells
    )
    most = max(ends.values())
    return min(end for end, count in ends.items() if count == most)


def _is_heading_row(cells: Sequence[Cell]) -> bool:
    """Half or more of its filled cells read as headings, and no number opens it: tasks have headings' words too."""
    filled = [c for c in cells if c.lines]
    texts = [c.text for c in filled]
    if len(texts) < 2 or any(len(t) > LONGEST_HEADING for t in texts) or _is_printed_number(filled[0]):
        return False
    known = sum(_says_role(t) and not YEAR.search(t) for t in texts)
    return known >= 2 and known * 2 >= len(texts)


def _says_role(text: str) -> bool:
    """True for a heading's words that are most of what stands there: a task may have them among many others."""
    role = heading_role(text)
    return role is not None and role.weight * FULLEST >= len(text)


def _is_printed_number(cell: Cell) -> bool:
    """True for "4" where the file itself says so: of a heading "TT" a recogniser makes "11"."""
    return is_ordinal(cell.text) and all(w.confidence is None for line in cell.lines for w in line.words)


def _stands_over_numbers(rows: list[list[Cell]]) -> bool:
    """A row of short bold texts, one of them a known heading, right above the first number or the column numbers."""
    if len(rows) < 2 or not all(c.bold and len(c.text) <= LONGEST_HEADING for c in rows[0]):
        return False
    first = rows[1][0]
    numbered = first.row > 0 and is_ordinal(first.text)
    return len(rows[0]) > 2 and any(is_heading(c.text) for c in rows[0]) and (numbered or is_column_numbers(rows[1]))


def _is_lower_level(above: Sequence[Cell], cells: Sequence[Cell]) -> bool:
    """True if the row only divides cells of the row above that span several columns."""
    spans = [(c.column, c.column + c.column_span) for c in above if c.column_span > 1 and c.lines]
    filled = [c for c in cells if c.lines and c.row > above[0].row]
    under = [c for c in filled if any(a <= c.column < b for a, b in spans)]
    return bool(under) and len(under) == len(filled) and all(len(c.text) <= LONGEST_HEADING for c in filled)


def is_column_numbers(cells: Sequence[Cell]) -> bool:
    """True for the row ``(1) (2) (3) …`` under a heading."""
    texts = [c.text.strip() for c in cells if c.lines]
    if len(texts) < 2 or len(texts) < len(cells) - 1:
        return False
    return all(COLUMN_NUMBER.match(t) for t in texts) or _are_recognised_numbers(cells)


def _are_recognised_numbers(cells: Sequence[Cell]) -> bool:
    """True if some of a recognised row's cells count their columns in brackets, and all others hold a sign or two.

    Of "(1) (2) (3)" a recogniser makes "I (2) @),-".
    """
    filled = [c for c in cells if c.lines]
    if any(w.confidence is None for c in filled for line in c.lines for w in line.words):
        return False
    texts = [_NO_NUMBER.sub("", c.text) for c in filled]
    counted = [t for t, c in zip(texts, filled, strict=True) if t in (f"({c.column + 1})", f"[{c.column + 1}]")]
    return len(counted) >= FEWEST_COUNTED and len(counted) * 3 >= len(texts) and max(map(len, texts)) <= LONGEST_NUMBER


def cells_by_row(fragment: TableFragment) -> list[list[Cell]]:
    """The cells that stand in each row, a cell over several rows in each, left to right."""
    rows: list[list[Cell]] = [[] for _ in range(len(fragment.rows) - 1)]
    for cell in sorted(fragment.cells, key=lambda c: (c.column, c.row)):
        for row in range(cell.row, cell.row + cell.row_span):
            rows[row].append(cell)
    return rows


def column_headings(fragment: TableFragment, depth: int) -> tuple[tuple[str, ...], ...]:
    """For each column the texts of its heading cells, from the top level down, without column numbers."""
    every = cells_by_row(fragment)
    rows = every[title_rows(every) : depth]
    if len(rows) > 1 and is_column_numbers(rows[-1]):
        rows = rows[:-1]
    headings: list[tuple[str, ...]] = []
    for column in range(len(fragment.columns) - 1):
        levels: list[Cell] = []
        for cells in rows:
            cell = next((c for c in cells if c.column <= column < c.column + c.column_span), None)
            if cell is not None and cell.lines and cell not in levels:
                levels.append(cell)
        headings.append(tuple(whole.text for c in levels for whole in parts_with_whole_words((c,))))
    return tuple(headings)


def title_lines(fragment: TableFragment, depth: int) -> tuple[Line, ...]:
    """The lines of the title inside the frame, above the headings."""
    rows = cells_by_row(fragment)[:depth]
    titles = (cell for cells in rows[: title_rows(rows)] for cell in cells)
    return tuple(line for cell in dict.fromkeys(titles) for line in cell.lines)


def header_lines(fragment: TableFragment, depth: int) -> tuple[Line, ...]:
    """All lines of the heading cells, in reading order."""
    return tuple(line for cell in fragment.cells if cell.row < depth for line in cell.lines)
