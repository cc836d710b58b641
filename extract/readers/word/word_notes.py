"""Footnotes and endnotes: which mark each call prints, and the notes' own elements."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from nghiquyet.extract.readers.word.list_numerals import numeral
from nghiquyet.extract.readers.word.xml_names import Element, child, number, value, w

Kind = Literal["footnote", "endnote"]
USUAL_FORM: dict[Kind, str] = {"footnote": "decimal", "endnote": "lowerRoman"}


@dataclass(frozen=True, slots=True)
class Called:
    """A note that a mark calls; ``element`` holds its paragraphs."""

    kind: Kind
    id: str
    mark: str
    element: Element


@dataclass(slots=True)
class Notes:
    """Counts the calls as they are met; ``called`` are those since the last ``taken``."""

    footnotes: Element | None
    endnotes: Element | None
    settings: Element | None
    called: list[Called] = field(default_factory=list)
    _counts: dict[Kind, int] = field(default_factory=dict)
    _texts: dict[tuple[Kind, str], Element] = field(default_factory=dict)

    def __post_init__(self) -> None:
        kinds: tuple[tuple[Kind, Element | None], ...] = (("footnote", self.footnotes), ("endnote", self.endnotes))
        for kind, root in kinds:
            for note in [] if root is None else root.iterfind(w(kind)):
                if value(note, "type") in (None, "normal"):
                    self._texts.setdefault((kind, value(note, "id") or ""), note)

    def call(self, reference: Element, kind: Kind) -> str:
        """The mark that the reference prints; "" where the file has no such note or prints a mark of its own."""
        known = value(reference, "id") or ""
        note = self._texts.get((kind, known))
        if note is None:
            return ""
        own = value(reference, "customMarkFollows") in ("1", "true")
        mark = "" if own else self._next(kind)
        self.called.append(Called(kind, known, mark, note))
        return mark

    def taken(self) -> tuple[Called, ...]:
        """The notes called since the last time, in order."""
        found = tuple(self.called)
        self.called.clear()
        return found

    def new_section(self) -> None:
        """Counts begin anew where the file says that each section's do."""
        for kind in USUAL_FORM:
            if value(child(self.settings, f"{kind}Pr", "numRestart")) == "eachSect":
                self._counts.pop(kind, None)

    def _next(self, kind: Kind) -> str:
        properties = child(self.settings, f"{kind}Pr")
        start = number(child(properties, "numStart"))
        count = self._counts.get(kind, (1 if start is None else start) - 1) + 1
        self._counts[kind] = count
        return numeral(count, value(child(properties, "numFmt")) or USUAL_FORM[kind])
