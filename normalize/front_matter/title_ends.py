"""Lines that are no part of a title wherever they stand: headings, addresses, whose paper it is."""

from __future__ import annotations

import re

from nghiquyet.extract.language.numbering.roman import SIGNS
from nghiquyet.extract.model import Line
from nghiquyet.normalize.front_matter.letterhead_words import bare, is_capitals, plain, vocabulary

# A drawn rule, typed with dashes or stars.
RULE = re.compile(r"^[-–—_*.\s]+$")
_HEADING = re.compile(
    rf"^(?:(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Điều|ĐIỀU)\s+(?:[{SIGNS}]+|\d+|thứ|THỨ)|[{SIGNS}]+[.)]\s|[A-D1-9][.)]\s)"
)
_ENCLOSED = re.compile(r"^\(?\s*(?:ban hanh )?kem theo")  # in ``plain`` letters


def surely_ends_title(line: Line, before: Line | None) -> bool:
    """True if ``line`` is no part of a title whose last line, if it has one already, is ``before``."""
    text = line.text
    if _HEADING.match(text) or _ENCLOSED.match(plain(text)) or plain(text).startswith("kinh gui"):
        return True
    return before is not None and _is_authority(line, before)


def begins_text(line: Line) -> bool:
    """True if the text begins right under the kind's line: with a basis, or with "QUYẾT ĐỊNH:"."""
    decides = is_capitals(line.text) and bare(line.text) == "quyetdinh"
    return decides or (vocabulary().begins("bases", line.text) is not None and not line.bold)


def has_cue(text: str) -> bool:
    """True if a text's first words are those of a paragraph, not of a title; marks count: "Để" is no "Đề án"."""
    cue = vocabulary().begins("body_cues", text)
    return cue is not None and text[:1].isupper() and text.casefold().startswith(cue.strip().casefold())


def is_open(text: str) -> bool:
    """True if no title ends so: "… ngày 15/7/2021 của"."""
    words = text.casefold().split()
    tails = {" ".join(words[-1:]), " ".join(words[-2:])}
    return text.endswith((",", "-", "–", "(")) or not tails.isdisjoint(vocabulary().listed("open_ends"))


def _is_authority(line: Line, before: Line) -> bool:
    """ "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …" under a title in small letters, or set off from one in capitals."""
    if not is_capitals(line.text) or not vocabulary().begins("authority_heads", line.text):
        return False
    if not is_capitals(before.text):
        return True
    return line.bbox[1] - before.bbox[3] > 0.6 * (line.bbox[3] - line.bbox[1])
