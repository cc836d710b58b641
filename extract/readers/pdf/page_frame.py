"""The space that a PDF's content is drawn in → points from the top left corner of the page as a viewer shows it."""

from __future__ import annotations

from typing import NamedTuple

from nghiquyet.extract.model import BBox

# A4, for a page that can't be opened.
USUAL_SIZE = (595.0, 842.0)


class Transform(NamedTuple):
    """``x' = a x + c y + e``, ``y' = b x + d y + f``: a matrix as PDF writes it."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def then(self, after: Transform) -> Transform:
        """This transform, and ``after`` on what comes out of it."""
        return Transform(
            self.a * after.a + self.b * after.c,
            self.a * after.b + self.b * after.d,
            self.c * after.a + self.d * after.c,
            self.c * after.b + self.d * after.d,
            self.e * after.a + self.f * after.c + after.e,
            self.e * after.b + self.f * after.d + after.f,
        )

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def box(self, left: float, low: float, right: float, high: float) -> BBox:
        """The smallest upright box around the four corners."""
        corners = [self.point(x, y) for x in (left, right) for y in (low, high)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return (min(xs), min(ys), max(xs), max(ys))


class Frame(NamedTuple):
    """A page's size as shown, and the way to it from the space of its content."""

    width: float
    height: float
    to_page: Transform


def page_frame(left: float, low: float, right: float, high: float, rotation: int) -> Frame:
    """The frame of a page that shows this box of its content, turned clockwise by ``rotation`` degrees."""
    width, height = right - left, high - low
    match rotation % 360:
        case 90:
            return Frame(height, width, Transform(0, 1, 1, 0, -low, -left))
        case 180:
            return Frame(width, height, Transform(-1, 0, 0, 1, right, -low))
        case 270:
            return Frame(height, width, Transform(0, -1, -1, 0, high, right))
        case _:
            return Frame(width, height, Transform(1, 0, 0, -1, -left, high))
