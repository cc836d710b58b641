"""The lines below the letterhead → kind, the body named under it, the title, and where the text begins."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from nghiquyet.extract.model import Line
from nghiquyet.normalize.front_matter.head_lines import DATE_LINE, NUMBER_LINE, is_flowing, motto_at
from nghiquyet.normalize.front_matter.letterhead_words import bare, is_capitals, plain, vocabulary
from nghiquyet.normalize.front_matter.title_ends import RULE, begins_text, has_cue, is_open, surely_ends_title
from nghiquyet.normalize.front_matter.title_paragraphs import title_by_paragraphs

WIDE_GAP = 1.1  # line heights of white above a line that begin a new block after the title
CENTRED = 0.035  # part of the page's text width by which a centred line's middle may miss the page's
KIND_OFF_MIDDLE = 0.13  # part of the page's width by which the kind's line may miss its middle: margins differ
LONGEST_LINE = 320  # letters of a title that is one line of a stream; longer is a paragraph
MOST_TITLE_LINES = 14
_SUBJECT = re.compile(r"^\s*V/v[:.]?\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TitleBlock:
    """What stands between letterhead and text; ``body`` are the lines from the text's first on."""

    kind: str | None = None
    issuer: str | None = None
    title: str | None = None
    body: tuple[Line, ...] = ()
    doubts: tuple[str, ...] = ()


def kind_in(text: str) -> tuple[str, str] | None:
    """The kind that a line of capitals begins with and what follows it in the line: ("Kế hoạch", "")."""
    if not is_capitals(text) and len(bare(text)) > 1:
        return None
    together = bare(text)
    best: tuple[str, str] | None = None
    for kind in vocabulary().kinds:
        form = bare(kind.name)
        if together == form:
            return kind.name, ""
        words = plain(text)
        if words.startswith(plain(kind.name) + " ") and (best is None or len(kind.name) > len(best[0])):
            best = kind.name, " ".join(text.split()[len(kind.name.split()) :])
    return best


def find_kind(lines: tuple[Line, ...], page_width: float) -> int | None:
    """The index of the line with the document's kind: centred capitals below the motto, above the text."""
    flowing = is_flowing(lines)
    started = not any(motto_at(line) is not None for line in lines)
    for i, line in enumerate(lines):
        if motto_at(line) is not None:
            started = True
            continue
        if not started or NUMBER_LINE.match(line.text) or DATE_LINE.search(line.text):
            continue
        if plain(line.text).startswith(("kinh gui", "phu luc")):
            return None
        found = kind_in(line.text)
        if found and flowing and not found[1]:
            return i
        if found and not flowing and abs(_middle(line) - page_width / 2) < KIND_OFF_MIDDLE * page_width:
            return i
    return None


def _middle(line: Line) -> float:
    return (line.bbox[0] + line.bbox[2]) / 2


def read_title_block(below: tuple[Line, ...], with_kind: bool, placed: bool = True) -> TitleBlock:
    """The block that ``below`` begins with; its first line is the kind's if ``with_kind``.

    Unless ``placed`` the lines come from a file without places, and paragraphs tell where the title ends.
    """
    if not with_kind or not below:
        return TitleBlock(body=below)
    found = kind_in(below[0].text)
    assert found is not None
    kind, rest = found
    issuer_lines, at = _issuer_lines(below, 1)
    if plain(rest).startswith("cua ") and not issuer_lines:
        issuer_lines, rest = [rest], ""
    begun = [rest] if rest else []
    if placed:
        title_lines, at, unsure = _title_lines(below, at, begun)
    else:
        own, at, unsure = title_by_paragraphs(below, at, bool(begun))
        title_lines = [*begun, *own]
    title = _joined(title_lines) or None
    doubts = ("title-missing",) if not title else (("title-unsure",) if unsure else ())
    body = below[at:]
    return TitleBlock(kind, _of_issuer(issuer_lines), title, body, doubts)


def _issuer_lines(lines: tuple[Line, ...], at: int) -> tuple[list[str], int]:
    """Lines in capitals under the kind that say whose it is: "CỦA BAN THƯỜNG VỤ …"."""
    found: list[str] = []
    while at < len(lines) and at < 5:
        text = lines[at].text
        opens = plain(text).startswith("cua ") and is_capitals(text)
        goes_on = bool(found) and is_capitals(text) and not plain(text).startswith("ve ")
        if not opens and not goes_on:
            break
        found.append(text)
        at += 1
    return found, at


def _of_issuer(lines: list[str]) -> str | None:
    return re.sub(r"^\S+\s+", "", " ".join(lines), count=1) if lines else None


def _title_lines(lines: tuple[Line, ...], at: int, title: list[str]) -> tuple[list[str], int, bool]:
    """The title's lines from ``at`` on, the place after it, and whether its end is unsure."""
    middle, (left, right) = None if is_flowing(lines) else _middle(lines[0]), _margins(lines)
    block: list[Line] = []
    while at < len(lines) and len(block) < MOST_TITLE_LINES:
        line = lines[at]
        if RULE.match(line.text):
            at += 1
            if block:
                return title, at, False
            continue
        verdict = _ends_title(line, block, middle, right - left)
        if verdict is not None:
            return title, at, verdict == "unsure"
        block.append(line)
        title.append(line.text)
        at += 1
    return title, at, len(block) >= MOST_TITLE_LINES


def _margins(lines: tuple[Line, ...]) -> tuple[float, float]:
    return min(line.bbox[0] for line in lines), max(line.bbox[2] for line in lines)


def _ends_title(line: Line, block: list[Line], middle: float | None, width: float) -> str | None:
    """Why ``line`` is no part of the title that ``block`` began ("sure" or "unsure"), or None if it is."""
    text = line.text
    if surely_ends_title(line, block[-1] if block else None):
        return "sure"
    if not block:
        return "sure" if begins_text(line) else None
    first = block[0]
    gap = line.bbox[1] - block[-1].bbox[3]
    height = max(block[-1].bbox[3] - block[-1].bbox[1], 1.0)
    usual = min((b.bbox[1] - a.bbox[3] for a, b in itertools.pairwise(block)), default=0.2 * height)
    wide = gap > usual + WIDE_GAP * height
    if first.bold and not line.bold:
        return None if not wide and _looks_plain(line, middle, width) else "sure"
    if first.bold:
        return "sure" if gap > usual + 2 * WIDE_GAP * height else None
    off = middle is not None and abs(_middle(line) - middle) > CENTRED * width
    sure = "unsure" if is_open(block[-1].text) else "sure"
    if wide or has_cue(text) or (middle is None and len(text) > LONGEST_LINE):
        return sure
    if not off:
        return None
    return sure if text[:1].isupper() else "unsure"  # a paragraph begins with a capital, set in


def _looks_plain(line: Line, middle: float | None, width: float) -> bool:
    """True if a line of the title may only look plain: recognised, centred, and no beginning of anything."""
    recognised = any(word.confidence is not None for word in line.words)
    centred = middle is not None and abs(_middle(line) - middle) <= CENTRED * width
    return recognised and centred and not line.text[:1].isupper() and not has_cue(line.text)


def _joined(lines: list[str]) -> str:
    """One line of the title's lines; nothing is put between where a line ends in a number's hyphen or slash."""
    text = ""
    for line in lines:
        line = " ".join(line.split())
        text += line if not text or re.search(r"[^\s\-–][-/]$", text) else " " + line
    return text.strip()


def subject_of_letter(left: tuple[str, ...]) -> str | None:
    """A letter's subject, printed below its number: "V/v …"."""
    for i, row in enumerate(left):
        if _SUBJECT.match(row):
            return _joined(list(left[i:]))
    return None
