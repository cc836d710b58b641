"""Letters that were set farther apart than their font says → how far, letter by letter.

Where a text is set wide, the least white between two of its letters is no kerning: it is what was added between all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nghiquyet.extract.readers.pdf.glyphs import Glyph
from nghiquyet.extract.readers.pdf.walls import Walls

# Parts of the letter's size: letters farther apart than the first stand in two texts, nearer than the second in one
# that was not set wide. Gaps of one text are alike give or take the third.
FARTHEST, LEAST, ALIKE = 1.6, 0.1, 0.06
# The share of a text's gaps that are between letters of a word, where no spaces are drawn: of three letters a syllable.
WITHIN = 0.2
# The share of a text's gaps that may be narrower: those to the next cell's text.
NEARER = 0.1
# So many gaps tell by themselves that a text was set wide; fewer do where they are as wide as others of the page.
ENOUGH = 5

# Neighbours on a baseline, and whether a space was drawn between them.
Pair = tuple[Glyph, Glyph, bool]


def set_apart(lines: Sequence[Sequence[Glyph]], walls: Walls) -> dict[int, float]:
    """What was added before each letter of a page's lines that was set apart (points), by the letter's ``id``.

    Letters on both sides of a wall are of two texts.
    """
    texts = [text for line in lines for text in _texts(line, walls)]
    known = [added for text in texts if (added := _added(text)) >= LEAST]
    found: dict[int, float] = {}
    for text in texts:
        added = _added(text) if len(_gaps(text)) >= ENOUGH else _like_others(text, known)
        if added >= LEAST:
            found.update({id(after): added * after.size for _, after, _ in text})
    return found


def _texts(line: Sequence[Glyph], walls: Walls) -> Iterator[list[Pair]]:
    """The neighbours of one baseline, parted where more white lies than letters are set apart."""
    text: list[Pair] = []
    before: Glyph | None = None
    spaced = False
    for glyph in sorted(line, key=lambda g: (g.x0, g.x1, g.text)):
        if not glyph.text.strip():
            spaced = True
            continue
        if before is not None:
            if _gap(before, glyph) > FARTHEST or before.size != glyph.size or walls.part([before], glyph):
                yield text
                text = []
            else:
                text.append((before, glyph, spaced))
        before, spaced = glyph, False
    yield text


def _gap(before: Glyph, after: Glyph) -> float:
    return (after.x0 - before.x1) / min(before.size, after.size)


def _gaps(text: Sequence[Pair]) -> list[float]:
    """The gaps between letters with no space drawn between them, ascending."""
    return sorted(_gap(a, b) for a, b, spaced in text if not spaced)


def _added(text: Sequence[Pair]) -> float:
    """How far apart a long text's letters were set, in parts of the size; 0 where that can't be told."""
    gaps = _gaps(text)
    if len(gaps) < ENOUGH:
        return 0.0
    added = gaps[int(WITHIN * len(gaps))]
    alike = [gap for gap in gaps if abs(gap - added) <= ALIKE]
    nearer = [gap for gap in gaps if gap < added - ALIKE]
    return added if len(alike) > len(gaps) / 2 and len(nearer) <= NEARER * len(gaps) else 0.0


def _like_others(text: Sequence[Pair], known: Sequence[float]) -> float:
    """How far apart a short text's letters were set, if others of the page were set as far."""
    gaps = _gaps(text)
    if not gaps:
        return 0.0
    middle = gaps[(len(gaps) - 1) // 2]
    return next((added for added in known if abs(added - middle) <= ALIKE), 0.0)
