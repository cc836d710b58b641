"""A page as a clean picture, and the way from its points back to the page's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.model import BBox, Ruling

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a point of the picture lies on the page as filed: ``x' = a x + b y + c``, ``y' = d x + e y + f``."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 0.0
    e: float = 1.0
    f: float = 0.0

    def box(self, bbox: BBox) -> BBox:
        """The smallest upright box on the page around a box of the picture (points in, points out)."""
        corners = [(x, y) for x in (bbox[0], bbox[2]) for y in (bbox[1], bbox[3])]
        xs = [self.a * x + self.b * y + self.c for x, y in corners]
        ys = [self.d * x + self.e * y + self.f for x, y in corners]
        return (min(xs), min(ys), max(xs), max(ys))


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page upright, straight and clean.

    ``pixels`` are grey, (rows, columns), 0 ink to 255 paper, without seal, specks and rulings; ``scale`` is pixels a
    point. ``width``, ``height`` and ``rulings`` are in points of this picture (origin top left); ``placement`` leads
    from them to points of the page as filed.
    """

    pixels: Pixels
    scale: float
    width: float
    height: float
    rulings: tuple[Ruling, ...]
    placement: Placement = Placement()
