"""Tables drawn in boxes of ``+--+`` and ``|``, or of the letters that draw boxes → cells.

A rule from side to side ends all cells, one under some columns only those: what stands beside it goes on below. Lines
between two rules are one row, but where each of them has a number of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from nghiquyet.extract.language.numbering.ordinals import is_ordinal
from nghiquyet.extract.readers.ocr_text.inline_marks import marked_words
from nghiquyet.extract.readers.ocr_text.model import TextCell, TextRow, TextTable

_RULE = re.compile(r"^\s*\+(?:[-=:]{2,}\+)+\s*$")
_PARTED_RULE = re.compile(r"^\s*(?:[-=_]{2,}\s+)+[-=_]{2,}\s*$")
_DASHES = re.compile(r"[-=:]+")
# A line of text has bars between its cells, one that is a rule under some of them crosses too.
_BAR, _CROSS, _PART_RULED = (
    re.compile(r"\|"),
    re.compile(r"[|+]"),
    re.compile(r"\+[-=:]{2,}\+|\|[-=:]{2,}\+|\+[-=:]{2,}\|"),
)
# The letters that draw boxes: what lies, what stands, and where they meet.
_LYING, _STANDING = "─━═╌╍┄┅┈┉", "│┃║╎╏┆┇┊┋"
_DRAWN = dict.fromkeys(range(0x2500, 0x2580), "+") | {ord(c): "-" for c in _LYING} | {ord(c): "|" for c in _STANDING}
_DRAWS = re.compile(r"[─-╿].*[─-╿]")


@dataclass(slots=True)
class _Open:
    """A cell in the making: the row in which it begins, its columns, and its lines so far."""

    row: int
    column: int
    span: int
    lines: list[str]
    rows: int = 1


def with_plain_boxes(text: str) -> str:
    """The text with boxes that are drawn by letters of their own in ``+``, ``-`` and ``|``."""
    return "\n".join(line.translate(_DRAWN) if _DRAWS.search(line) else line for line in text.split("\n"))


def is_table_rule(line: str) -> bool:
    """True for a line of rules that part columns: of a box, or a dash of its own over each column."""
    return bool(_RULE.match(line) or _PARTED_RULE.match(line))


def boxed_run(lines: Sequence[str], at: int) -> int:
    """How many lines from ``at`` on are a table in a box of ``+--+`` and ``|``; 0 if none begins here."""
    if not _RULE.match(lines[at]):
        return 0
    end = at
    while end < len(lines) and (_RULE.match(lines[end]) or lines[end].lstrip().startswith("|")):
        end += 1
    return end - at if end - at > 2 else 0


def boxed_lines_to_table(lines: Sequence[str], page: int) -> TextTable:
    """The table of a box: what stands between two rules is a row, the lines of its cells each other's rest."""
    left = min(len(line) - len(line.lstrip()) for line in lines)
    drawn = [line[left:].rstrip() for line in lines]
    borders = sorted({i for line in drawn if _RULE.match(line) for i, letter in enumerate(line) if letter == "+"})
    count, cells = _cells(_with_rules(drawn), borders)
    rows: list[list[TextCell | None]] = [[None] * (len(borders) - 1) for _ in range(count)]
    for cell in cells:
        words = marked_words(" ".join(line for line in cell.lines if line), page)
        rows[cell.row][cell.column] = TextCell(words, cell.span, cell.rows)
    return TextTable(tuple(TextRow(tuple(row), page) for row in rows), page)


def _with_rules(lines: Sequence[str]) -> Iterator[str]:
    """The lines, a rule put before each line with a number of its own where several stand between two rules."""
    rule = next(line for line in lines if _RULE.match(line))
    places = [i for i, line in enumerate(lines) if _RULE.match(line)]
    for top, bottom in pairwise([*places, len(lines)]):
        yield lines[top]
        own = lines[top + 1 : bottom]
        numbered = [is_ordinal(_texts(line)[0].strip()) for line in own]
        for i, line in enumerate(own):
            if i and sum(numbered) > 1 and (numbered[i] or not any(numbered[:i])):
                yield rule
            yield line


def _cells(lines: Iterator[str], borders: Sequence[int]) -> tuple[int, list[_Open]]:
    """(how many rows there are, their cells)."""
    done: list[_Open] = []
    going: list[_Open] = []
    row, cut = -1, set(range(len(borders) - 1))  # the columns in which cells end above the next line
    for line in lines:
        ruled = _ruled_columns(line, borders)
        if ruled:
            cut |= ruled
            _add(going, [(c, n, t) for c, n, t in _parts(line, borders) if not _DASHES.fullmatch(t)])
            continue
        parts = _parts(line, borders)
        if cut:
            row += 1
            done += [cell for cell in going if cell.column in cut]
            going = [cell for cell in going if cell.column not in cut]
            for cell in going:
                cell.rows += 1
            going += [_Open(row, c, n, []) for c, n, _ in parts if c in cut]
            cut = set()
        _add(going, parts)
    return row + 1, [*done, *going]


def _add(going: Sequence[_Open], parts: Sequence[tuple[int, int, str]]) -> None:
    for column, _, text in parts:
        cell = next((c for c in going if c.column <= column < c.column + c.span), None)
        if cell is not None:
            cell.lines.append(text)


def _ruled_columns(line: str, borders: Sequence[int]) -> set[int]:
    """The columns under which the line is a rule."""
    if _RULE.match(line):
        return set(range(len(borders) - 1))
    if not _PART_RULED.search(line):
        return set()
    return {k for c, n, text in _parts(line, borders) if _DASHES.fullmatch(text) for k in range(c, c + n)}


def _parts(line: str, borders: Sequence[int]) -> list[tuple[int, int, str]]:
    """(column, span, text) of each cell's part of a line: by the places of its bars, or by their order."""
    texts = _texts(line)
    if len(texts) == len(borders) - 1:
        return [(c, 1, text.strip()) for c, text in enumerate(texts)]
    bars = [c for c, x in enumerate(borders[1:-1], 1) if x < len(line) and line[x] in "|+"]
    edges = [0, *bars, len(borders) - 1]
    return [(a, b - a, line[borders[a] + 1 : borders[b]].strip()) for a, b in pairwise(edges)]


def _texts(line: str) -> list[str]:
    """What stands between the bars of a line."""
    inner = line.strip()[1:]
    if _PART_RULED.search(line):
        return _CROSS.split(inner[:-1])
    return _BAR.split(inner.removesuffix("|"))
