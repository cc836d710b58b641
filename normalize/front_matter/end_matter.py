"""The document's lines → those of its end: recipients on the left, the signature on the right or below."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nghiquyet.extract.language.frame_phrases import match_cue, phrases
from nghiquyet.extract.language.numbering.roman import SIGNS
from nghiquyet.extract.model import Document, Line
from nghiquyet.normalize.front_matter.head_lines import FOOTNOTE_SIZE, is_stamp
from nghiquyet.normalize.front_matter.letterhead_words import is_capitals, plain, vocabulary

MOST_END_LINES = 90  # from "Nơi nhận" on; longer lists of recipients have not been met
LINES_ABOVE = 5.0  # line heights above "Nơi nhận" at which the signature on the right may begin
MOST_LINES_OF_A_CAPTION = 3  # a file that begins with an appendix has its heading among so many lines
_APPENDIX = re.compile(rf"^(?:phu luc|bieu mau|mau so)\b(?: so)?[{SIGNS.lower()}\d. :-]*$")
_ITEM = re.compile(r"^\s*[-–—•*+]")
_LUU = re.compile(r"^[-–—•*+. ]*luu\b")


@dataclass(frozen=True, slots=True)
class EndMatter:
    """``recipients`` are the lines of the list, its heading left out; ``signature`` those over and with the name."""

    recipients: tuple[Line, ...] = ()
    signature: tuple[Line, ...] = ()


def signing_prefix(text: str) -> tuple[str, str] | None:
    """How a line of a signature begins and what follows: "KT. CHỦ TỊCH" → ("in_place_of", "CHỦ TỊCH")."""
    for family in ("on_behalf", "in_place_of", "acting"):
        match = match_cue(family, text)
        if match is not None:
            return family, match["signer"].strip()
    return None


def is_position(text: str) -> bool:
    """A line of capitals that names what the signer is."""
    return is_capitals(text) and vocabulary().begins("positions", text) is not None


def read_end(document: Document) -> EndMatter:
    """The first list of recipients and the signature beside, above or below it; before any appendix."""
    lines = _before_appendix(document)
    at = next((i for i, line in enumerate(lines) if _opens_recipients(line) and _short(line)), None)
    if at is None:
        return EndMatter(signature=_signature_alone(document, lines))
    heading = lines[at]
    middle = _page_middle(document, heading.page)
    above = [line for line in lines[:at] if _beside(line, heading, middle)]
    return _part(heading, above, lines[at + 1 : at + MOST_END_LINES], middle)


def _opens_recipients(line: Line) -> bool:
    """Whether the line begins with "Nơi nhận", marks aside: a scan loses them."""
    text = plain(line.text)
    return any(re.match(rf"{re.escape(plain(phrase))}\b", text) for phrase in phrases("recipients"))


def _short(line: Line) -> bool:
    return len(line.words) <= 3 or ":" in " ".join(w.text for w in line.words[:3])


def _before_appendix(document: Document) -> tuple[Line, ...]:
    """The lines up to the first appendix, unless the file begins with one."""
    ended = False  # the recipients have been met: what comes under a heading of an appendix now is one
    for i, line in enumerate(document.lines):
        ended = ended or bool(_opens_recipients(line))
        later = line.page > document.lines[0].page
        if i > MOST_LINES_OF_A_CAPTION and (later or ended) and _APPENDIX.match(plain(line.text)):
            return document.lines[:i]
    return document.lines


def _page_middle(document: Document, page: int) -> float:
    return next((p.width / 2 for p in document.pages if p.number == page), 297.0)


def _right(line: Line, heading: Line, middle: float) -> bool:
    centre = (line.bbox[0] + line.bbox[2]) / 2
    return centre > middle + 15 and line.bbox[0] > heading.bbox[0] + 60


def _beside(line: Line, heading: Line, middle: float) -> bool:
    """Whether a line before "Nơi nhận" is the top of the signature on its right."""
    height = heading.bbox[3] - heading.bbox[1]
    near = line.page == heading.page and line.bbox[1] > heading.bbox[1] - LINES_ABOVE * height
    return near and _right(line, heading, middle) and _signs(line.text)


def _signs(text: str) -> bool:
    return is_capitals(text) and (signing_prefix(text) is not None or is_position(text))


def _part(heading: Line, above: list[Line], after: tuple[Line, ...], middle: float) -> EndMatter:
    """The two columns, or the two blocks one under the other."""
    recipients: list[Line] = []
    signature = list(above)
    kept = False  # the "Lưu" line, last of the list, has been met
    below = False  # the signature stands under the list
    first = " ".join(heading.text.split())
    rest = re.sub(r"^\S+\s+\S+\s*:?\s*", "", first)
    if rest:
        recipients.append(Line(heading.words[2:]))
    for line in after:
        if is_stamp(line.text) or _note(line, recipients):
            continue
        if _right(line, heading, middle):
            signature.append(line)
        elif _signs(line.text) or below:
            below = True
            signature.append(line)
        elif _LUU.match(plain(line.text)):
            kept = True
        elif not kept:
            recipients.append(line)
        elif line.page != heading.page:
            break
    return EndMatter(tuple(recipients), tuple(_of_signature_size(signature)))


def _note(line: Line, recipients: list[Line]) -> bool:
    """Whether a line is in smaller print than the list: a footnote under it."""
    if not recipients or line.words[0].confidence is not None:
        return False  # how high recognised letters are depends on which they are
    return line.words[0].size < FOOTNOTE_SIZE * recipients[0].words[0].size


def _of_signature_size(lines: list[Line]) -> list[Line]:
    """Without the small print of a digital signature's picture."""
    largest = max((line.words[-1].size for line in lines), default=0.0)
    return [line for line in lines if line.words[-1].size >= 0.75 * largest or line.words[-1].confidence is not None]


def _signature_alone(document: Document, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The signature of a document without recipients: from the last block on that signs, right of the middle."""
    starts = [i for i, line in enumerate(lines) if _signs(line.text) and _stands_right(document, line)]
    if not starts:
        return ()
    at = starts[-1]
    while at - 1 in starts:
        at -= 1
    page = lines[at].page
    return tuple(line for line in lines[at : at + 12] if line.page == page and not is_stamp(line.text))


def _stands_right(document: Document, line: Line) -> bool:
    """Whether a line stands in the right half, as a signature does; one that says "T/M" may stand anywhere."""
    prefixed = signing_prefix(line.text)
    if prefixed and prefixed[0] == "on_behalf":
        return True
    return (line.bbox[0] + line.bbox[2]) / 2 > _page_middle(document, line.page) + 40


def recipients_of(lines: tuple[Line, ...]) -> tuple[str, ...]:
    """The recipients, one an item: without the dash and the closing mark, lines of one item joined."""
    items: list[list[str]] = []
    for line in lines:
        text = " ".join(line.text.split())
        if _ITEM.match(text):
            items.append([re.sub(r"^\s*[-–—•*+]+\s*", "", text)])
        elif items and not re.search(r"[;.]$", items[-1][-1]):
            items[-1].append(text)
        else:
            items.append([text])
    cleaned = (re.sub(r"[\s;,./]+$", "", " ".join(item)) for item in items)
    return tuple(item for item in cleaned if item)
