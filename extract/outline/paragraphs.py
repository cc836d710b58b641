"""Rows of prose → paragraphs: which rows go on the one before, told by margins, line ends, distance and wording."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nghiquyet.extract.language.frame_phrases import match_cue
from nghiquyet.extract.language.numbering.leading import CLOSING, dash_goes_on, leading_readings, starts_bullet
from nghiquyet.extract.language.numbering.reading import NAMED
from nghiquyet.extract.model import Line
from nghiquyet.extract.outline.text_rows import Row
from nghiquyet.extract.tables.continuation.text_flow import flow

# A row that begins this far (points) right of the margin is indented.
INDENT = 10.0
# Rows further apart than this many times the usual leading belong to two paragraphs.
WIDE_STEP = 1.15
# Rows further apart than this many times the leading are never one paragraph.
WIDEST_STEP = 1.6
# The first word of the next row would have fitted into a row that ends this much (points) before the margin.
SLACK = 3.0
# A space's width as a share of the letter size.
SPACE = 0.25
# How sure the wording must be that the text goes on, against what the layout says.
SURELY_ON = 0.9
# Rows of a paragraph whose wording is looked at.
LOOKED_AT = 12
# Sizes of recognised rows of one text differ by less than this factor.
WAVERING = 1.35
# A bracket of few letters and a stop behind it ends a sentence; "(Kèm theo Quyết định …)" has none.
_LAST_BRACKET = re.compile(r"\([^()]{1,60}\)[.;,]")
QUOTES = "“‘\"'"


def rows_to_paragraphs(rows: Sequence[Row]) -> tuple[tuple[Row, ...], ...]:
    """Runs of rows, each a paragraph, list item or heading; rows are those of one column, in reading order."""
    runs: list[list[Row]] = []
    for row in rows:
        if runs and continues(runs[-1], row):
            runs[-1].append(row)
        else:
            runs.append([row])
    return tuple(tuple(run) for run in runs)


def continues(paragraph: Sequence[Row], row: Row) -> bool:
    """True if ``row`` goes on the paragraph whose last row stands just before it."""
    last = paragraph[-1]
    before, after = _text(paragraph), row.line.text
    says = SURELY_ON if _ends_in_bracket(before, after) else flow(before, _unquoted(after)).weight
    if match_cue("motto", after) or match_cue("end_matter", after) or (_named(after) and _may_begin(paragraph, row)):
        return False
    if _unlike_in_size(last, row) and says < SURELY_ON:
        return False
    if last.centred and row.centred and not leading_readings(after):
        return _centred_pair(last, row, says)
    if (last.centred and after[0] in "(*") or (row.centred and is_upper(row.line) and not _title_goes_on(last, row)):
        return _inside_bracket(paragraph)
    begins = _begins(paragraph, row)
    if _is_wide_step(last, row) or not _ends_full(last, row):
        near = row.page != last.page or row.base - last.base <= WIDEST_STEP * max(row.margins.leading, last.size)
        return near and says >= SURELY_ON and not begins and not _heading_like(paragraph, row)
    return _goes_on_from_full(paragraph, row, begins, says)


def _ends_in_bracket(before: str, after: str) -> bool:
    """True for "trí tuệ nhân tạo | (AI);": a bracket with the stop of the sentence that the row above leaves open."""
    return _LAST_BRACKET.match(after) is not None and not before.rstrip().endswith(CLOSING)


def _unquoted(text: str) -> str:
    """The text without the quotation mark before a small letter: "tinh thần | “mỗi người …”" is one sentence."""
    bare = text.lstrip(QUOTES)
    return bare if bare[:1].islower() else text


def _unlike_in_size(last: Row, row: Row) -> bool:
    """True if the rows are set in two sizes; that of a recognised row wavers with the letters in it."""
    if recognised(last) and recognised(row):
        return max(last.size, row.size) > WAVERING * min(last.size, row.size)
    return abs(last.size - row.size) > 1.5


def _title_goes_on(last: Row, row: Row) -> bool:
    """True for recognised capitals right below capitals: on a scan the middle is hard to tell."""
    both = recognised(last) and recognised(row) and is_upper(last.line)
    return both and not last.line.text.endswith(CLOSING) and not _is_wide_step(last, row)


def recognised(row: Row) -> bool:
    """True if the row was read from a picture."""
    return row.parts[0].words[0].confidence is not None


def _begins(paragraph: Sequence[Row], row: Row) -> bool:
    """True if the row begins with a label or a list mark, not in mid-sentence ("kinh tế" / "- xã hội")."""
    text = row.line.text
    if starts_bullet(text):
        return not dash_goes_on(paragraph[-1].line.text, text)
    return bool(leading_readings(text))


def _may_begin(paragraph: Sequence[Row], row: Row) -> bool:
    """True unless the row stands in the middle of a paragraph: at the margin below a full line that is not closed."""
    last = paragraph[-1]
    return (
        row.centred
        or _indented(row)
        or not _ends_full(last, row)
        or last.line.text.endswith(CLOSING)
        or _is_wide_step(last, row)
    )


def _goes_on_from_full(paragraph: Sequence[Row], row: Row, begins: bool, says: float) -> bool:
    """The row before is full: only an indent, a label or the wording can say that a paragraph begins."""
    first, last = paragraph[0], paragraph[-1]
    closed = last.line.text.endswith(CLOSING)
    if _indented(first) and not _indented(row):
        heading = row.line.bold and not last.line.bold and row.line.text[0].isupper()
        return not (closed and heading)
    level = _indented(row) and abs(row.x0 - first.x0) <= INDENT / 2
    if begins:
        return (not (closed or level) and not _heading_like(paragraph, row)) or _inside_bracket(paragraph)
    if (len(paragraph) > 1 and row.x0 - last.x0 > INDENT and row.page == last.page) or level:
        return says >= SURELY_ON
    return row.page == last.page or says > -0.3


def _indented(row: Row) -> bool:
    return row.x0 - row.margins.left > INDENT


def _inside_bracket(paragraph: Sequence[Row]) -> bool:
    text = _text(paragraph)
    return text.count("(") > text.count(")")


def _text(paragraph: Sequence[Row]) -> str:
    return " ".join(r.line.text for r in paragraph[-LOOKED_AT:])


def _named(text: str) -> bool:
    """A line that begins with Điều, Chương, Phần, Phụ lục."""
    labels = leading_readings(text)
    named = bool(labels) and labels[0].style in NAMED
    return named or match_cue("appendix", text) is not None


def _is_wide_step(last: Row, row: Row) -> bool:
    if row.page != last.page or not row.margins.leading:
        return False
    usual = max(row.margins.leading, min(last.size, row.size))
    return row.base - last.base > WIDE_STEP * usual + 1


def _ends_full(last: Row, row: Row) -> bool:
    """True if the next row's first word would not have fitted on the last one: the line was broken by the margin."""
    word = row.parts[0].words[0]
    width = word.bbox[2] - word.bbox[0]
    return last.x1 + SPACE * row.size + width > last.margins.right - SLACK


def _centred_pair(last: Row, row: Row, says: float) -> bool:
    """Rows of one title: alike in weight, size and case, close together, and the first not closed."""
    wavers = recognised(last) and recognised(row)
    alike = (
        not _unlike_in_size(last, row)
        if wavers
        else last.line.bold == row.line.bold and abs(last.size - row.size) < 0.6
    )
    near = row.page == last.page and not _is_wide_step(last, row)
    same_case = is_upper(last.line) == is_upper(row.line)
    opened = row.line.text[0] in "(*"
    alone = any(match_cue(family, last.line.text) for family in ("enclosed", "appendix", "caption"))
    return alike and near and (says >= SURELY_ON or (same_case and not opened and not alone))


def _heading_like(paragraph: Sequence[Row], row: Row) -> bool:
    """A bold heading of one row does not go on in a row of another weight."""
    return paragraph[0].line.bold and not row.line.bold


def is_upper(line: Line) -> bool:
    """True if the line is set in capitals."""
    letters = [c for c in line.text if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) >= 0.9 * len(letters)
