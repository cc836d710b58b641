"""Records → CSV bytes that both spreadsheets and pandas read: UTF-8 with BOM, RFC 4180, header first."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nghiquyet.normalize.model import Resolution
from nghiquyet.output.files.csv_columns import CsvColumn, R
from nghiquyet.output.files.data_frames import frame_to_csv, records_to_frame

# What a spreadsheet would compute instead of show (CWE-1236): a cell that begins with = or @ or a tab, or with + or -
# glued to something other than a digit. A list's dash with a space after it is plain words, unless a call or a
# reference to another program follows ("- HYPERLINK(…)", "- cmd|…!A0").
FORMULA = re.compile(r"[=@\t\r]|[+-](?![\s\d])|[+-].*?(?:[|!]|(?<!\w)[A-Za-z][A-Za-z0-9.]* ?\()", re.DOTALL)


def records_to_csv(document: Resolution, columns: tuple[CsvColumn[R], ...], records: Iterable[R]) -> bytes:
    """A row a record, under a header of the columns' names. Words are verbatim, save for the guard of ``guarded``."""
    return frame_to_csv(records_to_frame(document, columns, records), guarded)


def guarded(text: str) -> str:
    """``text`` as a spreadsheet shows it: an apostrophe before what it would compute."""
    return f"'{text}" if FORMULA.match(text) else text
