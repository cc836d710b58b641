"""Rows written with pipes, as in Markdown → cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nghiquyet.extract.readers.ocr_text.inline_marks import marked_words
from nghiquyet.extract.readers.ocr_text.model import TextCell, TextRow, TextTable

# No table met has more columns.
MOST_COLUMNS = 60
_DELIMITER = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_PIPE = re.compile(r"(?<!\\)\|")


def is_pipe_line(line: str) -> bool:
    """True for a line that begins with a pipe and has another."""
    return line.lstrip().startswith("|") and 2 <= len(_PIPE.findall(line)) <= MOST_COLUMNS + 1


def is_delimiter(line: str) -> bool:
    """True for ``|---|:--:|``, which stands under a heading."""
    return "|" in line and bool(_DELIMITER.match(line))


def starts_pipe_table(lines: Sequence[str], at: int) -> bool:
    """True if a table of pipes begins here: two lines of pipes, or a heading without outer pipes over its delimiter."""
    line, below = lines[at], lines[at + 1] if at + 1 < len(lines) else ""
    if is_pipe_line(line):
        return True
    return 1 <= len(_PIPE.findall(line)) <= MOST_COLUMNS + 1 and is_delimiter(below) and len(_PIPE.findall(below)) >= 1


def pipe_lines_to_table(lines: Sequence[str], page: int) -> TextTable:
    """The table of consecutive lines with pipes; delimiter rows only part heading and body."""
    rows = [TextRow(tuple(TextCell(marked_words(c, page)) for c in cells_of(x)), page) for x in lines if x.strip()]
    kept = [row for row, line in zip(rows, (x for x in lines if x.strip()), strict=True) if not is_delimiter(line)]
    return TextTable(tuple(kept), page)


def cells_of(line: str) -> tuple[str, ...]:
    """The cells between unescaped pipes; the outer pipes part nothing.

    >>> cells_of(r"| 1 | A \\| B |  |")
    ('1', 'A | B', '')
    """
    text = line.strip()
    text = text.removeprefix("|")
    if text.endswith("|") and not text.endswith("\\|"):
        text = text[:-1]
    return tuple(cell.strip().replace("\\|", "|") for cell in _PIPE.split(text))
