"""The XML parts of a Word file that say what is printed."""

from __future__ import annotations

from dataclasses import dataclass, field

from nghiquyet.extract.readers.word.xml_names import Element


@dataclass(frozen=True, slots=True)
class XmlParts:
    """Root elements; None where the file has no such part. ``margins`` are headers and footers by relationship id."""

    document: Element
    styles: Element | None = None
    numbering: Element | None = None
    footnotes: Element | None = None
    endnotes: Element | None = None
    settings: Element | None = None
    margins: dict[str, Element] = field(default_factory=dict)
    pages: int | None = None  # as Word counted them when it saved the file
