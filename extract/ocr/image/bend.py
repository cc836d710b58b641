"""How the rows and columns of a scanned page run → the way from the scan to the straight page and back.

Paper slips while it is fed: one page slanted by 0.7 degrees at its head was slanted by 1.7 at its foot. So a tilt is
not one angle: rows may bend with both places, smoothly, and columns with them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from nghiquyet.extract.model import Placement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from nghiquyet.extract.ocr.image.model import Pixels

    Floats = NDArray[np.float64]
    Course = tuple[Floats, Floats]  # points along something that is straight on paper

# Pulls what few short courses tell towards a plain tilt: as strong as this many points a half page from the middle.
CAUTION = 2.0
# A course that slants from the text around it by more than this (a third of a degree) is no part of the page's grid.
ASTRAY = 0.006
# Nodes a side on which the way back is fitted; the fit errs by under a tenth of a pixel on the bends met.
NODES = 17
# Rows of the straight page made at a time: bounds the memory.
STRIP = 256
# Pixels between the places at which the way back is worked out; between them it is as good as straight.
MESH = 8


@dataclass(frozen=True, slots=True, eq=False)
class Bend:
    """Smooth moves by which a scan of ``width`` times ``height`` pixels becomes straight.

    ``rows`` weighs u, uv, uuv, uvv, uu into the move down; ``columns`` weighs v, uv, vv, uvv, vvv into the move right;
    u and v are places from the middle, 1 at half the longer side.
    """

    width: int
    height: int
    rows: Floats
    columns: Floats

    def straight(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """Where places of the scan lie on the straight page (pixels of the scan)."""
        u, v = self._from_middle(x, y)
        return x + _column_terms(u, v) @ self.columns, y + _row_terms(u, v) @ self.rows

    def _from_middle(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        half = max(self.width, self.height) / 2
        return (x - self.width / 2) / half, (y - self.height / 2) / half


def courses_to_bend(
    size: tuple[int, int], tilts: Sequence[tuple[float, float]], rows: Sequence[Course], columns: Sequence[Course]
) -> Bend:
    """The bend of a scan of ``size`` (width, height) pixels.

    ``tilts`` are the slopes of rows of text at heights of the page; ``rows`` and ``columns`` the rulings' courses.
    """
    width, height = size
    plain = Bend(width, height, np.zeros(5), np.zeros(5))
    lines = [_line_of_text(at, slope, width) for at, slope in tilts]
    by_text = _fit(plain, lines, True, np.zeros(5)) if lines else np.zeros(5)
    along = [r for r in rows if not lines or _slant(Bend(width, height, by_text, np.zeros(5)), r) < ASTRAY]
    of_rows = _fit(plain, [*lines, *along], True, np.zeros(5))
    # paper that is turned is turned as a whole: its columns lean as its rows fall
    a, b, _, d, _ = of_rows
    turned = np.array([-a, 0.0, -b / 2, 0.0, -d / 3])
    leaning = Bend(width, height, of_rows, turned)
    upright = [c for c in columns if _slant(leaning, c, across=False) < 2 * ASTRAY]
    return Bend(width, height, of_rows, turned + _fit(leaning, upright, False, np.zeros(5)))


def _row_terms(u: Floats, v: Floats) -> Floats:
    return np.stack([u, u * v, u * u * v, u * v * v, u * u], axis=-1)


def _column_terms(u: Floats, v: Floats) -> Floats:
    return np.stack([v, u * v, v * v, u * v * v, v * v * v], axis=-1)


def _line_of_text(at: float, slope: float, width: int) -> Course:
    x = np.linspace(0.15, 0.85, 12) * width
    return x, at + slope * (x - width / 2)


def _fit(bend: Bend, courses: Sequence[Course], rows: bool, start: Floats) -> Floats:
    """Weights that make every course run level (``rows``) or plumb, least squares."""
    blocks, wanted = [], []
    for x, y in courses:
        u, v = bend._from_middle(x, y)
        terms = _row_terms(u, v) if rows else _column_terms(u, v)
        moved_x, moved_y = bend.straight(x, y)
        place = moved_y if rows else moved_x
        blocks.append(terms - terms.mean(axis=0))
        wanted.append(place.mean() - place)
    if not blocks:
        return start
    caution = np.sqrt(CAUTION) * np.diag([0.02, 1.0, 1.0, 1.0, 1.0])
    left = np.concatenate([*blocks, caution])
    right = np.concatenate([*wanted, np.zeros(5)])
    return np.asarray(np.linalg.lstsq(left, right, rcond=None)[0], np.float64)


def _slant(bend: Bend, course: Course, across: bool = True) -> float:
    """How much the course slants once the bend is taken out (pixels a pixel)."""
    x, y = bend.straight(*course)
    along, off = (x, y) if across else (y, x)
    if len(along) < 2 or float(np.ptp(along)) < 1:
        return 0.0
    return abs(float(np.polyfit(along - along.mean(), off, 1)[0]))


def straightened(grey: Pixels, bend: Bend, scale: float, size: tuple[int, int]) -> Pixels:
    """The straight page of ``size`` (columns, rows), each of its pixels ``scale`` of the scan's wide."""
    columns, rows = size
    across, down = _way_back(bend)
    half = max(bend.width, bend.height) / 2

    def places(first: int, last: int, middle: float) -> Floats:
        """Each MESH-th pixel's place from the middle, from one mesh before the first to one behind the last."""
        middles = np.arange(first - MESH, last + 2 * MESH, MESH) + MESH / 2
        return np.asarray((middles * scale - middle) / half, np.float64)

    u = places(0, columns, bend.width / 2)
    page = np.empty((rows, columns), np.uint8)
    for top in range(0, rows, STRIP):
        v = places(top, min(rows, top + STRIP), bend.height / 2)
        maps = [_surface(weights, u, v)[: min(rows - top, STRIP), :columns] for weights in (across, down)]
        page[top : top + STRIP] = cv2.remap(
            grey, maps[0], maps[1], cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT, borderValue=255
        )
    return page


def bend_to_placement(bend: Bend, per_point: float) -> Placement:
    """From points of the straight page to points of the scan, as near as one turn and stretch comes."""
    x, y = _nodes(bend)
    straight_x, straight_y = bend.straight(x, y)
    known = np.stack([straight_x, straight_y, np.full_like(x, per_point)], axis=-1)
    (a, b, c), (d, e, f) = (np.linalg.lstsq(known, place, rcond=None)[0] for place in (x, y))
    return Placement(float(a), float(b), float(c), float(d), float(e), float(f))


def _nodes(bend: Bend) -> tuple[Floats, Floats]:
    x, y = np.meshgrid(np.linspace(0, bend.width, NODES), np.linspace(0, bend.height, NODES))
    return x.ravel(), y.ravel()


def _way_back(bend: Bend) -> tuple[Floats, Floats]:
    """Weights of u^i v^j, (i, j) of (3, 5), that give places of the scan for places of the straight page."""
    x, y = _nodes(bend)
    u, v = bend._from_middle(*bend.straight(x, y))
    powers = np.stack([u**i * v**j for i in range(3) for j in range(5)], axis=-1)
    across, down = (np.linalg.lstsq(powers, place - 0.5, rcond=None)[0].reshape(3, 5) for place in (x, y))
    return np.asarray(across, np.float64), np.asarray(down, np.float64)


def _surface(weights: Floats, u: Floats, v: Floats) -> NDArray[np.float32]:
    """The surface over the pixels that lie MESH by MESH around the places u and v, without the outermost."""
    level, lean, bow = (np.polynomial.polynomial.polyval(v, weights[i])[:, None] for i in range(3))
    known = np.asarray((bow * u + lean) * u + level, np.float32)
    fine = cv2.resize(known, (len(u) * MESH, len(v) * MESH), interpolation=cv2.INTER_LINEAR)
    return np.asarray(fine[MESH:, MESH:], np.float32)
