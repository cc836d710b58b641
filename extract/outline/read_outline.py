"""A document → its outline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nghiquyet.extract.model import Document, Word
from nghiquyet.extract.outline.build_sections import OutlineBuilder
from nghiquyet.extract.outline.document_frames import rows_to_blocks
from nghiquyet.extract.outline.model import Outline, OutlineSection
from nghiquyet.extract.outline.section_notes import FootNote, mark_of, split_notes
from nghiquyet.extract.outline.text_rows import document_to_rows


def document_to_outline(document: Document) -> Outline:
    """The sections of everything printed outside furniture, in reading order.

    Paragraphs are whole over line and page ends; a footnote stands with the section whose text calls it, else with
    the last one on its page. Rows of tables are passages of the section in which the table stands. Section ``0`` holds
    what stands before the first heading, and letterhead and end matter; ``PL1:0`` the same of an appendix.
    """
    lines, notes = split_notes(document)
    binder = _Binder(notes)
    builder = OutlineBuilder(binder.text_of)
    for block in rows_to_blocks(document_to_rows(document, lines)):
        builder.add(block)
    return Outline(_with_unbound(builder.sections(), binder.unbound()))


class _Binder:
    """Finds the footnote that a mark calls: on its own page first, else one not yet called, as endnotes are."""

    def __init__(self, notes: Sequence[FootNote]) -> None:
        self._notes = notes
        self._called: set[int] = set()

    def text_of(self, word: Word) -> str | None:
        mark = mark_of(word)
        if mark is None:
            return None
        near = [i for i, n in enumerate(self._notes) if n.mark == mark and n.page == word.page]
        later = [
            i for i, n in enumerate(self._notes) if n.mark == mark and n.page > word.page and i not in self._called
        ]
        for i in (near or later)[:1]:
            self._called.add(i)
            return self._notes[i].text
        return None

    def unbound(self) -> tuple[FootNote, ...]:
        return tuple(n for i, n in enumerate(self._notes) if i not in self._called)


def _with_unbound(sections: tuple[OutlineSection, ...], notes: Sequence[FootNote]) -> tuple[OutlineSection, ...]:
    """Footnotes that no mark calls go to the last section that begins on their page or before."""
    found = list(sections)
    for note in notes:
        at = max((i for i, s in enumerate(found) if s.words and s.words[0].page <= note.page), default=0)
        if found:
            found[at] = replace(found[at], notes=(*found[at].notes, note.text))
    return tuple(found)
