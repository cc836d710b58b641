"""A page as a clean picture, and the way from its points back to the page's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nghiquyet.extract.model import AS_FILED, Placement, Ruling

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]


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
    placement: Placement = AS_FILED
