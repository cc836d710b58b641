"""Marks inside a line (Markdown's stars, HTML's inline tags, notes' numbers) → words with bold, italic and raised told.

Nothing is executed or fetched: a link's words stay, its address goes.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from nghiquyet.extract.readers.ocr_text.model import TextWord

# What one letter of a text can be: itself with its style, or a break.
_BREAK = "\n"
_RAISED_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# A raised 2 or 3 behind a measure is its power and stays as written: m², km².
_POWER = re.compile(r"(?:\b(?:m|km|cm|mm|dm|hm)|[/\d]m)$", re.IGNORECASE)
_PATTERNS = re.compile(
    r"(?P<escape>\\[\\`*_{}\[\]()#+\-.!|<>~$^])"
    r"|(?P<br><br\s*/?>)"
    r"|(?P<sup><sup>\s*(?P<sup_text>[^<>]{0,12}?)\s*</sup>)"
    r"|(?P<tag></?(?P<tag_name>b|strong|i|em|u|s|sub|span|p|div|font|center|small|big|a|mark)\b[^<>]{0,200}>)"
    r"|(?P<comment><!--.{0,400}?-->)"
    r"|(?P<entity>&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});)"
    r"|(?P<note>\[\^(?P<note_mark>[^\]\s]{1,8})\])"
    r"|(?P<math>\$\s?\^\{?\s?(?P<math_mark>\d{1,2}|\*{1,3})\s?\}?\s?\$)"
    r"|(?P<image>!\[[^\]\[]{0,200}\]\([^()\s]{0,500}\))"
    r"|(?P<link>\[(?P<link_text>[^\]\[]{1,300})\]\((?:https?:|mailto:|www\.|#)[^()\s]{0,500}\))"
    r"|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})"
    r"|(?P<seam>\*{4,})"
    r"|(?P<stars>\*{1,3}(?!\*)|(?<!_)__(?!_)|(?<![\w_])_(?=[^\s_])|(?<=[^\s_])_(?![\w_]))"
    r"|(?P<ticks>`{1,3})"
    r"|(?P<other>.|\n)",
    re.DOTALL,
)
_BOLD_TAGS, _ITALIC_TAGS = frozenset(("b", "strong")), frozenset(("i", "em"))
_BLOCK_TAGS = frozenset(("p", "div"))


@dataclass(frozen=True, slots=True)
class _Letter:
    text: str
    bold: bool = False
    italic: bool = False
    raised: bool = False


@dataclass(slots=True)
class _MarkedRun:
    """A run of stars at a place among the letters; ``left`` counts those not yet paired."""

    at: int
    mark: str
    left: int
    opens: bool
    closes: bool


def marked_words(text: str, page: int, bold: bool = False) -> tuple[TextWord, ...]:
    """The words of ``text``, which may hold line breaks; unpaired ``**`` are slips of the writer and go.

    >>> [(w.text, w.bold) for w in marked_words("**Phó Bí thư** và", 1)]
    [('Phó', True), ('Bí', True), ('thư', True), ('và', False)]
    """
    letters, runs = _letters_and_runs(text)
    bolds, italics, literal = _paired(runs, len(letters))
    for run in literal:
        letters[run.at] = _Letter(run.mark)
    styled = [
        _Letter(x.text, x.bold or bold or bolds[i], x.italic or italics[i], x.raised) for i, x in enumerate(letters)
    ]
    return _words(styled, page)


def _letters_and_runs(text: str) -> tuple[list[_Letter], list[_MarkedRun]]:
    letters: list[_Letter] = []
    runs: list[_MarkedRun] = []
    tags = {"bold": 0, "italic": 0}
    for match in _PATTERNS.finditer(text):
        kind = match.lastgroup or ""
        kind = next(k for k in _KINDS if match[k] is not None)
        if kind == "stars":
            runs.append(_run(match, len(letters)))
            letters.append(_Letter(""))
            continue
        if kind == "tag":
            letters += _at_tag(match, tags)
            continue
        letters += [
            _Letter(x.text, tags["bold"] > 0, tags["italic"] > 0, x.raised) for x in _plain(kind, match, letters)
        ]
    return letters, runs


_KINDS = (
    "escape br sup tag comment entity note math image link raised seam stars ticks other".split()  # each a group above
)


def _plain(kind: str, match: re.Match[str], before: Sequence[_Letter]) -> list[_Letter]:
    """The letters that a piece of text stands for."""
    if kind == "escape":
        return [_Letter(match["escape"][1])]
    if kind == "br":
        return [_Letter(_BREAK)]
    if kind in ("comment", "image", "ticks", "seam"):  # "**a ****b**": one run ends where the next begins
        return []
    if kind == "entity":
        return [_Letter(c) for c in html.unescape(match["entity"])]
    if kind == "link":
        return [_Letter(c) for c in match["link_text"]]
    if kind in ("note", "math"):
        return [_Letter(match["note_mark"] if kind == "note" else match["math_mark"], raised=True)]
    if kind in ("sup", "raised"):
        return _superscript(match["sup_text"] if kind == "sup" else match["raised"], before)
    return [_Letter(match["other"])]


def _superscript(text: str, before: Sequence[_Letter]) -> list[_Letter]:
    """A note's mark, or the power of a measure, which is written as its sign."""
    digits = text.translate(_RAISED_DIGITS).strip()
    if digits in ("2", "3") and _POWER.search("".join(x.text for x in before[-4:])):
        return [_Letter("²" if digits == "2" else "³")]
    return [_Letter(digits, raised=True)] if digits else []


def _at_tag(match: re.Match[str], tags: dict[str, int]) -> list[_Letter]:
    name, closing = match["tag_name"].lower(), match["tag"].startswith("</")
    step = -1 if closing else 1
    if name in _BOLD_TAGS:
        tags["bold"] = max(0, tags["bold"] + step)
    elif name in _ITALIC_TAGS:
        tags["italic"] = max(0, tags["italic"] + step)
    return [_Letter(_BREAK)] if name in _BLOCK_TAGS else []


def _run(match: re.Match[str], at: int) -> _MarkedRun:
    """Whether stars can open or close, by CommonMark's rule of what stands on either side."""
    text, mark = match.string, match["stars"]
    before = text[match.start() - 1] if match.start() else " "
    after = text[match.end()] if match.end() < len(text) else " "
    word_before, word_after = before.isalnum(), after.isalnum()
    opens = not after.isspace() and (word_after or not word_before)
    closes = not before.isspace() and (word_before or not word_after)
    if before == "(" and after == ")":
        opens = closes = False  # "(*)" is a note's mark
    return _MarkedRun(at, mark, len(mark), opens, closes)


def _paired(runs: Sequence[_MarkedRun], length: int) -> tuple[list[bool], list[bool], list[_MarkedRun]]:
    """(bold, italic) of each letter by the pairs of runs, and the runs that are letters themselves."""
    bold, italic = [False] * length, [False] * length
    open_runs: list[_MarkedRun] = []
    for run in runs:
        # converters close in front of the next word: "*1.1. *Tiếp tục"
        closes = run.closes or any(o.mark == run.mark and o.left == len(o.mark) for o in open_runs)
        while closes and run.left:
            opener = next((o for o in reversed(open_runs) if o.left and o.mark[0] == run.mark[0]), None)
            if opener is None:
                break
            used = 2 if min(opener.left, run.left) >= 2 else 1
            style = bold if used == 2 else italic
            style[opener.at : run.at] = [True] * (run.at - opener.at)
            opener.left -= used
            run.left -= used
            del open_runs[open_runs.index(opener) + (opener.left > 0) :]
        if run.opens and run.left:
            open_runs.append(run)
    alone = [r for r in runs if r.left == len(r.mark) and (len(r.mark) == 1 or not (r.opens or r.closes))]
    return bold, italic, alone


def _words(letters: Sequence[_Letter], page: int) -> tuple[TextWord, ...]:
    words: list[TextWord] = []
    run: list[_Letter] = []
    spaced, broken = True, False
    for letter in [*letters, _Letter(" ")]:
        ends = letter.text.isspace() or (bool(run) and bool(letter.text) and letter.raised != run[-1].raised)
        if ends and run:
            words.append(_word(run, page, joined=not spaced and bool(words), begins_line=broken and spaced))
            run, spaced, broken = [], False, False
        if letter.text.isspace():
            spaced, broken = True, broken or letter.text == _BREAK
        elif letter.text:
            run.append(letter)
    return tuple(words)


def _word(run: Sequence[_Letter], page: int, joined: bool, begins_line: bool) -> TextWord:
    text = "".join(x.text for x in run)
    size = len(run)
    return TextWord(
        text,
        page,
        bold=sum(x.bold for x in run) * 2 > size,
        italic=sum(x.italic for x in run) * 2 > size,
        raised=run[0].raised,
        joined=joined,
        begins_line=begins_line and not joined,
    )
