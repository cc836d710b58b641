"""A page's picture → where the numbers of rows stand that no rulings keep from the text beside them.

An engine that reads a page whole takes a column of lone numbers for a margin: it drops some and guesses at others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from nghiquyet.extract.ocr.image.ink import grey_to_ink

if TYPE_CHECKING:
    from nghiquyet.extract.model import BBox
    from nghiquyet.extract.ocr.image.model import PagePicture

# Lengths in points. What is lower than the first is a speck or a stop, higher than the second is drawn.
SPECK, DRAWN = 1.0, 18.0
# Letters of one word are no farther apart; behind a lone mark there is more white than between words.
WITHIN, BEHIND = 4.0, 7.0
# A mark: a number of four counts is so wide, and a letter so high.
WIDEST, LOWEST = 34.0, 4.5
# Marks of one column have their middles, or their left sides, this near to each other; and there are so many of them.
ALIGNED, FEWEST = 6.0, 3
# The share of the lines beside them that may begin in their column: headings of groups do.
ACROSS = 0.15
# Around a mark: its signs above and below, a stop that is taken for a speck.
AROUND = 3.0
# A page with more runs of ink than this is a picture, or text so dense that nothing stands alone: every run is held
# against every other.
MOST = 2_000


@dataclass(frozen=True, slots=True)
class _InkRun:
    """Ink whose letters stand close together, in points."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def is_mark(self) -> bool:
        return self.x1 - self.x0 <= WIDEST and LOWEST <= self.bottom - self.top <= DRAWN


def lone_marks(picture: PagePicture, hidden: Sequence[BBox]) -> tuple[BBox, ...]:
    """The boxes (points) of short marks outside ``hidden`` that stand under each other left of all text beside them."""
    runs = _runs(picture, hidden)
    if not FEWEST <= len(runs) <= MOST:
        return ()
    best = _fullest_column(_line_beginnings([r for r in runs if r.is_mark], runs))
    if len(best) < FEWEST or not _has_white_behind(best, runs):
        return ()
    return tuple((r.x0 - AROUND, r.top - AROUND, r.x1 + AROUND, r.bottom + AROUND) for r in best)


def _runs(picture: PagePicture, hidden: Sequence[BBox]) -> list[_InkRun]:
    ink = grey_to_ink(picture.pixels)
    for box in hidden:
        x0, top, x1, bottom = (max(0, round(side * picture.scale)) for side in box)
        ink[top:bottom, x0:x1] = 0
    scale = picture.scale
    _, first, _, rows = cv2.boundingRect(ink)  # of a page of tables little is left
    ink = ink[first : first + rows]
    if not rows:
        return []
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    high = stats[1:, cv2.CC_STAT_HEIGHT]
    letters = stats[1:][(high >= SPECK * scale) & (high <= DRAWN * scale)]
    drawn = np.zeros_like(ink)
    for left, top, wide, height, _ in letters.tolist():
        drawn[top : top + height, left : left + wide] = 1
    reach = max(1, round(WITHIN * scale))
    joined = cv2.dilate(drawn, np.ones((1, reach), np.uint8))
    outlines, _ = cv2.findContours(joined, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    boxes = (cv2.boundingRect(outline) for outline in outlines)
    half = reach / 2 / scale
    return sorted(
        (
            _InkRun(x / scale + half, (first + y) / scale, (x + w) / scale - half, (first + y + h) / scale)
            for x, y, w, h in boxes
            if h >= LOWEST / 2 * scale
        ),
        key=lambda r: (r.top, r.x0),
    )


def _line_beginnings(marks: Sequence[_InkRun], runs: Sequence[_InkRun]) -> list[_InkRun]:
    """The marks that have nothing to their left, and white behind them."""
    left, top, bottom = (np.array([getattr(r, side) for r in runs]) for side in ("x0", "top", "bottom"))
    found = []
    for mark in marks:
        beside = left[(top < mark.bottom) & (mark.top < bottom)]  # and the mark itself
        if int((beside < mark.x1 + BEHIND).sum()) == 1:
            found.append(mark)
    return found


def _fullest_column(marks: Sequence[_InkRun]) -> list[_InkRun]:
    """The most marks whose middles, or whose left sides, are in line."""
    centred = [[m for m in marks if abs(m.middle - own.middle) <= ALIGNED] for own in marks]
    ranged = [[m for m in marks if abs(m.x0 - own.x0) <= ALIGNED] for own in marks]
    return max([*centred, *ranged], key=len, default=[])


def _has_white_behind(marks: Sequence[_InkRun], runs: Sequence[_InkRun]) -> bool:
    """True if hardly any other line, from the first mark to the last, begins before the marks' column ends."""
    top, bottom, right = marks[0].top, marks[-1].bottom, max(m.x1 for m in marks)
    others = [r for r in runs if r.top < bottom and top < r.bottom and r not in marks]
    lines = [r for r in others if not any(o.x0 < r.x0 and o.top < r.bottom and r.top < o.bottom for o in others)]
    across = sum(r.x0 < right for r in lines)
    return bool(lines) and across <= ACROSS * len(lines)
