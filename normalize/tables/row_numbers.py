"""Rows of a table → the text of each one's number and title, and the labels that the numbers are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nghiquyet.extract.language.numbering.decode_labels import likeliest_readings
from nghiquyet.extract.language.numbering.leading import leading_label
from nghiquyet.extract.language.numbering.ordinals import row_label, row_readings
from nghiquyet.extract.language.numbering.reading import Reading
from nghiquyet.extract.model import Table, TableCell, TableRow
from nghiquyet.normalize.tables.cell_text import cell_text

# The share of the titles that must begin with a number for a table without number column to be numbered in its titles.
NUMBERED_TITLES = 0.6
# Upright strokes, of which a recogniser makes figures where a group's Roman number stands.
STROKES = str.maketrans("1l|!", "IIII")

# The texts of a row's number and title.
NumberAndTitle = tuple[str, str]


def numbers_and_titles(table: Table, number: int | None, title: int) -> list[NumberAndTitle]:
    """The texts of each row's number and title, by the columns of these; ``number`` is None where none has numbers."""
    in_titles = number is None and _numbered_in_titles(table, title)
    columns = [title_column(r, below, number, title) for r, below in rows_and_below(table)]
    return [_number_and_title(row, number, c, in_titles) for row, c in zip(table.rows, columns, strict=True)]


def rows_and_below(table: Table) -> Iterable[tuple[TableRow, TableRow | None]]:
    """Each row with the one below it."""
    return zip(table.rows, (*table.rows[1:], None), strict=True)


def rows_to_labels(rows: Sequence[TableRow], split: Sequence[NumberAndTitle]) -> tuple[Reading | None, ...]:
    """The label of each row, all together read so that they count; None where a row has none.

    Of a group's "I" a recogniser makes "1": where a row says no more than its number and title, both are possible.
    """
    return likeliest_readings([_readings(row, text, title) for row, (text, title) in zip(rows, split, strict=True)])


def _readings(row: TableRow, text: str, title: str) -> tuple[Reading, ...]:
    found = row_readings(text)
    if not text or not is_recognised(row):
        return found
    texts = {cell_text(cell) for cell in row.cells}
    says_more = any(own and own != text and not own.endswith(title) for own in texts)
    strokes = text.translate(STROKES)
    others = () if says_more or set(strokes) != {"I"} else row_readings(strokes)
    return (*found, *(other for other in others if other.heads_group and other not in found))


def _number_and_title(row: TableRow, number: int | None, title: int, in_titles: bool) -> tuple[str, str]:
    """The texts of a row's number and title, parted where they share a cell."""
    number, title_cell = number_column(row, number, title), row.cells[title]
    number_cell = row.cells[number] if number is not None else None
    text = cell_text(title_cell)
    number_text = "" if number_cell is None or one_cell(number_cell, title_cell) else cell_text(number_cell)
    wide = title_cell.columns[1] - title_cell.columns[0] > 1
    if not number_text and text and (wide or title_cell.bold or in_titles):
        led = leading_label(text, bare=wide)
        if led is not None and row_label(led[0]) is not None:
            return led
    return number_text, text


def title_column(row: TableRow, below: TableRow | None, number: int | None, title: int) -> int:
    """The column of the row's title: that beside its number in a group's row that says no more, if tasks' is another.

    A row of another style of numbers follows, as tasks follow their group's heading.
    """
    if number is None or number + 1 >= len(row.cells) or below is None or cell_text(row.cells[title]):
        return title
    label, after = row_label(cell_text(row.cells[number])), row_label(cell_text(below.cells[number]))
    heads = label is not None and label.heads_group and after is not None and after.list_key != label.list_key
    beside = row.cells[number + 1]
    others = [c for i, c in enumerate(row.cells) if i != number and cell_text(c)]
    alone = bool(others) and not beside.carried_down and all(one_cell(c, beside) for c in others)
    return number + 1 if heads and alone else title


def number_column(row: TableRow, number: int | None, title: int) -> int | None:
    """The column of the row's number: the first in a group's row of a table that has no column of numbers."""
    return 0 if number is None and _is_numbered_banner(row, title) else number


def _is_numbered_banner(row: TableRow, title: int) -> bool:
    """True for a group's row where no column has numbers: "I." stands in the first column, its name in the tasks'."""
    filled = [c for c, cell in enumerate(row.cells) if cell_text(cell)]
    label = row_label(cell_text(row.cells[0])) if title and filled == [0, title] else None
    return label is not None and label.style in ("roman", "upper")


def _numbered_in_titles(table: Table, title: int) -> bool:
    """True if the titles themselves begin with numbers: "1. Xây dựng …"."""
    texts = [cell_text(r.cells[title]) for r in table.rows if not r.cells[title].carried_down]
    filled = [t for t in texts if t]
    led = [leading_label(t) for t in filled]
    numbered = sum(label is not None and row_label(label[0]) is not None for label in led)
    return len(filled) > 1 and numbered >= NUMBERED_TITLES * len(filled)


def one_cell(a: TableCell, b: TableCell) -> bool:
    """True if two places of a row hold one cell, merged over them."""
    return bool(a.parts) and a.parts == b.parts


def is_recognised(row: TableRow) -> bool:
    """True if all that the row says was read off a picture."""
    words = [w for cell in row.cells for line in cell.lines for w in line.words]
    return bool(words) and all(w.confidence is not None for w in words)
