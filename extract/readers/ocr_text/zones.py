"""Where each line of prose would stand on a printed page: recognised text has lost what was centred or set beside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from nghiquyet.extract.language.frame_phrases import match_cue
from nghiquyet.extract.language.numbering.leading import leading_readings, starts_bullet
from nghiquyet.extract.readers.ocr_text.model import TextLine

Place = Literal["body", "centred", "left", "right"]
# A title, a letterhead and a caption end where a line as long as this (letters) closes like a sentence.
SENTENCE = 60
# Lines at the document's head that are looked at for a letterhead; a title has fewer lines than this.
HEAD_LINES, TITLE_LINES = 14, 14
# Names of signers and positions are short.
SIGNATURE_WORDS = 9
_NUMBER = re.compile(r"^\W*(?:Số|SỐ)\s*(?:[:.]|\d|…|/|-)", re.UNICODE)
_DATE = re.compile(
    r"ngày\b.{0,12}tháng\b.{0,12}năm\b|,\s*ngày\s*\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}\s*$", re.IGNORECASE
)
_CLOSED = re.compile(r"[.:;,]$")
_BASES = re.compile(
    r"^(?:căn cứ|theo đề nghị|xét đề nghị|xét tờ trình|thực hiện|để |nhằm |triển khai|kính gửi)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class PlacedLine:
    line: TextLine
    place: Place = "body"


def place_lines(runs: Sequence[Sequence[TextLine]]) -> tuple[tuple[PlacedLine, ...], ...]:
    """The lines of each run (a table stands between runs) with their places."""
    placed: list[tuple[PlacedLine, ...]] = []
    for number, run in enumerate(runs):
        lines = [part for line in run for part in _parted(line)]
        start, found = _head(lines) if number == 0 else (0, [])
        if number:
            start, found = _caption(lines, 0)
        placed.append((*found, *_rest(lines, start)))
    return tuple(placed)


def _parted(line: TextLine) -> list[TextLine]:
    """A letterhead's halves written in one line, with wide white or a tab between them."""
    cuts = [*line.columns, len(line.words)]
    if len(line.columns) != 2 or leading_readings(line.text) or starts_bullet(line.text):
        return [line]
    return [TextLine(line.words[a:b], line.page, line.level, line.apart) for a, b in pairwise(cuts) if b > a]


def _head(lines: Sequence[TextLine]) -> tuple[int, list[PlacedLine]]:
    """Letterhead and title: (the first line behind them, their lines placed)."""
    first = lines[: _kind_line(lines)]
    mottos = [i for i, line in enumerate(first) if _motto(line.text)]
    numbers = [i for i, line in enumerate(first) if _NUMBER.match(line.text)]
    if not mottos and not numbers and lines and _is_kind(lines[0].text):
        start, title = _title(lines, 1)  # the letterhead is lost
        return start, [PlacedLine(lines[0], "centred"), *title]
    if not mottos and not numbers:
        return _caption(lines, 0)
    end = max([*mottos, *numbers, *(i for i, line in enumerate(first) if _is_dateline(line.text, mottos, i))]) + 1
    if not mottos:  # no letterhead's halves: what stands above the title stands at the left
        placed = [PlacedLine(line, "left") for line in lines[:end]]
    else:
        placed = [PlacedLine(line, _half(line.text)) for line in lines[:end]]
    while end < len(lines) and end < HEAD_LINES and lines[end].text.lower().startswith("v/v"):
        placed.append(PlacedLine(lines[end], "left"))
        end += 1
    start, title = _title(lines, end)
    return start, placed + title


def _kind_line(lines: Sequence[TextLine]) -> int:
    """How many lines stand above the kind of the document in capitals: those of a letterhead, or all looked at."""
    named = (i for i, line in enumerate(lines[:HEAD_LINES]) if _is_kind(line.text))
    return next(named, HEAD_LINES)


def _is_kind(text: str) -> bool:
    return text.isupper() and match_cue("kind", text) is not None


def _motto(text: str) -> bool:
    return match_cue("motto", text) is not None


def _half(text: str) -> Place:
    return "right" if _motto(text) or _DATE.search(text) else "left"


def _is_dateline(text: str, mottos: Sequence[int], at: int) -> bool:
    near = not mottos or at - mottos[-1] <= 6
    return (
        near and len(text) < 80 and bool(_DATE.search(text)) and not _CLOSED.search(text) and not text.startswith("(")
    )


def _title(lines: Sequence[TextLine], at: int) -> tuple[int, list[PlacedLine]]:
    """Centred lines from ``at`` on, up to the first line of the text."""
    placed: list[PlacedLine] = []
    while at < len(lines) and len(placed) < TITLE_LINES and not _begins_text(lines[at], bool(placed)):
        placed.append(PlacedLine(lines[at], "centred"))
        at += 1
    return at, placed


def _begins_text(line: TextLine, in_title: bool) -> bool:
    text = line.text
    if leading_readings(text) or starts_bullet(text) or match_cue("end_matter", text):
        return not match_cue("appendix", text)
    closes = bool(_CLOSED.search(text)) and len(text) >= SENTENCE
    begins = in_title and text[:1].isupper() and bool(_BASES.match(text)) and (line.apart or closes)
    return closes or begins or len(text) > 4 * SENTENCE


def _caption(lines: Sequence[TextLine], at: int) -> tuple[int, list[PlacedLine]]:
    """The lines of an appendix's or a table's title, if one begins at ``at``."""
    if at >= len(lines) or not _opens_caption(lines[at].text):
        return at, []
    end, placed = at + 1, [PlacedLine(lines[at], "centred")]
    while end < len(lines) and len(placed) < TITLE_LINES:
        text = lines[end].text
        if not text.startswith("(") and (_begins_text(lines[end], True)):
            break
        placed.append(PlacedLine(lines[end], "centred"))
        end += 1
    return end, placed


def _title_below(lines: Sequence[TextLine], at: int) -> bool:
    """True if a title in capitals without a label stands right below: the caption needs no blank line before it."""
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    return below.isupper() and not leading_readings(below)


def _opens_caption(text: str) -> bool:
    match = match_cue("appendix", text)
    return match is not None or match_cue("enclosed", text) is not None or match_cue("caption", text) is not None


def _rest(lines: Sequence[TextLine], at: int) -> list[PlacedLine]:
    placed: list[PlacedLine] = []
    while at < len(lines):
        text = lines[at].text
        if match_cue("end_matter", text) and (ending := _end_matter(lines, at))[1]:
            end, found = ending
        elif _opens_caption(text) and len(text) < 2 * SENTENCE and (lines[at].apart or _title_below(lines, at)):
            end, found = _caption(lines, at)
        else:
            end, found = at + 1, [PlacedLine(lines[at])]
        placed += found
        at = end
    return placed


def _end_matter(lines: Sequence[TextLine], at: int) -> tuple[int, list[PlacedLine]]:
    """Recipients at the left, the signature at the right, whichever is written first."""
    placed: list[PlacedLine] = []
    place: Place = "left"
    while at < len(lines):
        text = lines[at].text
        if _opens_caption(text) or _motto(text):
            break
        if match_cue("recipients", text):
            place = "left"
        elif match_cue("end_matter", text) or (place == "left" and placed and not _is_recipient(lines[at])):
            place = "right"
        if place == "right" and not _signs(text):
            break
        placed.append(PlacedLine(lines[at], place))
        at += 1
    return at, placed


def _is_recipient(line: TextLine) -> bool:
    text = line.text
    return starts_bullet(text) or bool(re.search(r"[;,.:)]$", text)) or not line.apart


def _signs(text: str) -> bool:
    return len(text.split()) <= SIGNATURE_WORDS and not leading_readings(text) and not starts_bullet(text)
