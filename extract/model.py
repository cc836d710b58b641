"""What is printed, and where: the types that this room hands to the next.

A ``bbox`` is ``(x0, top, x1, bottom)`` in PDF points, origin at the page's top left. Pages count from 1. Text is NFC.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from nghiquyet.extract.decisions.decision import Decision, Evidence
from nghiquyet.extract.second_reading import SecondReading

BBox = tuple[float, float, float, float]
# Stands for ink that a recogniser could make no letters of, where a cell would otherwise look empty.
UNREAD = "\ufffd"
Medium = Literal["born_digital", "scanned", "mixed", "text", "docx"]


def union(boxes: list[BBox]) -> BBox:
    """The smallest box around all of ``boxes`` (at least one)."""
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters between spaces.

    ``raised`` marks a superscript; ``joined`` says that no space stands before the word: the 2 of CO2.
    """

    text: str
    bbox: BBox
    page: int
    font: str = ""
    size: float = 12.0
    bold: bool = False
    italic: bool = False
    raised: bool = False
    joined: bool = False
    confidence: float | None = None  # 0 to 1 where the word was recognised, None where it was printed
    recognised: str = ""  # what the recogniser read, where knowledge changed it into ``text``
    pen: int = 0  # which of the page's texts it was drawn with, in one go with others; 0 where that is not known
    astray: bool = False  # it runs over a cell's border, and may belong on either side
    second: SecondReading | None = None  # None where no second recogniser looked at the word
    address: str = ""  # where a file without pages holds it: "paragraph 12", "table 2, row 5, cell 3"


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one baseline, left to right."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return "".join((w.text if w.joined else " " + w.text) for w in self.words).strip()

    @property
    def bbox(self) -> BBox:
        return union([w.bbox for w in self.words])

    @property
    def page(self) -> int:
        return self.words[0].page

    @property
    def bold(self) -> bool:
        """True if most of the letters are bold."""
        letters = sum(len(w.text) for w in self.words)
        return sum(len(w.text) for w in self.words if w.bold) * 2 > letters


def lines_to_text(lines: Iterable[Line]) -> str:
    """Lines of one text as one, the page's line breaks undone.

    Lines are parted by a space, but not behind a dash or slash that ends a line inside a word, nor where a word too
    long for its column was broken (``Word.joined``).
    """
    text = ""
    for line in lines:
        cut_in_word = len(text) > 1 and text[-1] in "-/" and not text[-2].isspace()
        text += line.text if not text or cut_in_word or line.words[0].joined else f" {line.text}"
    return text


@dataclass(frozen=True, slots=True)
class Ruling:
    """A drawn straight stroke, horizontal or vertical, as wide as it was drawn."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def horizontal(self) -> bool:
        return self.x1 - self.x0 >= self.bottom - self.top

    @property
    def length(self) -> float:
        return max(self.x1 - self.x0, self.bottom - self.top)


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a point of a page as read lies on the page as filed: ``x' = a x + b y + c``, ``y' = d x + e y + f``.

    A page that lies on its side or aslant is read upright and straight.
    """

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 0.0
    e: float = 1.0
    f: float = 0.0

    def box(self, bbox: BBox) -> BBox:
        """The smallest upright box on the page as filed around a box of the page as read."""
        corners = [(x, y) for x in (bbox[0], bbox[2]) for y in (bbox[1], bbox[3])]
        xs = [self.a * x + self.b * y + self.c for x, y in corners]
        ys = [self.d * x + self.e * y + self.f for x, y in corners]
        return (min(xs), min(ys), max(xs), max(ys))


AS_FILED = Placement()


@dataclass(frozen=True, slots=True)
class TextArea:
    """Where a page's text begins and ends, and the distance between its lines, in points."""

    left: float
    right: float
    leading: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page as a reader sees it: upright, in points, its words in no particular order.

    Boxes are those of the page turned upright and set straight; ``placement`` leads to the page as filed.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rulings: tuple[Ruling, ...] = ()
    furniture: tuple[Line, ...] = ()  # page numbers, running headers and footers, signature stamps
    footnotes: tuple[Line, ...] = ()
    legible: bool = True  # False: there is no text, or its letters can't be trusted
    placement: Placement = AS_FILED
    specks: tuple[Word, ...] = ()  # what was recognised as words and is taken for dirt
    text_area: TextArea | None = None  # where the text was set, if the reader knows it and need not measure it


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something about the file that a person must know; becomes a finding. ``code`` is stable."""

    code: str
    pages: tuple[int, ...]
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a fragment: its place in the fragment's grid, its box and the lines printed in it."""

    row: int
    column: int
    row_span: int
    column_span: int
    bbox: BBox
    lines: tuple[Line, ...] = ()

    @property
    def text(self) -> str:
        return lines_to_text(self.lines)

    @property
    def bold(self) -> bool:
        return bool(self.lines) and all(line.bold for line in self.lines)


@dataclass(frozen=True, slots=True)
class TableFragment:
    """The part of a table on one page. ``columns`` and ``rows`` are the grid's boundaries, ascending, in points."""

    page: int
    bbox: BBox
    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cells: tuple[Cell, ...]
    ruled: Literal["full", "horizontal", "none"] = "full"


@dataclass(frozen=True, slots=True)
class Join:
    """A decision that two parts belong together, with what spoke for it. ``confidence`` is 0 to 1."""

    kind: Literal["table", "row", "cell"]
    pages: tuple[int, int]
    evidence: tuple[Evidence, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class RefusedJoin:
    """A decision that two parts do not belong together. ``confidence`` is what a join would have had, if any."""

    kind: Literal["table", "row"]
    pages: tuple[int, int]
    evidence: tuple[Evidence, ...]
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class TableCell:
    """A whole cell: its parts in reading order, one a page.

    ``columns`` are the first column and the one after the last. ``merged`` counts the table rows it stands beside; a
    cell with ``carried_down`` repeats the one printed in a row above.
    """

    columns: tuple[int, int]
    parts: tuple[Cell, ...] = ()
    merged: int = 1
    carried_down: bool = False
    joins: tuple[Join, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for part in self.parts for line in part.lines)

    @property
    def text(self) -> str:
        return lines_to_text(self.lines)

    @property
    def bold(self) -> bool:
        lines = self.lines
        return bool(lines) and all(line.bold for line in lines)


@dataclass(frozen=True, slots=True)
class TableRow:
    """A whole row; ``cells[c]`` is what stands in column ``c`` (a cell over several columns stands in each).

    ``refused`` says why a row at a page's top is not the rest of the one before.
    """

    cells: tuple[TableCell, ...]
    pages: tuple[int, ...]
    joins: tuple[Join, ...] = ()
    refused: tuple[RefusedJoin, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A whole table. ``headings[c]`` are the texts of column ``c``'s heading cells, from the top level down.

    ``headed`` is what its heading was told by, ``refused`` says why it is not one with the table before.
    """

    headings: tuple[tuple[str, ...], ...]
    rows: tuple[TableRow, ...]
    pages: tuple[int, ...]
    fragments: tuple[TableFragment, ...]
    header_lines: tuple[Line, ...] = ()  # headings, their repetitions and the row of column numbers
    caption: tuple[Line, ...] = ()
    joins: tuple[Join, ...] = field(default=())
    headed: tuple[Evidence, ...] = ()
    refused: tuple[RefusedJoin, ...] = ()

    @property
    def width(self) -> int:
        return len(self.headings)


@dataclass(frozen=True, slots=True)
class Document:
    """Everything that was read of one file.

    ``lines`` are those in no table, footnote or furniture, in reading order. ``decisions`` say how each page was read;
    those about tables are with the tables.
    """

    file: str
    sha256: str
    medium: Medium
    pages: tuple[Page, ...]
    lines: tuple[Line, ...]
    tables: tuple[Table, ...]
    troubles: tuple[Trouble, ...] = ()
    page_count: int | None = None  # as the file itself says, where ``pages`` are made up
    decisions: tuple[Decision, ...] = ()
