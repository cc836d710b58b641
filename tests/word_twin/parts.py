"""What python-docx has no calls for: footnotes, automatic lists, page numbers, borders, rows repeated on each page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
# Lists of the file by number: the outline, the bullets of its prose, the numbers of the table's first column.
OUTLINE, BULLETS, ROWS = 901, 902, 903
_LISTS: dict[int, Sequence[tuple[str, str]]] = {
    OUTLINE: (("upperRoman", "%1."), ("decimal", "%2."), ("decimal", "%2.%3."), ("decimal", "(%4)")),
    BULLETS: (("bullet", "-"), ("bullet", "+")),
    ROWS: (("upperRoman", "%1"), ("decimal", "%2"), ("decimal", "%2.%3")),
}
# The label that a writer typed → the list and level that print the same.
_TYPED = (
    (re.compile(r"[IVX]+\. "), (OUTLINE, 0)),
    (re.compile(r"\d+\. "), (OUTLINE, 1)),
    (re.compile(r"\d+\.\d+\. "), (OUTLINE, 2)),
    (re.compile(r"\(\d+\) "), (OUTLINE, 3)),
    (re.compile(r"- "), (BULLETS, 0)),
    (re.compile(r"\+ "), (BULLETS, 1)),
)
_NUMBER = ((re.compile(r"[IVX]+"), 0), (re.compile(r"\d+"), 1), (re.compile(r"\d+\.\d+"), 2))


def typed_label(text: str) -> tuple[str, tuple[int, int]] | None:
    """The label that the paragraph begins with and the list and level that print it."""
    found = ((match, place) for pattern, place in _TYPED if (match := pattern.match(text)))
    return next(((match.group(), place) for match, place in found), None)


def row_place(number: str) -> tuple[int, int]:
    """The list and level that print a table's ordinal."""
    return ROWS, next(level for pattern, level in _NUMBER if pattern.fullmatch(number))


def add_lists(word: WordDocument) -> None:
    root = word.part.numbering_part.element
    for known, levels in _LISTS.items():
        made = "".join(
            f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
            for i, (form, text) in enumerate(levels)
        )
        names = nsdecls("w")
        root.insert(0, parse_xml(f'<w:abstractNum {names} w:abstractNumId="{known}">{made}</w:abstractNum>'))
        root.append(parse_xml(f'<w:num {names} w:numId="{known}"><w:abstractNumId w:val="{known}"/></w:num>'))


def number_paragraph(paragraph: Paragraph, place: tuple[int, int]) -> None:
    numbered = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    numbered.get_or_add_ilvl().val = place[1]
    numbered.get_or_add_numId().val = place[0]


def call_footnote(paragraph: Paragraph, number: int) -> None:
    run = paragraph.add_run()
    run.font.superscript = True
    run._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="{number}"/>'))


def add_footnotes(word: WordDocument, texts: Sequence[str]) -> None:
    """The part that holds footnotes 1, 2 …, each with the mark that calls it."""
    notes = "".join(
        f'<w:footnote w:id="{i}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {escape(text)}</w:t></w:r></w:p></w:footnote>'
        for i, text in enumerate(texts, start=1)
    )
    xml = f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes {nsdecls("w")}>{notes}</w:footnotes>'
    package: Any = word.part.package
    part = Part(PackURI("/word/footnotes.xml"), _FOOTNOTES, xml.encode(), package)
    word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def add_page_number(paragraph: Paragraph) -> None:
    paragraph._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>'))


def draw_borders(table: Table) -> None:
    sides = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in _BORDERS)
    table._tbl.tblPr.append(parse_xml(f"<w:tblBorders {nsdecls('w')}>{sides}</w:tblBorders>"))


_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")


def repeat_on_each_page(row: _Row) -> None:
    header = row._tr.get_or_add_trPr()
    header.append(header.makeelement(qn("w:tblHeader"), {}))
