"""What a medium without places says of its layout: paragraphs, columns of them, grids, notes and pages.

Lengths are in points. A ``Run``'s text may hold ``\\n`` (a line's end inside a paragraph) and ``\\t`` (a gap to the
next tab stop).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Align = Literal["left", "centre", "right", "justified"]

# The face and size that Vietnamese drafting rules (Decree 30/2020/NĐ-CP, appendix I) ask of a text: Times, 13 to 14.
TEXT_SIZE = 13.0
# Notes are set smaller than the text.
NOTE_SIZE = 10.0


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one look. ``raised`` marks a superscript, such as a footnote's number."""

    text: str
    bold: bool = False
    italic: bool = False
    raised: bool = False
    font: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; without letters it is an empty line.

    ``left`` and ``right`` narrow the column, ``first`` moves the first line's beginning (negative: it hangs out to the
    left), ``above`` is free space. ``address`` says where in the file it stands ("paragraph 12").
    """

    runs: tuple[Run, ...] = ()
    align: Align = "left"
    size: float = TEXT_SIZE
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    above: float = 0.0
    address: str = ""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def empty(self) -> bool:
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class TextColumn:
    """A column of ``SideBySide``: ``width`` is its share of the text's width."""

    width: float
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Columns without borders that stand beside each other: a letterhead, recipients and signature."""

    columns: tuple[TextColumn, ...]


@dataclass(frozen=True, slots=True)
class BlockCell:
    """A cell of a ``BlockGrid``; its paragraphs are never broken into lines except where they say so."""

    row: int
    column: int
    paragraphs: tuple[Paragraph, ...] = ()
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class BlockGrid:
    """A table: ``widths`` of its columns (any unit: they are fitted to the page), cells that cover every place."""

    widths: tuple[float, ...]
    rows: int
    cells: tuple[BlockCell, ...]
    ruled: Literal["full", "horizontal", "none"] = "full"


@dataclass(frozen=True, slots=True)
class BlockNote:
    """A footnote of the page in hand: in ``NOTE_SIZE``, it begins with the raised mark that calls it in the text."""

    paragraph: Paragraph


@dataclass(frozen=True, slots=True)
class Furniture:
    """What is printed on the page in hand beside its text: a running header or footer."""

    paragraph: Paragraph


@dataclass(frozen=True, slots=True)
class BlockPage:
    """A page's size and margins. ``height`` is the least: a page grows with what stands on it."""

    width: float = 595.3
    height: float = 841.9
    left: float = 85.0
    right: float = 56.7
    top: float = 56.7
    bottom: float = 56.7

    @property
    def text_width(self) -> float:
        return self.width - self.left - self.right


A4 = BlockPage()
A4_LANDSCAPE = BlockPage(width=841.9, height=595.3)


@dataclass(frozen=True, slots=True)
class NewPage:
    """From here on a new page of this size; the first page need not be opened.

    Where ``after_text`` only, a page that is still empty takes the size instead of staying blank.
    """

    sheet: BlockPage = A4
    after_text: bool = False


Block = Paragraph | SideBySide | BlockGrid | BlockNote | Furniture | NewPage
