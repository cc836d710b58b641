"""A text object of pdfium → how its letters are set: their font, size and direction on the page."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium_c

from nghiquyet.extract.model import BBox
from nghiquyet.extract.readers.pdf.legacy_fonts import coding_of_font
from nghiquyet.extract.readers.pdf.page_frame import Transform

NAME_BYTES = 256
# Text that lies farther than this (degrees) from the sides of its page lies aslant: a watermark.
LEVEL = 5.0


@dataclass(frozen=True, slots=True)
class Font:
    """A font of a page. ``texts`` and ``widths`` (parts of the size) of its letters, by their numbers in Unicode."""

    handle: Any
    name: str
    legacy: bool
    texts: dict[int, str] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)

    def width(self, code: int) -> float:
        if code not in self.widths:
            width = ctypes.c_float()
            pdfium_c.FPDFFont_GetGlyphWidth(self.handle, code, 1.0, width)
            self.widths[code] = width.value
        return self.widths[code]


class TextRun(NamedTuple):
    """Letters of one font set in one go: the size and, on the page, the way along it and up from the baseline.

    Where letters stand along an axis of the content's space and don't lean, ``along_x`` or ``along_y`` says how far the
    pen goes there for a letter as wide as the font's size. Letters within ``seen`` are not clipped.
    """

    font: Font
    size: float
    across: tuple[float, float]
    up: tuple[float, float]
    turned: int
    along_x: float
    along_y: float
    seen: BBox
    upright: bool


@dataclass(slots=True)
class Fonts:
    """The fonts of one page, each looked up once."""

    known: dict[int, Font] = field(default_factory=dict)

    def of(self, text_object: Any) -> Font:
        handle = pdfium_c.FPDFTextObj_GetFont(text_object)
        key = ctypes.cast(handle, ctypes.c_void_p).value or 0
        if key not in self.known:
            name = ctypes.create_string_buffer(NAME_BYTES)
            pdfium_c.FPDFFont_GetBaseFontName(handle, name, NAME_BYTES)
            said = name.value.decode("utf-8", "replace").split("+")[-1]
            self.known[key] = Font(handle, said, coding_of_font(said) is not None)
        return self.known[key]


def text_run(text_object: Any, matrix: Any, to_page: Transform, font: Font, seen: BBox) -> TextRun:
    """The run of a text object with its ``matrix`` in the space that ``to_page`` leads from."""
    size = ctypes.c_float()
    pdfium_c.FPDFTextObj_GetFontSize(text_object, size)
    a, b, c, d = (v * size.value for v in (matrix.a, matrix.b, matrix.c, matrix.d))
    across = (to_page.a * a + to_page.c * b, to_page.b * a + to_page.d * b)
    up = (to_page.a * c + to_page.c * d, to_page.b * c + to_page.d * d)
    degrees = math.degrees(math.atan2(across[1], across[0]))
    level = round(degrees / 90) * 90
    turned = (level if abs(degrees - level) <= LEVEL else round(degrees)) % 360
    upright = across[1] == 0 == up[0] and across[0] > 0 > up[1]
    along_x, along_y = (a, 0.0) if b == 0 == c else (0.0, b) if a == 0 == d else (0.0, 0.0)
    return TextRun(font, math.hypot(*up), across, up, turned, along_x, along_y, seen, upright)
