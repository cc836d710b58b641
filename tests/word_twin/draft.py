"""A printed document → the paragraphs and rows that its writer typed.

What a printer does is undone by what can be seen: a paragraph ends where free space follows, or where a page ends with
a line that is not full.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from nghiquyet.extract.model import Document, Line, Table, Word

# Free space (points) between lines of two paragraphs; lines of one stand at most 3 apart.
PARAGRAPH_GAP = 4.0
# A line is full if it ends this near to the right margin, centred if its middle is this near to the page's.
NEAR = 8.0


@dataclass(frozen=True, slots=True)
class Look:
    """How letters look; ``note`` is the footnote that a raised mark calls."""

    bold: bool = False
    italic: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs of one look each; ``centred`` between the margins."""

    runs: tuple[tuple[Look, str], ...]
    centred: bool = False

    @property
    def text(self) -> str:
        return "".join(text for look, text in self.runs if look.note is None)

    @property
    def bold(self) -> bool:
        return all(look.bold for look, text in self.runs if text.strip() and look.note is None)


@dataclass(frozen=True, slots=True)
class Row:
    """``cells`` of each column; a ``group`` has nothing but a number and a title."""

    cells: tuple[tuple[Paragraph, ...], ...]
    group: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """The document from top to bottom; ``left`` and ``right`` stand beside each other in the letterhead."""

    left: tuple[Paragraph, ...]
    right: tuple[Paragraph, ...]
    title: tuple[Paragraph, ...]
    prose: tuple[Paragraph, ...]
    recipients: tuple[Paragraph, ...]
    signature: tuple[Paragraph, ...]
    caption: tuple[Paragraph, ...]
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    widths: tuple[float, ...]


def printed_to_draft(document: Document) -> Draft:
    """The draft of a document with a letterhead, a centred title, prose, recipients above the signature, one table."""
    notes = {line.words[0].text: _without_mark(line) for page in document.pages for line in page.footnotes}
    middle = _middle(document.lines, 1)
    lines = list(document.lines)
    head = next(i for i, line in enumerate(lines) if abs(_centre(line) - middle) < NEAR)
    body = next(i for i, line in enumerate(lines) if i > head and not line.bold)
    paragraphs = _lines_to_paragraphs(lines[body:], notes)
    end = next(i for i, p in enumerate(paragraphs) if p.text.startswith("Nơi nhận"))
    signed = next(i for i, p in enumerate(paragraphs) if i > end and not p.text.startswith(("-", "Nơi nhận")))
    caption = next(i for i, p in enumerate(paragraphs) if i > signed and p.centred)
    (table,) = document.tables
    return Draft(
        left=_column([line for line in lines[:head] if _centre(line) < middle]),
        right=_column([line for line in lines[:head] if _centre(line) >= middle]),
        title=tuple(_paragraph([line], notes, centred=True) for line in lines[head:body]),
        prose=tuple(paragraphs[:end]),
        recipients=tuple(paragraphs[end:signed]),
        signature=tuple(paragraphs[signed:caption]),
        caption=tuple(paragraphs[caption:]),
        headings=tuple(heading[-1] for heading in table.headings),
        rows=tuple(_rows(table)),
        widths=_widths(table),
    )


def _middle(lines: Sequence[Line], page: int) -> float:
    own = [line for line in lines if line.page == page]
    return (min(line.bbox[0] for line in own) + max(line.bbox[2] for line in own)) / 2


def _centre(line: Line) -> float:
    return (line.bbox[0] + line.bbox[2]) / 2


def _column(lines: Sequence[Line]) -> tuple[Paragraph, ...]:
    """A column of a letterhead: a name in bold goes on from line to line."""
    grouped = groupby(enumerate(lines), key=lambda item: -1 if item[1].bold else item[0])
    return tuple(_paragraph([line for _, line in same], {}, centred=True) for _, same in grouped)


def _lines_to_paragraphs(lines: Sequence[Line], notes: dict[str, str]) -> list[Paragraph]:
    right = {page: max(line.bbox[2] for line in lines if line.page == page) for page in {line.page for line in lines}}
    middles = {page: _middle(lines, page) for page in right}
    gathered: list[list[Line]] = []
    for line in lines:
        if gathered and _goes_on(gathered[-1][-1], line, right[gathered[-1][-1].page]):
            gathered[-1].append(line)
        else:
            gathered.append([line])
    return [_paragraph(own, notes, _is_centred(own, middles, right)) for own in gathered]


def _goes_on(before: Line, line: Line, right: float) -> bool:
    if before.bold != line.bold:
        return False
    if before.page == line.page:
        return line.bbox[1] - before.bbox[3] < PARAGRAPH_GAP and abs(line.bbox[0] - before.bbox[0]) < NEAR
    return right - before.bbox[2] < NEAR


def _is_centred(lines: Sequence[Line], middles: dict[int, float], right: dict[int, float]) -> bool:
    (first, *others) = lines
    short = right[first.page] - first.bbox[2] > NEAR or abs(_centre(first) - middles[first.page]) < 1
    return not others and short and abs(_centre(first) - middles[first.page]) < NEAR


def _paragraph(lines: Sequence[Line], notes: dict[str, str], centred: bool = False) -> Paragraph:
    pieces: list[tuple[Look, str]] = []
    for line in lines:
        last = pieces[-1][1] if pieces else ""
        cut_in_word = len(last) > 1 and last[-1] in "-/"
        for i, word in enumerate(line.words):
            apart = bool(pieces) and not word.joined and not (i == 0 and cut_in_word)
            look = _look(word, notes)
            if apart and look.note is None:
                pieces.append((Look(pieces[-1][0].bold, pieces[-1][0].italic), " "))
            pieces.append((look, "" if look.note is not None else word.text))
    runs = tuple((look, "".join(text for _, text in same)) for look, same in groupby(pieces, key=lambda p: p[0]))
    return Paragraph(runs, centred)


def _look(word: Word, notes: dict[str, str]) -> Look:
    return Look(word.bold, word.italic, notes.get(word.text) if word.raised else None)


def _without_mark(line: Line) -> str:
    return Line(line.words[1:]).text


def _rows(table: Table) -> Iterator[Row]:
    for row in table.rows:
        cells = tuple(tuple(_cell_paragraphs(cell.lines)) for cell in row.cells)
        yield Row(cells, group=row.cells[1].bold and not any(cells[2:]))


def _cell_paragraphs(lines: Sequence[Line]) -> Iterator[Paragraph]:
    """A cell's items: one that begins with a dash begins a paragraph."""
    gathered: list[list[Line]] = []
    for line in lines:
        if gathered and not line.text.startswith("- "):
            gathered[-1].append(line)
        else:
            gathered.append([line])
    return (_paragraph(own, {}) for own in gathered)


def _widths(table: Table) -> tuple[float, ...]:
    columns = table.fragments[0].columns
    return tuple(b - a for a, b in pairwise(columns))
