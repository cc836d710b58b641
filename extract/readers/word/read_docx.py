"""A Word file (.docx) → the document as it would be printed. The one door to python-docx, and to lxml through it.

Nothing is followed that stands outside the file: python-docx reads relationships to other places but fetches none, and
its XML parser leaves entities unresolved.
"""

from __future__ import annotations

import hashlib
import io
import re
from typing import Any

from nghiquyet.extract.errors import UnreadableInput
from nghiquyet.extract.model import Document
from nghiquyet.extract.readers.synthetic_layout.set_pages import blocks_to_document
from nghiquyet.extract.readers.word import XmlParts, check_package, parts_to_text, strict_to_usual
from nghiquyet.extract.readers.word.xml_names import Element

# Word's own count of pages is no larger than this; beyond it is nonsense.
MOST_PAGES = 5_000


def read_docx(data: bytes, name: str, sha256: str | None = None) -> Document:
    """The Word file ``data``, called ``name``, as a document of medium "docx".

    ``sha256`` is that of the file as it was given, where ``data`` was made from it. All boxes are made up; each word
    has an ``address``. Raises UnreadableInput where there is no Word document to read, or nothing in it.
    """
    check_package(data, name)
    try:
        parts = _parts(strict_to_usual(data))
    except Exception as error:  # the engine raises whatever its XML, archive and relationship readers do
        raise UnreadableInput(f"Tệp Word {name} bị hỏng, không mở được; hãy lấy lại tệp gốc rồi chạy lại.") from error
    text = parts_to_text(parts)
    digest = sha256 or hashlib.sha256(data).hexdigest()
    document = blocks_to_document(text.blocks, name, digest, "docx", text.troubles, parts.pages)
    if not any(page.words for page in document.pages):
        raise UnreadableInput(f"Tệp Word {name} không có chữ nào; hãy đưa vào văn bản có nội dung.")
    return document


def _parts(data: bytes) -> XmlParts:
    import docx

    part = docx.Document(io.BytesIO(data)).part
    by_kind: dict[str, Element] = {}
    margins: dict[str, Element] = {}
    for known, relation in part.rels.items():
        if relation.is_external:
            continue
        kind = relation.reltype.rpartition("/")[2]
        if kind in ("header", "footer"):
            margins[known] = _root(relation.target_part)
        elif kind in ("styles", "numbering", "footnotes", "endnotes", "settings"):
            by_kind.setdefault(kind, _root(relation.target_part))
    return XmlParts(
        document=part.element,
        styles=by_kind.get("styles"),
        numbering=by_kind.get("numbering"),
        footnotes=by_kind.get("footnotes"),
        endnotes=by_kind.get("endnotes"),
        settings=by_kind.get("settings"),
        margins=margins,
        pages=_pages(part.package),
    )


def _root(part: Any) -> Element:
    """The part's root element, also of a part that the engine keeps as bytes."""
    from docx.oxml import parse_xml

    element = getattr(part, "element", None)
    return parse_xml(part.blob) if element is None else element


def _pages(package: Any) -> int | None:
    """Word's own count of pages at its last saving."""
    for part in package.iter_parts():
        if str(part.partname) == "/docProps/app.xml":
            found = re.search(rb"<(?:\w+:)?Pages>(\d{1,5})</", part.blob[:20_000])
            count = int(found.group(1)) if found else 0
            return count if 0 < count <= MOST_PAGES else None
    return None
