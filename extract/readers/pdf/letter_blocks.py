"""Letters of one kind → the blocks in which they stand together: a paragraph, a caption, a tile of a watermark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nghiquyet.extract.readers.pdf.glyphs import Glyph

# Parts of the letters' size: those with more white between them along a line, or above each other, are blocks of
# their own. The letters of a watermark are set apart up to twice their size.
ALONG, ABOVE = 2.5, 0.8


def glyphs_to_blocks(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """The glyphs, all of one size, block by block, each in the order they were drawn in."""
    size = max((g.size for g in glyphs), default=0.0)
    parent = list(range(len(glyphs)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    near: dict[tuple[int, int], list[int]] = {}
    side = max((1 + ALONG) * size, 1.0)
    for i, glyph in enumerate(glyphs):
        column, row = int(glyph.x0 // side), int(glyph.top // side)
        for square in ((column + c, row + r) for c in (-1, 0, 1) for r in (-1, 0, 1)):
            for j in near.get(square, ()):
                if _together(glyphs[j], glyph, size):
                    parent[root(i)] = root(j)
        near.setdefault((column, row), []).append(i)
    blocks: dict[int, list[Glyph]] = {}
    for i, glyph in enumerate(glyphs):
        blocks.setdefault(root(i), []).append(glyph)
    yield from blocks.values()


def block_lines(block: Sequence[Glyph]) -> Iterator[str]:
    """The texts of a block's lines as they were drawn, without what is white."""
    line, last = "", None
    for glyph in block:
        if last is not None and abs(glyph.baseline - last.baseline) > last.size / 2:
            yield line.strip()
            line = ""
        line += glyph.text
        last = glyph
    yield line.strip()


def _together(a: Glyph, b: Glyph, size: float) -> bool:
    """True if no more white lies between two letters than a block has, beside and above each other."""
    lying = a.turned % 180 == 90
    wide, high = (ABOVE, ALONG) if lying else (ALONG, ABOVE)
    beside = max(a.x0 - b.x1, b.x0 - a.x1) <= wide * size
    return beside and max(a.top - b.bottom, b.top - a.bottom) <= high * size
