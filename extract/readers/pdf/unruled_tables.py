"""Pages with their tables without vertical rulings found: each below its headings, or going on from the page before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from nghiquyet.extract.model import Ruling, TableFragment, Word
from nghiquyet.extract.page.words_to_lines import line_to_columns, words_to_lines
from nghiquyet.extract.readers.pdf.split_pages import SplitPage
from nghiquyet.extract.tables.classify.heading_lines import HeadingBlock, heading_blocks
from nghiquyet.extract.tables.lattice.column_gutters import tight_runs
from nghiquyet.extract.tables.lattice.unruled import area_below, area_to_fragment
from nghiquyet.extract.tables.shifted_columns import columns_on_page

# A repeated heading begins no farther than this (points) below the top of its page's table.
HEADING_DEPTH = 45.0
# A ruling this far (points) above or below a band of the page may be the band's.
BESIDE = 8.0
# A page's number and running lines stand in this share of its height at top and bottom.
EDGE = 0.1


@dataclass(frozen=True, slots=True)
class Band:
    """A part of the page's height in which one table can stand: below its ``heading``, or at the page's top."""

    top: float
    bottom: float
    heading: HeadingBlock | None
    followed: bool = False  # by the headings of another


def with_unruled_tables(splits: Sequence[SplitPage]) -> list[SplitPage]:
    """The pages in order, tables without vertical rulings taken from their lines."""
    done: list[SplitPage] = []
    last: HeadingBlock | None = None
    for split in splits:
        lines = words_to_lines([w for line in split.lines for w in line.words])
        headings = heading_blocks(lines, split.page.rulings, last)
        done.append(_with_unruled(split, done[-1] if done else None, headings, last))
        last = headings[-1] if headings else last
    return done


def _with_unruled(
    split: SplitPage, before: SplitPage | None, headings: Sequence[HeadingBlock], last: HeadingBlock | None
) -> SplitPage:
    words = [w for line in split.lines for w in line.words]
    open_table = _open_table(before, words)
    fragments: list[TableFragment] = []
    for band in _bands(split, words, open_table, headings):
        own = [w for w in words if band.top <= (w.bbox[1] + w.bbox[3]) / 2 < band.bottom]
        rulings = _rulings(split.page.rulings, band, own)
        other = split.read == "printed" and band.heading is not None and not _is_again(band.heading, last)
        known = _known_columns(open_table, band.heading) if not fragments and not other else ()
        fragment = _fragment(split.page.number, own, rulings, band.heading, known)
        if fragment is not None:
            fragments.append(fragment)
            words = _outside(words, fragment)
    if not fragments:
        return split
    lines = tuple(part for line in words_to_lines(words) for part in line_to_columns(line))
    ordered = sorted([*split.fragments, *fragments], key=lambda f: f.bbox[1])
    return replace(split, fragments=tuple(ordered), lines=lines)


def _open_table(before: SplitPage | None, words: Sequence[Word]) -> TableFragment | None:
    """The table without vertical rulings that ends the page before and may go on, its columns as on this page."""
    last = before.fragments[-1] if before is not None and before.fragments else None
    if last is None or before is None or last.ruled == "full" or not _ends(before, last):
        return None
    return replace(last, columns=columns_on_page(last.columns, words))


def _bands(
    split: SplitPage, words: Sequence[Word], open_table: TableFragment | None, headings: Sequence[HeadingBlock]
) -> Iterator[Band]:
    """The parts of the page that tables may stand in, from the top down: each reaches to the headings of the next."""
    edge = EDGE * split.page.height
    first = min((w.bbox[1] for w in words if w.bbox[3] > edge), default=0.0)
    if open_table is not None and (not headings or headings[0].top - first > HEADING_DEPTH):
        sure = tuple(h for h in headings if h.sure)  # lower down, a row reads like headings
        yield Band(0.0, sure[0].top - 1 if sure else split.page.height, None, bool(sure))
        headings = sure
    for heading, after in pairwise([*headings, None]):
        assert heading is not None
        yield Band(
            heading.top - 1, after.top - 1 if after is not None else split.page.height, heading, after is not None
        )


def _rulings(rulings: Sequence[Ruling], band: Band, words: Sequence[Word]) -> list[Ruling]:
    """The rulings of a band, without that right above the next one's headings if prose parts the two tables."""
    own = [r for r in rulings if band.top - BESIDE <= r.top and r.bottom <= band.bottom + BESIDE]
    above = [r for r in own if r.bottom < band.bottom - BESIDE]
    foot = max((r.bottom for r in above if r.horizontal), default=band.top)
    between = words_to_lines([w for w in words if w.bbox[1] > foot])
    prose = bool(between) and all(len(tight_runs(line)) == 1 for line in between)
    return above if band.followed and prose else own


def _is_again(heading: HeadingBlock, last: HeadingBlock | None) -> bool:
    return last is not None and heading.texts == last.texts


def _known_columns(open_table: TableFragment | None, heading: HeadingBlock | None) -> tuple[float, ...]:
    """The open table's columns, unless the headings stand over others: then they head a table of their own."""
    if open_table is None:
        return ()
    columns = open_table.columns
    if heading is None or not heading.spans or len(heading.spans) != len(columns) - 1:
        return columns if heading is None or not heading.spans else ()
    middles = [(x0 + x1) / 2 for x0, x1 in heading.spans]
    return columns if all(a < x < b for x, (a, b) in zip(middles, pairwise(columns), strict=True)) else ()


def _fragment(
    page: int, words: Sequence[Word], rulings: Sequence[Ruling], heading: HeadingBlock | None, known: Sequence[float]
) -> TableFragment | None:
    area = area_below(heading, known, words)
    return area_to_fragment(area, words, rulings, page, heading, known) if area is not None else None


def _outside(words: Sequence[Word], fragment: TableFragment) -> list[Word]:
    top, bottom = fragment.bbox[1], fragment.bbox[3]
    return [w for w in words if not top <= (w.bbox[1] + w.bbox[3]) / 2 <= bottom]


def _ends(split: SplitPage, fragment: TableFragment) -> bool:
    """True if nothing but furniture stands below the fragment on its page."""
    edge = split.page.height * (1 - EDGE)
    return not any(fragment.bbox[3] < line.bbox[1] < edge for line in split.lines)
