"""A table of a content file as OpenDocument XML: spans worked out, rules, heights and breaks as the shape says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.typesetter.content import LEFT, UP, Column, Row, Table
from tests.typesetter.flat_styles import paragraph_style, spans, text_properties

CENTRED = ("number", "marker", "deadline")
# points: the thin rule of Word's tables; dots must be wide enough to be drawn one by one
RULE, DOTS = "0.5pt solid #000000", "0.75pt dotted #000000"
# two thin rules side by side: the width of each and of what is left between them
TWOFOLD = 'fo:border="1.5pt double #000000" style:border-line-width="0.018cm 0.018cm 0.018cm"'


@dataclass(frozen=True, slots=True)
class _Grid:
    """Rows of cells in the notation of the content file, all of one width."""

    rows: tuple[tuple[str, ...], ...]

    def span(self, row: int, column: int) -> tuple[int, int]:
        """Rows and columns that the cell at its top left corner covers."""
        cells = self.rows[row]
        wide = 1
        while column + wide < len(cells) and cells[column + wide] == LEFT:
            wide += 1
        deep = 1
        while row + deep < len(self.rows) and self.rows[row + deep][column] == UP:
            deep += 1
        return deep, wide


def table_xml(name: str, table: Table, shape: dict[str, Any], landscape: bool) -> str:
    """The table with its own styles, which stand before it in a comment that ``document`` lifts out."""
    size, font = float(shape.get("table_size", 12)), str(shape.get("font", "Liberation Serif"))
    columns = "".join(f'<table:table-column table:style-name="{name}.c{i}"/>' for i in range(len(table.columns)))
    header = [tuple(cells) for cells in table.header]
    if shape.get("numbers"):
        header.append(tuple(f"({i})" for i in range(1, len(table.columns) + 1)))
    grid = _Grid(tuple(header))
    head = "".join(_header_row(name, grid, i, table.columns) for i in range(len(header)))
    if shape.get("repeat", True):
        head = f"<table:table-header-rows>{head}</table:table-header-rows>"
    body = _Grid(tuple(_cells(row, len(table.columns), shape) for row in table.rows))
    rows = "".join(_body_row(name, body, i, table) for i in range(len(table.rows)))
    styles = _styles(name, table, shape, size, font)
    return (
        f'<!--styles{styles}--><table:table table:name="{name}" table:style-name="{name}">'
        f"{columns}{head}{rows}</table:table>"
    )


def _cells(row: Row, width: int, shape: dict[str, Any]) -> tuple[str, ...]:
    """A row's cells in full width; a group row as the shape sets it."""
    if row.kind != "group" or len(row.cells) == width:
        return row.cells
    manner = shape.get("groups", "title")
    if manner == "all":
        return (" ".join(row.cells), *[LEFT] * (width - 1))
    return (*row.cells, *([LEFT] if manner == "merged" else [""]) * (width - len(row.cells)))


def _header_row(name: str, grid: _Grid, row: int, columns: tuple[Column, ...]) -> str:
    cells = "".join(_cell(name, grid, row, c, f"{name}.head") for c in range(len(columns)))
    return f'<table:table-row table:style-name="{name}.headrow">{cells}</table:table-row>'


def _body_row(name: str, grid: _Grid, row: int, table: Table) -> str:
    kind = table.rows[row].kind
    cells = []
    for c, column in enumerate(table.columns):
        centred = column.role in CENTRED or (kind == "plain" and column.role == "none")
        style = "centre" if centred else "role" if column.role not in ("title", "result", "extra") else "text"
        if kind == "group":
            style = "groupnumber" if column.role == "number" and LEFT not in grid.rows[row][1:2] else "group"
        cells.append(_cell(name, grid, row, c, f"{name}.{style}"))
    return f'<table:table-row table:style-name="{name}.row">{"".join(cells)}</table:table-row>'


def _cell(name: str, grid: _Grid, row: int, column: int, style: str) -> str:
    text = grid.rows[row][column]
    if text in (UP, LEFT):
        return "<table:covered-table-cell/>"
    deep, wide = grid.span(row, column)
    spanned = f' table:number-rows-spanned="{deep}"' if deep > 1 else ""
    spanned += f' table:number-columns-spanned="{wide}"' if wide > 1 else ""
    words = f'<text:p text:style-name="{style}">{spans(text)}</text:p>'
    last = "last" if row + deep == len(grid.rows) else "cell"
    kind = f"{name}.{'cell' if style.endswith('.head') else last}"
    return f'<table:table-cell table:style-name="{kind}"{spanned} office:value-type="string">{words}</table:table-cell>'


def _borders(rules: str, last: bool) -> str:
    if rules == "none":
        return 'fo:border="none"'
    if rules == "double":
        return TWOFOLD
    if rules == "horizontal":
        return f'fo:border-left="none" fo:border-right="none" fo:border-top="{RULE}" fo:border-bottom="{RULE}"'
    if rules == "open":  # each cell draws its upper edge, the last row its lower one: a page's end stays open
        below = RULE if last else "none"
        return f'fo:border-left="{RULE}" fo:border-right="{RULE}" fo:border-top="{RULE}" fo:border-bottom="{below}"'
    return f'fo:border="{DOTS if rules == "dotted" else RULE}"'


def _styles(name: str, table: Table, shape: dict[str, Any], size: float, font: str) -> str:
    rules, valign = str(shape.get("rules", "full")), str(shape.get("valign", "top"))
    out = [
        f'<style:style style:name="{name}" style:family="table"><style:table-properties style:rel-width="100%" '
        f'table:align="margins" table:border-model="collapsing" style:may-break-between-rows="true"/></style:style>'
    ]
    for i, column in enumerate(table.columns):
        out.append(
            f'<style:style style:name="{name}.c{i}" style:family="table-column"><style:table-column-properties '
            f'style:rel-column-width="{int(column.width * 1000)}*"/></style:style>'
        )
    together = "always" if shape.get("rows") == "whole" else "auto"
    for row, keep in (("row", together), ("headrow", "always")):
        out.append(
            f'<style:style style:name="{name}.{row}" style:family="table-row">'
            f'<style:table-row-properties fo:keep-together="{keep}"/></style:style>'
        )
    for cell in ("cell", "last"):
        out.append(
            f'<style:style style:name="{name}.{cell}" style:family="table-cell"><style:table-cell-properties '
            f'fo:padding="{shape.get("padding", 0.1)}cm" style:vertical-align="{valign}" '
            f"{_borders(rules, cell == 'last')}/></style:style>"
        )
    role_align = str(shape.get("align", "center"))
    text_align = str(shape.get("text_align", "justify"))
    group_align = str(shape.get("group_align", "start"))
    for style, align, bold in (
        ("head", "center", True),
        ("text", text_align, False),
        ("centre", "center", False),
        ("role", role_align, False),
        ("group", group_align, True),
        ("groupnumber", "center", True),
    ):
        out.append(paragraph_style(f"{name}.{style}", align, "", text_properties(size, font, bold)))
    return "".join(out)
