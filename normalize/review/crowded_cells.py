"""Printed cells whose words may not all be theirs: texts that run over a border, or that stand in each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from nghiquyet.extract.model import TableCell, Word

# The share of the narrower word that another stands in. Words of one line that are squeezed share a twentieth.
INTO = 0.25
OVER_BORDER = "Chữ trong ô tràn qua đường kẻ, có thể thuộc ô bên cạnh; hãy đối chiếu với bản gốc."
OVER_TEXT = "Chữ trong ô in chồng lên chữ khác, có thể đọc lẫn; hãy đối chiếu với bản gốc."


def crowded(cells: Sequence[TableCell]) -> Iterator[tuple[str, str]]:
    """(code, message) of each doubt about what stands in the cells."""
    lines = [line.words for cell in cells for line in cell.lines]
    if any(word.astray for words in lines for word in words):
        yield "text-over-border", OVER_BORDER
    if any(_stand_in_each_other(a, b) for words in lines for a, b in pairwise(words)):
        yield "text-over-text", OVER_TEXT


def _stand_in_each_other(a: Word, b: Word) -> bool:
    """True for printed words drawn apart from each other that share a place."""
    if a.pen == b.pen or 0 in (a.pen, b.pen) or a.page != b.page:
        return False
    shared = min(a.bbox[2], b.bbox[2]) - max(a.bbox[0], b.bbox[0])
    return shared > INTO * min(a.bbox[2] - a.bbox[0], b.bbox[2] - b.bbox[0])
