"""One paragraph → its lines of words, broken at the column's width and placed as its alignment says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nghiquyet.extract.language.spelling import vietnamese_letters
from nghiquyet.extract.model import Line, Word
from nghiquyet.extract.readers.layout_blocks import Paragraph, Run
from nghiquyet.extract.readers.synthetic_layout.letter_widths import text_width

# Parts of the letter's size, as Times has them: from the line's top to the letters' feet, and below them.
ASCENT, DESCENT = 0.89, 0.22
# From one line's feet to the next one's.
LEADING = 1.25
SPACE = 0.25
# A raised letter's size and how high it stands.
RAISED_SIZE, RAISED_BY = 0.65, 0.35
# Tab stops stand half an inch apart, as office programs set them.
TAB_STOP = 36.0
# More spaces than this in a row are a gap made by hand, as wide as they are.
WIDEST_SPACES = 3
# Letters are set no narrower than this part of their width to fit a column.
LEAST_FIT = 0.75
# A line may be broken this many words before its end to begin the next one with a word that opens nothing.
BACK = 12
_TOKEN = re.compile(r"\n|\t|[^\S\n\t\u00a0]+|[^ \n\t\r\f\v\u2002-\u200a\u3000]+")


@dataclass(frozen=True, slots=True)
class LinePiece:
    """What stands between two spaces: words of one look each without spaces between, or a gap (no words)."""

    words: tuple[Word, ...] = ()
    gap: float = 0.0  # a tab counts as negative: it goes on to its stop
    ends_line: bool = False

    @property
    def width(self) -> float:
        return self.words[-1].bbox[2] if self.words else max(self.gap, 0.0)


def leading_of(paragraph: Paragraph) -> float:
    """The height of a line of the paragraph in points."""
    return LEADING * paragraph.size


def wanted_width(paragraph: Paragraph, width: float) -> float:
    """``width``, or what the paragraph wants for its lines to stand unbroken, if that is little more.

    Columns of a letterhead are set so that their lines fit; our widths are but near the printer's.
    """
    bold = all(run.bold for run in paragraph.runs)
    widest = max(text_width(text, paragraph.size, bold) for text in paragraph.text.split("\n"))
    wanted = widest * 1.01 + paragraph.left + paragraph.right + max(paragraph.first, 0.0)
    return wanted if width < wanted <= width / LEAST_FIT else width


def paragraph_to_lines(
    paragraph: Paragraph, x0: float, width: float, top: float, page: int, wrapped: bool = True
) -> tuple[Line | None, ...]:
    """The paragraph's lines in the column from ``x0`` that is ``width`` wide, the first one's top at ``top``.

    An empty line is None. Where not ``wrapped``, lines end only where the paragraph says so.
    """
    found: list[Line | None] = []
    left, right = x0 + paragraph.left, x0 + width - paragraph.right
    for hard in _hard_lines(_pieces(paragraph, page)):
        first = paragraph.first if not found else 0.0
        if not any(p.words for p in hard):
            found.append(None)
            continue
        rest = list(hard)
        while rest:
            room = right - left - first
            take = _fitting(rest, room) if wrapped else len(rest)
            own, rest = _trimmed(rest[:take]), _trimmed(rest[take:])
            base = top + leading_of(paragraph) * len(found) + ASCENT * paragraph.size
            found.append(_line(own, paragraph, left + first, max(room, 1.0), base, bool(rest)))
            first = 0.0
    return tuple(found) or (None,)


def _pieces(paragraph: Paragraph, page: int) -> list[LinePiece]:
    """Words with boxes that begin at 0 on a baseline of 0."""
    pieces: list[LinePiece] = []
    glued = False
    for run in paragraph.runs:
        for match in _TOKEN.finditer(vietnamese_letters(run.text)):
            token = match.group()
            if token == "\n":
                pieces.append(LinePiece(ends_line=True))
            elif token == "\t":
                pieces.append(LinePiece(gap=-1.0))
            elif token.isspace():
                wide = len(token) if len(token) > WIDEST_SPACES else 1
                pieces.append(LinePiece(gap=SPACE * paragraph.size * wide))
            else:
                pieces += _with_no_break_spaces(token, run, paragraph, page, pieces if glued else None)
            glued = bool(pieces) and bool(pieces[-1].words)
    return pieces


def _with_no_break_spaces(
    token: str, run: Run, paragraph: Paragraph, page: int, before: list[LinePiece] | None
) -> list[LinePiece]:
    """The pieces of a token; spaces at which no line may be broken part words like any other."""
    made: list[LinePiece] = []
    for i, part in enumerate(token.split("\u00a0")):
        if i:
            made.append(LinePiece(gap=SPACE * paragraph.size))
        if not part:
            continue
        if i == 0 and before:
            last = before.pop()
            made.append(LinePiece(_joined(last.words, _word(part, run, paragraph, page))))
        else:
            made.append(LinePiece((_word(part, run, paragraph, page),)))
    return made


def _word(text: str, run: Run, paragraph: Paragraph, page: int) -> Word:
    size = paragraph.size * (RAISED_SIZE if run.raised else 1.0)
    base = -RAISED_BY * paragraph.size if run.raised else 0.0
    box = (0.0, base - ASCENT * size, text_width(text, size, run.bold), base + DESCENT * size)
    return Word(text, box, page, run.font, size, run.bold, run.italic, raised=run.raised, address=paragraph.address)


def _joined(words: tuple[Word, ...], new: Word) -> tuple[Word, ...]:
    """``new`` set right behind ``words``: one word where both stand on one height, else joined to the last."""
    last = words[-1]
    x = last.bbox[2]
    x1 = x + new.bbox[2]
    if last.raised != new.raised:
        return (*words, replace(new, bbox=(x, new.bbox[1], x1, new.bbox[3]), joined=True))
    longer = last if len(last.text) >= len(new.text) else new
    text = unicodedata.normalize("NFC", last.text + new.text)
    whole = replace(
        last,
        text=text,
        bbox=(last.bbox[0], last.bbox[1], x1, last.bbox[3]),
        bold=longer.bold,
        italic=longer.italic,
        font=longer.font,
    )
    return (*words[:-1], whole)


def _hard_lines(pieces: Sequence[LinePiece]) -> Iterator[list[LinePiece]]:
    line: list[LinePiece] = []
    for piece in pieces:
        if piece.ends_line:
            yield line
            line = []
        else:
            line.append(piece)
    yield line


def _fitting(pieces: Sequence[LinePiece], room: float) -> int:
    """How many pieces stand on a line of ``room`` points: one at least, broken before a plain word if one is near."""
    x = 0.0
    seen = False
    for i, piece in enumerate(pieces):
        x = _after(piece, x)
        if piece.words and seen and x > room:
            return _plain_break(pieces, i)
        seen = seen or bool(piece.words)
    return len(pieces)


def _plain_break(pieces: Sequence[LinePiece], at: int) -> int:
    """The break at or a few words before ``at`` behind which a word in small letters begins the next line."""
    starts = [i for i in range(at, 0, -1) if pieces[i].words and any(p.words for p in pieces[:i])][:BACK]
    return next((i for i in starts if _plain(pieces[i].words[0].text)), at)


def _plain(text: str) -> bool:
    """A word in small letters: no label, list mark or heading begins with it."""
    return len(text) > 1 and text[:2].isalpha() and text[:2].islower()


def _after(piece: LinePiece, x: float) -> float:
    """Where the line stands behind the piece that begins at ``x``."""
    if piece.words or piece.gap >= 0:
        return x + piece.width
    return (x // TAB_STOP + 1) * TAB_STOP


def _trimmed(pieces: list[LinePiece]) -> list[LinePiece]:
    """Without spaces at a broken line's ends; a tab at its beginning stays, it moves what follows."""
    start, end = 0, len(pieces)
    while start < end and not pieces[start].words and pieces[start].gap >= 0:
        start += 1
    while end > start and not pieces[end - 1].words:
        end -= 1
    return pieces[start:end]


def _line(
    pieces: Sequence[LinePiece], paragraph: Paragraph, left: float, room: float, base: float, goes_on: bool
) -> Line:
    x = 0.0
    starts = []
    for piece in pieces:
        starts.append(x)
        x = _after(piece, x)
    spare = room - x
    shift = {"centre": spare / 2, "right": spare}.get(paragraph.align, 0.0)
    gaps = [i for i, piece in enumerate(pieces) if not piece.words]
    stretch = 0.0
    if goes_on and gaps and paragraph.align in ("left", "justified") and all(pieces[i].gap >= 0 for i in gaps):
        stretch = spare / len(gaps)  # full lines end at the margin, as in justified text
    words: list[Word] = []
    passed = 0
    for start, piece in zip(starts, pieces, strict=True):
        passed += not piece.words
        words += [_moved(w, left + shift + start + passed * stretch, base) for w in piece.words]
    return Line(tuple(words))


def _moved(word: Word, x: float, y: float) -> Word:
    x0, top, x1, bottom = word.bbox
    return replace(word, bbox=(x0 + x, top + y, x1 + x, bottom + y))
