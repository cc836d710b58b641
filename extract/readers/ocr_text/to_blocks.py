"""Placed lines of prose → the blocks that a page is set from; a table leaves its place among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from nghiquyet.extract.language.numbering.leading import leading_readings, starts_bullet
from nghiquyet.extract.readers.layout_blocks import (
    Block,
    BlockCell,
    BlockGrid,
    BlockNote,
    Furniture,
    NewPage,
    Paragraph,
    Run,
    SideBySide,
    TextColumn,
)
from nghiquyet.extract.readers.ocr_text.model import TextLine, TextPage, TextWord
from nghiquyet.extract.readers.ocr_text.zones import PlacedLine

# As office papers are set: the first line of a paragraph in by a centimetre, white above it.
FIRST_INDENT = 28.0
APART = 6.0
# Where a table stands.
TABLE = BlockGrid((1.0,), 1, (BlockCell(0, 0),))


def page_head(page: TextPage, first: bool) -> Iterator[Block]:
    """What opens a page: its turn, its notes and what is beside its text."""
    if not first:
        yield NewPage()
    for note in page.notes:
        yield BlockNote(_paragraph(note))
    for line in page.furniture:
        yield Furniture(_paragraph(line))


def lines_to_blocks(placed: Sequence[PlacedLine]) -> Iterator[Block]:
    """Lines of one page: halves that follow each other stand side by side."""
    for halves, run in groupby(placed, lambda p: p.place in ("left", "right")):
        lines = list(run)
        if halves and len({p.place for p in lines}) > 1:
            yield SideBySide((_half(lines, "left"), _half(lines, "right")))
        else:
            yield from (_placed(p) for p in lines)


def _half(lines: Sequence[PlacedLine], place: str) -> TextColumn:
    listed = any(starts_bullet(p.line.text) for p in lines if p.place == place)
    own = (_paragraph(p.line) for p in lines if p.place == place)
    return TextColumn(0.5, tuple(replace(p, align="left" if listed else "centre") for p in own))


def _placed(placed: PlacedLine) -> Paragraph:
    paragraph = _paragraph(placed.line)
    if placed.place == "centred":
        return replace(paragraph, align="centre", above=0.0)
    if placed.place == "right":
        return replace(paragraph, align="centre", left=240.0)
    if placed.place == "left":
        return paragraph
    return replace(paragraph, first=FIRST_INDENT if _opens(placed.line.text) else 0.0, above=APART)


def _opens(text: str) -> bool:
    """True if a paragraph begins so; a small letter goes on one that a page's end cut."""
    return not text[:1].islower() or bool(leading_readings(text)) or starts_bullet(text)


def _paragraph(line: TextLine) -> Paragraph:
    return Paragraph(tuple(_runs(line.words)))


def _runs(words: Sequence[TextWord]) -> Iterator[Run]:
    for i, word in enumerate(words):
        text = word.text if word.joined or i == 0 else f" {word.text}"
        if text.startswith(" ") and word.raised:
            yield Run(" ")
            text = word.text
        yield Run(text, word.bold, word.italic, word.raised)
