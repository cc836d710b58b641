"""Parts of a page's picture: what is handed to the recogniser, and whether there is anything to read."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import TYPE_CHECKING

from nghiquyet.extract.model import BBox
from nghiquyet.extract.ocr.image.model import PagePicture

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from nghiquyet.extract.ocr.image.model import Pixels

    Ink = NDArray[np.bool_]

PAPER = 255
# Darker than this is ink.
INK = 140
# What is left of a ruling, and letters of a neighbour that touch it, lie within this many points of a cell's edge.
EDGE = 1.2
# The least ink (square points) that is something printed: a full stop of ten points covers 0.8, a hyphen 2.
LEAST_INK = 0.7
# How far marks reach beyond a word's box, in parts of its height.
BEYOND = 0.2
# White that the engine wants around a text, in pixels.
MARGIN = 10


def whole_without(picture: PagePicture, hidden: Sequence[BBox]) -> Pixels:
    """The page with the boxes painted white."""
    if not hidden:
        return picture.pixels
    pixels = picture.pixels.copy()
    for box in hidden:
        x0, top, x1, bottom = pixel_box(picture, box)
        pixels[top:bottom, x0:x1] = PAPER
    return pixels


def pixel_box(picture: PagePicture, box: BBox, inset: float = 0.0) -> tuple[int, int, int, int]:
    """The box, ``inset`` points smaller on each side, in pixels within the picture."""
    high, wide = picture.pixels.shape
    x0, top, x1, bottom = (
        (box[0] + inset) * picture.scale,
        (box[1] + inset) * picture.scale,
        (box[2] - inset) * picture.scale,
        (box[3] - inset) * picture.scale,
    )
    left, upper = min(max(round(x0), 0), wide), min(max(round(top), 0), high)
    return left, upper, max(min(round(x1), wide), left), max(min(round(bottom), high), upper)


def inked_box(picture: PagePicture, box: BBox) -> tuple[int, int, int, int] | None:
    """The smallest box of pixels around the ink in ``box``; None where there is no more ink than a speck's."""
    import numpy as np

    x0, top, x1, bottom = pixel_box(picture, box, EDGE)
    ink = picture.pixels[top:bottom, x0:x1] < INK
    if int(ink.sum()) < LEAST_INK * picture.scale**2:
        return None
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    return x0 + int(columns[0]), top + int(rows[0]), x0 + int(columns[-1]) + 1, top + int(rows[-1]) + 1


def framed(picture: PagePicture, box: tuple[int, int, int, int]) -> Pixels:
    """The pixels of the box with white around them."""
    import numpy as np

    x0, top, x1, bottom = box
    part = np.full((bottom - top + 2 * MARGIN, x1 - x0 + 2 * MARGIN), PAPER, np.uint8)
    part[MARGIN:-MARGIN, MARGIN:-MARGIN] = picture.pixels[top:bottom, x0:x1]
    return part


def inked(picture: PagePicture, box: tuple[int, int, int, int]) -> Ink:
    """True where there is ink in a box of pixels."""
    x0, top, x1, bottom = box
    ink: Ink = picture.pixels[top:bottom, x0:x1] < INK
    return ink


def ink_beside(
    picture: PagePicture, box: tuple[int, int, int, int], read: Sequence[tuple[int, int, int, int]]
) -> tuple[float, tuple[int, int]]:
    """The ink (square points) in a box of pixels outside the boxes ``read``, and its middle (x, y) in pixels.

    Marks above and below letters reach a little out of a word's box.
    """
    import numpy as np

    x0, top = box[:2]
    ink = inked(picture, box).copy()
    for left, upper, right, lower in read:
        reach = round(BEYOND * (lower - upper))
        rows = slice(max(upper - reach - top, 0), max(lower + reach - top, 0))
        ink[rows, max(left - reach - x0, 0) : max(right + reach - x0, 0)] = False
    ys, xs = np.nonzero(ink)
    if not len(xs):
        return 0.0, (x0, top)
    return len(xs) / picture.scale**2, (x0 + int(xs.mean()), top + int(ys.mean()))


def trimmed_ink(picture: PagePicture, box: tuple[int, int, int, int]) -> Ink | None:
    """The ink in a box of pixels, cut to where there is any; None where there is none."""
    import numpy as np

    x0, top, x1, bottom = box
    ink = inked(picture, (max(x0, 0), max(top, 0), x1, bottom))
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    return ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1] if len(rows) else None


def stroke_widths(parts: Sequence[Pixels], longest: float = inf) -> list[float]:
    """How thick upright strokes are in each part: the mean length, in pixels, of its runs of ink along the rows.

    Runs over ``longest`` are bars of letters and do not count; a part without ink has 0.
    """
    import numpy as np

    if not parts:
        return []
    rows = [_flat(part) for part in parts]  # looked at together: most parts are words, and small
    starts, lengths = _runs(np.concatenate(rows))
    ends = np.cumsum([len(row) for row in rows])
    of = np.searchsorted(ends, starts, side="right")
    usual = lengths <= longest
    counts = np.bincount(of[usual], minlength=len(rows))
    sums = np.bincount(of[usual], lengths[usual], minlength=len(rows))
    return [float(total / count) if count else 0.0 for total, count in zip(sums, counts, strict=True)]


def usual_run(pixels: Pixels) -> float:
    """The median length of the runs of ink along the rows, in pixels; 0 without ink."""
    import numpy as np

    _, lengths = _runs(_flat(pixels))
    return float(np.median(lengths)) if len(lengths) else 0.0


def _flat(pixels: Pixels) -> NDArray[np.int8]:
    """1 for ink, 0 for paper, row after row; each row ends with paper, so that no run goes on in the next."""
    import numpy as np

    high, wide = pixels.shape
    ink = np.zeros((high, wide + 1), np.int8)
    np.less(pixels, INK, out=ink[:, :-1], casting="unsafe")
    return ink.ravel()


def _runs(flat: NDArray[np.int8]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Where runs of ink begin, and their lengths."""
    import numpy as np

    steps = np.diff(flat, prepend=np.int8(0))
    starts = np.flatnonzero(steps == 1)
    lengths: NDArray[np.intp] = np.flatnonzero(steps == -1) - starts
    return starts, lengths
