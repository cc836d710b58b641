"""Tables written in HTML → cells with their spans. Nothing in them is run or fetched."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from nghiquyet.extract.readers.ocr_text.inline_marks import marked_words
from nghiquyet.extract.readers.ocr_text.model import TextCell, TextRow, TextTable

# No table met has more columns; a cell that claims to span more spans this many.
MOST_COLUMNS = 60
MOST_ROWS = 5_000
TABLE = re.compile(r"<table\b[^<>]{0,500}>", re.IGNORECASE)
# Tags that open and close tables and cells; a row's tags close its last cell too.
TABLE_TAG = re.compile(rf"{TABLE.pattern}|</table\s*>|<t[dhr]\b|</t[dhr]\s*>", re.IGNORECASE)
_KEPT = frozenset(("b", "strong", "i", "em", "sup", "sub"))
_BREAKS = frozenset(("p", "div", "li", "tr"))
_UNSEEN = frozenset(("script", "style", "head", "title", "template", "noscript"))


@dataclass(slots=True)
class _RawCell:
    column_span: int
    row_span: int
    bold: bool
    text: list[str] = field(default_factory=list)


class _TableParser(HTMLParser):
    """Collects the rows of one table; a table inside a cell is text of the cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[_RawCell]] = []
        self.caption: list[str] = []
        self._cell: _RawCell | None = None
        self._depth = 0
        self._unseen = 0
        self._in_caption = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        if tag == "table":
            self._depth += 1
        elif tag == "caption":
            self._in_caption = True
        elif self._depth <= 1 and tag == "tr":
            self._cell = None
            if len(self.rows) < MOST_ROWS:
                self.rows.append([])
        elif self._depth <= 1 and tag in ("td", "th"):
            self._open_cell(tag, dict(attrs))
        elif tag == "br":
            self._put("<br>")
        elif tag in _KEPT:
            self._put(f"<{tag}>")
        elif tag in _BREAKS or tag in ("td", "th"):
            self._put("<br>- " if tag == "li" else "<br>")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        if tag == "table":
            self._depth -= 1
        elif tag == "caption":
            self._in_caption = False
        elif self._depth <= 1 and tag in ("td", "th", "tr"):
            self._cell = None
        elif tag in _KEPT:
            self._put(f"</{tag}>")
        elif tag in ("p", "div"):
            self._put("<br>")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._put(html.escape(" ".join(data.split(" ")).replace("\n", " "), quote=False))

    def _put(self, text: str) -> None:
        if self._in_caption:
            self.caption.append(text)
        elif self._cell is not None:
            self._cell.text.append(text)

    def _open_cell(self, tag: str, given: dict[str, str | None]) -> None:
        if not self.rows:
            self.rows.append([])
        self._cell = _RawCell(_span(given.get("colspan")), _span(given.get("rowspan")), tag == "th")
        if len(self.rows[-1]) < MOST_COLUMNS:
            self.rows[-1].append(self._cell)


def html_to_table(source: str, page: int) -> tuple[tuple[str, ...], TextTable]:
    """(the caption's lines, the table) of one ``<table>`` element."""
    parser = _TableParser()
    parser.feed(source)
    parser.close()
    caption = " ".join("".join(parser.caption).split())
    return ((caption,) if caption else ()), TextTable(tuple(_on_grid(parser.rows, page)), page)


def _span(value: str | None) -> int:
    digits = (value or "").strip()
    return max(1, min(int(digits), MOST_COLUMNS)) if digits.isdecimal() and len(digits) < 5 else 1


def _on_grid(rows: list[list[_RawCell]], page: int) -> list[TextRow]:
    """The cells on a grid: a place that a cell from the left or from above covers is None; rows end with their last."""
    covered: dict[tuple[int, int], bool] = {}
    placed: list[dict[int, TextCell | None]] = []
    for r, row in enumerate(rows):
        places: dict[int, TextCell | None] = {c: None for (y, c) in covered if y == r}
        column = 0
        for raw in row:
            while column in places:
                column += 1
            down = min(raw.row_span, len(rows) - r)
            text = "".join(raw.text)
            places[column] = TextCell(marked_words(text, page, raw.bold), raw.column_span, down)
            for y in range(r, r + down):
                for x in range(column, column + raw.column_span):
                    if (y, x) != (r, column):
                        covered[y, x] = True
                        if y == r:
                            places[x] = None
            column += raw.column_span
        placed.append(places)
    width = min(MOST_COLUMNS, max((max(p, default=-1) + 1 for p in placed), default=0))
    return [
        TextRow(tuple(places.get(c, TextCell()) for c in range(min(width, max(places) + 1))), page)
        for places in placed
        if places
    ]
