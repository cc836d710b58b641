"""Lines of parts that white sets apart → the columns between which it is white from top to bottom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

# White that parts columns is at least as wide as that which parts a line's cells (letters).
NARROWEST = 2
# The share of lines whose parts must all stand in columns of their own.
APART = 0.9
# Lines of as many parts tell where columns end; one of fewer may be a title that runs over them.
TELLING = 3
_PART = re.compile(r"\S+(?:[ \u00a0]\S+)*")


@dataclass(frozen=True, slots=True)
class SpacedPart:
    """Words of a line between wide white, and the letter at which they begin."""

    at: int
    text: str

    @property
    def end(self) -> int:
        return self.at + len(self.text)

    @property
    def middle(self) -> float:
        return self.at + len(self.text) / 2


@dataclass(frozen=True, slots=True)
class SpacedLine:
    """A line's texts by their columns; a blank line and a rule have none."""

    texts: tuple[tuple[int, str], ...] = ()

    @property
    def columns(self) -> frozenset[int]:
        return frozenset(column for column, _ in self.texts)

    @property
    def first(self) -> str:
        """What stands in the first column."""
        return self.texts[0][1] if self.texts and self.texts[0][0] == 0 else ""


def parts_of(line: str) -> list[SpacedPart]:
    """The parts of a line that two spaces or more, or a tab, set apart."""
    return [SpacedPart(m.start(), m.group()) for m in _PART.finditer(line)]


def column_starts(lines: Sequence[Sequence[SpacedPart]]) -> tuple[float, ...]:
    """Where each column begins, the headings in the first line; none where lines do not keep to columns.

    Between the middles of two headings lies the widest white that is white in all lines of many parts.
    """
    heading = lines[0]
    telling = [line for line in lines if len(line) >= TELLING]
    inked = {x for line in telling for part in line for x in range(part.at, part.end)}
    starts = [0.0]
    for one, other in pairwise(heading):
        white = _widest_white(inked, int(one.middle), int(other.middle))
        if white is None or white[1] - white[0] < NARROWEST:
            return ()
        starts.append(sum(white) / 2)
    alone = sum(len({_column(part, starts) for part in line}) == len(line) for line in telling)
    return tuple(starts) if len(telling) > 1 and alone >= APART * len(telling) else ()


def place_parts(line: str, starts: Sequence[float]) -> SpacedLine:
    """The line's parts by the columns in which they begin."""
    texts: dict[int, str] = {}
    for part in parts_of(line):
        column = _column(part, starts)
        texts[column] = f"{texts[column]} {part.text}" if column in texts else part.text
    return SpacedLine(tuple(sorted(texts.items())))


def _column(part: SpacedPart, starts: Sequence[float]) -> int:
    return max((c for c, start in enumerate(starts) if start <= part.at), default=0)


def _widest_white(inked: set[int], left: int, right: int) -> tuple[int, int] | None:
    """(beginning, end) of the widest run of places without ink between two places."""
    best: tuple[int, int] | None = None
    start: int | None = None
    for x in range(left, right + 1):
        if x in inked or x == right:
            if start is not None and (best is None or x - start >= best[1] - best[0]):
                best = (start, x)
            start = None
        elif start is None:
            start = x
    return best
