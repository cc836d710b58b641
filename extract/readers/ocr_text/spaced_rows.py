"""Lines with their texts in columns → rows: by numbers, by blank lines, or a line each; none where lines defy these."""

from __future__ import annotations

from collections.abc import Sequence

from nghiquyet.extract.language.column_headings import is_heading
from nghiquyet.extract.language.numbering.ordinals import is_ordinal
from nghiquyet.extract.readers.ocr_text.spaced_columns import SpacedLine

# A heading has no more lines.
DEEPEST_HEADING = 6


def placed_rows(lines: Sequence[SpacedLine], width: int) -> list[list[str]]:
    """Rows as lists of ``width`` texts, the headings first; none where it can't be told which lines are one row."""
    depth = heading_depth(lines, width)
    rows = _blocks(lines[depth:])
    return [_joined(lines[:depth], width), *(_joined(row, width) for row in rows)] if rows else []


def heading_depth(lines: Sequence[SpacedLine], width: int) -> int:
    """How many lines the heading has, up to a blank, a rule or a number.

    A further line has the rest of headings, small or in capitals as they are, or makes headings of what was none.
    """
    depth = 1
    while depth < min(len(lines), DEEPEST_HEADING) and lines[depth].texts and not is_ordinal(lines[depth].first):
        now, more = (sum(map(is_heading, _joined(lines[:n], width))) for n in (depth, depth + 1))
        rest = all(text[0].islower() or not text[0].isalpha() or text.isupper() for _, text in lines[depth].texts)
        if more < now or (more == now and not rest):
            break
        depth += 1
    return depth


def _blocks(lines: Sequence[SpacedLine]) -> list[list[SpacedLine]]:
    """The lines of each row. Blank lines part rows if none has two numbers between them; else numbers begin rows."""
    apart: list[list[SpacedLine]] = [[]]
    for line in lines:
        if line.texts:
            apart[-1].append(line)
        elif apart[-1]:
            apart.append([])
    blocks = [block for block in apart if block]
    numbers = [sum(_begins(line) for line in block) for block in blocks]
    if sum(numbers) and len(blocks) > 1 and all(n == 1 for n in numbers):
        return blocks
    whole = [line for block in blocks for line in block]
    if not sum(numbers):
        return blocks if len(blocks) > 1 else _by_first_column(whole)
    if not _begins(whole[0]):
        return []  # numbers stand in the middle of their rows, and nothing parts these
    return _checked(_parted(whole, [_begins(line) for line in whole]))


def _begins(line: SpacedLine) -> bool:
    return bool(line.first) and is_ordinal(line.first.split()[0])


def _by_first_column(lines: Sequence[SpacedLine]) -> list[list[SpacedLine]]:
    """Rows of a table without numbers: each begins in its first column."""
    begin = [bool(line.first) and not line.first[0].islower() for line in lines]
    return _checked(_parted(lines, begin)) if lines and begin[0] else []


def _parted(lines: Sequence[SpacedLine], begin: Sequence[bool]) -> list[list[SpacedLine]]:
    rows: list[list[SpacedLine]] = []
    for line, begins in zip(lines, begin, strict=True):
        if begins:
            rows.append([])
        rows[-1].append(line)
    return rows


def _checked(rows: list[list[SpacedLine]]) -> list[list[SpacedLine]]:
    """The rows if all cells of each begin in its first line; else lines were not set from the top of their rows."""
    return rows if all(line.columns <= row[0].columns for row in rows for line in row) else []


def _joined(lines: Sequence[SpacedLine], width: int) -> list[str]:
    found = [""] * width
    for line in lines:
        for column, text in line.texts:
            found[column] = f"{found[column]} {text}".strip()
    return found
