"""A cell's words as text: line breaks undone, footnotes' marks taken off, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nghiquyet.extract.model import Line, TableCell, Word, lines_to_text
from nghiquyet.normalize.model import Box

NOTE_MARK = re.compile(r"^[(\[]?(?:\d{1,2}|\*{1,3})[)\]]?$")
# A raised 2 or 3 behind a measure is its power, not a note: m2, km2, dm3.
MEASURES = frozenset({"m", "km", "cm", "mm", "dm", "hm", "ha"})
BULLET = re.compile(r"^\s*[-–+*•]\s+")


def cell_lines(cell: TableCell) -> tuple[str, ...]:
    """The cell's lines as printed, without footnotes' marks; a word broken over two lines stands whole in the first."""
    texts: list[str] = []
    for line in _plain_lines(cell):
        if texts and line.words[0].joined:
            texts[-1] += line.text
        else:
            texts.append(line.text)
    return tuple(texts)


def cell_text(cell: TableCell) -> str:
    """The cell's text in one line, without footnotes' marks; empty if nothing is printed."""
    return lines_to_text(_plain_lines(cell))


def note_marks(cell: TableCell) -> tuple[str, ...]:
    """The footnotes' marks in the cell."""
    return tuple(w.text for line in cell.lines for i, w in enumerate(line.words) if _is_mark(line.words, i))


def boxes(cells: Sequence[TableCell]) -> tuple[Box, ...]:
    """For each cell, a box a page around its words, in points to two places; its address where it has one."""
    found: list[Box] = []
    for cell in cells:
        for part in cell.parts:
            words = [w for line in part.lines for w in line.words]
            for page, address in dict.fromkeys((w.page, w.address) for w in words):
                own = [w.bbox for w in words if (w.page, w.address) == (page, address)]
                edges = (min(b[0] for b in own), min(b[1] for b in own), max(b[2] for b in own), max(b[3] for b in own))
                x0, top, x1, bottom = (round(e, 2) for e in edges)
                box = Box(page=page, bbox=(x0, top, x1, bottom), address=address or None)
                if box not in found:
                    found.append(box)
    return tuple(found)


def without_bullet(text: str) -> str:
    return BULLET.sub("", text)


def _plain_lines(cell: TableCell) -> list[Line]:
    plain = (tuple(w for i, w in enumerate(line.words) if not _is_mark(line.words, i)) for line in cell.lines)
    return [Line(words) for words in plain if words]


def _is_mark(words: Sequence[Word], i: int) -> bool:
    word = words[i]
    if not word.raised or not NOTE_MARK.match(word.text):
        return False
    before = words[i - 1].text if i else ""
    return re.sub(r"^.*[\d/]", "", before).strip("(").lower() not in MEASURES
