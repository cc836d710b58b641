"""Paragraphs of a file without places (Word, recognised text) → where its title ends.

Their lines are set by us, so that no distance tells anything that the file does not say. What does is where the file
ends a paragraph, what it centres or sets in bold, and the wording.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from nghiquyet.extract.model import Line, lines_to_text
from nghiquyet.normalize.front_matter.letterhead_words import is_capitals
from nghiquyet.normalize.front_matter.title_ends import RULE, begins_text, has_cue, is_open, surely_ends_title

# Points by which a full line may miss the margin, and a line that begins at it.
AT_MARGIN = 3.0
# Part of the text's width by which a centred line's middle may miss the page's.
CENTRED = 0.035
# Letters of a paragraph that is no more part of a title typed line by line: such a line has 60 to 90.
LONG = 140
# Letters of a line that was broken for want of room; a title of several such lines is seldom longer than LONGEST.
FULL, LONGEST = 45, 250
# Lines that a title may take.
MOST_LINES = 14
CLOSED = (".", ";", ":", "./.")

Verdict = Literal["in", "in?", "end", "end?"]


@dataclass(frozen=True, slots=True)
class TitleParagraph:
    """Lines that the file holds as one; ``centred`` as far as their places say.

    ``said``: the file itself says so, its reader does not guess it from the words.
    """

    lines: tuple[Line, ...]
    centred: bool
    said: bool

    @property
    def text(self) -> str:
        return lines_to_text(self.lines)

    @property
    def bold(self) -> bool:
        return all(line.bold for line in self.lines)


def title_by_paragraphs(lines: Sequence[Line], at: int, begun: bool) -> tuple[list[str], int, bool]:
    """The texts of the title's paragraphs from ``lines[at]`` on, the place behind them, whether their end is unsure.

    ``begun`` says that words of the title stand before, in the kind's line.
    """
    block: list[TitleParagraph] = []
    unsure = False
    for paragraph in lines_to_paragraphs(lines, at):
        if RULE.match(paragraph.text):
            at += len(paragraph.lines)
            if block:
                break
            continue
        verdict = _verdict(paragraph, block, begun)
        unsure = unsure or verdict.endswith("?")
        if verdict.startswith("end"):
            break
        block.append(paragraph)
        at += len(paragraph.lines)
        if sum(len(p.lines) for p in block) > MOST_LINES:
            unsure = True
            break
    return [p.text for p in block], at, unsure


def lines_to_paragraphs(lines: Sequence[Line], at: int = 0) -> list[TitleParagraph]:
    """The lines from ``at`` on by paragraphs: by their address, else where a line before is full."""
    left, right = min(line.bbox[0] for line in lines), max(line.bbox[2] for line in lines)
    gathered: list[list[Line]] = []
    for line in lines[at:]:
        if gathered and _is_same(gathered[-1][-1], line, left, right):
            gathered[-1].append(line)
        else:
            gathered.append([line])
    return [
        TitleParagraph(tuple(own), _is_centred(own, left, right), bool(own[0].words[0].address)) for own in gathered
    ]


def _is_same(before: Line, line: Line, left: float, right: float) -> bool:
    here = line.words[0].address
    if here:
        return here == before.words[0].address and here.startswith("paragraph ")
    return before.bbox[2] > right - AT_MARGIN and line.bbox[0] < left + AT_MARGIN and line.page == before.page


def _is_centred(lines: Sequence[Line], left: float, right: float) -> bool:
    """Only a paragraph's last line tells: the others are full."""
    last = lines[-1]
    middle = (last.bbox[0] + last.bbox[2]) / 2
    near = abs(middle - (left + right) / 2) <= CENTRED * (right - left)
    return near and last.bbox[0] > left + AT_MARGIN and last.bbox[2] < right - AT_MARGIN


def _verdict(paragraph: TitleParagraph, block: Sequence[TitleParagraph], begun: bool) -> Verdict:
    """Whether the paragraph belongs to the title whose paragraphs so far are ``block``."""
    if surely_ends_title(paragraph.lines[0], block[-1].lines[-1] if block else None):
        return "end"
    if not block:
        plain_text = not (paragraph.bold or paragraph.centred) and paragraph.text.endswith(CLOSED)
        beside = begun and not _goes_on(paragraph)
        return "end" if begins_text(paragraph.lines[0]) or plain_text or beside else "in"
    if block[0].bold != paragraph.bold:
        return "end" if block[0].bold else "end?"
    if paragraph.bold and block[-1].centred == paragraph.centred:
        return "in"
    if _reads_as_text(paragraph):
        return "in?" if _goes_on(paragraph) else "end"
    if _goes_on(paragraph) or is_open(block[-1].text):
        return "in" if block[-1].centred <= paragraph.centred else "in?"
    if block[-1].centred and (paragraph.said or not paragraph.centred):
        return "in" if paragraph.centred else "end"
    return _by_wording(paragraph, block)


def _by_wording(paragraph: TitleParagraph, block: Sequence[TitleParagraph]) -> Verdict:
    """Nothing is centred, and the paragraph begins with a capital."""
    if is_capitals(paragraph.text) and not is_capitals(block[-1].text):
        return "end"
    if len(paragraph.text) > LONG:
        return "end?"
    whole = sum(len(p.text) for p in (*block, paragraph))
    return "in" if len(block[-1].text) >= FULL and whole <= LONGEST else "in?"


def _goes_on(paragraph: TitleParagraph) -> bool:
    return paragraph.text[:1].islower() or paragraph.text[:1].isdigit()


def _reads_as_text(paragraph: TitleParagraph) -> bool:
    return paragraph.text.endswith(CLOSED) or has_cue(paragraph.text)
