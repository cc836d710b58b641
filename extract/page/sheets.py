"""Raw pages → sheets: a page's words and rulings, whichever way they were read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from nghiquyet.extract.decisions.decision import Alternative, Decision, Evidence, Subject
from nghiquyet.extract.model import AS_FILED, Placement, Ruling, Word
from nghiquyet.extract.page.turned_pages import placement_of, turn_of, upright
from nghiquyet.extract.readers.pdf.glyphs_to_words import glyphs_to_marks, glyphs_to_words, turned_words
from nghiquyet.extract.readers.pdf.legibility import text_layer

if TYPE_CHECKING:
    from nghiquyet.extract.readers.pdf.pdf_pages import (
        PdfPage,  # brings pdfplumber, which processes that recognise do without
    )

# A picture that covers this share of a page is a picture of the page.
WHOLE_PAGE = 0.5
# A page of letters drawn as outlines has thousands of shapes; a ruled table seldom this many, and its text besides.
OUTLINES = 300
# Lines of text over less of a pictured page's height than this are a stamp's or a signature's caption beside its scan.
# An estimate: captions of digital signatures have three to six lines, 0.03 to 0.08; a printed page has 0.2 and more.
CAPTION = 0.1
# How a page was read: by its text layer, turned upright or not; as a picture, for want of text or of a good layer.
PRINTED, TURNED, PICTURE, BAD_TEXT = "printed", "turned", "picture", "bad_text"
_OF_TEXT = (Alternative(PRINTED),)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page upright: its size, words and rulings in points. ``unread``: what stands there could not be made out.

    ``blocks`` are runs of words that stand together, in reading order: a table's cell, or all that is in none.
    """

    number: int
    width: float
    height: float
    blocks: tuple[tuple[Word, ...], ...] = ()
    rulings: tuple[Ruling, ...] = ()
    read: Literal["printed", "recognised", "unread"] = "printed"
    placement: Placement = AS_FILED
    specks: tuple[Word, ...] = ()  # what was recognised as words and is taken for dirt
    overlaid: tuple[Word, ...] = ()  # watermarks and captions of signatures that lie over the text
    line_numbers: tuple[Word, ...] = ()
    struck: tuple[Word, ...] = ()  # what was struck out
    foreign: bool = False  # its text is of another language
    drawn: bool = True  # its rulings are those that the file draws, not seen on a picture
    insets: tuple[Word, ...] = ()  # ticks drawn and texts turned on their side: a cell's, where nothing else stands

    @property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for block in self.blocks for word in block)


def raw_to_sheet(raw: PdfPage, hidden_text: bool) -> tuple[Sheet | None, Decision]:
    """The page as its text layer tells it, and why; None where that can't be trusted: it must be read as a picture.

    ``hidden_text``: the text layer is not what a viewer shows, but was put behind a picture by a recogniser.
    """
    page = upright(raw)
    pictured = is_pictured(page)
    subject, seen = Subject("page", str(raw.number)), [Evidence("pictured", pictured)]
    if raw.broken or (pictured and hidden_text):
        why = Evidence("broken") if raw.broken else Evidence("hidden_text")
        return None, Decision("page_kind", subject, PICTURE, alternatives=_OF_TEXT, evidence=(*seen, why))
    words = glyphs_to_words(page.glyphs, page.rulings, page.number)
    layer = text_layer((w.text for w in words), pictured)
    seen += [
        Evidence("letters", layer.letters),
        Evidence("vietnamese_share", round(layer.share, 3)),
        Evidence("unmapped_share", round(layer.unmapped, 3)),
    ]
    covered = _share_of_height(words, page.height)
    caption = layer.legible and pictured and covered < CAPTION
    seen += [Evidence("caption_alone", round(covered, 3))] if caption else []
    if not layer.legible or caption:  # a wrong word is worse than none
        chosen = BAD_TEXT if words and not caption else PICTURE
        return None, Decision("page_kind", subject, chosen, alternatives=_OF_TEXT, evidence=tuple(seen))
    turned = turn_of(raw)
    seen += [Evidence("turned", turned)] if turned else []
    chosen = TURNED if turned else PRINTED
    made = Sheet(
        page.number,
        page.width,
        page.height,
        (words,),
        page.rulings,
        placement=placement_of(raw),
        overlaid=glyphs_to_marks(page.overlaid, page.number),
        struck=glyphs_to_words(page.struck, (), page.number),
        foreign=layer.foreign,
        insets=(*glyphs_to_marks(page.marks, page.number), *turned_words(page.glyphs, page.number)),
    )
    return made, Decision("page_kind", subject, chosen, alternatives=(Alternative(PICTURE),), evidence=tuple(seen))


def _share_of_height(words: Sequence[Word], height: float) -> float:
    """The share of a page's height on which a word stands."""
    covered, reach = 0.0, 0.0
    for top, bottom in sorted((w.bbox[1], w.bbox[3]) for w in words):
        covered += max(0.0, bottom - max(top, reach))
        reach = max(reach, bottom)
    return covered / height if height else 0.0


def is_pictured(raw: PdfPage) -> bool:
    """True if the page is a picture of a page, or its letters are drawn as outlines."""
    if raw.shapes >= OUTLINES and raw.shapes > len(raw.glyphs):
        return True
    page = raw.width * raw.height
    return any((x1 - x0) * (bottom - top) >= WHOLE_PAGE * page for x0, top, x1, bottom in raw.pictures)
