"""A file → the document as printed, by the reader of its medium, which is loaded for the first file of its kind."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from nghiquyet.extract.errors import UnreadableInput
from nghiquyet.extract.model import Document
from nghiquyet.extract.readers.ocr_text.page_breaks.named_bodies import BodiesOf, no_bodies
from nghiquyet.extract.readers.word.package import is_word_package

# No resolution of the 59 real ones met was larger than 12 MB; a file of more than this is a mistake.
SIZE_LIMIT = 500 * 1024 * 1024
# A PDF's mark stands among its first letters; some programs put junk before it.
PDF_HEAD = 1024

# Names that a text recognised by somebody else comes under.
TEXT_SUFFIXES = (".txt", ".md", ".markdown", ".text")

# Pages read so far, pages in all.
Progress: TypeAlias = Callable[[int, int], None]
# Names of places and bodies, asked for only where words are recognised.
NamesOf: TypeAlias = Callable[[], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Told:
    """What a reader is told besides the file."""

    progress: Progress | None
    names_of: NamesOf
    meanwhile: Callable[[], None]


Reader: TypeAlias = Callable[[bytes, str, Told], Document]


def read_file(
    path: Path,
    progress: Progress | None = None,
    bodies_of: BodiesOf = no_bodies,
    names_of: NamesOf = tuple,
    meanwhile: Callable[[], None] = lambda: None,
) -> Document:
    """The document in the file at ``path``; raises UnreadableInput where there is none to read.

    ``bodies_of`` knows the bodies that the broken tables of a recognised text name, ``names_of`` the names that stand
    on pictures of pages; without them only language helps to read both. ``meanwhile`` is called in a thread of its own
    where this process waits for others, and not at all where it does not.
    """
    name = printable_name(path)
    try:
        if path.stat().st_size > SIZE_LIMIT:
            raise UnreadableInput(f"Tệp {name} lớn hơn {SIZE_LIMIT // 2**20} MB; hãy tách tệp ra rồi chạy lại.")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableInput(f"Không có tệp {name}; hãy xem lại đường dẫn.") from error
    except IsADirectoryError as error:
        raise UnreadableInput(f"{name} là thư mục; hãy chỉ đến tệp của văn bản.") from error
    except OSError as error:
        raise UnreadableInput(f"Không mở được tệp {name}; hãy xin quyền đọc tệp rồi chạy lại.") from error
    if _is_text(data, name):
        from nghiquyet.extract.readers.ocr_text.read_text import read_text

        return read_text(data, name, bodies_of)
    return _reader(data, name)(data, name, Told(progress, names_of, meanwhile))


def _read_pdf(data: bytes, name: str, told: Told) -> Document:
    from nghiquyet.extract.readers.pdf.read_pdf import read_pdf

    return read_pdf(data, name, told.progress, told.names_of, told.meanwhile)


def _read_docx(data: bytes, name: str, told: Told) -> Document:
    from nghiquyet.extract.readers.word.read_docx import read_docx

    return read_docx(data, name)


def _read_doc(data: bytes, name: str, told: Told) -> Document:
    from nghiquyet.extract.readers.word.read_doc import read_doc

    return read_doc(data, name)


def _is_text(data: bytes, name: str) -> bool:
    return Path(name).suffix.lower() in TEXT_SUFFIXES and not _is_pdf(data, "") and not is_word_package(data)


def _is_pdf(data: bytes, _: str) -> bool:
    return b"%PDF-" in data[:PDF_HEAD]


def _is_docx(data: bytes, _: str) -> bool:
    return is_word_package(data)


def _is_doc(data: bytes, suffix: str) -> bool:
    from nghiquyet.extract.readers.word.read_doc import form_of

    form = form_of(data)
    return form == "doc" or form == "rtf" or (form == "html" and suffix == ".doc")


# The first test that holds names the reader; each sees the bytes and the suffix in small letters. Content counts before
# the name: offices send .docx under .doc, and web pages too.
_READERS: tuple[tuple[Callable[[bytes, str], bool], Reader], ...] = (
    (_is_pdf, _read_pdf),
    (_is_docx, _read_docx),
    (_is_doc, _read_doc),
)


def _reader(data: bytes, name: str) -> Reader:
    """The reader of the file's medium; what none knows is refused by the reader of its suffix, else as no PDF."""
    suffix = Path(name).suffix.lower()
    for test, reader in _READERS:
        if test(data, suffix):
            return reader
    return {".docx": _read_docx, ".doc": _read_doc}.get(suffix, _read_pdf)


def printable_name(path: Path) -> str:
    """The base name of ``path`` as text (NFC): file systems keep any bytes; what is no UTF-8 becomes U+FFFD."""
    return unicodedata.normalize("NFC", os.fsencode(path.name).decode("utf-8", "replace"))
