"""The cells of a column that hold lists → what a first line like "- Dưới 50% …" says at the top of a page.

Where cells of the column hold such items below their first lines, an item proves no new row; where none of the cells
begins with one, it is more of the cell above.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nghiquyet.extract.tables.continuation.row_drafts import CellDraft
from nghiquyet.extract.tables.continuation.text_flow import NEW_ITEM_BEGINS, Flow

ITEM = re.compile(r"^[-–+*•]\s")
# So many cells with items inside make a column of lists: an estimate; two may be spans of years cut at their dashes.
FEWEST_LISTS = 3
# Estimates: as much as "small letter after full stop", and nothing where rows of the column begin with items too.
WITHIN_CELLS = Flow(0.4, "items_stand_only_within_cells")
EITHER = Flow(0.0, "items_begin_cells_and_stand_within")


def item_flow(one: Flow, below: CellDraft, whole: Sequence[CellDraft]) -> Flow:
    """``one``, told by the texts on both sides of a break alone, or what the ``whole`` cells of the column tell more.

    ``below`` is the cell under the break; numbered items ("a)", "1.") are left as they are, for they say their order.
    """
    if one.reason != NEW_ITEM_BEGINS or not ITEM.match(below.text.lstrip()):
        return one
    lines = [[line.text for part in cell.parts for line in part.lines] for cell in whole]
    if sum(any(map(ITEM.match, cell[1:])) for cell in lines) < FEWEST_LISTS:
        return one
    return EITHER if any(cell and ITEM.match(cell[0]) for cell in lines) else WITHIN_CELLS
