"""A text that stands at the end of the row above its own, behind that row's text."""

from __future__ import annotations

from nghiquyet.extract.readers.ocr_text.model import words_to_text
from nghiquyet.extract.readers.ocr_text.page_breaks.break_model import DOUBTED, Break, confidence
from nghiquyet.extract.tables.continuation.join_rows import USUALLY_FILLED

RELUCTANCE = 0.3
NEEDED = 0.8
# From here on the cell above may hold two rows' texts.
POSSIBLE = 0.0


def mend_lifted(seam: Break) -> None:
    """Where the first row below lacks a text that its column usually has, it may stand at the end of the cell above."""
    first = seam.below[0]
    filled = sum(bool(seam.words(first, c)) for c in seam.texts)
    for c in seam.texts:
        sense = seam.senses[c]
        if first.cells[c] is None or seam.words(first, c) or sense.filled < USUALLY_FILLED or filled < 2:
            continue
        above = seam.over(c)
        best = max(((_score(seam, c, at), at) for at in range(1, len(above))), default=(-9.0, 0))
        if best[0] >= NEEDED:
            sure = min(confidence(best[0] - NEEDED), 0.69) if sense.kind != "bodies" else confidence(best[0] - NEEDED)
            join = seam.note("lifted", c, above[best[1] :], sure, "text_stood_in_row_above")
            seam.put_above(c, above[: best[1]], join)
            seam.put_below(0, c, above[best[1] :], join)
        else:
            join = seam.note("unresolved", c, above[-1:], DOUBTED, "usual_cell_empty")
            seam.put_below(0, c, (), join)
            if best[0] > POSSIBLE:
                seam.put_above(c, above, join)


def _score(seam: Break, c: int, at: int) -> float:
    sense, witness = seam.senses[c], seam.witness
    words = seam.over(c)
    inside = witness.begins_inside(words, at, sense)
    if inside <= -0.9 or words[at - 1].text.endswith((",", ";", ".", ":")):
        return -9.0
    before, after = words_to_text(words[:at]), words_to_text(words[at:])
    parts = witness.ends(before, sense) + witness.starts(after, sense) + witness.ends(after, sense)
    return inside + parts - RELUCTANCE
