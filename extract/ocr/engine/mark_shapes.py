"""Ink of a lone mark → what its shape alone says: a cross, a tick, a Roman numeral of upright strokes, a dash.

The recogniser was trained on lines of words. A cross in a tick column comes out of it as ``X``, ``b$`` or ``bệ``, a
Roman two as ``H``: their shapes are simple enough to be looked at.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ink = NDArray[np.bool_]  # True where there is ink, cut to the mark

# A mark is looked at through a window of so many panes a side.
PANES = 9
# Ink in the middle less the most that stands in any of the four openings: crosses of two faces, of pen and of print,
# have over 0.6, the next nearest mark (4) has less than 0.3.
CROSSED = 0.5
# Where a cross has two strokes, one and two again, in parts of its height; and how narrow it is between.
BANDS = ((0.16, 0.3), (0.42, 0.56), (0.7, 0.84))
WAIST = 0.62
SQUARE = (0.55, 1.8)
# A tick (in parts of its width and height): its foot stands left of the middle, its short arm begins below the first
# height, its long one ends above the second, with no ink above the short or below the long one; white parts the two.
TICK_SHAPE, TICK_FOOT, TICK_ARMS = (0.6, 1.7), 0.55, (0.3, 0.35)
TICK_INK, TICK_BELOW = 0.55, (0.6, 0.7)
# A column of the mark this full is part of an upright stroke.
UPRIGHT = 0.8
# Feet of a Roman one reach equally far to both sides, above and below, within this part of its height; the flag of a
# figure one and the bar of a T do not.
EVEN = 0.06
FOOT = 0.22  # part of the height in which feet, flags and bars stand
MOST_STROKES = 3
# Thicker than this part of its height it is a blot, not a stroke.
THICKEST = 0.4
# A dash is this much wider than high and no thicker than this (points).
DASH_SHAPE, DASH_THICKNESS = 2.0, 2.2


def is_cross(ink: Ink) -> bool:
    """True for x, X and a cross made by hand: ink in the middle, open on all four sides."""
    high, wide = ink.shape
    if min(high, wide) < PANES or not SQUARE[0] <= wide / high <= SQUARE[1]:
        return False
    if _crossing(ink):
        return True
    panes = _panes(ink)
    middle = float(panes[3:6, 3:6].mean())
    openings = (panes[:2, 4], panes[-2:, 4], panes[4, :2], panes[4, -2:], panes[3:6, 0], panes[3:6, -1])
    return middle - max(float(side.mean()) for side in openings) >= CROSSED


def is_tick(ink: Ink) -> bool:
    """True for ✓: a short arm down to a foot on the left, from there a long one up to the upper right corner."""
    import numpy as np

    high, wide = ink.shape
    if min(high, wide) < PANES or not TICK_SHAPE[0] <= wide / high <= TICK_SHAPE[1] or ink.mean() > TICK_INK:
        return False
    lowest = high - 1 - np.argmax(ink[::-1], axis=0)  # of each column
    foot = float(np.flatnonzero(lowest == lowest.max()).mean())
    if foot > TICK_FOOT * wide or not ink.any(axis=0).all() or lowest[-1] > TICK_ARMS[1] * high:
        return False
    above = ink[: round(TICK_ARMS[0] * high), : max(round(foot), 1)]
    below = ink[round(TICK_BELOW[0] * high) :, round(TICK_BELOW[1] * wide) :]
    runs = [len(_runs(row)) for row in ink]
    return not above.any() and not below.any() and max(runs) == 2 and runs[: high // 3] == [1] * (high // 3)


def _crossing(ink: Ink) -> bool:
    """Two strokes that come together in the middle and part again: a cross whose feet close its openings."""
    high = ink.shape[0]
    bands = [ink[round(high * start) : round(high * end)] for start, end in BANDS]
    upper, middle, lower = ([_runs(row) for row in band] for band in bands)
    if not all(len(runs) == 2 for runs in (*upper, *lower)) or not all(len(runs) == 1 for runs in middle):
        return False
    reach = [max(runs[-1][1] - runs[0][0] for runs in band) for band in (upper, middle, lower)]
    left = min(runs[0][0] for runs in (*upper, *lower))
    right = max(runs[-1][1] for runs in (*upper, *lower))
    inner = all(runs[0][0] - left > 0.15 * (right - left) < right - runs[-1][1] for runs in middle)
    return inner and reach[1] <= WAIST * min(reach[0], reach[2])


def _runs(row: NDArray[np.bool_]) -> list[tuple[int, int]]:
    return pieces(row[None, :])


def roman_strokes(ink: Ink) -> int:
    """1, 2 or 3 for I, II and III; 0 for any other mark."""
    strokes = upright_strokes(ink)
    if not 1 <= len(strokes) <= MOST_STROKES:
        return 0
    high = ink.shape[0]
    if max(end - start for start, end in strokes) > THICKEST * high:
        return 0
    between = ink[round(high * 0.3) : round(high * 0.7)].copy()
    for start, end in strokes:
        between[:, max(start - 2, 0) : end + 2] = False
    if between.any(axis=0).sum() > 0.05 * high:
        return 0
    edges = [0, *((a[1] + b[0]) // 2 for a, b in pairwise(strokes)), ink.shape[1]]
    parts = [
        (ink[:, left:right], s[0] - left, s[1] - left)
        for s, left, right in zip(strokes, edges, edges[1:], strict=False)
    ]
    return len(strokes) if all(_even(*part) for part in parts) else 0


def pieces(ink: Ink) -> list[tuple[int, int]]:
    """(first column, column after the last) of each piece that white columns part."""
    import numpy as np

    found: list[tuple[int, int]] = []
    for column in np.flatnonzero(ink.any(axis=0)).tolist():
        if found and column == found[-1][1]:
            found[-1] = (found[-1][0], column + 1)
        else:
            found.append((column, column + 1))
    return found


def without_last_sign(ink: Ink) -> Ink:
    """Ink up to its last upright stroke: a stop, comma, slash or bracket behind it is cut off."""
    last = 0
    for start, end in pieces(ink):
        if upright_strokes(ink[:, start:end]):
            last = end
    return ink[:, :last] if last else ink


def upright_strokes(ink: Ink) -> list[tuple[int, int]]:
    """(first column, column after the last) of each upright stroke as high as the mark."""
    full = ink.mean(axis=0) >= UPRIGHT
    strokes: list[tuple[int, int]] = []
    for column in full.nonzero()[0].tolist():
        if strokes and column - strokes[-1][1] <= 1:
            strokes[-1] = (strokes[-1][0], column + 1)
        else:
            strokes.append((column, column + 1))
    return strokes


def is_dash(ink: Ink, per_point: float) -> bool:
    """True for a hyphen or dash: one flat stroke."""
    high, wide = ink.shape
    return wide >= DASH_SHAPE * high and high <= DASH_THICKNESS * per_point and bool(ink.mean() > 0.7)


def _even(part: Ink, start: int, end: int) -> bool:
    """The feet of one stroke reach equally far to all four sides."""
    import numpy as np

    high = part.shape[0]
    foot = max(round(high * FOOT), 1)
    reaches = []
    for band in (part[:foot], part[-foot:]):
        columns = np.flatnonzero(band.any(axis=0))
        reaches += [start - int(columns[0]), int(columns[-1]) + 1 - end]
    return bool(max(reaches) - min(reaches) <= EVEN * high + 1)


def _panes(ink: Ink) -> NDArray[np.float64]:
    import numpy as np

    rows, columns = (np.linspace(0, side, PANES + 1).astype(int) for side in ink.shape)
    sums = np.add.reduceat(np.add.reduceat(ink.astype(float), rows[:-1], axis=0), columns[:-1], axis=1)
    shares: NDArray[np.float64] = sums / np.outer(np.diff(rows), np.diff(columns))
    return shares
