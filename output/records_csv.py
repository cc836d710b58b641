"""Records → CSV bytes that both spreadsheets and pandas read: UTF-8 with BOM, RFC 4180, header first.

The standard library writes them: importing pandas would take longer than a whole document.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable

from normalize.model import Resolution
from output.columns import Column, R, Value

# What a spreadsheet would compute instead of show (CWE-1236): a cell that begins with = or @ or a tab, or with + or -
# glued to something other than a digit. A list's dash with a space after it is plain words, unless a call or a
# reference to another program follows ("- HYPERLINK(…)", "- cmd|…!A0").
FORMULA = re.compile(r"[=@\t\r]|[+-](?![\s\d])|[+-].*?(?:[|!]|(?<!\w)[A-Za-z][A-Za-z0-9.]* ?\()", re.DOTALL)


def records_to_csv(document: Resolution, columns: tuple[Column[R], ...], records: Iterable[R]) -> bytes:
    """A row a record, under a header of the columns' names. Words are verbatim, save for the guard of ``cell_text``."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.name for column in columns])
    for record in records:
        writer.writerow([cell_text(column.value(document, record)) for column in columns])
    return text.getvalue().encode("utf-8-sig")


def cell_text(value: Value) -> str:
    """A value as CSV text: ISO dates, ``true``/``false``, nothing for null; an apostrophe before what is a formula."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case dt.date():
            return value.isoformat()
        case str():
            return f"'{value}" if FORMULA.match(value) else value
        case _:
            return str(value)
