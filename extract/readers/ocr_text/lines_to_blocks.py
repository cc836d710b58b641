"""A page's lines → its blocks in order: lines of prose, tables in any notation, and notes set apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nghiquyet.extract.readers.ocr_text.html_tables import TABLE, TABLE_END, html_to_table
from nghiquyet.extract.readers.ocr_text.inline_marks import marked_words
from nghiquyet.extract.readers.ocr_text.listed_tables import listed_lines_to_table, listed_run
from nghiquyet.extract.readers.ocr_text.model import Block, TextLine, TextPage, TextTable, TextWord
from nghiquyet.extract.readers.ocr_text.page_marks import MarkedPage
from nghiquyet.extract.readers.ocr_text.pipe_tables import (
    is_delimiter,
    is_pipe_line,
    pipe_lines_to_table,
    starts_pipe_table,
)
from nghiquyet.extract.readers.ocr_text.spaced_tables import (
    boxed_lines_to_table,
    boxed_run,
    spaced_lines_to_table,
    spaced_run,
)
from nghiquyet.extract.readers.ocr_text.tab_tables import tab_lines_to_table, tab_run

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


def page_to_blocks(page: MarkedPage) -> TextPage:
    """The page's blocks, with what only tells pages as furniture and its notes apart."""
    blocks: list[Block] = []
    notes: list[TextLine] = []
    for block in _blocks(page.lines, page.number):
        if isinstance(block, TextLine) and block.words and block.words[0].raised:
            notes.append(block)
        else:
            blocks.append(block)
    marks = tuple(TextLine(words, page.number) for m in page.marks if (words := marked_words(m, page.number)))
    return TextPage(page.number, tuple(blocks), tuple(notes), marks)


def _blocks(lines: Sequence[str], page: int) -> Iterator[Block]:
    lines, tables = _without_html(lines, page)
    group: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        size, table = _table_at(lines, at, page)
        if line.startswith(_SHOUT):
            size, table = 1, None
        if size:
            yield from _prose(group, page)
            group = []
            yield from [table] if table is not None else tables[int(line[1:])]
            at += size
            continue
        if not line.strip() or _FENCE.match(line):
            yield from _prose(group, page)
            group = []
        else:
            group.append(line)
        at += 1
    yield from _prose(group, page)


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
    """Where the table that is open at ``at`` ends, tables within it passed over."""
    depth = 1
    while depth:
        end = TABLE_END.search(text, at)
        if end is None:
            return len(text)
        depth += len(TABLE.findall(text, at, end.start())) - 1
        at = end.end()
    return at


def _table_at(lines: Sequence[str], at: int, page: int) -> tuple[int, TextTable | None]:
    """(how many lines the table that begins at ``at`` takes, the table); (0, None) if none begins."""
    if starts_pipe_table(lines, at):
        end = at
        bare = not is_pipe_line(lines[at])
        while end < len(lines) and (
            is_pipe_line(lines[end]) or is_delimiter(lines[end]) or (bare and "|" in lines[end])
        ):
            end += 1
        return end - at, pipe_lines_to_table(lines[at:end], page)
    for run, to_table in _NOTATIONS:
        size = run(lines, at)
        if size:
            return size, to_table(lines[at : at + size], page)
    return 0, None


# How tables without pipes are written: how many lines one takes, and what they say.
_NOTATIONS = (
    (tab_run, tab_lines_to_table),
    (boxed_run, boxed_lines_to_table),
    (spaced_run, spaced_lines_to_table),
    (listed_run, listed_lines_to_table),
)


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
