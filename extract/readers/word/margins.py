"""The running headers and footers that a section prints."""

from __future__ import annotations

from collections.abc import Iterator

from nghiquyet.extract.readers.word.xml_names import RELATION, Element, child, switch, value, w
from nghiquyet.extract.readers.word.xml_parts import XmlParts


def margin_texts(section: Element | None, parts: XmlParts) -> Iterator[tuple[str, Element]]:
    """(address, element) of each header and footer that the section names and the file's settings let print."""
    if section is None:
        return
    first = bool(switch(child(section, "titlePg")))
    even = bool(switch(child(parts.settings, "evenAndOddHeaders")))
    for name in ("header", "footer"):
        for reference in section.iterfind(w(f"{name}Reference")):
            kind = value(reference, "type")
            known = reference.get(RELATION)
            if (kind == "first" and not first) or (kind == "even" and not even) or known not in parts.margins:
                continue
            yield f"{name} {known}", parts.margins[known]
