"""How wide letters of a serif face are, near enough to break lines and to set texts side by side."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Advance widths of Times (Adobe's published metrics of the standard 14 fonts), in thousandths of the letter's size.
_WIDTHS = {
    250: " .,",
    278: "/:;ijlt",
    333: "()[]-!Ifr",
    389: "Js",
    444: "acez?“”\"",
    500: "0123456789bdghknopquvxy–_$*#",
    556: "FPS",
    564: "+<=>",
    611: "ELTZ",
    667: "BCR",
    722: "ADGHKNOQUVXYw",
    778: "m&",
    833: "%",
    889: "M",
    944: "W",
    1000: "—…",
}  # fmt: skip
_BY_LETTER = {letter: width / 1000 for width, letters in _WIDTHS.items() for letter in letters}
_OTHER_SMALL, _OTHER_CAPITAL = 0.5, 0.722
# Bold letters are wider by about a twentieth.
_BOLD = 1.05


def text_width(text: str, size: float, bold: bool = False) -> float:
    """The width in points of ``text`` set in ``size`` points."""
    return sum(map(_letter_width, text)) * size * (_BOLD if bold else 1.0)


@lru_cache(maxsize=4096)
def _letter_width(letter: str) -> float:
    base = unicodedata.normalize("NFD", letter)[0]
    if unicodedata.combining(base):
        return 0.0
    known = _BY_LETTER.get(base)
    if known is not None:
        return known
    return _OTHER_CAPITAL if base.isupper() else _OTHER_SMALL
