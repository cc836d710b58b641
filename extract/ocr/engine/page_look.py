"""What is usual on one page: the size of its letters and the thickness of their strokes."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import TYPE_CHECKING

from nghiquyet.extract.ocr.engine.cut_outs import stroke_widths, usual_run
from nghiquyet.extract.ocr.image.model import PagePicture

if TYPE_CHECKING:
    from nghiquyet.extract.ocr.image.model import Pixels

# The size of letters (points) where nothing says another: Decree 30/2020/NĐ-CP wants 13 to 14, tables have 11 to 13.
COMMON_SIZE = 13.0
# From this many words on, a page's own sizes say what is usual there.
ENOUGH = 20
# Sizes this near to the usual one (points) are it: a line's height is measured that well.
NEAR = 0.75
# Fewer letters than this tell a size badly: by this part of it.
FEW_LETTERS, FEW_NEAR = 10, 0.3
# A page's strokes are measured on one row of pixels in so many: letters are ten and more high.
EVERY = 3
# Runs of ink longer than this many usual ones are bars of letters.
BAR = 2.5
# Strokes, in parts of the letter size, this much thicker than the page's are bold. Of made scans at 200 and 300 dpi
# 95 % of plain words stay below 1.15 and 95 % of bold ones are above 1.33.
BOLDER = 1.24
# In a line that is bold as a whole a word is plain below this.
SURELY_PLAIN = 1.12


class PageLook:
    """Learns while the words of one page are read, in the order in which they are read."""

    def __init__(self, picture: PagePicture) -> None:
        self.picture = picture
        self._sizes: list[float] = []
        some = picture.pixels[::EVERY]
        self._longest = BAR * usual_run(some)
        self._stroke = stroke_widths([some], self._longest)[0]

    @property
    def usual_size(self) -> float:
        return median(self._sizes) if len(self._sizes) >= ENOUGH else COMMON_SIZE

    def learn(self, sizes: Sequence[float]) -> None:
        """Takes the sizes of words just read, one a word, into account."""
        self._sizes += sizes

    def settled(self, size: float, letters: int) -> float:
        """The size in half points of a line with so many letters; the page's usual one where it is near."""
        usual = self.usual_size
        off = abs(size - usual)
        if len(self._sizes) >= ENOUGH and (off <= NEAR or (letters < FEW_LETTERS and off <= FEW_NEAR * usual)):
            size = usual
        return round(size * 2) / 2

    def bold(self, words: Sequence[Pixels], size: float) -> list[bool]:
        """Which words of one line, of letters of ``size`` points, have thicker strokes than the page's.

        A word of few strokes between words of the other weight follows its line where its own strokes leave it open.
        """
        if not self._stroke:
            return [False] * len(words)
        usual = self._stroke / self.usual_size
        found = [width / size / usual for width in stroke_widths(words, self._longest)]
        widths = [pixels.shape[1] for pixels in words]
        whole = sum(f * w for f, w in zip(found, widths, strict=True)) / max(sum(widths), 1)
        return [f > (SURELY_PLAIN if whole > BOLDER else BOLDER) for f in found]
