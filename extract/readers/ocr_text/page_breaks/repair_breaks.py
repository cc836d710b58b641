"""A table's rows page by page → its rows, with what the pages' ends broke mended and each decision recorded."""

from __future__ import annotations

from collections.abc import Sequence

from nghiquyet.extract.language.numbering.ordinals import is_ordinal
from nghiquyet.extract.readers.ocr_text.model import TextRow
from nghiquyet.extract.readers.ocr_text.page_breaks.break_model import Break
from nghiquyet.extract.readers.ocr_text.page_breaks.cell_evidence import Witness
from nghiquyet.extract.readers.ocr_text.page_breaks.column_senses import Sense
from nghiquyet.extract.readers.ocr_text.page_breaks.glued_rows import mend_glued
from nghiquyet.extract.readers.ocr_text.page_breaks.overhanging_texts import mend_lifted
from nghiquyet.extract.readers.ocr_text.page_breaks.repair_record import Repair
from nghiquyet.extract.readers.ocr_text.page_breaks.rest_rows import mend_rest_row
from nghiquyet.extract.tables.continuation.join_rows import USUALLY_FILLED

# Where so many rows have numbers, one without is more likely a rest.
USUALLY_NUMBERED = 0.6


def mend_breaks(
    pieces: Sequence[Sequence[TextRow]], senses: Sequence[Sense], witness: Witness
) -> tuple[tuple[TextRow, ...], tuple[Repair, ...]]:
    """(the rows of the whole table, the repairs) for the rows of each page without their headings."""
    rows: list[TextRow] = []
    repairs: list[Repair] = []
    for piece in pieces:
        if not piece:
            continue
        if not rows:
            rows = list(piece)
            continue
        seam = Break(rows, list(piece), senses, witness)
        _mend(seam)
        repairs += seam.repairs
        rows = [*seam.above, *seam.below]
    return tuple(rows), tuple(repairs)


def _mend(seam: Break) -> None:
    number = next((c for c, s in enumerate(seam.senses) if s.kind == "number"), None)
    first = seam.below[0]
    if _is_banner(seam, first):
        return
    numbered = number is not None and is_ordinal(first.text(number))
    usual = number is not None and seam.senses[number].filled >= USUALLY_NUMBERED
    if not numbered and mend_rest_row(seam, numbered=usual):
        if seam.below:
            mend_lifted(seam)
        return
    if _is_banner(seam, seam.above[-1]):
        return
    mend_glued(seam)
    mend_lifted(seam)


def _is_banner(seam: Break, row: TextRow) -> bool:
    """A group's heading: one text besides the number, whole by itself."""
    filled = [c for c in range(len(row.cells)) if row.text(c) and seam.senses[c].kind != "number"]
    cell = row.cells[filled[0]] if len(filled) == 1 else None
    if cell is None:
        return False
    wide = cell.column_span > 1
    numbered = any(row.text(c) for c, s in enumerate(seam.senses) if s.kind == "number")
    return wide or all(w.bold for w in cell.words) or (numbered and _usually_more(seam))


def _usually_more(seam: Break) -> bool:
    return sum(s.filled >= USUALLY_FILLED for s in seam.senses) > 2
