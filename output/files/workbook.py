"""A ``Resolution`` → an Excel workbook for data officers, with Vietnamese headings. The one door to XlsxWriter.

All text is written as text: nothing printed in a document can become a formula or a link.
"""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import dataclass
from typing import Any

from nghiquyet.normalize.model import Resolution
from nghiquyet.output.files.workbook_sheets import SheetCell, WorkbookSheet, resolution_to_sheets

# What Excel takes in one cell; what is longer is whole in resolution.json.
CELL_LIMIT = 32_767
CUT = " … (xem tiếp trong resolution.json)"
# Excel's calendar begins here; an older date is written as text.
FIRST_DATE = dt.date(1900, 3, 1)
# Points that a line of text takes, and the tallest row that Excel knows.
LINE_HEIGHT, TALLEST_ROW = 15.0, 409.0
# A column's width is counted in digits; of our letters and spaces, wrapped, at least this many more go in.
LETTERS_PER_DIGIT = 1.15
# A workbook carries the time of its making; ours must not depend on it.
MADE_ON = dt.datetime(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class _Formats:
    heading: Any
    text: Any
    date: Any
    doubtful: Any
    doubtful_date: Any


def resolution_to_workbook(resolution: Resolution) -> bytes:
    """The bytes of an .xlsx file with a sheet each for tasks, targets, agencies, doubts, and every table."""
    import xlsxwriter

    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    book.set_properties({"title": resolution.document.title or resolution.source.file, "created": MADE_ON})
    formats = _formats(book)
    for sheet in resolution_to_sheets(resolution):
        _write(book.add_worksheet(sheet.name), sheet, formats)
    book.close()
    return content.getvalue()


def _formats(book: Any) -> _Formats:
    look = {"valign": "top", "text_wrap": True, "font_name": "Times New Roman", "font_size": 11, "border": 1}
    look["border_color"] = "#BFBFBF"
    doubt = {**look, "bg_color": "#FFE699"}
    date = {"num_format": "dd/mm/yyyy"}
    return _Formats(
        heading=book.add_format({**look, "bold": True, "bg_color": "#DDEBF7", "valign": "vcenter"}),
        text=book.add_format(look),
        date=book.add_format({**look, **date}),
        doubtful=book.add_format(doubt),
        doubtful_date=book.add_format({**doubt, **date}),
    )


def _write(page: Any, sheet: WorkbookSheet, formats: _Formats) -> None:
    for column, heading in enumerate(sheet.headings):
        page.set_column(column, column, heading.width)
        page.write_string(0, column, _short(heading.text), formats.heading)
    for number, row in enumerate(sheet.rows, start=1):
        page.set_row(number, row_height(sheet, row))
        for column, cell in enumerate(row):
            _write_cell(page, number, column, cell, formats)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.headings) - 1)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def row_height(sheet: WorkbookSheet, row: tuple[SheetCell, ...]) -> float:
    """Points that the row's longest text needs in its column; not every program works that out for itself."""
    lines = 1
    for heading, cell in zip(sheet.headings, row, strict=True):
        if isinstance(cell.value, str):
            room = heading.width * LETTERS_PER_DIGIT
            lines = max(lines, sum(1 + int(len(line) / room) for line in cell.value.split("\n")))
    return min(lines * LINE_HEIGHT, TALLEST_ROW)


def _write_cell(page: Any, row: int, column: int, cell: SheetCell, formats: _Formats) -> None:
    text = formats.doubtful if cell.doubtful else formats.text
    match cell.value:
        case None | "":
            page.write_blank(row, column, None, text)
        case dt.date() as date if date >= FIRST_DATE:
            page.write_datetime(row, column, date, formats.doubtful_date if cell.doubtful else formats.date)
        case int() | float() as number:
            page.write_number(row, column, number, text)
        case value:
            page.write_string(row, column, _short(str(value)), text)


def _short(text: str) -> str:
    return text if len(text) <= CELL_LIMIT else text[: CELL_LIMIT - len(CUT)] + CUT
