"""A page's picture → its words: tables cell by cell, the rest as a page, lone numbers of rows in it by themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nghiquyet.extract.language.numbering.ordinals import is_ordinal
from nghiquyet.extract.language.numbering.roman import SIGNS
from nghiquyet.extract.model import UNREAD, BBox, Word
from nghiquyet.extract.ocr.engine.barred_signs import with_barred_signs
from nghiquyet.extract.ocr.engine.recogniser import Recogniser
from nghiquyet.extract.ocr.image.lone_marks import lone_marks
from nghiquyet.extract.ocr.image.model import PagePicture
from nghiquyet.extract.ocr.image.unread_ink import has_ink, unread_places
from nghiquyet.extract.tables.lattice.rulings_to_grids import rulings_to_grids

# The densest table page met has 400 cells; a drawn grid of more than this is no table to read.
CELL_LIMIT = 3_000
# What was passed over and is read with less confidence than this is a seal's or a pen's, unless so much of the line is
# read well: a pen that goes through a name spoils a part of it.
LEGIBLE = 0.6
MOST_OF_A_LINE = 0.6
# A number of a row has no more signs: "(10.2)".
LONGEST_MARK = 6
# Letters that stand alone: numbers of rows, ticks, the last line of a narrow "STT".
LONE_LETTERS = frozenset(f"{SIGNS}xT")


def picture_to_blocks(picture: PagePicture, page: int, recogniser: Recogniser) -> tuple[tuple[Word, ...], ...]:
    """The words of page ``page`` (from 1): those of no table, then each cell's.

    Boxes are in points of the picture; each word has its confidence.
    """
    grids = [grid for grid in rulings_to_grids(picture.rulings) if len(grid.cells) <= CELL_LIMIT]
    tables = [grid.bbox for grid in grids]
    # whether there is anything beside the tables is seen far sooner than the engine finds nothing there
    beside = not tables or has_ink(picture, tables)
    blocks = [recogniser.read_page(picture, page, tables) if beside else ()]
    if beside:
        marks = lone_marks(picture, tables)
        blocks = _with_marks(blocks[0], marks, lambda mark: recogniser.read_mark(picture, page, mark))
        known = [*tables, *marks, *(word.bbox for word in blocks[0])]
        blocks += _passed_over(picture, page, recogniser, known)
    blocks += [recogniser.read_cell(picture, page, cell.bbox) for grid in grids for cell in grid.cells]
    return tuple(with_barred_signs(block, picture) for block in blocks if block)


def _with_marks(
    words: Sequence[Word], marks: Sequence[BBox], read: Callable[[BBox], tuple[Word, ...]]
) -> list[tuple[Word, ...]]:
    """The ``words`` of a page without those in the boxes ``marks``, then what is read in each of these by itself.

    A mark that the page's reading has run together with the text behind it stays there.
    """
    own = [[w for w in words if _holds(mark, w.bbox) or _holds(w.bbox, mark)] for mark in marks]
    whole = [all(len(w.text) <= LONGEST_MARK for w in inside) for inside in own]
    marks, own = [m for m, k in zip(marks, whole, strict=True) if k], [o for o, k in zip(own, whole, strict=True) if k]
    taken = {w for inside in own for w in inside}
    rest = tuple(w for w in words if w not in taken)
    return [rest, *(_better(tuple(inside), read(mark)) for mark, inside in zip(marks, own, strict=True))]


def _better(before: tuple[Word, ...], alone: tuple[Word, ...]) -> tuple[Word, ...]:
    """What was read of a mark alone, unless only the reading of the whole page is a number, or has all its stops."""
    numbers = [is_ordinal("".join(w.text for w in words)) for words in (before, alone)]
    stops = [sum(w.text.strip(".").count(".") for w in words) for words in (before, alone)]
    if numbers[0] and (not numbers[1] or stops[0] > stops[1]):
        return before
    return alone or before


def _holds(box: BBox, word: BBox) -> bool:
    """True if the middle of the one stands in the other."""
    x, y = (word[0] + word[2]) / 2, (word[1] + word[3]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _passed_over(picture: PagePicture, page: int, recogniser: Recogniser, known: list[BBox]) -> list[tuple[Word, ...]]:
    """What the engine passed over while it read the page, where it can be read by itself."""
    read = (recogniser.read_cell(picture, page, place) for place in unread_places(picture, known))
    return [words for words in read if words and _legible(words)]


def _legible(words: Sequence[Word]) -> bool:
    text = "".join(word.text for word in words)
    if len(text) == 1 and not text.isdigit() and text not in LONE_LETTERS:
        return False  # a part of a word that was read, or a blot
    well = sum(len(word.text) for word in words if (word.confidence or 0.0) >= LEGIBLE)
    return UNREAD not in text and well >= MOST_OF_A_LINE * len(text)
