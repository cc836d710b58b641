"""Fragments → whole tables: which fragments belong together, on one set of columns."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from nghiquyet.extract.language.column_headings import is_heading
from nghiquyet.extract.model import Cell, Join, Line, RefusedJoin, Table, TableFragment
from nghiquyet.extract.tables.classify.heading_rows import column_headings, header_lines, heading_evidence, title_lines
from nghiquyet.extract.tables.continuation.fragment_joins import (
    SAME_BORDER,
    SAME_BORDERS,
    Placed,
    border_agreement,
    columns_by_heading,
    is_recognised_heading,
    join_or_part,
    pages_of,
    place,
)
from nghiquyet.extract.tables.continuation.join_rows import join_rows
from nghiquyet.extract.tables.continuation.sheets_beside import with_sheets_beside

log = logging.getLogger(__name__)


@dataclass(slots=True)
class _FragmentRun:
    """Fragments found to be one table, and why."""

    parts: list[Placed]
    joins: list[Join] = field(default_factory=list)
    refused: tuple[RefusedJoin, ...] = ()


def stitch(placed: Sequence[tuple[TableFragment, tuple[Line, ...]]]) -> tuple[Table, ...]:
    """Tables from fragments in reading order, each given with the body lines between it and the one before.

    Fragments are one table where more speaks for it than against: what stands between, headings, columns, numbers.
    """
    runs: list[_FragmentRun] = []
    for part in with_sheets_beside([place(fragment, above) for fragment, above in placed]):
        verdict = join_or_part(runs[-1].parts, part) if runs else None
        log.debug("fragment on page %d: %s", part.fragment.page, verdict)
        if isinstance(verdict, Join):
            runs[-1].parts.append(part)
            runs[-1].joins += (*part.joins, verdict)
        else:
            runs.append(_FragmentRun([part], list(part.joins), (verdict,) if verdict is not None else ()))
    return tuple(_table(run) for run in runs)


def _table(run: _FragmentRun) -> Table:
    framed = _in_one_frame(run.parts)
    borders = _common_borders([p.fragment for p in framed])
    parts = [_on_borders(p, borders) for p in framed]
    headings = _headings(parts)
    bodies = [(p.fragment, p.depth) for p in parts]
    rows = join_rows(bodies)
    lines = tuple(line for p in parts for line in header_lines(p.fragment, p.depth))
    return Table(
        headings=headings or ((),) * (len(borders) - 1),
        rows=rows,
        pages=tuple(dict.fromkeys(page for p in parts for page in pages_of(p.fragment))),
        fragments=tuple(p.fragment for p in parts),
        header_lines=lines,
        caption=(*run.parts[0].above, *title_lines(run.parts[0].fragment, run.parts[0].depth)),
        joins=tuple(run.joins),
        headed=heading_evidence(run.parts[0].fragment, run.parts[0].depth),
        refused=run.refused,
    )


def _in_one_frame(parts: Sequence[Placed]) -> list[Placed]:
    """The parts with their columns where the first has them.

    Columns go by their places; where these differ, by their order where there are as many, else by their headings.
    """
    first = parts[0]
    return [first, *(replace(p, fragment=replace(p.fragment, columns=_framed(first, p))) for p in parts[1:])]


def _framed(first: Placed, part: Placed) -> tuple[float, ...]:
    frame, own = first.fragment.columns, part.fragment.columns
    if border_agreement(first.fragment, part.fragment) >= SAME_BORDERS:
        return own
    if len(own) == len(frame):
        return frame
    by_heading = columns_by_heading(first, part)
    if by_heading:
        return tuple(frame[c] for c in (*by_heading, len(frame) - 1))
    scale = (frame[-1] - frame[0]) / (own[-1] - own[0])
    return tuple(frame[0] + scale * (x - own[0]) for x in own)


def _headings(parts: Sequence[Placed]) -> tuple[tuple[str, ...], ...]:
    """The first fragment's headings; where one was recognised as none, a later page's reading that is one."""
    first = column_headings(parts[0].fragment, parts[0].depth)
    if not is_recognised_heading(parts[0]):
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
