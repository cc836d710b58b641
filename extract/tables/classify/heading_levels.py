"""Headings on two levels, the upper ones over several of the lower: told by rulings or by where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nghiquyet.extract.model import Ruling

# Headings reach over the ruling below them by no more than this (points).
INSIDE = 3.0
# An upper heading stands in the middle of those below it, give or take this part of their width.
CENTRED = 0.12
# Middles of a heading's own lines are no farther apart than this part of the shorter one's width.
OWN_LINE = 0.25


@dataclass(frozen=True, slots=True)
class UpperHeading:
    """A heading over two others: where the middles of these lie, and the height at which it and they part."""

    left: float
    right: float
    y: float


@dataclass(frozen=True, slots=True)
class LineSpan:
    """A run of words of a heading's line: its sides and its middle's height."""

    x0: float
    x1: float
    y: float

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2

    def continues(self, above: LineSpan) -> bool:
        """True if it is another line of the heading ``above``, both set around one middle."""
        return abs(self.middle - above.middle) < OWN_LINE * min(self.x1 - self.x0, above.x1 - above.x0)

    def within(self, ruling: Ruling) -> bool:
        return ruling.x0 - INSIDE <= self.x0 and self.x1 <= ruling.x1 + INSIDE


def columns_of(spans: Sequence[LineSpan]) -> list[tuple[float, float]]:
    """Left and right of each run of spans that stand over one another."""
    merged: list[tuple[float, float]] = []
    for x0, x1 in sorted((s.x0, s.x1) for s in spans):
        if merged and x0 < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], x1))
        else:
            merged.append((x0, x1))
    return merged


def without_upper(spans: Sequence[LineSpan], rulings: Sequence[Ruling]) -> list[LineSpan]:
    """The spans but for upper headings: those over a ruling of their own below which others stand side by side."""
    upper: set[LineSpan] = set()
    for ruling in rulings:
        own = [s for s in spans if s.within(ruling)] if ruling.horizontal else []
        above = columns_of([s for s in own if s.y < ruling.top])
        below = columns_of([s for s in own if s.y > ruling.bottom])
        if len(own) < len(spans) and 0 < len(above) < len(below):
            upper.update(s for s in own if s.y < ruling.top)
    return [s for s in spans if s not in upper]


def over_two(span: LineSpan, spans: Sequence[LineSpan]) -> UpperHeading | None:
    """The span as an upper heading, if it stands in the middle over two that stand side by side right below it."""
    beside = [s for s in spans if s.y == span.y and s is not span]
    low = max((s.x1 for s in beside if s.x1 <= span.x0), default=0.0)
    high = min((s.x0 for s in beside if s.x0 >= span.x1), default=float("inf"))
    below = [s for s in spans if s.y > span.y and low <= s.middle <= high]
    first = [s for s in below if s.y == min(b.y for b in below)]
    if len(first) != 2 or any(s.continues(span) for s in below):
        return None
    left, right = sorted(first, key=lambda s: s.x0)
    between = left.middle < span.middle < right.middle
    centred = between and abs((left.x0 + right.x1) / 2 - span.middle) <= CENTRED * (right.x1 - left.x0)
    return UpperHeading(left.middle, right.middle, (span.y + left.y) / 2) if centred else None
