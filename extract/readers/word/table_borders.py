"""Is a Word table drawn, or does it only set texts side by side? Told by the borders of its cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nghiquyet.extract.readers.word.styles import Styles
from nghiquyet.extract.readers.word.xml_names import Element, child, local, value, w

# A cell with this many drawn sides is a table's; a line under a name in a letterhead is one side.
FEWEST_SIDES = 2
# A table is drawn if this share of its cells are.
DRAWN_SHARE = 0.5
_UNDRAWN = frozenset({None, "nil", "none"})
# Each side of a cell with the name of the border that the whole table gives it, at its edge and inside.
_SIDES = {
    "top": ("top", "insideH"),
    "bottom": ("bottom", "insideH"),
    "left": ("left", "insideV"),
    "right": ("right", "insideV"),
}
_ALSO = {"left": "start", "right": "end"}


def is_drawn(table: Element, rows: list[list[Element]], styles: Styles) -> bool:
    """True if most cells of the table (given by rows) have borders on several sides."""
    general = list(_table_borders(table, styles))
    drawn = total = 0
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            edges = {"top": r == 0, "bottom": r == len(rows) - 1, "left": c == 0, "right": c == len(row) - 1}
            total += 1
            drawn += _sides(cell, edges, general) >= FEWEST_SIDES
    return total > 0 and drawn >= DRAWN_SHARE * total


def _sides(cell: Element, edges: dict[str, bool], general: Iterable[Element]) -> int:
    own = child(cell, "tcPr", "tcBorders")
    count = 0
    for side, (outer, inner) in _SIDES.items():
        said = _border(own, side)
        if said is None:
            said = next((b for g in general if (b := _border(g, outer if edges[side] else inner)) is not None), None)
        count += said not in _UNDRAWN
    return count


def _border(borders: Element | None, side: str) -> str | None:
    """What ``borders`` say of a side; a white line is none."""
    found = child(borders, side)
    if found is None and side in _ALSO:
        found = child(borders, _ALSO[side])
    if found is None:
        return None
    white = (value(found, "color") or "").upper() == "FFFFFF"
    return "none" if white else value(found) or "none"


def _table_borders(table: Element, styles: Styles) -> Iterator[Element]:
    own = child(table, "tblPr", "tblBorders")
    if own is not None:
        yield own
    for style in styles.chain(value(child(table, "tblPr", "tblStyle"))):
        found = child(style, "tblPr", "tblBorders")
        if found is not None:
            yield found


def rows_of(table: Element) -> list[list[Element]]:
    """The cells of each printed row: rows deleted or hidden left out, rows inside content controls included."""
    return [list(_cells(row)) for row in _inside(table, "tr") if not _gone(row)]


def rows_tracked(table: Element) -> bool:
    """True if rows were put in or taken out and nobody has accepted it yet."""
    changed = (child(row, "trPr", name) for row in table.iter(w("tr")) for name in ("ins", "del"))
    return any(change is not None for change in changed)


def _cells(row: Element) -> Iterator[Element]:
    return (cell for cell in _inside(row, "tc") if child(cell, "tcPr", "cellDel") is None)


def _inside(holder: Element, wanted: str) -> Iterator[Element]:
    stack = list(reversed(holder))
    while stack:
        element = stack.pop()
        name = local(element)
        if name == wanted:
            yield element
        elif name == "sdt":
            stack += reversed([e for content in element.iterfind(w("sdtContent")) for e in content])
        elif name in ("customXml", "ins", "moveTo"):
            stack += reversed(element)


def _gone(row: Element) -> bool:
    properties = child(row, "trPr")
    return child(properties, "del") is not None or child(properties, "hidden") is not None
