"""Glyphs of a page → those of its text, and those laid over it: watermarks, captions of signatures.

Letters of one text never stand in each other. Of two kinds of letters that do, one was laid over the other or under it:
it is paler than the page's ink, says one thing many times, says who signed, or is rarer. Letters aslant are laid over a
text by themselves, and so is what is pale.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from nghiquyet.extract.model import BBox, union
from nghiquyet.extract.page.furniture import STAMP
from nghiquyet.extract.readers.pdf.drawings import Drawing, TextObject
from nghiquyet.extract.readers.pdf.glyphs import Glyph
from nghiquyet.extract.readers.pdf.letter_blocks import block_lines, glyphs_to_blocks
from nghiquyet.extract.readers.pdf.visible import coloured_grounds

# The share of a letter's area in which another stands for them to collide, and of a block's letters that must. Letters
# that are squeezed share a tenth, marks of footnotes none.
SHARED, COLLIDING, FEWEST = 0.25, 0.15, 2
# A page's ink is what so many of its letters have at least, however dense a watermark is; letters with less than this
# part of its darkness are pale. No printed paper of 25 has paler text, watermarks have a fifth to two fifths.
INK, PALE = 20, 0.5
# What says one thing at so many places, with no fewer letters each, is said over the page; the share of its kind.
TIMES, SAYING, MOSTLY = 4, 3, 0.6
# So many tiles in two rows and two columns at least are no words of a table: its kinds of letters say more things.
FEWEST_TILES = 6
# A caption's kind has no more than this share of a page's letters: an estimate, captions met have 0.02 to 0.1.
RARE = 0.2
# Letters are looked up by squares of the page (points).
SQUARE = 12.0
# What a number is filled in over.
BLANKS = frozenset("._…-–—")


class LetterKind(NamedTuple):
    """How letters lie and look."""

    slope: int
    colour: tuple[int, ...]
    font: str
    size: float


class _OfKind(NamedTuple):
    """The letters of a kind, block by block, and what speaks for their being laid over the text.

    ``repeated``: they say one thing many times; ``tiled``: in rows and columns.
    """

    kind: LetterKind
    blocks: list[list[Glyph]]
    aslant: bool
    pale: bool
    repeated: bool
    tiled: bool
    letters: int


def part_overlaid(
    glyphs: Sequence[Glyph], owners: Mapping[int, int], drawing: Drawing
) -> tuple[tuple[Glyph, ...], tuple[Glyph, ...]]:
    """(the text's glyphs in their order, what was laid over them: a glyph for each block, which has all its letters).

    ``owners`` has the key in the drawing's texts of each glyph's text object, by ``id``.
    """
    kinds: dict[LetterKind, list[Glyph]] = {}
    texts: dict[LetterKind, TextObject | None] = {}
    for glyph in glyphs:
        text = drawing.texts.get(owners.get(id(glyph), 0))
        kind = _kind(glyph, text)
        kinds.setdefault(kind, []).append(glyph)
        texts.setdefault(kind, text)
    inked = _inked(kinds, texts)
    letters = [_letters(kind, own, texts[kind], drawing, inked) for kind, own in kinds.items()]
    letters.sort(key=lambda k: (k.aslant, k.pale, k.repeated, -k.letters, k.kind))
    total = sum(k.letters for k in letters)
    ground = _Ground()
    over: list[list[Glyph]] = []
    for own in letters:
        laid = list(_laid_over(own, ground, own.letters <= RARE * total))
        over += laid
        known = {id(block) for block in laid}
        for block in own.blocks:
            if id(block) not in known:
                ground.add(block)
    hidden = {id(glyph) for block in over for glyph in block}
    kept = tuple(glyph for glyph in glyphs if id(glyph) not in hidden)
    return kept, tuple(_whole(block) for block in over if any(g.text.strip() for g in block))


def _kind(glyph: Glyph, text: TextObject | None) -> LetterKind:
    slope, colour = (text.slope, text.colour) if text is not None else (glyph.turned, ())
    return LetterKind(slope % 360, colour, glyph.font, round(glyph.size * 2) / 2)


def _inked(kinds: Mapping[LetterKind, Sequence[Glyph]], texts: Mapping[LetterKind, TextObject | None]) -> float:
    """How dark the page's text is."""
    counts: Counter[float] = Counter()
    for kind, glyphs in kinds.items():
        text = texts[kind]
        counts[text.darkness if text is not None else 1.0] += len(glyphs)
    least = min(INK, counts.total() / 2)
    return max((dark for dark, count in counts.items() if count >= least), default=1.0)


def _letters(
    kind: LetterKind, glyphs: Sequence[Glyph], text: TextObject | None, drawing: Drawing, inked: float
) -> _OfKind:
    blocks = list(glyphs_to_blocks(glyphs))
    pale = text is not None and text.darkness < PALE * inked
    if pale and text is not None:
        grounds = coloured_grounds(text, drawing)
        pale = not any(_on(box, glyph) for box in grounds for glyph in glyphs)
    aslant, repeated = glyphs[0].turned % 90 != 0, _is_repeated(blocks)
    return _OfKind(kind, blocks, aslant, pale, repeated, repeated and _is_tiled(blocks), len(glyphs))


def _is_repeated(blocks: Sequence[Sequence[Glyph]]) -> bool:
    """True if most of the letters say one thing at many places."""
    said = Counter("".join("".join(g.text for g in block).split()) for block in blocks)
    text, times = said.most_common(1)[0]
    letters = sum(len(words) * count for words, count in said.items())
    return times >= TIMES and len(text) >= SAYING and len(text) * times >= MOSTLY * letters


def _is_tiled(blocks: Sequence[Sequence[Glyph]]) -> bool:
    """True if most blocks stand in rows and columns."""
    columns, rows = (Counter(round(places[i]) for places in map(_corner, blocks)) for i in (0, 1))
    many = [sum(count for count in counts.values() if count > 1) for counts in (columns, rows)]
    return len(blocks) >= FEWEST_TILES and min(many) >= MOSTLY * len(blocks) and min(len(columns), len(rows)) > 1


def _corner(block: Sequence[Glyph]) -> tuple[float, float]:
    return min(g.x0 for g in block), min(g.top for g in block)


def _laid_over(letters: _OfKind, ground: _Ground, rare: bool) -> Iterator[list[Glyph]]:
    """The blocks of a kind that were laid over what is known to be text."""
    everywhere = [glyph for block in letters.blocks for glyph in block] if letters.repeated else []
    if letters.aslant or letters.pale or letters.tiled or ground.meets(everywhere) >= FEWEST:
        yield from letters.blocks
        return
    for block in letters.blocks:
        if ground.collides(block) or (rare and ground.holds and _is_caption(block)):
            yield block


def _is_caption(block: Sequence[Glyph]) -> bool:
    """True for what a signing program prints: who signed, when."""
    return any(STAMP.match(line) for line in block_lines(block))


class _Ground:
    """The text's glyphs so far, to be found by where they stand."""

    def __init__(self) -> None:
        self._held: dict[tuple[int, int], list[Glyph]] = {}

    @property
    def holds(self) -> bool:
        return bool(self._held)

    def add(self, block: Sequence[Glyph]) -> None:
        """Adds letters; blanks, and marks that stand on letters, are ground for other letters."""
        for glyph in _inked_glyphs(block):
            for square in _squares(glyph):
                self._held.setdefault(square, []).append(glyph)

    def collides(self, block: Sequence[Glyph]) -> bool:
        """True if many letters of the block stand in others."""
        return self.meets(block) >= max(FEWEST, COLLIDING * len(_inked_glyphs(block)))

    def meets(self, block: Sequence[Glyph]) -> int:
        """How many letters of the block stand in others."""
        return sum(any(_share(glyph, other) for other in self._near(glyph)) for glyph in _inked_glyphs(block))

    def _near(self, glyph: Glyph) -> Iterator[Glyph]:
        return (other for square in _squares(glyph) for other in self._held.get(square, ()))


def _inked_glyphs(block: Sequence[Glyph]) -> list[Glyph]:
    return [g for g in block if g.text.strip() and not set(g.text) <= BLANKS and not _is_mark(g)]


def _is_mark(glyph: Glyph) -> bool:
    return all(unicodedata.category(sign) in ("Mn", "Sk", "Lm") for sign in glyph.text)


def _squares(glyph: Glyph) -> Iterator[tuple[int, int]]:
    for column in range(int(glyph.x0 // SQUARE), int(glyph.x1 // SQUARE) + 1):
        for row in range(int(glyph.top // SQUARE), int(glyph.bottom // SQUARE) + 1):
            yield column, row


def _share(glyph: Glyph, other: Glyph) -> bool:
    """True if a good part of the smaller letter stands in the larger, and they are not one letter drawn twice."""
    box, met = _ink_box(glyph), _ink_box(other)
    wide, high = min(box[2], met[2]) - max(box[0], met[0]), min(box[3], met[3]) - max(box[1], met[1])
    if wide <= 0 or high <= 0 or (glyph.text == other.text and abs(glyph.x0 - other.x0) < SHARED * glyph.size):
        return False
    return wide * high >= SHARED * min(_area(box), _area(met))


def _ink_box(glyph: Glyph) -> BBox:
    """Where large letters have ink: from the baseline up, two thirds of the size."""
    if glyph.turned:
        return (glyph.x0, glyph.top, glyph.x1, glyph.bottom)
    return (glyph.x0, glyph.baseline - glyph.size * 2 / 3, glyph.x1, glyph.baseline)


def _area(box: BBox) -> float:
    return max((box[2] - box[0]) * (box[3] - box[1]), 0.01)


def _on(box: BBox, glyph: Glyph) -> bool:
    return box[0] <= glyph.middle <= box[2] and box[1] <= (glyph.top + glyph.bottom) / 2 <= box[3]


def _whole(block: Sequence[Glyph]) -> Glyph:
    """A block as one glyph: its letters as drawn, a space where the pen moved on."""
    text, last = "", None
    for glyph in block:
        gap = last is not None and abs(glyph.x0 - last.x1) + abs(glyph.baseline - last.baseline) > glyph.size
        text += f" {glyph.text}" if gap else glyph.text
        last = glyph
    x0, top, x1, bottom = union([(g.x0, g.top, g.x1, g.bottom) for g in block])
    first = block[0]
    return Glyph(" ".join(text.split()), x0, top, x1, bottom, bottom, first.size, first.font, first.turned)
