"""A row of a table that gave no record → what it is: a sum, a remark, a heading over others, or a row like the rest."""

from __future__ import annotations

from nghiquyet.extract.language.frame_phrases import match_cue
from nghiquyet.extract.language.numbering.ordinals import is_ordinal, row_label
from nghiquyet.extract.language.numbering.reading import Reading
from nghiquyet.extract.language.spelling import fold
from nghiquyet.extract.model import Table, TableCell, TableRow
from nghiquyet.normalize.model import PublishedRowKind
from nghiquyet.normalize.tables.cell_text import cell_text

# A table of so few columns has no room for a heading beside its cells.
NARROW = 2
# A number and a title alone head others where this share of the rows hold more: most of them.
MOSTLY = 0.5


def data_row_kind(table: Table, i: int) -> PublishedRowKind:
    """What row ``i`` is."""
    cells = _filled(table.rows[i])
    texts = [cell_text(cell) for cell in cells]
    words = next((fold(text) for text in texts if any(map(str.isalpha, text)) and len(text) > 1), "")
    if match_cue("totals", words) is not None:
        return "total" if i in (0, len(table.rows) - 1) else "subtotal"
    if i == len(table.rows) - 1:
        return "note" if len(cells) == 1 and match_cue("remarks", words) is not None else "record"
    if table.width <= NARROW or any(cell.carried_down and cell.text for cell in table.rows[i].cells):
        return "record"
    if len(cells) == 1:
        return "group" if _heads_alone(cells[0]) else "record"
    return "group" if len(cells) == 2 and _is_numbered_title(cells) and _heads_below(table, i) else "record"


def _filled(row: TableRow) -> list[TableCell]:
    """The cells with text, one merged over several once."""
    cells = {cell.columns: cell for cell in row.cells if not cell.carried_down}
    return [cell for cell in cells.values() if cell_text(cell)]


def _heads_alone(cell: TableCell) -> bool:
    """True for a row's only text that stands over other cells, in the column of numbers, or looks like a heading."""
    text = cell_text(cell)
    if cell.columns[1] - cell.columns[0] > 1:
        return True
    if is_ordinal(text):
        return False  # a blank row's number
    return cell.columns[0] == 0 or cell.bold or text.isupper()


def _is_numbered_title(cells: list[TableCell]) -> bool:
    number, title = cells
    return number.columns == (0, 1) and title.columns[0] == 1 and row_label(cell_text(number)) is not None


def _heads_below(table: Table, i: int) -> bool:
    """True for a number of groups, or one that the next row's goes on from, where most rows hold more than a title."""
    full = sum(len(_filled(row)) > 2 for row in table.rows)
    if full <= MOSTLY * len(table.rows):
        return False
    label, below = _label(table.rows[i]), _label(table.rows[i + 1])
    return label is not None and (label.heads_group or (below is not None and below.contains(label)))


def _label(row: TableRow) -> Reading | None:
    return row_label(cell_text(row.cells[0]))
