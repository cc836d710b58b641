"""Pages drawn for tests: rows of letters, rulings, seals; 200 dots an inch, 0 ink, 255 paper."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]

PER_POINT = 200 / 72
ROWS = ("Hop dong xay dung ke hoach", "giao cac so nganh thuc hien", "bao cao ket qua truoc ngay")


def sheet(width: float = 400, height: float = 500) -> Pixels:
    """White paper, sides in points."""
    return np.full((round(height * PER_POINT), round(width * PER_POINT)), 255, np.uint8)


def px(points: float) -> int:
    return round(points * PER_POINT)


def write(page: Pixels, text: str, x: float, y: float, size: float = 0.8) -> None:
    """Writes over ``x``, ``y`` (points, foot of the letters)."""
    cv2.putText(page, text, (px(x), px(y)), cv2.FONT_HERSHEY_COMPLEX, size, (0, 0, 0), 2, cv2.LINE_AA)


def prose(page: Pixels, rows: int = 22, top: float = 60, left: float = 40) -> Pixels:
    """Fills the page with rows of text."""
    for row in range(rows):
        write(page, ROWS[row % len(ROWS)], left, top + 18 * row)
    return page


def line(page: Pixels, x0: float, y0: float, x1: float, y1: float, thickness: int = 2) -> None:
    """Draws a stroke between two points (points; thickness in pixels)."""
    cv2.line(page, (px(x0), px(y0)), (px(x1), px(y1)), 0, thickness)


def table(page: Pixels, xs: tuple[float, ...], ys: tuple[float, ...]) -> Pixels:
    """Draws a full grid with a word in each cell."""
    for y in ys:
        line(page, xs[0], y, xs[-1], y)
    for x in xs:
        line(page, x, ys[0], x, ys[-1])
    for x in xs[:-1]:
        for y in ys[:-1]:
            write(page, "viec", x + 6, y + 18)
    return page


def tilted(page: Pixels, degrees: float) -> Pixels:
    """The page turned clockwise about its middle."""
    height, width = page.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1)
    return np.asarray(cv2.warpAffine(page, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=(255,) * 3))


def ink(page: Pixels, x0: float, y0: float, x1: float, y1: float) -> int:
    """How many pixels in a box (points) are dark."""
    return int((page[px(y0) : px(y1), px(x0) : px(x1)] < 140).sum())
