"""A draft → a Word file, as one office or another would have set it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from tests.word_twin.draft import Draft, Look, Paragraph, Row
from tests.word_twin.parts import (
    add_footnotes,
    add_lists,
    add_page_number,
    call_footnote,
    draw_borders,
    number_paragraph,
    repeat_on_each_page,
    row_place,
    typed_label,
)

# A first line is set in by half an inch.
INDENT = Pt(36)


@dataclass(frozen=True, slots=True)
class Form:
    """How an office sets its papers.

    ``looks``: letters are bold, titles centred, the letterhead is a table without borders; else one paragraph stands
    under the other and all look alike. ``lists``: numbers, bullets and the table's ordinals are Word's own. ``whole``:
    the title is one paragraph, the signature stands beside the recipients, first lines are set in. ``merged``: headings
    stand over two rows, a group's title goes on over the empty cells behind it.
    """

    name: str
    looks: bool = True
    lists: bool = False
    whole: bool = False
    merged: bool = False


TYPED = Form("typed", merged=True)
AUTOMATIC = Form("automatic", lists=True, whole=True)
BARE = Form("bare", looks=False)


@dataclass(slots=True)
class _Making:
    word: WordDocument
    form: Form
    notes: list[str] = field(default_factory=list)


def draft_to_word(draft: Draft, form: Form) -> bytes:
    """The bytes of a ``.docx``; a second making of the same draft differs by nothing that is printed."""
    making = _Making(docx.Document(), form)
    _set_up(making)
    _head(making, draft)
    for paragraph in draft.prose:
        _paragraph(making, paragraph)
    _end(making, draft)
    _turn_sheet(making)
    for paragraph in draft.caption:
        _paragraph(making, paragraph)
    _table(making, draft)
    add_footnotes(making.word, making.notes)
    stream = io.BytesIO()
    making.word.save(stream)
    return stream.getvalue()


def _set_up(making: _Making) -> None:
    style = making.word.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)
    style.paragraph_format.space_after = Pt(6)
    add_lists(making.word)
    (section,) = making.word.sections
    section.page_width, section.page_height = Pt(595.3), Pt(841.9)
    section.left_margin, section.right_margin = Pt(85), Pt(56.7)
    header = section.header.paragraphs[0]
    header.alignment = WD_ALIGN_PARAGRAPH.CENTER
    add_page_number(header)


def _head(making: _Making, draft: Draft) -> None:
    if making.form.looks:
        _beside(making, draft.left, draft.right)
    else:
        for paragraph in (*draft.left, *draft.right):
            _paragraph(making, paragraph)
    titles = _as_one_title(draft.title) if making.form.whole else draft.title
    for paragraph in titles:
        _paragraph(making, paragraph)


def _as_one_title(title: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Kind and issuer in lines of their own, the title's lines as one paragraph."""
    upper = [p for p in title if p.text.isupper()]
    rest = [run for p in title if not p.text.isupper() for run in ((p.runs[0][0], " "), *p.runs)][1:]
    return (*upper, Paragraph(tuple(rest), centred=True))


def _end(making: _Making, draft: Draft) -> None:
    if making.form.whole:
        centred = tuple(Paragraph(p.runs, centred=True) for p in draft.signature)
        _beside(making, draft.recipients, centred)
        return
    for paragraph in (*draft.recipients, *draft.signature):
        _paragraph(making, paragraph, listed=False)


def _beside(making: _Making, left: Sequence[Paragraph], right: Sequence[Paragraph]) -> None:
    """Two columns without borders."""
    table = making.word.add_table(rows=1, cols=2)
    for cell, column in zip(table.rows[0].cells, (left, right), strict=True):
        _fill(making, cell, column, centred=None)


def _turn_sheet(making: _Making) -> None:
    section = making.word.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Pt(841.9), Pt(595.3)
    section.left_margin = section.right_margin = Pt(42.5)


def _paragraph(making: _Making, paragraph: Paragraph, listed: bool = True) -> None:
    made = making.word.add_paragraph()
    if making.form.looks:
        made.alignment = WD_ALIGN_PARAGRAPH.CENTER if paragraph.centred else WD_ALIGN_PARAGRAPH.JUSTIFY
    if making.form.whole and not paragraph.centred:
        made.paragraph_format.first_line_indent = INDENT
    label = typed_label(paragraph.text) if making.form.lists and listed else None
    if label is not None:
        number_paragraph(made, label[1])
    _write(making, made, paragraph, len(label[0]) if label else 0)


def _write(making: _Making, made: WordParagraph, paragraph: Paragraph, skipped: int = 0) -> None:
    """The paragraph's runs without their first ``skipped`` letters."""
    for look, text in paragraph.runs:
        if look.note is not None:
            making.notes.append(look.note)
            call_footnote(made, len(making.notes))
            continue
        run = made.add_run(text[skipped:])
        skipped = max(0, skipped - len(text))
        run.bold, run.italic = making.form.looks and look.bold, making.form.looks and look.italic


def _fill(making: _Making, cell: _Cell, paragraphs: Sequence[Paragraph], centred: bool | None = False) -> None:
    """Puts paragraphs into a cell, all centred or none, or each as it is (None)."""
    for i, paragraph in enumerate(paragraphs):
        made = cell.add_paragraph() if i else cell.paragraphs[0]
        if making.form.looks and (paragraph.centred if centred is None else centred):
            made.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _write(making, made, paragraph)


def _table(making: _Making, draft: Draft) -> None:
    tops = 2 if making.form.merged else 1
    table = making.word.add_table(rows=tops + len(draft.rows), cols=len(draft.widths))
    draw_borders(table)
    rows = [row.cells for row in table.rows]
    for column, width in zip(table.columns, draft.widths, strict=True):
        column.width = Pt(width)
    for cell, heading in zip(rows[0], draft.headings, strict=True):
        _fill(making, cell, [Paragraph(((Look(bold=True), heading),))], centred=True)
    for cells, row in zip(rows[tops:], draft.rows, strict=True):
        _row(making, cells, row)
    _merge(making, table, rows, draft)
    for top in table.rows[:tops]:
        repeat_on_each_page(top)


def _row(making: _Making, cells: Sequence[_Cell], row: Row) -> None:
    for column, (cell, paragraphs) in enumerate(zip(cells, row.cells, strict=True)):
        if column == 0 and making.form.lists and paragraphs:
            number_paragraph(cell.paragraphs[0], row_place(paragraphs[0].text))
        else:
            _fill(making, cell, paragraphs, centred=column == 0)


def _merge(making: _Making, table: Table, rows: Sequence[Sequence[_Cell]], draft: Draft) -> None:
    if not making.form.merged:
        return
    for upper, lower in zip(rows[0], rows[1], strict=True):
        upper.merge(lower)
    for cells, row in zip(rows[2:], draft.rows, strict=True):
        if row.group:
            cells[1].merge(cells[-1])
