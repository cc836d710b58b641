"""A page's lines → its blocks in order: lines of prose, tables in any notation, and notes set apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from nghiquyet.extract.readers.ocr_text.boxed_tables import is_table_rule
from nghiquyet.extract.readers.ocr_text.html_tables import TABLE, TABLE_TAG, html_to_table
from nghiquyet.extract.readers.ocr_text.inline_marks import marked_words
from nghiquyet.extract.readers.ocr_text.model import Block, TextLine, TextPage, TextWord
from nghiquyet.extract.readers.ocr_text.page_marks import MarkedPage
from nghiquyet.extract.readers.ocr_text.table_notations import open_heading, rest_at, table_at

_HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_QUOTE = re.compile(r"^ {0,3}(?:>\s?)+")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)\w*\s*$")
_NOTE = re.compile(r"^ {0,3}\[\^([^\]\s]{1,8})\]:\s*(.*)$")
# A note below the text: its raised mark begins the line.
_RAISED_NOTE = re.compile(r"^\s*(?:[¹²³⁴-⁹][⁰¹²³⁴-⁹]?|<sup>\s*\(?\d{1,2}\)?\s*</sup>|\$\s?\^\{?\d{1,2}\}?\s?\$)\s*\S")
_BULLET = re.compile(r"^(\s*)[*•●▪◦]\s+")
# Parts of a line that so much white or a tab sets apart stand side by side.
_APART = re.compile(r"\t+| {4,}")
_SHOUT = "\ue000"  # stands where a table was taken out of the lines


def pages_to_blocks(pages: Iterable[MarkedPage]) -> list[TextPage]:
    """Each page's blocks; a table without marks that a page's end cuts goes on below under the same heading."""
    found: list[TextPage] = []
    heading: tuple[str, ...] = ()
    for page in pages:
        found.append(page_to_blocks(page, heading))
        heading = open_heading(page.lines, heading)
    return found


def page_to_blocks(page: MarkedPage, heading: Sequence[str] = ()) -> TextPage:
    """The page's blocks, with what only tells pages as furniture and its notes apart.

    ``heading`` are the lines of that of a table without marks which the page before leaves open.
    """
    blocks: list[Block] = []
    notes: list[TextLine] = []
    loose: list[str] = []
    for piece in _pieces(page.lines, page.number, heading):
        if not isinstance(piece, list):
            blocks.append(piece)
            continue
        loose += piece
        for line in _prose(piece, page.number):
            (notes if line.words and line.words[0].raised else blocks).append(line)
    marks = tuple(TextLine(words, page.number) for m in page.marks if (words := marked_words(m, page.number)))
    return TextPage(page.number, tuple(blocks), tuple(notes), marks, tuple(loose))


def _pieces(lines: Sequence[str], page: int, heading: Sequence[str]) -> Iterator[Block | list[str]]:
    """Tables with their captions, and between them runs of lines without blanks."""
    lines, tables = _without_html(lines, page)
    at, rest = rest_at(heading, lines, page)
    if rest is not None:
        yield rest
    run: list[str] = []
    while at < len(lines):
        line = lines[at]
        size, table = (1, None) if line.startswith(_SHOUT) else table_at(lines, at, page)
        if size or not line.strip() or _FENCE.match(line) or is_table_rule(line):
            yield run
            run = []
            if size:
                yield from [table] if table is not None else tables[int(line[1:])]
        else:
            run.append(line)
        at += max(size, 1)
    yield run


def _without_html(lines: Sequence[str], page: int) -> tuple[list[str], list[list[Block]]]:
    """The lines with each HTML table's place marked, and the blocks of each; an unclosed one reaches the page's end."""
    text = "\n".join(lines).replace(_SHOUT, "")
    found: list[list[Block]] = []
    pieces: list[str] = []
    at = 0
    while (start := TABLE.search(text, at)) is not None:
        end = _end_of(text, start.end())
        caption, table = html_to_table(text[start.start() : end], page)
        blocks: list[Block] = [TextLine(marked_words(c, page), page) for c in caption]
        pieces += [text[at : start.start()], f"\n{_SHOUT}{len(found)}\n"]
        found.append([*blocks, table] if table.rows else blocks)
        at = end
    pieces.append(text[at:])
    return "".join(pieces).split("\n"), found


def _end_of(text: str, at: int) -> int:
    """Where the table that is open at ``at`` ends, tables in its cells passed over.

    A table that opens in none of its cells is another: the end of this one is lost.
    """
    depth, in_cell = 1, False
    for tag in TABLE_TAG.finditer(text, at):
        name = tag[0].lower()
        if name.startswith("<table"):
            if depth == 1 and not in_cell:
                return tag.start()
            depth += 1
        elif name.startswith("</table"):
            depth -= 1
            if not depth:
                return tag.end()
        elif depth == 1:
            in_cell = name in ("<td", "<th")
    return len(text)


def _prose(group: Sequence[str], page: int) -> Iterator[TextLine]:
    """A run of lines without blanks: marks may reach over its lines, a heading's or a note's not."""
    run: list[str] = []
    for line in group:
        line = _QUOTE.sub("", line)
        heading, note = _HEADING.match(line), _NOTE.match(line)
        if heading is None and note is None and not _RAISED_NOTE.match(line):
            run.append(_BULLET.sub(r"\1- ", line))
            continue
        yield from _lines(run, page)
        run = []
        if heading is not None:
            words = marked_words(heading[2], page, bold=True)
            if words:
                yield TextLine(words, page, level=len(heading[1]))
        elif note is not None:
            yield TextLine((TextWord(note[1], page, raised=True), *marked_words(note[2], page)), page)
        else:
            yield TextLine(marked_words(line.strip(), page), page)
    yield from _lines(run, page)


def _lines(run: Sequence[str], page: int) -> Iterator[TextLine]:
    words = marked_words("\n".join(line.rstrip().removesuffix("\\") for line in run), page)
    found: list[list[TextWord]] = []
    for word in words:
        if word.begins_line or not found:
            found.append([])
        found[-1].append(word)
    for i, (own, line) in enumerate(zip(found, [x for x in run if x.strip()], strict=False)):
        plain = tuple(replace(w, begins_line=False) for w in own)
        indent = len(line) - len(line.lstrip())
        yield TextLine(plain, page, apart=i == 0, indent=indent, columns=_columns(line, plain))


def _columns(line: str, words: Sequence[TextWord]) -> tuple[int, ...]:
    """The words with which parts of the line begin that wide white sets apart; none where marks hide the places."""
    parts = [p for p in _APART.split(line.strip()) if p]
    if len(parts) < 2:
        return ()
    starts = [0]
    for part in parts[:-1]:
        starts.append(starts[-1] + len(marked_words(part, 1)))
    return tuple(starts) if starts[-1] < len(words) else ()
