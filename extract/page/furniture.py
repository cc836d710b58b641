"""What stands on a page and is no part of the text: page numbers, running headers and footers, signature stamps."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from nghiquyet.extract.model import Line

# The parts of a page's height, at its top and its foot, where page numbers and running lines stand.
MARGIN = 0.11
# A page's number alone stands as far (points) from the edge of a low page as of a high one.
DEEP = 75.0
# A scanner may lay the page lower by 14 mm, and some offices print numbers high over the foot: where it was recognised
# the number must be the page's own.
DEEP_ON_SCANS = 150.0
# A line that stands at one place of this share of the pages (and of at least three) is a running line.
RUNNING_SHARE = 0.5
FEWEST_RUNNING = 3
SAME_PLACE = 6.0

# A scan's specks may stand behind it.
PAGE_NUMBER = re.compile(r"^(?:trang\s*)?[-–—|]?\s*\d{1,4}\s*(?:/\s*\d{1,4})?\s*[-–—|]?[.:,;']?$", re.IGNORECASE)
# What signing programs print over a page: who signed, when, with which certificate.
STAMP = re.compile(
    r"^(?:người ký|ký bởi|ký ngày|thời gian ký|ngày ký|cơ quan|email|e-mail|chức vụ|signature|digitally signed|signer|"
    r"signed by|date|reason|location|đơn vị ký)\s*:|^signature (?:not verified|valid)|"
    r"^(?:người ký|ký bởi|thời gian ký|ngày ký|e-?mail)\b",  # a scan loses the colon
    re.IGNORECASE,
)
# "Phụ lục 3" above one page and "Phụ lục 4" above the next are headings, though they stand at one place.
NUMBERED_HEADING = re.compile(r"^(?:phụ lục|biểu|mẫu|bảng|phần|chương|mục|điều|tiểu mục)\b", re.IGNORECASE)


def split_furniture(
    pages: Sequence[tuple[float, Sequence[Line]]],
) -> tuple[tuple[tuple[Line, ...], tuple[Line, ...]], ...]:
    """For each page, given as its height and the lines outside its tables, (text lines, furniture)."""
    running = _running_lines(pages)
    split = []
    for height, lines in pages:
        furniture = [line for line in lines if _is_furniture(line, lines, height, running)]
        split.append((tuple(line for line in lines if line not in furniture), tuple(furniture)))
    return tuple(split)


def _is_furniture(line: Line, lines: Sequence[Line], height: float, running: frozenset[tuple[str, int]]) -> bool:
    if STAMP.match(line.text) and line.words[0].size < 11:
        return True
    if not _in_margin(line, height):
        return False
    if any(key in running for key in _keys(line)) and not NUMBERED_HEADING.match(line.text):
        return True
    return bool(PAGE_NUMBER.match(line.text)) and _outermost(line, lines)


def _outermost(line: Line, lines: Sequence[Line]) -> bool:
    """True if no other line stands beside it or beyond it: a lone 6 in a column is no page's number."""
    _, top, _, bottom = line.bbox
    others = [other.bbox for other in lines if other is not line and not PAGE_NUMBER.match(other.text)]
    return all(o[1] >= bottom - 1 for o in others) or all(o[3] <= top + 1 for o in others)


def _in_margin(line: Line, height: float) -> bool:
    _, top, _, bottom = line.bbox
    depth = height * MARGIN
    if PAGE_NUMBER.match(line.text):
        depth = max(depth, DEEP_ON_SCANS if _is_own_number(line) else DEEP)
    return bottom <= depth or top >= height - depth


def _is_own_number(line: Line) -> bool:
    """True if recognised figures alone are the number of their page."""
    return line.text == str(line.page) and all(w.confidence is not None for w in line.words)


def _keys(line: Line) -> tuple[tuple[str, int], ...]:
    """The line's words without their numbers, with the place rounded both ways."""
    words = re.sub(r"\d+", "#", line.text.casefold())
    place = line.bbox[1] / SAME_PLACE
    return (words, int(place)), (words, int(place + 0.5) + 100_000)


def _running_lines(pages: Sequence[tuple[float, Sequence[Line]]]) -> frozenset[tuple[str, int]]:
    counts: Counter[tuple[str, int]] = Counter()
    for height, lines in pages:
        counts.update({key for line in lines if _in_margin(line, height) for key in _keys(line)})
    least = max(FEWEST_RUNNING, RUNNING_SHARE * len(pages))
    return frozenset(key for key, count in counts.items() if count >= least)
