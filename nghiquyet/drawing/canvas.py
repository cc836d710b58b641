"""Marks on a picture of a page, with a heading, tags at its sides and a legend → a PNG. The one door to Pillow."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

from nghiquyet.drawing.marks import Mark, Style, styles
from nghiquyet.extract.language.spelling import without_marks
from nghiquyet.extract.model import BBox, Page, Placement, Word

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Pixels a point: letters of 8 points can be read. No picture is larger than this on a side.
SCALE, LARGEST = 2.0, 16_000
# How far the page is faded, so that marks stand out: 0 not at all, 1 to white.
FADED = 0.45
# Points beside the page for tags, above it for the heading, and a line of the legend below it.
SIDE, HEAD, LEGEND_LINE, LEGEND_COLUMN = 118.0, 26.0, 15.0, 165.0
TAG_SIZE, HEAD_SIZE = 8.0, 12.0
DASH = 7
# Points above and below what stands on a page that was laid out.
MARGIN = 20.0
# Fonts with all Vietnamese letters, as they are called where offices and developers work. Without one of them Pillow's
# own font is used, whose letters have no marks.
TEXT_FONTS = ("Tinos-Regular.ttf", "LiberationSerif-Regular.ttf", "times.ttf", "DejaVuSerif.ttf")
FONTS = ("DejaVuSans.ttf", "Arimo-Regular.ttf", "LiberationSans-Regular.ttf", "NotoSans-Regular.ttf", "arial.ttf")
# A laid out word is set in this part of its line's height (the widths of Times are those it was measured by), in no
# fewer pixels.
LETTERS, SMALLEST = 0.82, 4
# A word may be so much wider than its box before it is set smaller.
TOO_WIDE = 1.12
INK, PAPER = (20, 20, 20), (255, 255, 255)


class Canvas:
    """A picture of a page in the making; all places are points of the page as read."""

    def __init__(self, frame: BBox) -> None:
        """A white page, or the part of one inside ``frame``."""
        width, height = frame[2] - frame[0], frame[3] - frame[1]
        whole = (width + 2 * SIDE, height + HEAD)
        self._frame = frame
        self.scale = min(SCALE, LARGEST / max(*whole, 1.0))
        self._picture = Image.new("RGB", (self._pixels(whole[0]), self._pixels(whole[1])), PAPER)
        self._taken: list[tuple[int, int, int, int]] = []

    def print_page(self, pixels: NDArray[np.uint8], per_point: float, placement: Placement) -> None:
        """Draws the page as filed, turned and straightened as it was read, and faded.

        ``pixels`` are grey, or blue-green-red; a point has ``per_point`` of them.
        """
        seen = Image.fromarray(pixels if pixels.ndim == 2 else pixels[:, :, ::-1]).convert("RGB")
        across, down = (self._pixels(edge) for edge in self._frame[2:])
        factor = max(1.0, per_point / self.scale)
        seen = seen.resize((max(1, round(seen.width / factor)), max(1, round(seen.height / factor))))
        p, s = placement, per_point / factor
        by = s / self.scale
        way = (p.a * by, p.b * by, p.c * s, p.d * by, p.e * by, p.f * s)
        upright = seen.transform((across, down), Image.Transform.AFFINE, way, Image.Resampling.BICUBIC, fillcolor=PAPER)
        self._picture.paste(Image.blend(upright, Image.new("RGB", upright.size, PAPER), FADED), self._at(0, 0))

    def print_words(self, words: Sequence[Word]) -> None:
        """Draws words where they were laid out, as large as their boxes."""
        draw = ImageDraw.Draw(self._picture)
        for word in words:
            x0, top, x1, bottom = word.bbox
            size = max(SMALLEST, round(self._pixels(bottom - top) * LETTERS))
            font = _narrowed(_font(size, TEXT_FONTS), word.text, self._pixels(x1 - x0))
            draw.text(self._at(x0, top), _shown(word.text), font=font, fill=INK)

    def mark(self, marks: Sequence[Mark]) -> None:
        """Draws the marks in the order of their styles, then their labels."""
        order = {name: place for place, name in enumerate(styles())}
        ordered = sorted(marks, key=lambda mark: order[mark.style])
        layer = Image.new("RGBA", self._picture.size, (0, 0, 0, 0))
        for one in ordered:
            self._draw(ImageDraw.Draw(layer, "RGBA"), one, styles()[one.style])
        self._picture = Image.alpha_composite(self._picture.convert("RGBA"), layer).convert("RGB")
        for one in ordered:
            if one.label and styles()[one.style].tag:
                self._tag(one, styles()[one.style])

    def finish(self, heading: str, used: Sequence[str]) -> bytes:
        """The PNG, with a heading above and a legend of the styles ``used`` below."""
        columns = max(1, int((self._frame[2] - self._frame[0] + 2 * SIDE) // LEGEND_COLUMN))
        lines = -(-len(used) // columns)
        below = self._picture.height
        whole = Image.new("RGB", (self._picture.width, below + self._pixels(LEGEND_LINE * (lines + 1))), PAPER)
        whole.paste(self._picture)
        draw = ImageDraw.Draw(whole, "RGBA")
        draw.text((self._pixels(8), self._pixels(6)), _shown(heading), font=_font(self._pixels(HEAD_SIZE)), fill=INK)
        for i, name in enumerate(used):
            x = self._pixels(8 + LEGEND_COLUMN * (i % columns))
            y = below + self._pixels(LEGEND_LINE * (i // columns + 0.4))
            self._swatch(draw, x, y, styles()[name])
        done = io.BytesIO()
        whole.save(done, "PNG", optimize=True)
        return done.getvalue()

    def _draw(self, draw: ImageDraw.ImageDraw, mark: Mark, style: Style) -> None:
        x0, top = self._at(mark.bbox[0], mark.bbox[1])
        x1, bottom = self._at(mark.bbox[2], mark.bbox[3])
        if style.fill and x1 > x0 and bottom > top:
            draw.rectangle((x0, top, x1, bottom), fill=(*style.colour, style.fill))
        if style.line:
            width = max(1, round(style.line * self.scale / SCALE))
            corners = [(x0, top), (x1, top), (x1, bottom), (x0, bottom), (x0, top)]
            for start, end in pairwise(corners if x1 > x0 and bottom > top else [(x0, top), (x1, bottom)]):
                for piece in _dashes(start, end) if style.dashed else [(start, end)]:
                    draw.line(piece, fill=(*style.colour, 255), width=width)

    def _tag(self, mark: Mark, style: Style) -> None:
        """The label beside the page, at the height of its mark or as near below it as there is room."""
        font = _font(self._pixels(TAG_SIZE))
        if style.tag == "above":
            text = _fitted(_shown(mark.label), font, self._pixels(mark.bbox[2] - mark.bbox[0]))
            place = self._at(mark.bbox[0] + 1, mark.bbox[1] - TAG_SIZE * 1.4)
            ImageDraw.Draw(self._picture).text(place, text, font=font, fill=style.colour)
            return
        text = _fitted(_shown(mark.label), font, self._pixels(SIDE - 8))
        high, wide = self._pixels(TAG_SIZE * 1.25), int(font.getlength(text))
        left = self._pixels(4) if style.tag == "left" else self._at(self._frame[2], 0)[0] + self._pixels(4)
        y = self._at(0, mark.bbox[1])[1]
        while any(t[0] == left and t[1] < y + high and y < t[3] for t in self._taken):
            y = min(t[3] for t in self._taken if t[0] == left and t[3] > y)
        self._taken.append((left, y, left + wide, y + high))
        draw = ImageDraw.Draw(self._picture)
        draw.text((left, y), text, font=font, fill=style.colour)
        side = self._at(mark.bbox[0 if style.tag == "left" else 2], mark.bbox[1])
        end = left + wide + 2 if style.tag == "left" else left - 2
        draw.line(((end, y + high // 2), side), fill=style.colour, width=1)

    def _swatch(self, draw: ImageDraw.ImageDraw, x: int, y: int, style: Style) -> None:
        high, wide = self._pixels(9), self._pixels(18)
        if style.fill:
            draw.rectangle((x, y, x + wide, y + high), fill=(*style.colour, style.fill), outline=(*style.colour, 120))
        if style.line:
            for piece in _dashes((x, y + high // 2), (x + wide, y + high // 2), whole=not style.dashed):
                draw.line(piece, fill=(*style.colour, 255), width=max(1, style.line))
        if not (style.fill or style.line):
            draw.text((x, y), "abc", font=_font(self._pixels(TAG_SIZE)), fill=style.colour)
        draw.text((x + wide + 8, y), _shown(style.name), font=_font(self._pixels(TAG_SIZE)), fill=INK)

    def _at(self, x: float, y: float) -> tuple[int, int]:
        return round((x - self._frame[0] + SIDE) * self.scale), round((y - self._frame[1] + HEAD) * self.scale)

    def _pixels(self, points: float) -> int:
        return max(1, round(points * self.scale))


def frame_of(page: Page, marks: Sequence[Mark], printed: bool) -> BBox:
    """The page, and what stands outside it: a table that was laid out grows over the page's foot.

    Of a page that was laid out only the part with marks: the rows of a table of text may stand far below its top.
    """
    right = max([page.width, *(m.bbox[2] for m in marks), 1.0])
    bottom = max([page.height, *(m.bbox[3] for m in marks), 1.0])
    if printed or not marks:
        return (0.0, 0.0, right, bottom)
    foot = max(m.bbox[3] for m in marks)
    return (0.0, max(0.0, min(m.bbox[1] for m in marks) - MARGIN), right, foot + MARGIN)


def _dashes(
    start: tuple[int, int], end: tuple[int, int], whole: bool = False
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The pieces of a dashed line along one axis."""
    length = max(abs(end[0] - start[0]), abs(end[1] - start[1]))
    if whole or not length:
        yield start, end
        return
    along = ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
    for at in range(0, length, 2 * DASH):
        first, last = at, min(length, at + DASH)
        yield (
            (round(start[0] + along[0] * first), round(start[1] + along[1] * first)),
            (round(start[0] + along[0] * last), round(start[1] + along[1] * last)),
        )


Font = ImageFont.FreeTypeFont | ImageFont.ImageFont


@cache
def _font(size: int, names: tuple[str, ...] = FONTS) -> Font:
    for name in (*names, *FONTS):
        try:
            return ImageFont.truetype(name, size)
        except OSError:
            continue
    return ImageFont.load_default(size)


@cache
def _has_marks() -> bool:
    """True if a font with all Vietnamese letters is here."""
    for name in FONTS:
        try:
            ImageFont.truetype(name, 10)
        except OSError:
            continue
        return True
    return False


def _shown(text: str) -> str:
    return text if _has_marks() else without_marks(text)


def _narrowed(font: Font, text: str, wide: int) -> Font:
    """The font, smaller where the text would be wider than this."""
    length = font.getlength(_shown(text))
    size = getattr(font, "size", 0)
    if length <= wide * TOO_WIDE or not size:
        return font
    return _font(max(SMALLEST, int(size * wide / length)), TEXT_FONTS)


def _fitted(text: str, font: Font, wide: int) -> str:
    while len(text) > 1 and font.getlength(text) > wide:
        text = text[:-2].rstrip() + "…"
    return text
