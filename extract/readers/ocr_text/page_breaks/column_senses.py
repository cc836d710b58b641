"""What each column of a table holds, told by its heading and by its cells: the sense in which its texts are mended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from nghiquyet.extract.language.column_headings import heading_role
from nghiquyet.extract.language.numbering.ordinals import ordinal_column
from nghiquyet.extract.language.ticks import is_tick
from nghiquyet.extract.readers.ocr_text.model import TextRow
from nghiquyet.extract.tables.continuation.text_flow import WHOLE_DATE_END, WHOLE_DATE_START

Kind = Literal["number", "tick", "date", "bodies", "text"]
BODY_ROLES = frozenset(("lead", "advising", "coordinating", "monitoring"))
# A column is of a kind if this share of its filled cells is.
MOSTLY = 0.7
# With fewer rows than this away from page ends, the broken ones too must say what a column usually holds.
FEWEST_WHOLE = 4


@dataclass(frozen=True, slots=True)
class Sense:
    """A column's kind; the shares of whole rows that fill it and of its cells that begin small; their first words and
    whole texts.
    """

    kind: Kind
    filled: float
    small: float
    firsts: frozenset[str]
    cells: frozenset[str] = frozenset()


def column_senses(pieces: Sequence[Sequence[TextRow]], headings: Sequence[str]) -> tuple[Sense, ...]:
    """The sense of each column of a table given as its pages' rows; headings are those of its columns."""
    rows = [row for piece in pieces for row in piece]
    # first and last rows of a page may be broken: what the others say is safe
    safe = [row for piece in pieces for row in piece[1:-1] if _filled(row) > 2]
    whole = safe
    if len(whole) < FEWEST_WHOLE:
        whole = [row for row in rows if _filled(row) > 2]
    number = ordinal_column([row.texts for row in rows])
    named = [headings[c] if c < len(headings) else "" for c in range(len(rows[0].cells) if rows else 0)]
    return tuple(_sense(c, whole, safe, rows, name, c == number) for c, name in enumerate(named))


def _filled(row: TextRow) -> int:
    return sum(bool(t) for t in row.texts)


def _sense(
    c: int,
    whole: Sequence[TextRow],
    safe: Sequence[TextRow],
    rows: Sequence[TextRow],
    heading: str,
    numbers: bool,
) -> Sense:
    texts = [t for row in whole if (t := row.text(c))]
    firsts = Counter(t.split()[0] for t in texts)
    often = Counter(row.text(c) for row in rows)
    surely = {row.text(c) for row in safe} | {text for text, count in often.items() if count > 1}
    return Sense(
        kind="number" if numbers else _kind([t for row in rows if (t := row.text(c))], heading),
        filled=sum(row.cells[c] is None or bool(row.text(c)) for row in whole) / max(1, len(whole)),
        small=sum(t[0].islower() for t in texts) / max(1, len(texts)),
        firsts=frozenset(word for word in firsts if word[0].isupper()),
        cells=frozenset(surely - {""}),
    )


def _kind(texts: Sequence[str], heading: str) -> Kind:
    if texts and sum(map(is_tick, texts)) >= MOSTLY * len(texts):
        return "tick"
    named = heading_role(heading) if heading else None
    role = named.role if named else None
    if role in BODY_ROLES:
        return "bodies"
    if role == "deadline":
        return "date"
    if role is None and texts and sum(map(_is_date, texts)) >= MOSTLY * len(texts):
        return "date"
    return "text"


def _is_date(text: str) -> bool:
    return len(text) < 60 and bool(WHOLE_DATE_START.match(text) and WHOLE_DATE_END.search(text))
