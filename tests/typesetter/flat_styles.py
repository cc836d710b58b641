"""The styles of the flat OpenDocument text: fonts, paragraphs, pages."""

from __future__ import annotations

import re
import zlib
from typing import Any
from xml.sax.saxutils import escape

NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "style": "style",
        "text": "text",
        "table": "table",
        "fo": "xsl-fo-compatible",
        "svg": "svg-compatible",
    }.items()
)
_NOTE = re.compile(r"\[\[(.*?)\]\]")
_SPACES = re.compile(r" {2,}")
_SPECIAL = re.compile(r"[{}~]")

# name: (alignment, bold, italic, size relative to the prose's, space before, space after, more attributes)
PARAGRAPHS: dict[str, tuple[str, bool, bool, float, float, float, str]] = {
    "Body": ("justify", False, False, 0, 3, 3, 'fo:text-indent="1.25cm"'),
    "Heading": ("justify", True, False, 0, 6, 3, 'fo:text-indent="1.25cm" fo:keep-with-next="always"'),
    "Caption": ("center", True, False, 0, 0, 0, 'fo:keep-with-next="always"'),
    "CaptionItalic": ("center", False, True, 0, 0, 4, 'fo:keep-with-next="always"'),
    "Unit": ("end", False, True, -1, 2, 2, 'fo:keep-with-next="always"'),
    "HeadUpper": ("center", False, False, -2, 0, 0, ""),
    "HeadLower": ("center", True, False, -2, 0, 0, ""),
    "HeadPlain": ("center", False, False, -1, 0, 0, ""),
    "HeadRule": ("center", False, False, -6, 0, 6, ""),
    "HeadNumber": ("center", False, False, -1, 0, 0, ""),
    "HeadDate": ("center", False, True, -1, 0, 0, ""),
    "Kind": ("center", True, False, 1, 10, 0, ""),
    "Title": ("center", True, False, 0, 0, 0, ""),
    "RecipientsHead": ("start", True, True, -2, 0, 0, ""),
    "Recipient": ("start", False, False, -3, 0, 0, ""),
    "Spacer": ("start", False, False, -10, 0, 0, ""),
    "PageNumber": ("center", False, False, -1, 0, 0, ""),
    "Footnote": ("justify", False, False, -3, 0, 0, ""),
}


def spans(text: str) -> str:
    """Text with its footnotes as XML; markup for the gold is dropped, ``¶`` breaks the line."""
    out, last = [], 0
    for n, note in enumerate(_NOTE.finditer(text), 1):
        out.append(_plain(text[last : note.start()]))
        body = f'<text:p text:style-name="Footnote">{_plain(note.group(1))}</text:p>'
        out.append(
            f'<text:note text:id="n{zlib.crc32(note.group(1).encode())}_{n}" text:note-class="footnote">'
            f"<text:note-body>{body}</text:note-body></text:note>"
        )
        last = note.end()
    return "".join([*out, _plain(text[last:])])


def _plain(text: str) -> str:
    kept = _SPACES.sub(lambda run: f' <text:s text:c="{len(run.group()) - 1}"/>', escape(_SPECIAL.sub("", text)))
    return kept.replace("¶", "<text:line-break/>")


def paragraph(style: str, text: str, page: str = "", space: float = 0) -> str:
    """One paragraph; ``page`` begins a page of that master before it, ``space`` leaves points free above it."""
    if page or space:
        style = f"{style}-{page or 'Same'}-{int(space * 10)}"
    return f'<text:p text:style-name="{style}">{spans(text)}</text:p>'


def text_properties(size: float, font: str, bold: bool = False, italic: bool = False) -> str:
    weight = ' fo:font-weight="bold"' if bold else ""
    slope = ' fo:font-style="italic"' if italic else ""
    return (
        f'<style:text-properties style:font-name="{font}" fo:font-family="{font}" fo:font-size="{size}pt"'
        f'{weight}{slope} fo:language="vi" fo:country="VN"/>'
    )


def paragraph_style(name: str, align: str, properties: str, text: str) -> str:
    return (
        f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties '
        f'fo:text-align="{align}" fo:orphans="0" fo:widows="0" {properties}/>{text}</style:style>'
    )


def _paragraph_styles(body: str, size: float, font: str) -> str:
    out = []
    for name, (align, bold, italic, relative, before, after, more) in PARAGRAPHS.items():
        margins = f'fo:margin-top="{before}pt" fo:margin-bottom="{after}pt" {more}'
        text = text_properties(size + relative, font, bold, italic)
        out.append(paragraph_style(name, align, margins, text))
        for page, space in sorted(set(re.findall(rf'style-name="{name}-(\w+)-(\d+)"', body))):
            out.append(_derived(name, page, int(space)))
    return "".join(out)


def _derived(name: str, page: str, space: int) -> str:
    master = f' style:master-page-name="{page}"' if page != "Same" else ""
    above = f'<style:paragraph-properties fo:margin-top="{space / 10}pt"/>' if space else ""
    return (
        f'<style:style style:name="{name}-{page}-{space}" style:family="paragraph" '
        f'style:parent-style-name="{name}"{master}>{above}</style:style>'
    )


def _page_layout(name: str, width: float, height: float, margins: list[float], mirrored: bool) -> str:
    top, right, bottom, left = margins
    usage = ' style:page-usage="mirrored"' if mirrored else ""
    return (
        f'<style:page-layout style:name="{name}"{usage}><style:page-layout-properties fo:page-width="{width}cm" '
        f'fo:page-height="{height}cm" style:print-orientation="{name.lower()}" fo:margin-top="{top - 1}cm" '
        f'fo:margin-right="{right}cm" fo:margin-bottom="{bottom}cm" fo:margin-left="{left}cm"/>'
        '<style:header-style><style:header-footer-properties fo:min-height="1cm" fo:margin-bottom="0.2cm"/>'
        "</style:header-style></style:page-layout>"
    )


def _master(name: str, layout: str, header: str, follow: str = "") -> str:
    following = f' style:next-style-name="{follow}"' if follow else ""
    number = f'<text:p text:style-name="PageNumber">{header}</text:p>'
    return (
        f'<style:master-page style:name="{name}" style:page-layout-name="{layout}"{following}>'
        f"<style:header>{number}</style:header></style:master-page>"
    )


def document(body: str, shape: dict[str, Any]) -> str:
    """The whole file around ``body``, whose table styles stand in it in ``<!--styles … -->``."""
    size, font = float(shape.get("size", 14)), str(shape.get("font", "Liberation Serif"))
    margins = shape.get("margins") or [2, 1.8, 2, 2.8]
    table_styles = "".join(re.findall(r"<!--styles(.*?)-->", body, re.S))
    body = re.sub(r"<!--styles.*?-->", "", body, flags=re.S)
    number = '<text:page-number text:select-page="current"/>'
    first = _master("First", "Portrait", "", "Portrait")
    masters = first + _master("Portrait", "Portrait", number) + _master("Landscape", "Landscape", number)
    mirrored = bool(shape.get("mirrored"))
    layouts = _page_layout("Portrait", 21, 29.7, margins, mirrored) + _page_layout(
        "Landscape", 29.7, 21, margins[-1:] + margins[:-1], mirrored
    )
    start = '<text:p text:style-name="Spacer-First-0"/>'
    end = '<text:p text:style-name="Spacer"/>'  # a table may not end a text
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMESPACES} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.text"><office:font-face-decls>'
        f'<style:font-face style:name="{font}" svg:font-family="&apos;{font}&apos;"/></office:font-face-decls>'
        f"<office:styles>{_paragraph_styles(body + start, size, font)}</office:styles>"
        f"<office:automatic-styles>{layouts}{table_styles}{_fixed_styles()}</office:automatic-styles>"
        f"<office:master-styles>{masters}</office:master-styles>"
        f"<office:body><office:text>{start}{body}{end}</office:text></office:body></office:document>"
    )


def _fixed_styles() -> str:
    column = (
        '<style:style style:name="{}" style:family="table-column"><style:table-column-properties '
        'style:rel-column-width="{}*"/></style:style>'
    )
    return (
        '<style:style style:name="TwoColumns" style:family="table"><style:table-properties style:rel-width="100%" '
        'table:align="margins"/></style:style>'
        + column.format("ColumnLeft", 40)
        + column.format("ColumnRight", 60)
        + '<style:style style:name="Bare" style:family="table-cell"><style:table-cell-properties fo:padding="0.05cm" '
        'fo:border="none"/></style:style>'
    )
