"""A page's picture and the places of the words read in it → where letters stand that were passed over.

An engine that reads a page whole drops what it takes for a picture or for a column of dirt: row numbers beside a table
without rulings, a name that a seal or a pen touches.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import cv2
import numpy as np

from nghiquyet.extract.ocr.image.ink import grey_to_ink

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from nghiquyet.extract.model import BBox
    from nghiquyet.extract.ocr.image.model import PagePicture

    Ints = NDArray[np.int32]

# Letters and figures of text, in points; what is larger is drawn or written by hand, what is smaller a speck or a mark.
LOWEST, HIGHEST, WIDEST = 5.0, 18.0, 24.0
# Words on a line are no farther apart than this (points): half of it is what each letter is widened by.
APART = 7.0
# Around words and cells (points): the boxes of words are as high as their letters' size says.
AROUND = 2.5
# Around letters passed over (points): marks above and below belong to them.
MARKS = 3.5
# A page with more than this passed over is a picture.
MOST = 80


def has_ink(picture: PagePicture, known: Sequence[BBox]) -> bool:
    """True if a piece of ink as high as a letter, or higher, stands outside the boxes ``known`` (points)."""
    _, _, stats = _pieces(picture, known)
    return bool((stats[1:, cv2.CC_STAT_HEIGHT] >= LOWEST * picture.scale).any())


def unread_places(picture: PagePicture, known: Sequence[BBox]) -> tuple[BBox, ...]:
    """The boxes (points) of runs of letter-sized ink outside the boxes ``known``, from the top down."""
    first, labels, stats = _pieces(picture, known)
    scale = picture.scale
    high, wide = stats[:, cv2.CC_STAT_HEIGHT], stats[:, cv2.CC_STAT_WIDTH]
    letter = (high >= LOWEST * scale) & (high <= HIGHEST * scale) & (wide <= WIDEST * scale)
    letter[0] = False
    if not letter.any():
        return ()
    letters = np.asarray(letter[labels], np.uint8)
    run = cv2.dilate(letters, np.ones((1, max(1, round(APART * scale))), np.uint8))
    outlines, _ = cv2.findContours(run, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    places = []
    for outline in outlines:
        left, top, width, height = cv2.boundingRect(outline)
        if height <= HIGHEST * scale:
            half, top = APART / 2, top + first
            start, end = left / scale + half - MARKS, (left + width) / scale - half + MARKS
            places.append((start, top / scale - MARKS, end, (top + height) / scale + MARKS))
    return tuple(sorted(places, key=lambda p: (p[1], p[0]))) if len(places) <= MOST else ()


def _pieces(picture: PagePicture, known: Sequence[BBox]) -> tuple[int, Ints, Ints]:
    """The ink outside ``known``: its first row; what piece each pixel is of, 0 for none; each piece's box and area."""
    ink = grey_to_ink(picture.pixels)
    for box in known:
        x0, top, x1, bottom = (
            round((v + d * AROUND) * picture.scale) for v, d in zip(box, (-1, -1, 1, 1), strict=True)
        )
        ink[max(0, top) : max(0, bottom), max(0, x0) : max(0, x1)] = 0
    _, first, _, rows = cv2.boundingRect(ink)
    part = ink[first : first + max(rows, 1)]
    _, labels, stats, _ = cv2.connectedComponentsWithStats(part, connectivity=8)
    return first, np.asarray(labels, np.int32), np.asarray(stats, np.int32)
