"""Where a table begins in a page's lines, in any notation, and what it says."""

from __future__ import annotations

from collections.abc import Sequence

from nghiquyet.extract.readers.ocr_text.boxed_tables import boxed_lines_to_table, boxed_run
from nghiquyet.extract.readers.ocr_text.listed_tables import listed_heading, listed_lines_to_table, listed_run
from nghiquyet.extract.readers.ocr_text.model import TextTable
from nghiquyet.extract.readers.ocr_text.pipe_tables import (
    is_delimiter,
    is_pipe_line,
    pipe_lines_to_table,
    starts_pipe_table,
)
from nghiquyet.extract.readers.ocr_text.spaced_tables import spaced_heading, spaced_lines_to_table, spaced_run
from nghiquyet.extract.readers.ocr_text.tab_tables import tab_lines_to_table, tab_run

# How tables without pipes are written: how many lines one takes, and what they say.
_NOTATIONS = (
    (tab_run, tab_lines_to_table),
    (boxed_run, boxed_lines_to_table),
    (spaced_run, spaced_lines_to_table),
    (listed_run, listed_lines_to_table),
)
# Those of which nothing but the heading tells that they are tables: the run, its heading's lines, what they say.
_UNMARKED = (
    (spaced_run, spaced_heading, spaced_lines_to_table),
    (listed_run, listed_heading, listed_lines_to_table),
)


def table_at(lines: Sequence[str], at: int, page: int) -> tuple[int, TextTable | None]:
    """(how many lines the table that begins at ``at`` takes, the table); (0, None) if none begins."""
    if starts_pipe_table(lines, at):
        end = at
        bare = not is_pipe_line(lines[at])
        while end < len(lines) and (
            is_pipe_line(lines[end]) or is_delimiter(lines[end]) or (bare and "|" in lines[end])
        ):
            end += 1
        return end - at, pipe_lines_to_table(lines[at:end], page)
    for run, to_table in _NOTATIONS:
        size = run(lines, at)
        if size:
            return size, to_table(lines[at : at + size], page)
    return 0, None


def open_heading(lines: Sequence[str], above: Sequence[str]) -> tuple[str, ...]:
    """The lines of the heading of the unmarked table that reaches the page's end, if one does; ``above`` as given."""
    last = max((i for i, line in enumerate(lines) if line.strip()), default=-1)
    if above and rest_at(above, lines, 1)[0] > last >= 0:
        return tuple(above)
    at = 0
    while at < len(lines):
        size, heading = _unmarked(lines, at)
        if size and at + size > last:
            return heading
        at += max(size, 1)
    return ()


def _unmarked(lines: Sequence[str], at: int) -> tuple[int, tuple[str, ...]]:
    for run, heading, _ in _UNMARKED:
        size = run(lines, at)
        if size:
            return size, tuple(lines[at : at + heading(lines[at : at + size])])
    return 0, ()


def rest_at(heading: Sequence[str], lines: Sequence[str], page: int) -> tuple[int, TextTable | None]:
    """(how many of a page's first lines go on with the unmarked table of a heading, their rows); (0, None) if none."""
    first = next((i for i, line in enumerate(lines) if line.strip()), None)
    if not heading or first is None or table_at(lines, first, page)[0]:
        return 0, None
    below = [*heading, *lines[first:]]
    for run, _, to_table in _UNMARKED:
        size = run(below, 0)
        if size > len(heading):
            table = to_table(below[:size], page)
            return first + size - len(heading), TextTable(table.rows[1:], page)
    return 0, None
