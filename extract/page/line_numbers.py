"""Numbers of lines, printed beside them at the margin: no words of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from nghiquyet.extract.model import Ruling, Word
from nghiquyet.extract.page.sheets import Sheet
from nghiquyet.extract.page.words_to_lines import words_to_lines

NUMBER = re.compile(r"^\d{1,4}$")
# Numbers of one column begin or end at one place, give or take this (points).
ALIGNED = 1.5
# Fewer numbers than this number no lines; where every fifth or tenth line has one, a page has few.
FEWEST, FEWEST_APART = 5, 3
# The share of neighbours that must count on by the same step, and stand lower: a recogniser misreads some, and lines of
# two cells may stand at nearly one height.
COUNTING = 0.9
# The share of a page's lines that must be numbered where numbers are found for the first time, and of further pages:
# tables have lines between those that are numbered. Rows of a table have numbers too, but its headings have none.
NUMBERED, NUMBERED_FURTHER = 0.8, 0.4


def part_line_numbers(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets, with the numbers of lines laid aside if the first page that has lines enough numbers them."""
    parted = list(sheets)
    for left in (True, False):
        first = next((sheet for sheet in parted if len(words_to_lines(sheet.words)) >= FEWEST), None)
        if first is None or not _numbers(first, left, NUMBERED):
            continue
        for i, sheet in enumerate(parted):
            numbers = _numbers(sheet, left, NUMBERED_FURTHER)
            if numbers:
                parted[i] = _without(sheet, numbers)
    return parted


def _without(sheet: Sheet, numbers: Sequence[Word]) -> Sheet:
    known = {id(word) for word in numbers}
    blocks = tuple(tuple(word for word in block if id(word) not in known) for block in sheet.blocks)
    return replace(sheet, blocks=blocks, line_numbers=(*sheet.line_numbers, *numbers))


def _numbers(sheet: Sheet, left: bool, share: float) -> list[Word]:
    """The numbers of the lines of a page, those of its left or of its right side; nothing if it has none."""
    column = _outermost(sheet.words, left)
    if not column or any(_over(ruling, column) for ruling in sheet.rulings):
        return []
    values = [int(word.text) for word in column]
    if len(values) < FEWEST_APART:
        return []
    step, times = Counter(b - a for a, b in pairwise(sorted(values))).most_common(1)[0]
    rising = sum(a < b for a, b in pairwise(values))
    fewest = FEWEST if step == 1 else FEWEST_APART
    if step < 1 or len(column) < fewest or min(times, rising) < COUNTING * (len(column) - 1):
        return []
    known = {id(word) for word in column}
    lines = words_to_lines([word for word in sheet.words if id(word) not in known])
    return column if len(column) * step >= share * len(lines) else []


def _outermost(words: Sequence[Word], left: bool) -> list[Word]:
    """The numbers that stand beyond all else on one side of a page, below each other."""
    others = [word.bbox for word in words if not NUMBER.match(word.text)]
    if not others:
        return []
    edge = min(b[0] for b in others) if left else max(b[2] for b in others)
    beyond = [w for w in words if NUMBER.match(w.text) and (w.bbox[2] < edge if left else w.bbox[0] > edge)]
    if not beyond:
        return []
    outer = min(beyond, key=lambda w: w.bbox[0]) if left else max(beyond, key=lambda w: w.bbox[2])
    sides = [[w for w in beyond if abs(w.bbox[side] - outer.bbox[side]) <= ALIGNED] for side in (0, 2)]
    column = sides[0] if len(sides[0]) >= len(sides[1]) else sides[1]
    return sorted(column, key=lambda w: w.bbox[1])


def _over(ruling: Ruling, column: Sequence[Word]) -> bool:
    """True for a level ruling that runs over the column: these are the numbers of a table's rows."""
    x0, x1 = min(w.bbox[0] for w in column), max(w.bbox[2] for w in column)
    return ruling.horizontal and ruling.x0 < x1 and x0 < ruling.x1
