"""A second look at pages with tables without vertical rulings: what another engine sees aligned, and we left unread.

camelot's network parser finds areas whose text is aligned in columns, whatever it says. What it sees in an area where
no table was read, or well below one's end, may be rows that were lost. It is asked only about printed pages where a
table without vertical rulings was found, or headings of columns stand outside every table, and is imported only then.
The one door to camelot.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nghiquyet.extract.model import AS_FILED, TableFragment, Trouble
from nghiquyet.extract.readers.pdf.split_pages import SplitPage
from nghiquyet.extract.tables.classify.heading_lines import FEWEST_HEADINGS, heading_blocks

# Where the engine ends a table differs from where we do by up to a line of text; so much below our end (points, two
# lines) is another row. Measured on 56 random tables: it never saw one end more than a point below ours.
BELOW = 28.0


@dataclass(frozen=True, slots=True)
class AlignedArea:
    """A part of a page's height (points from its top) whose text stands in so many columns."""

    top: float
    bottom: float
    columns: int


def unread_aligned_text(pdf: bytes, splits: Sequence[SplitPage]) -> Iterator[Trouble]:
    """A trouble with the printed pages on which text is aligned like a table's that was not read as one."""
    pages = tuple(
        split.page.number
        for split in splits
        if _is_asked(split) and _left_over(aligned_areas(pdf, split.page.number, split.page.height), split.fragments)
    )
    if pages:
        yield Trouble("table-left-out", pages)


def _is_asked(split: SplitPage) -> bool:
    if split.read != "printed" or split.page.placement != AS_FILED:
        return False
    return any(f.ruled != "full" for f in split.fragments) or bool(heading_blocks(split.lines, split.page.rulings))


def _left_over(areas: Sequence[AlignedArea], fragments: Sequence[TableFragment]) -> bool:
    """True if an area of three columns or more has no table in it, or goes on well below the last of its tables."""
    for area in areas:
        within = [f for f in fragments if f.bbox[1] < area.bottom and area.top < f.bbox[3]]
        foot = max((f.bbox[3] for f in within), default=area.top)
        if area.columns >= FEWEST_HEADINGS and area.bottom - foot > BELOW:
            return True
    return False


def aligned_areas(pdf: bytes, page: int, height: float) -> tuple[AlignedArea, ...]:
    """The areas that the engine finds on a page (counted from 1, ``height`` points high), from the top down."""
    import camelot

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tables = camelot.read_pdf(  # type: ignore[attr-defined]
                io.BytesIO(pdf), pages=str(page), flavor="network"
            )
            boxes = [(float(table._bbox[1]), float(table._bbox[3]), len(table.cols)) for table in tables]
    except Exception:  # an engine's failure on a page is no table found there
        return ()
    return tuple(sorted((AlignedArea(height - y1, height - y0, n) for y0, y1, n in boxes), key=lambda area: area.top))
