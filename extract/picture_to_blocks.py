"""A page's picture → its words: tables cell by cell, the rest as a page."""

from __future__ import annotations

from extract.model import Word
from extract.picture.model import PagePicture
from extract.recognition.barred_signs import with_barred_signs
from extract.recognition.recogniser import Recogniser
from extract.rulings_to_grids import rulings_to_grids

# The densest table page met has 400 cells; a drawn grid of more than this is no table to read.
CELL_LIMIT = 3_000


def picture_to_blocks(picture: PagePicture, page: int, recogniser: Recogniser) -> tuple[tuple[Word, ...], ...]:
    """The words of page ``page`` (from 1): those of no table, then each cell's.

    Boxes are in points of the picture; each word has its confidence.
    """
    grids = [grid for grid in rulings_to_grids(picture.rulings) if len(grid.cells) <= CELL_LIMIT]
    blocks = [recogniser.read_page(picture, page, [grid.bbox for grid in grids])]
    blocks += [recogniser.read_cell(picture, page, cell.bbox) for grid in grids for cell in grid.cells]
    return tuple(with_barred_signs(block, picture) for block in blocks if block)
