"""Glyphs → words, whatever the order they were drawn in."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from nghiquyet.extract.model import Ruling, Word, union
from nghiquyet.extract.readers.pdf.crossing_texts import part_crossing
from nghiquyet.extract.readers.pdf.glyphs import Glyph, turned_box
from nghiquyet.extract.readers.pdf.legacy_fonts import legacy_to_unicode
from nghiquyet.extract.readers.pdf.spaced_letters import Run, join_spaced
from nghiquyet.extract.readers.pdf.tracking import set_apart
from nghiquyet.extract.readers.pdf.walls import Walls

# Parts of the letter's size. A space is a quarter of the size in Times and is squeezed to a sixth in justified lines.
WORD_GAP = 0.17
# A drawn space parts words if at least this is free between them: a number that stands only in a signature's appearance
# is drawn over the spaces that were typed to hold its place.
FREE_GAP = 0.04
# Two glyphs of one baseline drawn back over each other by more than this belong to different texts.
OVERLAP = 0.6
# A letter drawn again within this distance makes it look bold; it is one letter.
GHOST = 0.2
# Glyphs whose baselines differ by less (points) stand on one line.
SAME_BASELINE = 1.2
BOLD_NAMES = ("bold", "black", "heavy", "demi")
ITALIC_NAMES = ("italic", "oblique")


def glyphs_to_words(glyphs: Sequence[Glyph], rulings: Sequence[Ruling], page: int) -> tuple[Word, ...]:
    """The words of one upright page, by baseline and then left to right.

    A drawn vertical stroke between two letters parts words even where there is no gap, for texts of narrow cells can
    touch; but not letters that were drawn in one go: a word that is too long for its cell runs over the border.
    """
    walls = Walls(rulings)
    words = []
    lines = [text for line in _baselines([g for g in glyphs if g.turned == 0]) for text in part_crossing(line)]
    added = set_apart(lines, walls)
    for line in lines:
        for run in join_spaced(list(_runs(line, walls, added))):
            word = _word(run, page)
            if word is not None:
                words.append(word)
    return tuple(words)


def glyphs_to_marks(glyphs: Sequence[Glyph], page: int) -> tuple[Word, ...]:
    """A word for each glyph as it is: drawn signs, and runs of letters that were laid over a text."""
    return tuple(word for glyph in glyphs if (word := _word([glyph], page)) is not None)


def turned_words(glyphs: Sequence[Glyph], page: int) -> tuple[Word, ...]:
    """What is set on its side on an upright page: a word with spaces for each run of lines that stand together."""
    found: list[Word] = []
    for turned in (90, 270):
        laid = [g.turned_back(turned) for g in glyphs if g.turned == turned]
        texts: list[list[Word]] = []
        lines = list(_baselines(laid))
        added = set_apart(lines, Walls())
        for line in lines:
            runs = join_spaced(list(_runs(line, Walls(), added)))
            words = [word for run in runs if (word := _word(run, page)) is not None]
            for part in _parts(words):
                _beside(texts, part)
        found += [_stood(words, turned) for words in texts]
    return tuple(found)


def _parts(words: Sequence[Word]) -> Iterator[list[Word]]:
    """The words of a line, parted where a column's width lies between them."""
    part: list[Word] = []
    for word in words:
        if part and word.bbox[0] - part[-1].bbox[2] > word.size:
            yield part
            part = []
        part.append(word)
    if part:
        yield part


def _beside(texts: list[list[Word]], part: list[Word]) -> None:
    """Adds a line's words to the text right above it, or begins another."""
    x0, top, x1 = part[0].bbox[0], part[0].bbox[1], part[-1].bbox[2]
    for words in texts:
        left, right = min(w.bbox[0] for w in words), max(w.bbox[2] for w in words)
        if top - max(w.bbox[3] for w in words) <= part[0].size / 2 and x0 < right and left < x1:
            words += part
            return
    texts.append(part)


def _stood(words: Sequence[Word], turned: int) -> Word:
    """The words of a laid text as one word where it stands on the page."""
    box = turned_box(union([w.bbox for w in words]), 360 - turned)
    return replace(words[0], text=" ".join(w.text for w in words), bbox=box)


def _baselines(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    ordered = sorted(glyphs, key=lambda g: (g.baseline, g.x0, g.text))
    line: list[Glyph] = []
    for glyph in ordered:
        if line and glyph.baseline - line[0].baseline > SAME_BASELINE:
            yield line
            line = []
        line.append(glyph)
    if line:
        yield line


def _runs(line: list[Glyph], walls: Walls, added: Mapping[int, float]) -> Iterator[Run]:
    """Cuts one baseline's glyphs at spaces, gaps and walls; each run with whether a space was drawn before it.

    ``added`` is the white that was added before letters.
    """
    run: list[Glyph] = []
    spaced = before = False
    for glyph in sorted(line, key=lambda g: (g.x0, g.x1, g.text)):
        if not glyph.text.strip():
            spaced = spaced or (bool(run) and glyph.middle >= run[-1].x1 - GHOST * glyph.size)
            continue
        if run and _ghost(run[-1], glyph):
            continue
        white = glyph.x0 - run[-1].x1 - added.get(id(glyph), 0.0) if run else 0.0
        if run and (_apart(run[-1], glyph, white, FREE_GAP if spaced else WORD_GAP) or walls.part(run, glyph)):
            yield before, run
            run, before = [], spaced
        run.append(glyph)
        spaced = False
    if run:
        yield before, run


def _ghost(before: Glyph, glyph: Glyph) -> bool:
    return before.text == glyph.text and abs(glyph.x0 - before.x0) <= GHOST * glyph.size * 0.5


def _apart(before: Glyph, glyph: Glyph, white: float, least: float) -> bool:
    size = min(before.size, glyph.size)
    return white > least * size or white < -OVERLAP * size


def _word(run: Sequence[Glyph], page: int) -> Word | None:
    text = "".join(
        legacy_to_unicode("".join(g.text for g in same), font) for font, same in groupby(run, key=lambda g: g.font)
    )
    text = unicodedata.normalize("NFC", text).strip()
    if not text:
        return None
    widest = max(run, key=lambda g: (g.x1 - g.x0, g.font))
    font = widest.font.lower()
    return Word(
        text=text,
        bbox=union([(g.x0, g.top, g.x1, g.bottom) for g in run]),
        page=page,
        font=widest.font,
        size=max(g.size for g in run),
        bold=any(name in font for name in BOLD_NAMES),
        italic=any(name in font for name in ITALIC_NAMES),
        pen=run[0].run,
    )
