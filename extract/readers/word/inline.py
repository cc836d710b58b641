"""A paragraph's element → its runs as printed: changes accepted, fields as their results, hidden text left out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from nghiquyet.extract.errors import UnreadableInput
from nghiquyet.extract.readers.layout_blocks import Run
from nghiquyet.extract.readers.pdf.legacy_fonts import legacy_to_unicode
from nghiquyet.extract.readers.word.styles import Letters, Styles
from nghiquyet.extract.readers.word.symbol_fonts import symbol, symbols_to_text
from nghiquyet.extract.readers.word.word_notes import Kind, Notes
from nghiquyet.extract.readers.word.xml_names import (
    ALTERNATE,
    DRAWING,
    MATH,
    MATH_TEXT,
    Element,
    alternatives,
    child,
    local,
    value,
    w,
)

# Where the file itself breaks the page; parted from the text by those who read a paragraph.
PAGE_BREAK = "\f"
# Elements that only hold others: links, fields in one element, controls, tags, text inserted or moved here.
HOLDERS = frozenset(
    {"hyperlink", "fldSimple", "smartTag", "customXml", "sdtContent", "dir", "bdo", "ins", "moveTo", "rubyBase"}
)
TRACKED = frozenset({"ins", "moveTo", "del", "moveFrom", "cellIns", "cellDel"})
# Deeper than this no office program nests.
DEEPEST = 60
_NOTE_CALLS: dict[str, Kind] = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_BLANKS = re.compile(r"[\t\n\r\f\v]")
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}


@dataclass(frozen=True, slots=True)
class TextBox:
    """``content`` holds its paragraphs; ``left`` is how far it stands from the left (points), None if unsaid."""

    content: Element
    left: float | None


@dataclass(slots=True)
class Inline:
    """Reads paragraphs in the file's order; ``boxes`` are the text boxes met since they were last taken."""

    styles: Styles
    notes: Notes
    boxes: list[TextBox] = field(default_factory=list)
    tracked: bool = False
    struck: list[str] = field(default_factory=list)  # texts that are struck out, which are left out
    _fields: list[bool] = field(default_factory=list)  # of each open field, whether its instruction is still going on
    _note_mark: str = ""

    def runs(self, paragraph: Element, note_mark: str = "") -> tuple[Run, ...]:
        """The runs of a paragraph; ``note_mark`` is the mark of the note that it stands in."""
        self._note_mark = note_mark
        found: list[tuple[Letters, str]] = []
        self._walk(paragraph, self.styles.paragraph_style(paragraph), found, 0)
        # An instruction that a paragraph leaves open is damage: the rest of the file is no instruction.
        self._fields = [pending for pending in self._fields if not pending]
        return tuple(
            _run(letters, "".join(text for _, text in same)) for letters, same in groupby(found, key=lambda f: f[0])
        )

    def _walk(self, holder: Iterable[Element], style: str | None, found: list[tuple[Letters, str]], depth: int) -> None:
        if depth > DEEPEST:
            raise UnreadableInput("Tệp Word lồng nhau quá nhiều lớp; hãy lưu lại tệp bằng phần mềm văn phòng.")
        for element in holder:
            name = local(element)
            if name in TRACKED:
                self.tracked = True
            if name == "r":
                self._run(element, style, found, depth)
            elif name in HOLDERS:
                self._walk(element, style, found, depth + 1)
            elif name == "sdt":
                self._walk(element.iterfind(w("sdtContent")), style, found, depth + 1)
            elif element.tag == ALTERNATE:
                self._walk(alternatives(element), style, found, depth + 1)
            elif element.tag in MATH:
                text = "".join(t.text or "" for t in element.iter(MATH_TEXT))
                found.append((Letters(), text))

    def _run(self, run: Element, style: str | None, found: list[tuple[Letters, str]], depth: int) -> None:
        letters = self.styles.letters(run, style)
        for element in run:
            self._in_run(element, letters, style, found, depth)

    def _in_run(
        self, element: Element, letters: Letters, style: str | None, found: list[tuple[Letters, str]], depth: int
    ) -> None:
        name = local(element)
        if name == "fldChar":
            self._field(value(element, "fldCharType"))
        elif name in ("drawing", "pict", "object") or element.tag == ALTERNATE:
            self._drawing(element)
        elif name == "ruby":
            self._walk(element.iterfind(w("rubyBase")), style, found, depth + 1)
        elif not letters.hidden and not any(self._fields):
            text, raised = self._text(element, name, letters)
            if text and letters.struck:
                self.struck.append(text)
            elif text:
                found.append((_raised(letters) if raised else letters, text))

    def _text(self, element: Element, name: str, letters: Letters) -> tuple[str, bool]:
        """What an element of a run prints, and whether it is a raised mark."""
        if name == "t":
            return _BLANKS.sub(" ", element.text or ""), False
        if name == "sym":
            return symbol(value(element, "char") or "", value(element, "font") or ""), False
        if name == "br":
            return (PAGE_BREAK if value(element, "type") == "page" else "\n"), False
        if name in _NOTE_CALLS:
            return self.notes.call(element, _NOTE_CALLS[name]), True
        if name in ("footnoteRef", "endnoteRef"):
            return self._note_mark, True
        return _SIGNS.get(name, ""), False

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _drawing(self, element: Element) -> None:
        """The text boxes of a drawing, each once: today's form or the fallback, and none inside another here."""
        stack: list[tuple[Element, float | None]] = [(element, None)]
        while stack:
            at, left = stack.pop()
            if local(at) == "txbxContent":
                self.boxes.append(TextBox(at, left))
                continue
            here = left_of(at)
            left = left if here is None else here
            inner = list(alternatives(at)) if at.tag == ALTERNATE else list(at)
            stack += [(each, left) for each in reversed(inner)]

    def taken_boxes(self) -> tuple[TextBox, ...]:
        found = tuple(self.boxes)
        self.boxes.clear()
        return found


def left_of(drawing: Element) -> float | None:
    """How far a drawing's anchor stands from the left, in points: DrawingML counts 12700 to the point, VML in CSS."""
    offset = drawing.find(f"{DRAWING}positionH/{DRAWING}posOffset")
    if offset is not None and re.fullmatch(r"-?\d{1,9}", offset.text or ""):
        return int(offset.text) / 12_700
    style = drawing.get("style")
    found = re.search(r"margin-left:\s*(-?\d{1,4}(?:\.\d{1,4})?)pt", style[:500]) if style else None
    return float(found.group(1)) if found else None


def mark_removed(paragraph: Element) -> bool:
    """True if the paragraph's end was deleted or moved away: what follows goes on in it."""
    mark = child(paragraph, "pPr", "rPr")
    return child(mark, "del") is not None or child(mark, "moveFrom") is not None


def mark_tracked(paragraph: Element) -> bool:
    mark = child(paragraph, "pPr", "rPr")
    return any(child(mark, name) is not None for name in TRACKED)


def _raised(letters: Letters) -> Letters:
    return Letters(letters.bold, letters.italic, True, letters.capitals, letters.hidden, letters.font)


def _run(letters: Letters, text: str) -> Run:
    text = symbols_to_text(legacy_to_unicode(text, letters.font), letters.font)
    if letters.capitals:
        text = text.upper()
    return Run(text, letters.bold, letters.italic, letters.raised, letters.font)
