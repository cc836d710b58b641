"""Blocks → sections: the labels' tree, headings with their text, footnotes with the sections that call them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from nghiquyet.extract.decisions.decision import Decision
from nghiquyet.extract.decisions.table_decisions import words_to_spots
from nghiquyet.extract.language.frame_phrases import match_cue
from nghiquyet.extract.language.numbering.leading import CLOSING, leading_readings
from nghiquyet.extract.language.numbering.reading import Reading
from nghiquyet.extract.language.numbering.roman import LARGEST_LABEL, roman_to_number
from nghiquyet.extract.model import Line, Word
from nghiquyet.extract.outline.damaged_labels import misread_labels
from nghiquyet.extract.outline.document_frames import TextBlock, columns
from nghiquyet.extract.outline.label_decision import label_decision
from nghiquyet.extract.outline.lines_to_passage import (
    NoteLookup,
    cut_passage,
    lines_to_passage,
    row_cells,
    row_to_passage,
)
from nghiquyet.extract.outline.model import OutlineSection, Passage
from nghiquyet.extract.outline.nesting import Labelled, Open, Placing, label_to_id, place_labels
from nghiquyet.extract.outline.paragraph_headings import split_heading
from nghiquyet.extract.outline.paragraphs import is_upper, rows_to_paragraphs
from nghiquyet.extract.outline.text_rows import Item, Row, TablePlace

START = "0"

# Capitals that are no second line of a heading.
_BY_THEMSELVES = ("caption", "appendix", "enclosed", "kind", "end_matter")


@dataclass(slots=True)
class SectionDraft:
    """A section in the making."""

    id: str
    label: str
    level: int
    parent: str | None
    title: Passage = field(default_factory=lambda: Passage(""))
    paragraphs: list[Passage] = field(default_factory=list)
    marks: tuple[Word, ...] = ()
    repeated: bool = False
    guessed: bool = False
    untitled: bool = False  # a label alone on its line, whose title is still to come
    titled_below: bool = False  # its title stands below the label, and may go on in capitals
    decision: Decision | None = None

    def section(self) -> OutlineSection:
        notes = [n.text for p in (self.title, *self.paragraphs) for n in p.notes]
        words = [*self.marks, *(w for p in (self.title, *self.paragraphs) if p.table is None for w in p.words)]
        decision = self.decision and replace(self.decision, spots=words_to_spots(words))
        return OutlineSection(
            self.id,
            self.label,
            self.level,
            self.parent,
            self.title,
            tuple(self.paragraphs),
            self.marks,
            tuple(dict.fromkeys(notes)),
            self.repeated,
            self.guessed,
            decision,
        )


@dataclass(frozen=True, slots=True)
class _Unit:
    """A paragraph of a block with the readings of its label, or a table."""

    passage: Passage
    readings: tuple[Reading, ...] = ()
    titled: bool = False  # set in the middle, bold or in capitals
    table: TablePlace | None = None


class OutlineBuilder:
    """Takes blocks in reading order; ``sections`` gives the outline so far."""

    def __init__(self, note_of: NoteLookup) -> None:
        self._note_of = note_of
        self._drafts: list[SectionDraft] = []
        self._used: Counter[str] = Counter()
        self._prefix = ""
        self._appendices = 0
        self._stack: list[Open] = []
        self._current = self._open_start("", "")

    def add(self, block: TextBlock) -> None:
        """Adds what a block holds to the outline."""
        if block.kind in ("head", "end"):
            self._frame(block)
            return
        units = [u for u in self._units(block.items) if u.passage.text or u.table]
        if block.kind == "appendix":
            units = self._open_appendix(block, units)
        elif block.kind == "enclosed":
            self._stack = []
            self._current = self._start()
        for unit, placing in zip(units, self._placings(units), strict=True):
            self._take(unit, placing)

    def sections(self) -> tuple[OutlineSection, ...]:
        """Every section in reading order; section 0 only if something is printed in it."""
        kept = [d for d in self._drafts if d.label or d.title.text or d.paragraphs]
        return tuple(d.section() for d in kept)

    def _open_start(self, prefix: str, label: str) -> SectionDraft:
        draft = SectionDraft(self._unique(prefix + START), label, 0, None)
        self._drafts.append(draft)
        return draft

    def _start(self) -> SectionDraft:
        """Section 0 of the document or appendix in hand."""
        return next(d for d in reversed(self._drafts) if d.level == 0)

    def _frame(self, block: TextBlock) -> None:
        """Letterhead and end matter: their columns' lines, kept with section 0."""
        rows = [i for i in block.items if isinstance(i, Row)]
        start = self._start()
        for column in columns(rows):
            runs = rows_to_paragraphs(column) if block.kind == "end" else [(row,) for row in column]
            start.paragraphs += [lines_to_passage((r.line for r in run), self._note_of) for run in runs]

    def _units(self, items: Sequence[Item]) -> list[_Unit]:
        units: list[_Unit] = []
        rows: list[Row] = []
        for item in (*items, None):
            if isinstance(item, Row):
                rows.append(item)
                continue
            units += [self._unit(run) for run in rows_to_paragraphs(rows)]
            rows = []
            if isinstance(item, TablePlace):
                units.append(_Unit(Passage(""), table=item))
        return units

    def _unit(self, rows: Sequence[Row]) -> _Unit:
        lines = [r.line for r in rows]
        passage = lines_to_passage(lines, self._note_of)
        titled = all(r.centred for r in rows) or all(line.bold or is_upper(line) for line in lines)
        return _Unit(passage, leading_readings(passage.text), titled)

    def _placings(self, units: Sequence[_Unit]) -> list[Placing | None]:
        """Where each unit's label stands among the sections; None for a unit without."""
        labelled = [(i, found) for i, unit in enumerate(units) if (found := _labelled(unit)) is not None]
        placed = place_labels([found for _, found in labelled], tuple(o.label for o in self._stack))
        placings: list[Placing | None] = [None] * len(units)
        for (i, _), placing in zip(labelled, placed, strict=True):
            placings[i] = placing
        return placings

    def _take(self, unit: _Unit, placing: Placing | None) -> None:
        if unit.table is not None:
            self._current.paragraphs += self._table(unit.table)
        elif placing is not None:
            self._open(unit, placing)
            self._current.guessed = placing.guessed
        elif self._current.untitled and unit.titled:
            self._current.title = unit.passage
            self._current.untitled = False
            self._current.titled_below = True
        elif self._title_goes_on(unit):
            self._current.title = _joined([self._current.title, unit.passage])
        else:
            self._current.untitled = self._current.titled_below = False
            self._current.paragraphs.append(unit.passage)

    def _title_goes_on(self, unit: _Unit) -> bool:
        """True for capitals right below a title in capitals, which a short line or a wavering weight parted from it."""
        title, text = self._current.title.text, unit.passage.text
        if unit.readings or not text.isupper() or any(match_cue(family, text) for family in _BY_THEMSELVES):
            return False
        below = self._current.titled_below and unit.titled
        return below or (title.isupper() and not self._current.paragraphs and not title.endswith(CLOSING))

    def _open(self, unit: _Unit, placing: Placing) -> None:
        passage, label, depth = unit.passage, placing.label, placing.depth
        before = self._stack[depth].label if depth < len(self._stack) else None
        del self._stack[depth:]
        above = self._stack[-1] if self._stack else None
        wanted = label_to_id(label, above, self._prefix)
        id_ = self._unique(wanted)
        title, rest = _titled(passage, label)
        marks = passage.words_between(0, label.end)
        draft = SectionDraft(id_, label.text, depth + 1, above.id if above else None, title, repeated=id_ != wanted)
        draft.marks = tuple(w for w in marks if w not in title.words)
        if rest is not None:
            draft.marks = tuple(w for w in draft.marks if w not in rest.words)
            draft.paragraphs.append(rest)
        draft.decision = label_decision(id_, unit.readings, placing, above.id if above else None, before)
        draft.untitled = not title.text and not (rest and rest.text)
        self._stack.append(Open(label, id_))
        self._drafts.append(draft)
        self._current = draft

    def _open_appendix(self, block: TextBlock, units: list[_Unit]) -> list[_Unit]:
        """Opens the appendix's section 0 with its title; gives the units below."""
        self._appendices += 1
        number = block.numeral or str(self._appendices)
        self._prefix = f"PL{_number(number)}:"
        self._stack = []
        self._current = draft = self._open_start(self._prefix, "")
        if units and (match := match_cue("appendix", units[0].passage.text)):
            first, *units = units
            label = cut_passage(first.passage, 0, match.end())
            draft.label = label.text.rstrip(" :.-–")
            draft.marks = label.words
            title = cut_passage(first.passage, match.end())
            if title.text:
                units = [_Unit(title, (), True), *units]
        titles: list[Passage] = []
        while units and units[0].titled and not units[0].readings and not units[0].passage.text.startswith("("):
            titles.append(units.pop(0).passage)
        if titles:
            draft.title = _joined(titles)
        return units

    def _table(self, place: TablePlace) -> list[Passage]:
        """The headings and rows of a table, a passage each."""
        made = [row_to_passage(row_cells(row), self._note_of, place.number) for row in place.table.rows]
        headings = _heading_cells(place)
        if headings:
            made.insert(0, replace(row_to_passage(headings, self._note_of, place.number), heading=True))
        return [p for p in made if p.text]

    def _unique(self, id_: str) -> str:
        self._used[id_] += 1
        return id_ if self._used[id_] == 1 else f"{id_}-{self._used[id_]}"


def _labelled(unit: _Unit) -> Labelled | None:
    """A paragraph that begins with a label, or where one may have been misread; None for any other."""
    text, words = unit.passage.text, unit.passage.words
    recognised = bool(words) and words[0].confidence is not None
    misread = misread_labels(text, unit.readings) if recognised else ()
    if not unit.readings and not misread:
        return None
    heading = bool(unit.readings) and bool(_titled(unit.passage, unit.readings[0])[0].text)
    return Labelled(unit.readings, misread, heading)


def _titled(passage: Passage, label: Reading) -> tuple[Passage, Passage | None]:
    return split_heading(cut_passage(passage, label.end), label.style == "article")


def _heading_cells(place: TablePlace) -> list[tuple[Line, ...]]:
    """The lines of each of the table's headings as first printed, without their repetitions on later pages."""
    lines = place.table.header_lines
    if not lines or not place.table.fragments:
        return []
    return [cell.lines for cell in place.table.fragments[0].cells if cell.lines and cell.lines[0] in lines]


def _joined(passages: Iterable[Passage]) -> Passage:
    whole = Passage("")
    for passage in passages:
        offset = len(whole.text) + 1 if whole.text else 0
        whole = Passage(
            f"{whole.text} {passage.text}" if whole.text else passage.text,
            whole.words + passage.words,
            whole.starts + tuple(offset + s for s in passage.starts),
            whole.notes + tuple(replace(n, offset=offset + n.offset) for n in passage.notes),
        )
    return whole


def _number(numeral: str) -> str:
    """The appendix's number for ids: 02 → 2, II → 2, B → B."""
    if numeral.isdigit():
        return str(int(numeral))
    roman = roman_to_number(numeral.upper())
    return str(roman) if roman is not None and roman <= LARGEST_LABEL else numeral.upper()
