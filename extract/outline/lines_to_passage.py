"""Lines → a passage: their text with line breaks undone, the place of each word in it, footnotes' marks taken out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from nghiquyet.extract.model import Line, TableRow, Word
from nghiquyet.extract.outline.model import Note, Passage

# Says which text a word that is a footnote's mark calls, or None for an ordinary word.
NoteLookup = Callable[[Word], str | None]


@dataclass(slots=True)
class _Text:
    text: str = ""
    words: list[Word] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def add(self, word: Word, space: bool) -> None:
        if self.text and space:
            self.text += " "
        self.words.append(word)
        self.starts.append(len(self.text))
        self.text += word.text

    def passage(self, table: int | None = None) -> Passage:
        return Passage(self.text, tuple(self.words), tuple(self.starts), tuple(self.notes), table)


def lines_to_passage(lines: Iterable[Line], note_of: NoteLookup) -> Passage:
    """The lines as one passage.

    Lines are parted by a space, but not behind a dash or slash inside a word nor where a word was broken.
    """
    made = _Text()
    for line in lines:
        _add_line(made, line, note_of)
    return made.passage()


def row_to_passage(cells: Sequence[Sequence[Line]], note_of: NoteLookup, table: int) -> Passage:
    """A table's row as one passage, its cells parted by tabs."""
    made = _Text()
    for lines in cells:
        if made.text:
            made.text += "\t"
        own = _Text()
        for line in lines:
            _add_line(own, line, note_of)
        offset = len(made.text)
        made.words += own.words
        made.starts += [offset + s for s in own.starts]
        made.notes += [replace(n, offset=offset + n.offset) for n in own.notes]
        made.text += own.text
    return made.passage(table)


def row_cells(row: TableRow) -> list[tuple[Line, ...]]:
    """The lines of each cell of a row once; a cell that repeats the one above is left out."""
    cells = []
    for i, cell in enumerate(row.cells):
        if cell.carried_down or (i and cell.parts and cell.parts == row.cells[i - 1].parts) or not cell.lines:
            continue
        cells.append(cell.lines)
    return cells


def cut_passage(passage: Passage, start: int, end: int | None = None) -> Passage:
    """``text[start:end]`` without spaces around, its words and notes with it; a word cut by ``start`` goes along."""
    stop = len(passage.text) if end is None else end
    while start < stop and passage.text[start].isspace():
        start += 1
    while stop > start and passage.text[stop - 1].isspace():
        stop -= 1
    placed = [
        (w, s) for w, s in zip(passage.words, passage.starts, strict=True) if s < stop and s + len(w.text) > start
    ]
    notes = tuple(replace(n, offset=max(0, n.offset - start)) for n in passage.notes if start < n.offset <= stop)
    starts = tuple(max(0, s - start) for _, s in placed)
    return Passage(passage.text[start:stop], tuple(w for w, _ in placed), starts, notes, passage.table)


def _add_line(made: _Text, line: Line, note_of: NoteLookup) -> None:
    first = True
    after_mark = False
    for word in line.words:
        note = note_of(word)
        if note is not None:
            made.notes.append(Note(len(made.text), note))
            made.words.append(word)
            made.starts.append(len(made.text))
            after_mark = True
            continue
        joined = word.joined if not (first and made.text) else word.joined or _cut_in_word(made.text)
        if after_mark and word.text[0] in ",.;:)":
            joined = True
        made.add(word, not joined)
        first = after_mark = False


def _cut_in_word(text: str) -> bool:
    return len(text) > 1 and text[-1] in "-/" and not text[-2].isspace()
