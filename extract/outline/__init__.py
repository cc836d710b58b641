"""The numbered outline of a document's prose."""

from nghiquyet.extract.outline.model import Note, Outline, OutlineSection, Passage
from nghiquyet.extract.outline.read_outline import document_to_outline

__all__ = ["Note", "Outline", "OutlineSection", "Passage", "document_to_outline"]
