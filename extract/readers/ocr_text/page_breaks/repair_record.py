"""What was mended, where, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from nghiquyet.extract.model import Trouble

# glued: the rest stood before the next row's text · misplaced: in another column · lifted: a row's text stood in the
# row above · doubled: words printed twice · reordered: words out of order · rejoined: a row's rest in a row of its own
RepairKind = Literal["glued", "misplaced", "lifted", "doubled", "reordered", "rejoined", "unresolved"]


@dataclass(frozen=True, slots=True)
class Repair:
    """One decision on a break; ``quote`` is a word or two at the place, for a person to find it by."""

    kind: RepairKind
    pages: tuple[int, int]
    column: int
    quote: str
    confidence: float


# Findings quote at most this share of the document's letters.
QUOTED = 0.003
# A quote is no longer than this many letters.
LONGEST_QUOTE = 24


def repairs_to_troubles(repairs: Sequence[Repair], letters: int) -> Iterator[Trouble]:
    """One trouble for each page's end with what was mended there, quoting as far as findings may quote."""
    room = QUOTED * letters
    ends = dict.fromkeys(r.pages for r in repairs if r.kind != "unresolved")
    for pages in ends:
        own = [r for r in repairs if r.pages == pages and r.kind != "unresolved"]
        quotes = []
        for repair in own:
            if len(repair.quote) <= min(room, LONGEST_QUOTE) and repair.quote not in quotes:
                quotes.append(repair.quote)
                room -= len(repair.quote)
        yield Trouble("text-repaired", tuple(dict.fromkeys(pages)), "; ".join(quotes))
