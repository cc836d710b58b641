"""Text boxes anchored in one paragraph → blocks: side by side where they stand so, else under each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from nghiquyet.extract.readers.layout_blocks import Block, Paragraph, SideBySide, TextColumn
from nghiquyet.extract.readers.word.inline import TextBox
from nghiquyet.extract.readers.word.xml_names import Element

# Boxes whose left edges differ by at least this (points) stand beside each other: half of a narrow letterhead.
BESIDE = 72.0


def boxes_to_blocks(
    boxes: Sequence[TextBox], read: Callable[[Element, str], tuple[Paragraph, ...]], address: Callable[[], str]
) -> Iterator[Block]:
    """What the boxes hold; ``read`` gives a box's paragraphs, ``address`` the next box's address."""
    read_all = [(box.left, read(box.content, address())) for box in boxes]
    texts = [(left, paragraphs) for left, paragraphs in read_all if any(not p.empty for p in paragraphs)]
    lefts = sorted(left for left, _ in texts if left is not None)
    apart = all(b - a >= BESIDE for a, b in pairwise(lefts))
    if len(texts) > 1 and len(lefts) == len(texts) and apart:
        ordered = sorted(texts, key=lambda item: item[0] or 0.0)
        yield SideBySide(tuple(TextColumn(1.0, paragraphs) for _, paragraphs in ordered))
        return
    for _, paragraphs in texts:
        yield from paragraphs
