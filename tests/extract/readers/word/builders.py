"""Small Word files made in memory: a test writes the XML that it is about, the rest has defaults."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

from nghiquyet.extract.model import Document, lines_to_text
from nghiquyet.extract.readers.word.read_docx import read_docx

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:bottom="1134" w:left="1701" w:right="1134"/></w:sectPr>'
)
BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def r(text: str, look: str = "") -> str:
    """A run; ``look`` is the XML of its properties."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*inner: str, look: str = "") -> str:
    """A paragraph of XML pieces; those without a tag are runs of text."""
    return f"<w:p><w:pPr>{look}</w:pPr>{''.join(i if i.startswith('<') else r(i) for i in inner)}</w:p>"


def listed(text: str, level: int = 0, number: int = 1) -> str:
    """A paragraph of an automatic list."""
    return p(text, look=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def tc(*inner: str, look: str = "") -> str:
    """A cell of paragraphs; pieces without a tag are paragraphs of text."""
    own = "".join(i if i.startswith("<") else p(i) for i in inner) or p()
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{own}</w:tc>"


def tr(*cells: str, look: str = "") -> str:
    return f"<w:tr><w:trPr>{look}</w:trPr>{''.join(c if c.startswith('<w:tc>') else tc(c) for c in cells)}</w:tr>"


def tbl(*rows: str, widths: Sequence[int] = (), borders: str = BORDERS) -> str:
    """A table, drawn unless told otherwise; ``widths`` in twips."""
    grid = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in widths)
    look = f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr>"
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def grid(rows: Sequence[Sequence[str]], widths: Sequence[int] = ()) -> str:
    """A drawn table of texts."""
    return tbl(*(tr(*row) for row in rows), widths=widths or [2000] * len(rows[0]))


def levels(*made: str) -> str:
    """A numbering part of list 1 with these levels."""
    own = "".join(made)
    return (
        f'<w:abstractNum w:abstractNumId="0">{own}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )


def lvl(level: int, form: str, text: str, extra: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def note(number: int, text: str) -> str:
    return f'<w:footnote w:id="{number}">{p("<w:r><w:footnoteRef/></w:r>", f" {text}")}</w:footnote>'


def call(number: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def word_file(
    *body: str,
    section: str = SECTION,
    parts: Mapping[str, str] | None = None,
    relations: str = "",
    raw: Mapping[str, bytes] | None = None,
) -> bytes:
    """The bytes of a .docx; ``parts`` are the insides of numbering, styles, footnotes …; ``raw`` are other entries."""
    inside = {"styles": "", **(parts or {})}
    roots = {name: name for name in inside} | {"header1": "hdr", "footer1": "ftr"}
    kinds = {name: name.rstrip("0123456789") for name in inside}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kinds[name]}+xml"/>' for name in inside
    )
    links = "".join(
        f'<Relationship Id="{name}" Type="{_RELATIONS}/{kinds[name]}" Target="{name}.xml"/>' for name in inside
    )
    entries = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        'ContentType="application/xml"/><Override PartName="/word/document.xml" '
        f'ContentType="{_TYPE}.document.main+xml"/>'
        f"{overrides}</Types>",
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="a" '
        f'Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{links}{relations}'
        "</Relationships>",
        "word/document.xml": f"<w:document {_NAMES}><w:body>{''.join(body)}{section}</w:body></w:document>",
    }
    for name, content in inside.items():
        entries[f"word/{name}.xml"] = f"<w:{roots[name]} {_NAMES}>{content}</w:{roots[name]}>"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{content}')
        for name, data in (raw or {}).items():
            archive.writestr(name, data)
    return stream.getvalue()


def read(*body: str, **parts: str) -> Document:
    """The document that the body says; ``parts`` as in ``word_file``."""
    return read_docx(word_file(*body, parts=parts), "a.docx")


def paragraphs(document: Document) -> list[str]:
    """The texts outside tables, a text an address."""
    found: dict[str, list[object]] = {}
    for line in document.lines:
        found.setdefault(line.words[0].address, []).append(line)
    return [lines_to_text(lines) for lines in found.values()]  # type: ignore[arg-type]


def rows(document: Document, number: int = 0) -> list[list[str]]:
    """The texts of a table's rows below its headings."""
    return [[cell.text for cell in row.cells] for row in document.tables[number].rows]


def cells(document: Document) -> list[list[str]]:
    """Every cell of the first fragment, its lines as they stand, by row and column."""
    return [[line.text for line in cell.lines] for cell in document.tables[0].fragments[0].cells]
