"""The number, the date and the bodies of a recognised letterhead → what is doubtful about them.

Both are filled in by hand on most issued documents, and no recogniser of print reads handwriting: it finds other
figures, or nothing. What stands blank on the paper is rare there, so nothing read is doubtful too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nghiquyet.extract.model import Line, Word
from nghiquyet.normalize.front_matter.head_lines import DATE_LINE, NUMBER_LINE
from nghiquyet.normalize.front_matter.letterhead_words import bare, plain
from nghiquyet.normalize.front_matter.number_and_date import Dated, NumberAndDate

# A figure of less confidence than this may be handwritten; printed ones are hardly ever below.
SURE_FIGURE = 0.8
_DATE_WORD = re.compile(r"^ngay\b")


def by_hand_doubts(lines: Sequence[Line], numbering: NumberAndDate, dated: Dated) -> tuple[str, ...]:
    """Codes of doubts about number and date, read from a letterhead's ``lines``; none where they were printed."""
    if not any(word.confidence is not None for line in lines for word in line.words):
        return ()
    doubts = []
    if not numbering.doubts and (numbering.number is None or _weak(_number_words(lines))):
        doubts.append("number-doubtful")
    if not dated.doubts and (dated.day is None or _weak(_date_words(lines))):
        doubts.append("date-doubtful")
    if any(_letters_changed(word) for word in _above_number(lines)):
        doubts.append("issuer-unsure")
    return tuple(doubts)


def _above_number(lines: Sequence[Line]) -> list[Word]:
    """The words of the letterhead above its line of number and symbol."""
    end = next((i for i, line in enumerate(lines) if NUMBER_LINE.match(line.text)), len(lines))
    return [word for line in lines[:end] for word in line.words]


def _letters_changed(word: Word) -> bool:
    """True if a word was mended by more than marks and doubled letters: "YTẾ" that became "TẾ", but not "CHÂẦU"."""
    return bool(word.recognised) and _single(word.recognised) != _single(word.text)


def _single(text: str) -> str:
    return re.sub(r"(.)\1+", r"\1", bare(text))


def _number_words(lines: Sequence[Line]) -> list[Word]:
    """The words of the line of number and symbol, those of a date beside it left out."""
    line = next((line for line in lines if NUMBER_LINE.match(line.text)), None)
    if line is None:
        return []
    end = next((i for i, w in enumerate(line.words) if _DATE_WORD.match(plain(w.text))), len(line.words))
    return list(line.words[:end])


def _date_words(lines: Sequence[Line]) -> list[Word]:
    """The words of the date's line from "ngày" on."""
    line = next((line for line in lines if DATE_LINE.search(line.text)), None)
    if line is None:
        return []
    start = next((i for i, w in enumerate(line.words) if _DATE_WORD.match(plain(w.text))), len(line.words))
    return list(line.words[start:])


def _weak(words: Sequence[Word]) -> bool:
    figures = [w for w in words if any(c.isdigit() for c in w.text)]
    return any(w.confidence is not None and w.confidence < SURE_FIGURE for w in figures)
