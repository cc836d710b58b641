"""Glyphs of a page → those of its text, and those laid over it: watermarks, captions of signatures.

Letters of one text never stand in each other. Of two kinds of letters that do, the rarer one was laid over the other
or under it; letters aslant are laid over a text by themselves.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from nghiquyet.extract.model import union
from nghiquyet.extract.readers.pdf.drawings import TextObject
from nghiquyet.extract.readers.pdf.glyphs import Glyph

# A kind of letters: how they lie, their colour, font and size.
Kind = tuple[int, tuple[int, ...], str, float]
# The share of a letter's area in which another stands for them to collide, and of a run's letters that must. Letters
# that are squeezed share a tenth, marks of footnotes none.
SHARED, COLLIDING, FEWEST = 0.25, 0.15, 2
# Letters of one kind farther apart than this many of their sizes are runs of their own.
APART = 2.5
# Letters are looked up by squares of the page (points).
SQUARE = 12.0
# What a number is filled in over.
BLANKS = frozenset("._…-–—")


def part_overlaid(
    glyphs: Sequence[Glyph], owners: Mapping[int, int], texts: Mapping[int, TextObject]
) -> tuple[tuple[Glyph, ...], tuple[Glyph, ...]]:
    """(the text's glyphs in their order, what was laid over them: a glyph for each run, which has all its letters).

    ``owners`` has the key in ``texts`` of each glyph's text object, by ``id``.
    """
    kinds: dict[Kind, list[Glyph]] = {}
    for glyph in glyphs:
        kinds.setdefault(_kind(glyph, texts.get(owners.get(id(glyph), 0))), []).append(glyph)
    ground = _Ground()
    over: list[list[Glyph]] = []
    for kind in sorted(kinds, key=lambda k: (_is_aslant(k[0]), -len(kinds[k]), k)):
        for run in _runs(kinds[kind]):
            if _is_aslant(kind[0]) or ground.collides(run):
                over.append(run)
            else:
                ground.add(run)
    hidden = {id(glyph) for run in over for glyph in run}
    kept = tuple(glyph for glyph in glyphs if id(glyph) not in hidden)
    return kept, tuple(_whole(run) for run in over if any(g.text.strip() for g in run))


def _kind(glyph: Glyph, text: TextObject | None) -> Kind:
    return glyph.turned, text.colour if text is not None else (), glyph.font, round(glyph.size * 2) / 2


def _is_aslant(turned: int) -> bool:
    return turned % 90 != 0


def _runs(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """The glyphs of one kind, parted where they stand far above each other, in the order they were drawn in."""
    runs: list[list[Glyph]] = []
    reach = 0.0
    for glyph in sorted(glyphs, key=lambda g: g.top):
        if not runs or glyph.top - reach > APART * glyph.size:
            runs.append([])
            reach = glyph.bottom
        runs[-1].append(glyph)
        reach = max(reach, glyph.bottom)
    places = {id(glyph): i for i, glyph in enumerate(glyphs)}
    yield from (sorted(run, key=lambda g: places[id(g)]) for run in runs)


class _Ground:
    """The text's glyphs so far, to be found by where they stand."""

    def __init__(self) -> None:
        self._held: dict[tuple[int, int], list[Glyph]] = {}

    def add(self, run: Sequence[Glyph]) -> None:
        """Adds letters; blanks, and marks that stand on letters, are ground for other letters."""
        for glyph in run:
            if glyph.text.strip() and not set(glyph.text) <= BLANKS and not _is_mark(glyph):
                for square in _squares(glyph):
                    self._held.setdefault(square, []).append(glyph)

    def collides(self, run: Sequence[Glyph]) -> bool:
        """True if many letters of the run stand in others."""
        inked = [g for g in run if g.text.strip() and not set(g.text) <= BLANKS and not _is_mark(g)]
        met = sum(any(_share(glyph, other) for other in self._near(glyph)) for glyph in inked)
        return met >= FEWEST and met >= COLLIDING * len(inked)

    def _near(self, glyph: Glyph) -> Iterator[Glyph]:
        return (other for square in _squares(glyph) for other in self._held.get(square, ()))


def _is_mark(glyph: Glyph) -> bool:
    return all(unicodedata.category(sign) in ("Mn", "Sk", "Lm") for sign in glyph.text)


def _squares(glyph: Glyph) -> Iterator[tuple[int, int]]:
    for column in range(int(glyph.x0 // SQUARE), int(glyph.x1 // SQUARE) + 1):
        for row in range(int(glyph.top // SQUARE), int(glyph.bottom // SQUARE) + 1):
            yield column, row


def _share(glyph: Glyph, other: Glyph) -> bool:
    """True if a good part of the smaller letter stands in the larger, and they are not one letter drawn twice."""
    wide = min(glyph.x1, other.x1) - max(glyph.x0, other.x0)
    high = min(glyph.baseline, other.baseline) - max(_ink_top(glyph), _ink_top(other))
    if wide <= 0 or high <= 0 or (glyph.text == other.text and abs(glyph.x0 - other.x0) < SHARED * glyph.size):
        return False
    return wide * high >= SHARED * min(_area(glyph), _area(other))


def _ink_top(glyph: Glyph) -> float:
    """Where large letters begin: two thirds of the size above the baseline."""
    return glyph.baseline - glyph.size * 2 / 3


def _area(glyph: Glyph) -> float:
    return max((glyph.x1 - glyph.x0) * (glyph.baseline - _ink_top(glyph)), 0.01)


def _whole(run: Sequence[Glyph]) -> Glyph:
    """A run as one glyph: its letters as drawn, a space where the pen moved on."""
    text, last = "", None
    for glyph in run:
        gap = last is not None and abs(glyph.x0 - last.x1) + abs(glyph.baseline - last.baseline) > glyph.size
        text += f" {glyph.text}" if gap else glyph.text
        last = glyph
    x0, top, x1, bottom = union([(g.x0, g.top, g.x1, g.bottom) for g in run])
    first = run[0]
    return Glyph(" ".join(text.split()), x0, top, x1, bottom, bottom, first.size, first.font, first.turned)
