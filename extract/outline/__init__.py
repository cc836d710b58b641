"""The numbered outline of a document's prose."""

from extract.outline.model import Note, Outline, OutlineSection, Passage
from extract.outline.reading import document_to_outline

__all__ = ["Note", "Outline", "OutlineSection", "Passage", "document_to_outline"]
