"""A page in pdfium → its glyphs, in the order they were drawn.

A glyph's box is as wide as the pen advances and as high as the font's size, of which DESCENT is below the baseline.
What pdfium calls the loose box is wider where the ink is, and as high as the font says or pdfium guesses.
"""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium_c

from nghiquyet.extract.model import BBox
from nghiquyet.extract.readers.pdf.drawings import TextObject, shared_box
from nghiquyet.extract.readers.pdf.glyphs import Glyph
from nghiquyet.extract.readers.pdf.legacy_fonts import coding_of_font
from nghiquyet.extract.readers.pdf.letters import letter_as_seen, unmapped_letter
from nghiquyet.extract.readers.pdf.page_frame import Frame
from nghiquyet.extract.readers.pdf.text_runs import Fonts, TextRun, text_run

# Of Times New Roman, Arial (0.212) and their twins. LibreOffice writes 0 for every font, and pdfium then takes the
# depth of whatever letter stands at the place of "g": two fonts of one line would have boxes at different heights.
DESCENT = 0.216
# What pdfium writes for a hyphen, soft or not, that ends a line.
LINE_END_HYPHEN = 2
# Places that differ by less (points) are one: pdfium keeps them in single precision.
SAME = 0.01
# Hyphens are a third of the size wide in Times and Arial. TCVN3 fonts have "ư", half the size, at the place of the soft
# hyphen, which pdfium takes for a hyphen.
WIDEST_HYPHEN = 0.4
SPACE, HYPHEN, SOFT_HYPHEN = 0x20, 0x2D, 0xAD

# As a number: a pointer made an object costs more than the call.
_object_of = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium_c.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)


@dataclass(slots=True)
class PageText:
    """The glyphs of one page and, for each, the key of its text object. ``cut``: there are more than were read."""

    glyphs: list[Glyph] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)
    cut: bool = False


def page_to_text(page: Any, frame: Frame, objects: Mapping[int, TextObject], limit: int) -> PageText:
    """The first ``limit`` characters of a page; spaces and lines' ends that pdfium makes up are none.

    ``objects`` are the page's text objects: one without ink is a space, which pdfium leaves out of its text.
    """
    text = pdfium_c.FPDFText_LoadPage(page)
    if not text:
        return PageText()
    try:
        reader = _PageReader(text, frame, objects)
        count = pdfium_c.FPDFText_CountChars(text)
        reader.read(min(count, limit))
        if count <= limit:
            reader.read_spaces()
        reader.out.cut = count > limit
        return reader.out
    finally:
        pdfium_c.FPDFText_ClosePage(text)


@dataclass(slots=True)
class _PageReader:
    text: Any
    frame: Frame
    objects: Mapping[int, TextObject]
    out: PageText = field(default_factory=PageText)
    fonts: Fonts = field(default_factory=Fonts)
    runs: dict[int, TextRun] = field(default_factory=dict)

    def read(self, count: int) -> None:
        """Adds the page's first ``count`` characters; all but the calls to pdfium is kept short, for there are many."""
        text, runs, (_, _, turn) = self.text, self.runs, self.frame
        code_of, unmapped = pdfium_c.FPDFText_GetUnicode, pdfium_c.FPDFText_HasUnicodeMapError
        pen_of, box_of = pdfium_c.FPDFText_GetCharOrigin, pdfium_c.FPDFText_GetLooseCharBox
        pen_x, pen_y, box = ctypes.c_double(), ctypes.c_double(), pdfium_c.FS_RECTF()
        to_x, to_y, to_box = ctypes.byref(pen_x), ctypes.byref(pen_y), ctypes.byref(box)
        before: tuple[int, float, float] | None = None
        for index in range(count):
            key = _object_of(text, index)
            if not key:
                continue
            run = runs.get(key) or self._run(index, key)
            code, font = code_of(text, index), run.font
            pen_of(text, index, to_x, to_y)
            box_of(text, index, to_box)
            x, y, along = pen_x.value, pen_y.value, run.along_x
            end = (box.right - x) / along if along > 0 else _end(run, box.left, box.bottom, box.right, box.top, x, y)
            if unmapped(text, index):
                letter = unmapped_letter(code)
            else:
                letter = font.texts.get(code) or self._letter(index, code, run, end)
            if before == (key, x, y):
                self._extend(letter, end * run.across[0])  # a ligature, or a letter written as several
                continue
            wide = font.widths.get(code)
            if wide is None or not -SAME <= (end - wide) * run.size <= SAME:
                wide = self._width(index, code, run, end)
            place = turn.a * x + turn.c * y + turn.e, turn.b * x + turn.d * y + turn.f
            # the pen stands still between the parts of a letter, and behind a mark that advances by nothing
            before = (key, x, y) if self._place(key, run, letter, *place, wide) and wide > 0 else None

    def read_spaces(self) -> None:
        """Adds a space for each text object that pdfium left out for having no ink."""
        for key, known in self.objects.items():
            handle, to_page = known.handle, known.to_page
            if key in self.runs or not _inkless(handle):
                continue
            matrix = pdfium_c.FS_MATRIX()
            pdfium_c.FPDFPageObj_GetMatrix(handle, matrix)
            run = text_run(handle, matrix, to_page, self.fonts.of(handle), self._seen(known.clip))
            x, y = to_page.point(matrix.e, matrix.f)
            self._place(key, run, " ", x, y, run.font.width(SPACE))

    def _run(self, index: int, key: int) -> TextRun:
        handle, matrix = ctypes.cast(key, pdfium_c.FPDF_PAGEOBJECT), pdfium_c.FS_MATRIX()
        pdfium_c.FPDFText_GetMatrix(self.text, index, matrix)
        known = self.objects.get(key)
        seen = self._seen(known.clip if known is not None else None)
        self.runs[key] = text_run(handle, matrix, self.frame.to_page, self.fonts.of(handle), seen)
        return self.runs[key]

    def _seen(self, clip: BBox | None) -> BBox:
        paper = (0.0, 0.0, self.frame.width, self.frame.height)
        return paper if clip is None else shared_box(paper, clip)

    def _letter(self, index: int, code: int, run: TextRun, wide: float) -> str:
        if code == LINE_END_HYPHEN and pdfium_c.FPDFText_IsHyphen(self.text, index):
            code = HYPHEN
        if code == HYPHEN and wide > WIDEST_HYPHEN and coding_of_font(run.font.name) == "tcvn3":
            return chr(SOFT_HYPHEN)
        if code == HYPHEN:
            return chr(HYPHEN)
        run.font.texts[code] = letter_as_seen(code, run.font.legacy)
        return run.font.texts[code]

    def _ink(self, index: int) -> BBox:
        left, right, low, high = (ctypes.c_double() for _ in range(4))
        pdfium_c.FPDFText_GetCharBox(self.text, index, left, right, low, high)
        return (left.value, low.value, right.value, high.value)

    def _width(self, index: int, code: int, run: TextRun, end: float) -> float:
        """How far the pen advances, in parts of the size: by the font's table, if the loose box agrees."""
        wide, same = run.font.width(code), SAME / max(run.size, SAME)
        if end <= 0 or abs(end - wide) <= same:
            return wide
        if end < wide or wide <= 0:
            return end  # the table has the width of another glyph of the same letter
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium_c.FPDFText_GetCharOrigin(self.text, index, x, y)
        ink = _end(run, *self._ink(index), x.value, y.value)
        return wide if ink >= end - same else end

    def _place(self, key: int, run: TextRun, letter: str, x: float, y: float, wide: float) -> bool:
        """Adds a letter with its pen at a point of the page, if it can be seen there; True if as a glyph of its own."""
        if not letter:
            return False
        known = self.objects.get(key)
        glyph = _glyph(run, letter, x, y, wide)._replace(run=known.order if known is not None else 0)
        x0, top, x1, bottom = run.seen
        if glyph.x1 < x0 or glyph.bottom < top or glyph.x0 > x1 or glyph.top > bottom:
            return False
        glyphs = self.out.glyphs
        if glyphs and unicodedata.combining(letter[0]) and glyphs[-1].carries(glyph):
            glyphs[-1] = glyphs[-1].with_more(letter)
            return False
        glyphs.append(glyph)
        self.out.owners.append(key)
        return True

    def _extend(self, letter: str, wide: float) -> None:
        last = self.out.glyphs[-1].with_more(letter)
        self.out.glyphs[-1] = last._replace(x1=max(last.x1, last.x0 + wide))


def _glyph(run: TextRun, letter: str, x: float, y: float, wide: float) -> Glyph:
    (along, aslant), (lean, up) = run.across, run.up
    font, size, turned = run.font.name, run.size, run.turned
    if run.upright or (
        run.turned == 0 and along > 0 and not aslant
    ):  # letters made slanted lean over the next, and advance as upright ones
        low = y - DESCENT * up
        return Glyph(letter, x, low + up, x + wide * along, low, y, size, font, turned)
    corners = [(right, high - DESCENT) for right in (0.0, wide) for high in (0, 1)]
    xs = [x + right * along + high * lean for right, high in corners]
    ys = [y + right * aslant + high * up for right, high in corners]
    bottom = max(ys)
    return Glyph(letter, min(xs), min(ys), max(xs), bottom, y if turned == 0 else bottom, size, font, turned)


def _end(run: TextRun, left: float, low: float, right: float, high: float, x: float, y: float) -> float:
    """Where a box ends, from the pen along a letter's way, in parts of the size; 0 for letters aslant."""
    if run.along_x:
        return ((right if run.along_x > 0 else left) - x) / run.along_x
    if run.along_y:
        return ((high if run.along_y > 0 else low) - y) / run.along_y
    return 0.0


def _inkless(handle: Any) -> bool:
    left, low, right, high = (ctypes.c_float() for _ in range(4))
    pdfium_c.FPDFPageObj_GetBounds(handle, left, low, right, high)
    return right.value - left.value < SAME
