"""The outline of a document's prose: sections in reading order, their paragraphs, and where the words stand."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from nghiquyet.extract.decisions.decision import Decision
from nghiquyet.extract.model import Word


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote and the offset in its passage's text at which its mark stood."""

    offset: int
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, list item, heading or table row: its text and the word that begins at each of ``starts``.

    Footnotes' marks are not in ``text``. ``table`` is the number of the document's table whose row this is; ``heading``
    marks the table's headings.
    """

    text: str
    words: tuple[Word, ...] = ()
    starts: tuple[int, ...] = ()
    notes: tuple[Note, ...] = ()
    table: int | None = None
    heading: bool = False

    def words_between(self, start: int, end: int) -> tuple[Word, ...]:
        """The words of which a letter stands in ``text[start:end]``."""
        if end <= start:
            return ()
        first = max(0, bisect_right(self.starts, start) - 1)
        last = bisect_right(self.starts, end - 1)
        return tuple(
            w for w, s in zip(self.words[first:last], self.starts[first:last], strict=True) if s + len(w.text) > start
        )


@dataclass(frozen=True, slots=True)
class OutlineSection:
    """A numbered part of the prose. ``title`` is the heading's text, empty where a numbered sentence has none.

    ``marks`` are the label's own words; ``notes`` the texts of all footnotes whose marks stand in it.
    """

    id: str
    label: str
    level: int
    parent: str | None
    title: Passage = field(default_factory=lambda: Passage(""))
    paragraphs: tuple[Passage, ...] = ()
    marks: tuple[Word, ...] = ()
    notes: tuple[str, ...] = ()
    repeated: bool = False
    guessed: bool = False  # the label was recognised as another, or as none
    decision: Decision | None = None  # why its label is one, and why it stands at its level

    @property
    def words(self) -> tuple[Word, ...]:
        return self.marks + self.title.words + tuple(w for p in self.paragraphs for w in p.words)


@dataclass(frozen=True, slots=True)
class Outline:
    """All sections, flat, in reading order. ``"0"`` holds what stands before the first heading and the end matter."""

    sections: tuple[OutlineSection, ...]

    @property
    def decisions(self) -> tuple[Decision, ...]:
        return tuple(s.decision for s in self.sections if s.decision is not None)
