"""Content to a flat OpenDocument text, which LibreOffice prints: full control of merged cells, page breaks and rules.

What ``shape`` may say, for the document or for one table:

===============  =======================================================================================
``size``         points of the prose, 14; ``table_size`` of the tables, 12; ``font``, Liberation Serif
``rules``        ``full``, ``horizontal``, ``none``, ``dotted``, ``double``, ``open`` (no rule below
                 the cut at a page's end)
``repeat``       the heading rows stand on each page (true)
``numbers``      a row of column numbers ``(1) (2) …`` closes the header (false)
``rows``         ``cut`` anywhere or kept ``whole``
``valign``       ``top`` or ``middle``; ``align`` of role cells ``center`` or ``start``
``groups``       label and title in columns one and two (``title``), the title merged over the rest
                 (``merged``), or both in one cell over the whole width (``all``)
``space``        points left free above the first table, which decide where its pages are cut
``margins``      top, right, bottom, left in cm; ``mirrored`` on the backs of sheets
``decomposed``   letters and their marks are printed one by one (NFD)
``turned``       landscape pages are stored sideways with ``/Rotate``
``rectangles``   rules are filled thin rectangles
===============  =======================================================================================
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

from tests.typesetter.content import Content
from tests.typesetter.flat_styles import document, paragraph
from tests.typesetter.flat_table import table_xml

STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
PARTY = ("ĐẢNG CỘNG SẢN VIỆT NAM",)
ONE_BODY = ("ỦY BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN")  # their place stands in the line below, in the same bold


def flat_odt(content: Content) -> str:
    """The whole ``.fodt`` file as text."""
    body = list(_body(content))
    text = document("".join(body), content.shape)
    return unicodedata.normalize("NFD", text) if content.shape.get("decomposed") else text


def _body(content: Content) -> Iterator[str]:
    page = ""  # the master page that the next paragraph begins
    count = 0
    for kind, matter in content.parts:
        if kind == "page":
            page = str(matter).capitalize()
            continue
        if kind == "table":
            count += 1
            name = f"T{count}"
            shape = content.shape | matter.shape
            if page or shape.get("space"):
                yield paragraph("Spacer", "", page=page, space=float(shape.get("space", 0)))
            yield table_xml(name, matter, shape, landscape=_landscape_at(content, count))
        else:
            yield from _text(content, kind, matter, page)
        page = ""


def _landscape_at(content: Content, count: int) -> bool:
    """Whether the ``count``-th table stands on landscape pages."""
    landscape, seen = False, 0
    for kind, matter in content.parts:
        if kind == "page":
            landscape = matter == "landscape"
        seen += kind == "table"
        if seen == count and kind == "table":
            break
    return landscape


def _text(content: Content, kind: str, matter: Any, page: str) -> Iterator[str]:
    if kind == "letterhead":
        yield from _letterhead(content.letterhead, page)
    elif kind == "signature":
        yield from _signature(content, matter, page)
    elif kind == "prose":
        for line in matter:
            yield paragraph("Heading" if line.startswith("# ") else "Body", line.removeprefix("# "), page=page)
            page = ""
    elif kind in ("caption", "unit"):
        for at, line in enumerate([matter] if isinstance(matter, str) else matter):
            style = "Unit" if kind == "unit" else "Caption" if at < 2 else "CaptionItalic"
            yield paragraph(style, line, page=page)
            page = ""
    else:
        raise ValueError(f"unknown part {kind}")


def _letterhead(head: dict[str, Any], page: str) -> Iterator[str]:
    right = head.get("right") or (PARTY if head.get("party") else STATE)
    upper = head["left"][0] not in ONE_BODY and len(head["left"]) > 1
    left = [paragraph("HeadUpper" if upper and not i else "HeadLower", t) for i, t in enumerate(head["left"])]
    left.append(paragraph("HeadRule", "*" if head.get("party") else ""))
    left.append(paragraph("HeadNumber", head["number_line"]))
    others = [paragraph("HeadLower", t) for t in right]
    others.append(paragraph("HeadRule" if not head.get("party") else "HeadPlain", ""))
    others.append(paragraph("HeadDate", head["dateline"]))
    yield paragraph("Spacer", "", page=page) if page else ""
    yield _two_columns("Letterhead", "".join(left), "".join(others))
    yield paragraph("Kind", head["kind_line"])
    for line in head["title_lines"]:
        yield paragraph("Title", line)
    yield paragraph("HeadRule", "")


def _signature(content: Content, matter: dict[str, Any], page: str) -> Iterator[str]:
    left = [paragraph("RecipientsHead", "Nơi nhận:")] + [paragraph("Recipient", t) for t in matter["recipients"]]
    right = [paragraph("HeadLower", t) for t in matter["lines"]]
    right += [paragraph("HeadPlain", "")] * 4 + [paragraph("HeadLower", matter["name"])]
    yield paragraph("Spacer", "", page=page)
    yield _two_columns("Signature", "".join(left), "".join(right))


def _two_columns(name: str, left: str, right: str) -> str:
    """A table without rules, as offices set the letterhead and the signature."""
    cell = '<table:table-cell table:style-name="Bare" office:value-type="string">{}</table:table-cell>'
    return (
        f'<table:table table:name="{name}" table:style-name="TwoColumns">'
        '<table:table-column table:style-name="ColumnLeft"/><table:table-column table:style-name="ColumnRight"/>'
        f"<table:table-row>{cell.format(left)}{cell.format(right)}</table:table-row></table:table>"
    )
