"""Does a part of a table on one page go on with the table before it? What stands between, headings, columns, numbers.

Each sign has a weight; the sum tells how likely the two are one. No single sign but a new title parts them: not a line
of ink at the foot of a page, not other widths, not a heading that is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise, takewhile
from pathlib import Path

from nghiquyet.extract.decisions.weighing import Likelihood, weigh_signs
from nghiquyet.extract.language.frame_phrases import match_cue
from nghiquyet.extract.language.noise import is_hardly_text
from nghiquyet.extract.language.numbering.leading import leading_label
from nghiquyet.extract.language.numbering.ordinals import row_label
from nghiquyet.extract.language.numbering.reading import Reading
from nghiquyet.extract.language.numbering.succession import follows
from nghiquyet.extract.language.packaged_yaml import packaged_yaml
from nghiquyet.extract.language.spelling import bare_letters, letters_only
from nghiquyet.extract.model import Join, Line, RefusedJoin, TableFragment
from nghiquyet.extract.tables.classify.heading_rows import (
    cells_by_row,
    column_headings,
    header_lines,
    header_rows,
    is_column_numbers,
)

# Column borders of one table on two pages differ by no more than this (points): rounding, and a scan's slant.
SAME_BORDER = 5.0
# The share of borders that must agree for all of them to do so.
SAME_BORDERS = 0.99
# Two pages through one scanner differ in length and width by no more than this.
FEED = 0.015
# The share of a heading's letters, their marks aside, that two readings of it have in common.
SAME_RECOGNISED = 0.9
# Where all borders agree too, this share will do: words of a heading may be lost on a dark scan.
LIKE_RECOGNISED = 0.6
# Fragments on one page farther apart than this (points) are two tables.
SAME_PAGE_GAP = 14.0
# Two parts are one table from this likelihood on.
ONE_TABLE = 0.5
# More lines than this between two parts are a text of its own.
FEW_LINES = 3
# A group's heading has no more filled cells than its number and its title.
BARE_ROW = 2
WEIGHTS = Path(__file__).with_name("fragment_join_weights.yaml")


@dataclass(frozen=True, slots=True)
class Placed:
    """A fragment with the body lines that stand between it and the fragment before, and its heading's depth.

    ``joins`` say why columns of another sheet are among its own.
    """

    fragment: TableFragment
    above: tuple[Line, ...]
    depth: int
    joins: tuple[Join, ...] = ()


def place(fragment: TableFragment, above: tuple[Line, ...]) -> Placed:
    """The fragment with the depth of its heading; a row that only counts the columns is one too."""
    return Placed(fragment, above, header_rows(fragment) or int(_counts_columns(fragment)))


def join_or_part(parts: Sequence[Placed], part: Placed) -> Join | RefusedJoin:
    """Whether ``part`` goes on with the table whose parts so far are ``parts``, with how likely it is that it does."""
    pages = (parts[-1].fragment.page, part.fragment.page)
    told = weigh_join(parts, part)
    if told.value >= ONE_TABLE:
        return Join("table", pages, told.evidence, round(told.value, 3))
    return RefusedJoin("table", pages, told.evidence, round(told.value, 3))


def weigh_join(parts: Sequence[Placed], part: Placed) -> Likelihood:
    """How likely ``part`` is more of the table whose parts so far are ``parts``, and what tells it."""
    return weigh_signs(_signs(parts, part), _weights())


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = packaged_yaml(WEIGHTS)["weights"]
    return weights


def _signs(parts: Sequence[Placed], part: Placed) -> Iterator[tuple[str, bool | str]]:
    last, now = parts[-1].fragment, part.fragment
    yield from _between(parts[0], part)
    if not (now.page - 1 in pages_of(last) or _follows_closely(last, now)):
        yield "far_apart", True
    exact = border_agreement(last, now) >= SAME_BORDERS
    same_count = len(last.columns) == len(now.columns)
    yield ("same_number_of_columns" if same_count else "other_number_of_columns"), True
    if exact:
        yield "borders_agree", True
    elif border_agreement(last, now, any_width=True) >= SAME_BORDERS:
        yield "borders_in_proportion", True
    if part.depth:
        share = LIKE_RECOGNISED if exact and same_count else SAME_RECOGNISED
        if _same_heading(parts[0], part, share) or columns_by_heading(parts[0], part):
            yield "heading_repeated", True
        else:
            yield ("column_numbers_repeated" if _counts_columns(now) else "other_heading"), True
    yield from _numbers(parts, part)


def _between(first: Placed, part: Placed) -> Iterator[tuple[str, bool | str]]:
    """What stands between the parts: nothing but furniture, a remark in a line or two, a text, a title.

    The lines right above the table's own heading may be printed again with it.
    """
    lines = [line for line in part.above if not is_hardly_text(line.words, line.text)]
    repeated = _repeated_title(first, lines) if part.depth else 0
    if repeated:
        yield "title_repeated", lines[-repeated].text
        lines = lines[:-repeated]
    title = next((line.text for line in lines if is_title(line)), None)
    if title is not None:
        yield "title_between", title
    elif len(lines) == 1:
        yield "line_between", lines[0].text
    elif lines:
        yield ("lines_between" if len(lines) <= FEW_LINES else "text_between"), lines[0].text


def _repeated_title(first: Placed, lines: Sequence[Line]) -> int:
    """How many of the last ``lines`` are those that stand right above the table's own heading."""
    pairs = zip(reversed(lines), reversed(first.above), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0].text == pair[1].text, pairs))


def is_title(line: Line) -> bool:
    """True for a line that opens another part of the document: in capitals or bold, numbered, or called an appendix."""
    text = line.text
    if match_cue("appendix", text) is not None or match_cue("captions", text) is not None or leading_label(text):
        return True
    return line.bold or (text.isupper() and sum(map(str.isalpha, text)) > 1)


def _numbers(parts: Sequence[Placed], part: Placed) -> Iterator[tuple[str, bool | str]]:
    """Whether the first number of the part is the next of one before, or begins a list anew."""
    before: dict[tuple[str, int], Reading] = {}
    for one in parts:
        before |= {(label.style, label.depth): label for label in _labels(one)}
    first = next(iter(_labels(part)), None)
    if first is None or not before:
        return
    if any(follows(label, first) or (first.contains(label) and first.first) for label in before.values()):
        yield "numbers_go_on", first.text
    elif first.first and not _ends_with_group(parts[-1]):
        yield "numbers_begin_anew", first.text


def _labels(part: Placed) -> list[Reading]:
    """The numbers of a part's rows, as they stand in its first column, top down."""
    own = sorted((c for c in part.fragment.cells if c.column == 0 and c.row >= part.depth), key=lambda c: c.row)
    return [label for c in own if (label := row_label(c.text)) is not None and label.style != "bullet"]


def _ends_with_group(part: Placed) -> bool:
    """True if the last row has a number and a title alone, so that numbers may begin anew below it."""
    rows = cells_by_row(part.fragment)
    return bool(rows) and sum(bool(cell.lines) for cell in rows[-1]) <= BARE_ROW


def _follows_closely(last: TableFragment, now: TableFragment) -> bool:
    return now.page == last.page and 0 <= now.bbox[1] - last.bbox[3] <= SAME_PAGE_GAP


def _counts_columns(fragment: TableFragment) -> bool:
    """True if the first row is (1) (2) (3) …: of a heading only this row is repeated."""
    cells = cells_by_row(fragment)[0]
    numbers = [int(n.group()) for c in cells if (n := re.search(r"\d+", c.text))]
    counted = len(numbers) >= 3 and all(b == a + 1 for a, b in pairwise(numbers))
    return counted and is_column_numbers(cells)


def _same_heading(first: Placed, part: Placed, share: float) -> bool:
    one, other = _folded_header(first), _folded_header(part)
    if one == other:
        return True
    least = share if is_recognised_heading(part) else SAME_RECOGNISED  # a printer may cut a heading's last line
    return SequenceMatcher(None, bare_letters(one), bare_letters(other), autojunk=False).ratio() >= least


def columns_by_heading(first: Placed, part: Placed) -> tuple[int, ...]:
    """The columns of the first part that have the headings of another, one for each, if all do in order; else none."""
    frame = column_headings(first.fragment, first.depth)
    places: list[int] = []
    for heading in column_headings(part.fragment, part.depth) if part.depth else ():
        after = places[-1] + 1 if places else 0
        found = next((c for c in range(after, len(frame)) if heading and frame[c] == heading), None)
        if found is None:
            return ()
        places.append(found)
    return tuple(places)


def pages_of(fragment: TableFragment) -> tuple[int, ...]:
    """The pages on which a part's words stand, its own first."""
    words = (line.page for cell in fragment.cells for line in cell.lines)
    return tuple(dict.fromkeys((fragment.page, *words)))


def is_recognised_heading(part: Placed) -> bool:
    """True if a word of the heading was read off a picture."""
    return any(w.confidence is not None for line in header_lines(part.fragment, part.depth) for w in line.words)


def _folded_header(part: Placed) -> str:
    return letters_only(" ".join(line.text for line in header_lines(part.fragment, part.depth)))


def border_agreement(a: TableFragment, b: TableFragment, any_width: bool = False) -> float:
    """The share of the fewer borders that the other fragment has too, after shifting for mirrored margins; 0 to 1.

    Two feeds of a scanner differ in length by up to ``FEED``: widths that do are taken for one; any, if so asked.
    """
    width, other = (f.columns[-1] - f.columns[0] for f in (a, b))
    scale = other / width if width and (any_width or abs(other / width - 1) <= FEED) else 1.0
    placed = tuple(b.columns[0] + scale * (x - a.columns[0]) for x in a.columns)
    fewer, more = sorted((placed, b.columns), key=len)
    if abs(fewer[-1] - more[-1]) > 2 * SAME_BORDER:
        return 0.0
    return sum(any(abs(x - y) <= SAME_BORDER for y in more) for x in fewer) / len(fewer)
