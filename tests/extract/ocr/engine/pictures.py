"""Printed pages as clean pictures: one bit at 200 dpi, their rulings taken out by what the file says of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import pypdfium2
import pytest

from nghiquyet.extract.errors import MissingSystemPart
from nghiquyet.extract.model import Word
from nghiquyet.extract.ocr.engine.language_data import language_folder
from nghiquyet.extract.ocr.image.model import PagePicture
from nghiquyet.extract.page.turned_pages import upright
from nghiquyet.extract.page.words_to_lines import words_to_lines
from nghiquyet.extract.readers.pdf.glyphs_to_words import glyphs_to_words
from nghiquyet.extract.readers.pdf.pdf_pages import pdf_to_raw_pages
from nghiquyet.extract.tables.lattice.rulings_to_grids import GridCell, rulings_to_grids

LAYOUTS = Path(__file__).parents[3] / "layouts"
DOTS = 200


def has_language_data() -> bool:
    try:
        return bool(language_folder())
    except MissingSystemPart:
        return False


needs_language_data = pytest.mark.skipif(not has_language_data(), reason="tesseract-ocr-vie is not installed")


@dataclass(frozen=True)
class Printed:
    """A page's picture and what is printed there."""

    picture: PagePicture
    words: tuple[Word, ...]
    cells: tuple[GridCell, ...]
    tables: tuple[tuple[float, float, float, float], ...]

    def text_in(self, bbox: tuple[float, float, float, float]) -> str:
        return " ".join(line.text for line in words_to_lines([w for w in self.words if inside(w, bbox)]))

    def outside(self) -> list[Word]:
        return [w for w in self.words if not any(inside(w, table) for table in self.tables)]


def inside(word: Word, bbox: tuple[float, float, float, float]) -> bool:
    x, y = (word.bbox[0] + word.bbox[2]) / 2, (word.bbox[1] + word.bbox[3]) / 2
    return bbox[0] < x < bbox[2] and bbox[1] < y < bbox[3]


@cache
def printed(layout: str, page: int, dots: int = DOTS) -> Printed:
    """Page ``page`` (from 1) of the layout whose name begins so."""
    (path,) = LAYOUTS.glob(f"{layout}-*.pdf")
    data = path.read_bytes()
    raw = upright(list(pdf_to_raw_pages(data, path.name))[page - 1])
    scale = dots / 72
    rendered = pypdfium2.PdfDocument(data)[page - 1].render(scale=scale, grayscale=True).to_numpy()
    pixels = np.where(rendered.reshape(rendered.shape[:2]) < 150, 0, 255).astype(np.uint8)
    for ruling in raw.rulings:
        x0, top, x1, bottom = (round(side * scale) for side in (ruling.x0, ruling.top, ruling.x1, ruling.bottom))
        pixels[max(top - 1, 0) : bottom + 2, max(x0 - 1, 0) : x1 + 2] = 255
    grids = rulings_to_grids(raw.rulings)
    return Printed(
        PagePicture(pixels, scale, raw.width, raw.height, raw.rulings),
        glyphs_to_words(raw.glyphs, raw.rulings, page),
        tuple(cell for grid in grids for cell in grid.cells),
        tuple(grid.bbox for grid in grids),
    )


def blank(width: float = 200.0, height: float = 100.0, scale: float = DOTS / 72) -> PagePicture:
    """A white page, sizes in points; its pixels may be painted on."""
    pixels = np.full((round(height * scale), round(width * scale)), 255, np.uint8)
    return PagePicture(pixels, scale, width, height, ())
