"""Fragments → whole tables: which fragments belong together, on one set of columns."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from itertools import pairwise

from nghiquyet.extract.decisions.decision import Evidence
from nghiquyet.extract.language.column_headings import is_heading
from nghiquyet.extract.language.noise import is_hardly_text
from nghiquyet.extract.language.spelling import bare_letters, letters_only
from nghiquyet.extract.model import Cell, Join, Line, RefusedJoin, Table, TableFragment
from nghiquyet.extract.tables.classify.heading_rows import cells_by_row as rows_of
from nghiquyet.extract.tables.classify.heading_rows import (
    column_headings,
    header_lines,
    header_rows,
    heading_evidence,
    is_column_numbers,
)
from nghiquyet.extract.tables.continuation.join_rows import join_rows

log = logging.getLogger(__name__)

# Column borders of one table on two pages differ by no more than this (points): rounding, and a scan's slant.
SAME_BORDER = 5.0
# The share of borders that must agree where no heading is repeated.
SAME_BORDERS = 0.99
# Two pages through one scanner differ in length and width by no more than this.
FEED = 0.015
# The share of a heading's letters, their marks aside, that two readings of it have in common.
SAME_RECOGNISED = 0.9
# Where all borders agree too, this share will do: words of a heading may be lost on a dark scan.
LIKE_RECOGNISED = 0.6
# Fragments on one page farther apart than this (points) are two tables.
SAME_PAGE_GAP = 14.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A fragment with the body lines that stand between it and the fragment before, and its heading's depth."""

    fragment: TableFragment
    above: tuple[Line, ...]
    depth: int


@dataclass(slots=True)
class _FragmentRun:
    """Fragments found to be one table, and why."""

    parts: list[Placed]
    joins: list[Join] = field(default_factory=list)
    refused: tuple[RefusedJoin, ...] = ()


def stitch(placed: Sequence[tuple[TableFragment, tuple[Line, ...]]]) -> tuple[Table, ...]:
    """Tables from fragments in reading order, each given with the body lines between it and the one before.

    Fragments are one table where the page's end alone stands between them and columns agree or the heading repeats.
    """
    runs: list[_FragmentRun] = []
    for fragment, above in placed:
        part = Placed(fragment, above, header_rows(fragment) or int(_counts_columns(fragment)))
        verdict = _belongs(runs[-1], part) if runs else None
        log.debug("fragment on page %d: %s", fragment.page, verdict)
        if isinstance(verdict, Join):
            runs[-1].parts.append(part)
            runs[-1].joins.append(verdict)
        else:
            runs.append(_FragmentRun([part], refused=(verdict,) if verdict is not None else ()))
    return tuple(_table(run) for run in runs)


def _belongs(run: _FragmentRun, part: Placed) -> Join | RefusedJoin:
    """Whether a fragment goes on with the table in hand, and why."""
    last, first = run.parts[-1].fragment, run.parts[0]
    now = part.fragment
    pages = (last.page, now.page)
    between = next((line for line in part.above if not is_hardly_text(line.words, line.text)), None)
    if between is not None:
        return RefusedJoin("table", pages, (Evidence("text_between", between.text),))
    if not (now.page == last.page + 1 or _follows_closely(last, now)):
        return RefusedJoin("table", pages, (Evidence("far_apart"),))
    agreement = border_agreement(last, now)
    exact = agreement >= SAME_BORDERS and len(last.columns) == len(now.columns)
    repeated = bool(part.depth) and _same_heading(first, part, LIKE_RECOGNISED if exact else SAME_RECOGNISED)
    shares = Evidence("shared_borders", round(agreement, 3))
    if part.depth and not repeated and not _counts_columns(now):
        return RefusedJoin("table", pages, (Evidence("other_heading"), shares))
    if repeated and (agreement >= 0.5 or len(last.columns) == len(now.columns)):
        return Join("table", pages, (Evidence("heading_repeated"), shares), 1.0)
    if agreement >= SAME_BORDERS:
        confidence = 0.95 if len(now.columns) > 3 else 0.8
        return Join("table", pages, (Evidence("no_text_between"), shares), confidence)
    return RefusedJoin("table", pages, (shares, Evidence("least_shared_borders", SAME_BORDERS)))


def _follows_closely(last: TableFragment, now: TableFragment) -> bool:
    return now.page == last.page and 0 <= now.bbox[1] - last.bbox[3] <= SAME_PAGE_GAP


def _counts_columns(fragment: TableFragment) -> bool:
    """True if the first row is (1) (2) (3) …: of a heading only this row is repeated."""
    cells = rows_of(fragment)[0]
    numbers = [int(n.group()) for c in cells if (n := re.search(r"\d+", c.text))]
    counted = len(numbers) >= 3 and all(b == a + 1 for a, b in pairwise(numbers))
    return counted and is_column_numbers(cells)


def _same_heading(first: Placed, part: Placed, share: float) -> bool:
    one, other = _folded_header(first), _folded_header(part)
    if one == other:
        return True
    return (
        _recognised(part)
        and SequenceMatcher(None, bare_letters(one), bare_letters(other), autojunk=False).ratio() >= share
    )


def _recognised(part: Placed) -> bool:
    return any(w.confidence is not None for line in header_lines(part.fragment, part.depth) for w in line.words)


def _folded_header(part: Placed) -> str:
    text = " ".join(line.text for line in header_lines(part.fragment, part.depth))
    return letters_only(text)


def border_agreement(a: TableFragment, b: TableFragment) -> float:
    """The share of the fewer borders that the other fragment has too, after shifting for mirrored margins; 0 to 1.

    Two feeds of a scanner differ in length by up to ``FEED``: widths that do are taken for one.
    """
    width, other = (f.columns[-1] - f.columns[0] for f in (a, b))
    scale = other / width if width and abs(other / width - 1) <= FEED else 1.0
    placed = tuple(b.columns[0] + scale * (x - a.columns[0]) for x in a.columns)
    fewer, more = sorted((placed, b.columns), key=len)
    if abs(fewer[-1] - more[-1]) > 2 * SAME_BORDER:
        return 0.0
    return sum(any(abs(x - y) <= SAME_BORDER for y in more) for x in fewer) / len(fewer)


def _table(run: _FragmentRun) -> Table:
    borders = _common_borders([p.fragment for p in run.parts])
    parts = [_on_borders(p, borders) for p in run.parts]
    headings = _headings(parts)
    bodies = [(p.fragment, p.depth) for p in parts]
    rows = join_rows(bodies)
    lines = tuple(line for p in parts for line in header_lines(p.fragment, p.depth))
    return Table(
        headings=headings or ((),) * (len(borders) - 1),
        rows=rows,
        pages=tuple(dict.fromkeys(p.fragment.page for p in parts)),
        fragments=tuple(p.fragment for p in parts),
        header_lines=lines,
        caption=run.parts[0].above,
        joins=tuple(run.joins),
        headed=heading_evidence(run.parts[0].fragment, run.parts[0].depth),
        refused=run.refused,
    )


def _headings(parts: Sequence[Placed]) -> tuple[tuple[str, ...], ...]:
    """The first fragment's headings; where one was recognised as none, a later page's reading that is one."""
    first = column_headings(parts[0].fragment, parts[0].depth)
    if not _recognised(parts[0]):
        return first
    first = _parted(first, parts[0])
    others = [column_headings(p.fragment, p.depth) for p in parts[1:] if p.depth]
    mended = list(first)
    for other in others:
        for c, (own, texts) in enumerate(zip(mended, other, strict=False)):
            known = bool(texts) and all(map(is_heading, texts))
            better = known and not any(map(is_heading, own))
            mended[c] = texts if better else own
    return tuple(mended)


def _parted(headings: tuple[tuple[str, ...], ...], part: Placed) -> tuple[tuple[str, ...], ...]:
    """The headings, a recognised one over several columns parted where each of these has a heading of its own."""
    parted = list(headings)
    for cell in part.fragment.cells:
        columns = range(cell.column, cell.column + cell.column_span)
        lowest = all(c < len(parted) and parted[c] and parted[c][-1] == cell.text for c in columns)
        if cell.row >= part.depth or cell.column_span == 1 or not cell.lines or not lowest:
            continue
        texts = [_text_within(cell, part.fragment.columns[c], part.fragment.columns[c + 1]) for c in columns]
        if all(map(is_heading, texts)):
            for c, text in zip(columns, texts, strict=True):
                parted[c] = (*parted[c][:-1], text)
    return tuple(parted)


def _text_within(cell: Cell, left: float, right: float) -> str:
    """The words of a cell whose middle lies between two borders."""
    words = (w for line in cell.lines for w in line.words)
    return " ".join(w.text for w in words if left <= (w.bbox[0] + w.bbox[2]) / 2 < right)


def _common_borders(fragments: Sequence[TableFragment]) -> tuple[float, ...]:
    """All column borders of the fragments, those of one place as one, on the first fragment's left edge."""
    left = fragments[0].columns[0]
    merged: list[list[float]] = []
    for x in sorted(x - f.columns[0] + left for f in fragments for x in f.columns):
        if merged and x - merged[-1][0] <= 2 * SAME_BORDER and not _distinct(fragments, merged[-1][-1], x, left):
            merged[-1].append(x)
        else:
            merged.append([x])
    return tuple(sum(m) / len(m) for m in merged)


def _distinct(fragments: Sequence[TableFragment], a: float, b: float, left: float) -> bool:
    """True if one fragment has both borders, so that they are two."""
    if abs(a - b) < 0.5:
        return False
    return any(
        any(abs(x - f.columns[0] + left - a) < 0.01 for x in f.columns)
        and any(abs(x - f.columns[0] + left - b) < 0.01 for x in f.columns)
        for f in fragments
    )


def _on_borders(part: Placed, borders: tuple[float, ...]) -> Placed:
    """The fragment's cells placed on the table's common columns."""
    fragment = part.fragment
    shift = borders[0] - fragment.columns[0]
    places = [min(range(len(borders)), key=lambda i: abs(borders[i] - x - shift)) for x in fragment.columns]
    cells = tuple(_placed_cell(c, places) for c in fragment.cells)
    columns = tuple(b - shift for b in borders)
    return replace(part, fragment=replace(fragment, columns=columns, cells=cells))


def _placed_cell(cell: Cell, places: list[int]) -> Cell:
    start, end = places[cell.column], places[cell.column + cell.column_span]
    return replace(cell, column=start, column_span=max(1, end - start))
