"""A file → the document as printed, by the reader of its medium."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

from extract.errors import UnreadableInput
from extract.header import HeadingTest
from extract.model import Document
from extract.read_pdf import Progress, read_pdf

# No resolution of the 59 real ones met was larger than 12 MB; a file of more than this is a mistake.
SIZE_LIMIT = 500 * 1024 * 1024


def read_file(path: Path, is_heading: HeadingTest, progress: Progress | None = None) -> Document:
    """The document in the file at ``path``; raises UnreadableInput where there is none to read."""
    name = printable_name(path)
    try:
        if path.stat().st_size > SIZE_LIMIT:
            raise UnreadableInput(f"Tệp {name} lớn hơn {SIZE_LIMIT // 2**20} MB; hãy tách tệp ra rồi chạy lại.")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableInput(f"Không có tệp {name}; hãy xem lại đường dẫn.") from error
    except IsADirectoryError as error:
        raise UnreadableInput(f"{name} là thư mục; hãy chỉ đến tệp PDF của văn bản.") from error
    except OSError as error:
        raise UnreadableInput(f"Không mở được tệp {name}; hãy xin quyền đọc tệp rồi chạy lại.") from error
    return read_pdf(data, name, is_heading, progress)


def printable_name(path: Path) -> str:
    """The base name of ``path`` as text (NFC): file systems keep any bytes; what is no UTF-8 becomes U+FFFD."""
    return unicodedata.normalize("NFC", os.fsencode(path.name).decode("utf-8", "replace"))
