"""Pieces of ink → which of them were not printed on this page: hairs, and crumbs of the back page's letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from nghiquyet.extract.ocr.image.model import Pixels

    Flags = NDArray[np.bool_]
    Ints = NDArray[np.int32]
    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]

# Lengths in points. The letters of a word are no farther apart, its marks no farther above and below them.
ASIDE, ABOVE = 5.0, 2.0
# A letter without ascender is as high in text of 9 points.
LETTER = 4.2
# Runs of this many crumbs without a letter: 0 to 2 a page in clean, light and dark scans; where the back page shines
# through 4 to 49.
CRUMBS, RUNS = 3, 4
# Of a word's ink so much is in its letters, the rest in marks and stops.
IN_LETTERS = 0.6
# The middle of a mark or a stop is no farther from its letter: a colon of bold text 3 aside, a second accent 4 above.
MARK_ASIDE, MARK_ABOVE = 3.6, 4.6
# A dash is so many times as long as high, and as long as this.
FLAT, DASH = 1.7, (2.2, 9.0)
# Hairs are 0.22 to 0.52 thick, letters that stand alone 0.9 and more (eight looks, 150 to 300 dots an inch).
HAIR = 0.55
HAIR_OF_LETTERS = 0.5
# A letter among crumbs is the page's own if it is as thick somewhere, give or take so much, as all but the thinnest
# quarter of the letters in words: a lone figure one beside crumbs must not go with them.
AS_THICK, THINNEST = 0.9, 25
# Runs are told apart at this many pixels a point.
COARSE = 100 / 72


def foreign_pieces(inked: Places, pieces: Ints, stats: Ints, page: tuple[int, int], per_point: float) -> Flags:
    """True for each piece of ink that is not the page's own.

    ``inked`` are places of a flattened ``page`` (rows, columns), ``pieces`` the piece that each is of; ``stats`` are
    those of connected components, 0 the paper. Crumbs go only where there are more than broken letters make.
    """
    foreign = np.zeros(len(stats), bool)
    if not len(inked):
        return foreign
    step = max(1, round(per_point / COARSE))
    scale = per_point / step
    row, column = inked // page[1] // step, inked % page[1] // step
    coarse = -(-page[0] // step), -(-page[1] // step)
    runs = _runs(row, column, pieces, len(stats), _grown(row, column, coarse, ASIDE * scale, ABOVE * scale))
    letters = stats[:, cv2.CC_STAT_HEIGHT] >= LETTER * per_point
    thickness = _thickness(stats) / per_point
    members = np.bincount(runs)
    members[0] = 0
    usual = float(np.median(thickness[letters & (runs > 0)])) if (letters & (runs > 0)).any() else 0.0
    thin = (thickness < min(HAIR, HAIR_OF_LETTERS * usual)) & (stats[:, cv2.CC_STAT_HEIGHT] >= LETTER / 2 * per_point)
    foreign |= thin & (members[runs] == 1)
    crumbs = _crumbs(runs, letters, stats, per_point)
    if crumbs is None:
        return foreign
    foreign |= crumbs & ~_as_thick_as_words(inked, pieces, letters, ~crumbs & (runs > 0), page)
    own = (letters & ~foreign)[pieces]
    near = _grown(row[own], column[own], coarse, 2 * MARK_ASIDE * scale, 2 * MARK_ABOVE * scale)
    x, y, wide, high = stats[:, : cv2.CC_STAT_HEIGHT + 1].T
    marks = near[(y + high // 2) // step, (x + wide // 2) // step] > 0
    foreign |= ~letters & ~marks & ~_dashes(stats, per_point)
    foreign[runs == 0] = False
    return foreign


def _grown(row: Places, column: Places, size: tuple[int, int], wide: float, high: float) -> Pixels:
    """1 around the places."""
    drawn = np.zeros(size, np.uint8)
    drawn[row, column] = 1
    return np.asarray(cv2.dilate(drawn, np.ones((max(1, round(high)), max(1, round(wide))), np.uint8)), np.uint8)


def _runs(row: Places, column: Places, pieces: Ints, count: int, grown: Pixels) -> Ints:
    """The run of each piece, from 1; 0 for what is no piece any more."""
    _, labels = cv2.connectedComponents(grown)
    runs = np.zeros(count, np.int32)
    runs[pieces] = labels[row, column]
    runs[0] = 0
    return runs


def _thickness(stats: Ints) -> Floats:
    """The area of each piece by its length, as if it were one stroke."""
    length = np.hypot(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT])
    return np.asarray(stats[:, cv2.CC_STAT_AREA] / np.maximum(length, 1.0), np.float64)


def _as_thick_as_words(inked: Places, pieces: Ints, letters: Flags, kept: Flags, page: tuple[int, int]) -> Flags:
    """The letters whose thickest stroke is as thick as that of the letters in words, which are ``kept``."""
    ink = np.zeros(page, np.uint8)
    ink.ravel()[inked] = 1
    depth = np.asarray(cv2.distanceTransform(ink, cv2.DIST_L2, 3), np.float32).ravel()[inked]
    thickest = np.zeros(len(letters), np.float32)
    np.maximum.at(thickest, pieces, depth)
    own = letters & kept
    if not own.any():
        return np.zeros(len(letters), bool)
    return np.asarray(letters & (thickest >= AS_THICK * float(np.percentile(thickest[own], THINNEST))), np.bool_)


def _crumbs(runs: Ints, letters: Flags, stats: Ints, per_point: float) -> Flags | None:
    """The pieces of runs that have too few letters for words; None if the page has hardly any without a letter."""
    area = np.where(runs > 0, stats[:, cv2.CC_STAT_AREA], 0)
    count = int(runs.max()) + 1
    members, whole = np.bincount(runs, minlength=count), np.bincount(runs, area, count)
    in_letters = np.bincount(runs, area * letters, count)
    bare = (in_letters == 0) & (members >= CRUMBS)
    bare[0] = False
    if int(bare.sum()) < RUNS:
        return None
    alone = _dashes(stats, per_point) & (members[runs] == 1)
    return np.asarray((in_letters < IN_LETTERS * whole)[runs] & ~alone & (runs > 0), np.bool_)


def _dashes(stats: Ints, per_point: float) -> Flags:
    wide, high = stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]
    long = (wide >= DASH[0] * per_point) & (wide <= DASH[1] * per_point)
    return np.asarray(long & (wide >= FLAT * high), np.bool_)
