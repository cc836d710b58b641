"""The body of a Word file → blocks in reading order, and what a person must know of how they were read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from nghiquyet.extract.errors import UnreadableInput
from nghiquyet.extract.model import Trouble
from nghiquyet.extract.readers.layout_blocks import (
    NOTE_SIZE,
    Block,
    BlockNote,
    BlockPage,
    Furniture,
    NewPage,
    Paragraph,
    Run,
)
from nghiquyet.extract.readers.word.inline import DEEPEST, PAGE_BREAK, Inline, mark_removed, mark_tracked
from nghiquyet.extract.readers.word.list_labels import ListLabel, WordLists
from nghiquyet.extract.readers.word.margins import margin_texts
from nghiquyet.extract.readers.word.styles import Shape, Styles
from nghiquyet.extract.readers.word.table_borders import rows_tracked
from nghiquyet.extract.readers.word.text_boxes import boxes_to_blocks
from nghiquyet.extract.readers.word.word_notes import Called, Notes
from nghiquyet.extract.readers.word.word_sections import begins_page, sections_of, sheet_of
from nghiquyet.extract.readers.word.word_tables import FrameRow, read_table
from nghiquyet.extract.readers.word.xml_names import ALTERNATE, Element, alternatives, child, local, w
from nghiquyet.extract.readers.word.xml_parts import XmlParts

# Elements that only hold paragraphs and tables.
_HOLDERS = frozenset({"sdtContent", "customXml", "ins", "moveTo", "txbxContent"})
# How deep a text box stands, counted from the body, so that boxes in boxes come to an end.
BOX_DEPTH = DEEPEST // 2
# Elements that stand for the text of another file.
_EMBEDDED = (w("altChunk"), w("subDoc"))


@dataclass(frozen=True, slots=True)
class WordText:
    """All that is printed, as blocks, and the troubles met."""

    blocks: tuple[Block, ...]
    troubles: tuple[Trouble, ...]


def parts_to_text(parts: XmlParts) -> WordText:
    """The blocks of a Word file.

    Addresses count from 1 in the file's order: "paragraph 12" outside tables, "table 2, row 5, cell 3" by the rows and
    cells that are there after merging, "footnote 3", "text box 1". Raises UnreadableInput where elements nest too
    deep.
    """
    reader = _Reader(parts)
    body = child(parts.document, "body")
    blocks = tuple(reader.read([] if body is None else body))
    found = {"tracked-changes-accepted": reader.tracked, "embedded-file-unread": _embeds(parts)}
    troubles = [Trouble(code, ()) for code, met in found.items() if met]
    if reader.struck.strip():
        troubles.append(Trouble("text-struck-out", (), reader.struck))
    return WordText(blocks, tuple(troubles))


def _embeds(parts: XmlParts) -> bool:
    """True if the file only names another, whose text Word would put in its place when it opens the file."""
    roots = [parts.document, parts.footnotes, parts.endnotes, *parts.margins.values()]
    return any(next(root.iter(*_EMBEDDED), None) is not None for root in roots if root is not None)


class _Reader:
    def __init__(self, parts: XmlParts) -> None:
        self._parts = parts
        self._styles = Styles(parts.styles)
        self._numbering = WordLists(parts.numbering, self._styles)
        self._notes = Notes(parts.footnotes, parts.endnotes, parts.settings)
        self._inline = Inline(self._styles, self._notes)
        self._sections = list(sections_of(parts.document))
        self._counts = {"paragraph": 0, "table": 0, "text box": 0}
        self._held: tuple[Run, ...] = ()  # of paragraphs whose end was deleted
        self._before: Shape | None = None
        self._mark_tracked = False
        self._margins_seen: set[str] = set()

    @property
    def tracked(self) -> bool:
        """Whether changes were met that nobody has accepted yet."""
        return self._inline.tracked or self._mark_tracked

    @property
    def struck(self) -> str:
        """The words that are struck out, each text once as it stands."""
        return " ".join(" ".join(self._inline.struck).split())

    def read(self, body: Iterable[Element]) -> Iterator[Block]:
        first = self._sections[0] if self._sections else None
        yield NewPage(sheet_of(first), after_text=True)
        yield from self._margins(first)
        yield from self._blocks(body, 0)
        yield from self._left_over("paragraph")

    def _blocks(self, holder: Iterable[Element], depth: int) -> Iterator[Block]:
        if depth > DEEPEST:
            raise UnreadableInput("Tệp Word lồng nhau quá nhiều lớp; hãy lưu lại tệp bằng phần mềm văn phòng.")
        for element in holder:
            name = local(element)
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tbl":
                yield from self._table(element, depth)
            elif name == "sdt":
                yield from self._blocks(element.iterfind(w("sdtContent")), depth + 1)
            elif name in _HOLDERS:
                yield from self._blocks(element, depth + 1)
            elif element.tag == ALTERNATE:
                yield from self._blocks(alternatives(element), depth + 1)

    def _paragraph(self, element: Element) -> Iterator[Block]:
        paragraph = self._read(element, self._next("paragraph"))
        shape = self._styles.shape(element, None)
        if shape.new_page:
            yield NewPage(sheet_of(self._section()), after_text=True)
        if paragraph is not None:
            yield from _at_page_breaks(self._spaced(paragraph, shape), sheet_of(self._section()))
        yield from self._notes_called()
        boxes = self._inline.taken_boxes()
        texts = [box for box in boxes if next(box.content.iter(w("tbl")), None) is None]
        yield from boxes_to_blocks(texts, self.cell, lambda: self._next("text box"))
        for box in boxes:
            if box not in texts:  # a table in a box is one as any other
                yield from self._blocks(box.content, BOX_DEPTH)
        yield from self._notes_called()
        if child(element, "pPr", "sectPr") is not None:
            yield from self._next_section()

    def _read(self, element: Element, address: str, note_mark: str = "") -> Paragraph | None:
        """The paragraph with its list's label; None where it goes on in the next one."""
        place = self._numbering.place(element)
        removed = mark_removed(element)
        self._mark_tracked = self._mark_tracked or mark_tracked(element)
        level = self._numbering.level(place) if place is not None else None
        label = self._numbering.label(place) if place is not None and not removed else None
        runs = self._inline.runs(element, note_mark)
        if removed:
            self._held += runs
            return None
        runs, self._held = (*self._held, *runs), ()
        shape = self._styles.shape(element, level)
        return Paragraph(
            _labelled(label, runs), shape.align, shape.size, shape.left, shape.right, shape.first, 0.0, address
        )

    def _spaced(self, paragraph: Paragraph, shape: Shape) -> Paragraph:
        """With the free space above it: what the paragraph before asks for below and it above."""
        before, self._before = self._before, shape
        if before is None:
            return replace(paragraph, above=shape.before)
        alike = before.style == shape.style
        below = 0.0 if alike and before.close else before.after
        return replace(paragraph, above=below + (0.0 if alike and shape.close else shape.before))

    def _table(self, table: Element, depth: int) -> Iterator[Block]:
        yield from self._left_over("paragraph")
        self._before = None
        address = self._next("table")
        self._mark_tracked = self._mark_tracked or rows_tracked(table)
        for part in read_table(table, address, self._styles, self):
            if isinstance(part, FrameRow):
                yield from self._blocks(part.holder, depth + 1)
            else:
                yield part
        yield from self._notes_called()

    def cell(self, holder: Element, address: str) -> tuple[Paragraph, ...]:
        """The paragraphs in a cell or text box, those of tables and text boxes in it too; each with ``address``."""
        found = list(self._in_cell(holder, address, 0))
        found += [p for p in self._left_over(address) if isinstance(p, Paragraph)]
        return tuple(found)

    def _in_cell(self, holder: Iterable[Element], address: str, depth: int) -> Iterator[Paragraph]:
        if depth > DEEPEST:
            raise UnreadableInput("Tệp Word lồng nhau quá nhiều lớp; hãy lưu lại tệp bằng phần mềm văn phòng.")
        for element in holder:
            name = local(element)
            if name == "p":
                paragraph = self._read(element, address)
                if paragraph is not None:
                    yield _without_page_breaks(paragraph)
                for box in self._inline.taken_boxes():
                    yield from self._in_cell(box.content, address, depth + 1)
            elif name == "sdt":
                yield from self._in_cell(element.iterfind(w("sdtContent")), address, depth + 1)
            elif name in _HOLDERS or name in ("tbl", "tr", "tc"):
                yield from self._in_cell(element, address, depth + 1)
            elif element.tag == ALTERNATE:
                yield from self._in_cell(alternatives(element), address, depth + 1)

    def _left_over(self, address: str) -> Iterator[Block]:
        """Text whose paragraph's end was deleted with nothing behind it to go on in."""
        if self._held:
            runs, self._held = self._held, ()
            where = self._next("paragraph") if address == "paragraph" else address
            yield Paragraph(runs, address=where)

    def _notes_called(self) -> Iterator[Block]:
        """The notes called since the last time; what they call themselves is not followed."""
        for called in self._notes.taken():
            yield from self._note(called)

    def _note(self, called: Called) -> Iterator[Block]:
        address = f"{called.kind} {called.id}"
        parts = [p for e in called.element if local(e) == "p" and (p := self._read(e, address, called.mark))]
        runs: tuple[Run, ...] = ()
        for part in parts:
            runs += (*([Run(" ")] if runs else []), *part.runs)
        if called.mark and not any(run.raised for run in runs[:2]):
            runs = (Run(called.mark, raised=True), Run(" "), *runs)
        self._notes.taken()
        self._inline.taken_boxes()
        yield BlockNote(_without_page_breaks(Paragraph(runs, size=NOTE_SIZE, address=address), " "))

    def _next_section(self) -> Iterator[Block]:
        ended = self._sections.pop(0) if self._sections else None
        self._notes.new_section()
        now = self._section()
        if begins_page(now) or sheet_of(now) != sheet_of(ended):
            self._before = None
            yield NewPage(sheet_of(now), after_text=True)
        yield from self._margins(now)

    def _section(self) -> Element | None:
        return self._sections[0] if self._sections else None

    def _margins(self, section: Element | None) -> Iterator[Block]:
        for part, holder in margin_texts(section, self._parts):
            if part not in self._margins_seen:
                self._margins_seen.add(part)
                yield from (Furniture(paragraph) for paragraph in self.cell(holder, part) if not paragraph.empty)
                self._notes.taken()

    def _next(self, kind: str) -> str:
        self._counts[kind] += 1
        return f"{kind} {self._counts[kind]}"


def _labelled(label: ListLabel | None, runs: tuple[Run, ...]) -> tuple[Run, ...]:
    if label is None:
        return runs
    first = next((run for run in runs if run.text.strip()), Run(""))
    return (Run(label.text, bold=first.bold, italic=first.italic), *runs)


def _at_page_breaks(paragraph: Paragraph, sheet: BlockPage) -> Iterator[Block]:
    """The paragraph cut where the file breaks the page inside it."""
    part: list[Run] = []
    for run in paragraph.runs:
        pieces = run.text.split(PAGE_BREAK)
        for i, text in enumerate(pieces):
            if i:
                if any(r.text.strip() for r in part):
                    yield replace(paragraph, runs=tuple(part))
                yield NewPage(sheet, after_text=True)
                part = []
            part.append(replace(run, text=text))
    if PAGE_BREAK not in paragraph.text or any(r.text.strip() for r in part):
        yield replace(paragraph, runs=tuple(part))


def _without_page_breaks(paragraph: Paragraph, instead: str = "\n") -> Paragraph:
    runs = (replace(run, text=run.text.replace(PAGE_BREAK, instead)) for run in paragraph.runs)
    return replace(paragraph, runs=tuple(runs))
