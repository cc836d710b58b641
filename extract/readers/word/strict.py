"""A Word file of the strict kind ("Strict Open XML Document") → the same in the names that readers know.

ISO/IEC 29500-1 renames the namespaces and relationships of ECMA-376's first edition; elements keep their names. What it
writes otherwise (lengths with their units, "start" for "left") is read where values are read.
"""

from __future__ import annotations

import io
import re
import zipfile

_STRICT = rb"http://purl\.oclc\.org/ooxml/"
_USUAL = b"http://schemas.openxmlformats.org/"
# A whole value of an attribute: so the text of a paper that speaks of these names stays as it is.
_NAME = re.compile(rb"([\"'])" + _STRICT + rb"([A-Za-z]{1,40}(?:/[A-Za-z]{1,40}){1,3})\1")
# Where the relationships are listed that lead to the document, and what is asked of them.
_FIRST_PART = "_rels/.rels"
# The first step of a namespace stands before the year of its edition, the others behind it.
_YEAR = b"2006"
# Names that are spelt otherwise.
_RESPELT = {b"extendedProperties": b"extended-properties", b"customProperties": b"custom-properties"}
_XML = (".xml", ".rels")


def strict_to_usual(data: bytes) -> bytes:
    """The file in the usual names; one that has them already stays as it is.

    Pictures and other parts that are no XML are left empty. ``data`` has passed ``check_package``.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if not _is_strict(archive):
            return data
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as usual:
            for name in dict.fromkeys(archive.namelist()):
                content = archive.read(name) if name.lower().endswith(_XML) else b""
                usual.writestr(name, _NAME.sub(_usual_name, content))
    return stream.getvalue()


def _is_strict(archive: zipfile.ZipFile) -> bool:
    try:
        return _NAME.search(archive.read(_FIRST_PART)) is not None
    except KeyError:
        return False


def _usual_name(match: re.Match[bytes]) -> bytes:
    quote, path = match.groups()
    first, *rest = path.split(b"/")
    return quote + _USUAL + b"/".join((first, _YEAR, *(_RESPELT.get(part, part) for part in rest))) + quote
