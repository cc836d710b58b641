"""``<`` and ``>`` as recognised → ``≤`` and ``≥`` where a bar stands under the angle.

The model knows no ``≤``; "≤ 20 ngày" comes out of it as "< 20 ngày" or "<20 ngày", a promise changed by one sign.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from nghiquyet.extract.model import Word
from nghiquyet.extract.ocr.image.model import PagePicture
from nghiquyet.extract.second_reading import SecondReading

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ink = NDArray[np.bool_]

BARRED = {"<": "≤", ">": "≥"}
_SIGN = re.compile(r"^[(]?(?P<sign>[<>])(?P<rest>.*)$")
# Darker than this is ink.
INK = 128
# The width of the sign in parts of the letter size.
SIGN_WIDTH = 0.62
# A row with ink over this share of the sign's width is a bar's; the angle's own arms cover less.
BAR = 0.75
# White between the sign and what follows, wider than this (parts of the letter size), is a space.
SPACE = 0.16
CONFIDENCE = 0.9


def with_barred_signs(words: tuple[Word, ...], picture: PagePicture) -> tuple[Word, ...]:
    """The words, their first sign looked at again in the picture; what was read stays in ``recognised``."""
    return tuple(_looked_at(word, picture) if _SIGN.match(word.text) else word for word in words)


def _looked_at(word: Word, picture: PagePicture) -> Word:
    found = _SIGN.match(word.text)
    ink = _ink(word, picture)
    if found is None or ink is None or found.start("sign"):
        return word
    start, end = _sign_columns(ink, word.size * picture.scale, bool(found["rest"]))
    if not _has_bar(ink[:, start:end]):
        return word
    space = " " if found["rest"] and _white_behind(ink, end) >= SPACE * word.size * picture.scale else ""
    text = f"{BARRED[found['sign']]}{space}{found['rest']}"
    sure = min(word.confidence or 0.0, CONFIDENCE)
    return replace(word, text=text, recognised=word.text, confidence=sure, second=_barred(word.second, word.text, text))


def _barred(second: SecondReading | None, read: str, text: str) -> SecondReading | None:
    """The second reading with its first sign barred as in ``text``, if it is the same as was ``read``.

    Neither model knows barred signs.
    """
    if second is None or second.text[:1] != read[:1]:
        return second
    return replace(second, text=text if second.text == read else text[0] + second.text[1:])


def _ink(word: Word, picture: PagePicture) -> Ink | None:
    """The word's ink, with the room below its baseline where a bar may stand."""
    x0, top, x1, bottom = word.bbox
    rows = slice(max(round(top * picture.scale), 0), round((bottom + 0.15 * word.size) * picture.scale))
    columns = slice(max(round(x0 * picture.scale), 0), round(x1 * picture.scale))
    ink = picture.pixels[rows, columns] < INK
    return ink if ink.size else None


def _sign_columns(ink: Ink, size: float, more: bool) -> tuple[int, int]:
    """(first column, column after the last) of the sign: up to the first white gap, and no wider than signs are."""
    import numpy as np

    filled = np.flatnonzero(ink.any(axis=0))
    if not len(filled):
        return 0, ink.shape[1]
    start = int(filled[0])
    if not more:
        return start, int(filled[-1]) + 1
    gaps = np.flatnonzero(np.diff(filled) > 1)
    end = int(filled[gaps[0]]) + 1 if len(gaps) else ink.shape[1]
    return start, min(end, start + round(SIGN_WIDTH * size))


def _has_bar(ink: Ink) -> bool:
    """True if a row in the sign's lower half is inked nearly from side to side."""
    import numpy as np

    rows = np.flatnonzero(ink.any(axis=1))
    if not len(rows) or ink.shape[1] < 3:
        return False
    lower = ink[(int(rows[0]) + int(rows[-1]) + 1) // 2 :]
    return bool(lower.mean(axis=1).max(initial=0.0) >= BAR)


def _white_behind(ink: Ink, end: int) -> int:
    import numpy as np

    behind = np.flatnonzero(ink[:, end:].any(axis=0))
    return int(behind[0]) if len(behind) else 0
