"""The rows on both sides of a page's end while they are mended, and what was decided about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from nghiquyet.extract.decisions.decision import Evidence
from nghiquyet.extract.model import Join
from nghiquyet.extract.readers.ocr_text.model import TextCell, TextRow, TextWord, words_to_text
from nghiquyet.extract.readers.ocr_text.page_breaks.cell_evidence import Witness
from nghiquyet.extract.readers.ocr_text.page_breaks.column_senses import Sense
from nghiquyet.extract.readers.ocr_text.page_breaks.repair_record import Repair, RepairKind

# A reading that is better than the next by a margin of 1 is this sure, one as good as the next this much.
SURE_SLOPE, EVEN = 0.3, 0.52
MOST_SURE = 0.95
# A merged cell stands beside at most so many rows.
MOST_MERGED = 200
# Below this a person must look; the reader of joins (normalize) doubts what lies below 0.7.
DOUBTED = 0.5


def confidence(margin: float) -> float:
    """How sure a reading is that is better than the next best by ``margin``."""
    return round(max(0.2, min(MOST_SURE, EVEN + SURE_SLOPE * margin)), 3)


@dataclass(slots=True)
class Break:
    """A page's end: rows above and below it, which are replaced as they are mended."""

    above: list[TextRow]
    below: list[TextRow]
    senses: Sequence[Sense]
    witness: Witness
    repairs: list[Repair] = field(default_factory=list)

    @property
    def pages(self) -> tuple[int, int]:
        return self.above[-1].page, self.below[0].page

    @property
    def texts(self) -> list[int]:
        """The columns of texts: all but numbers and ticks."""
        return [c for c, s in enumerate(self.senses) if s.kind not in ("number", "tick")]

    def words(self, row: TextRow, column: int) -> tuple[TextWord, ...]:
        cell = row.cells[column]
        return cell.words if cell is not None else ()

    def over(self, column: int) -> tuple[TextWord, ...]:
        """The words of the cell that stands in the column right above the break, merged cells included."""
        place = self._owner(column)
        return self.words(self.above[place[0]], place[1]) if place is not None else ()

    def above_is_one(self, a: int, b: int) -> bool:
        """True if one cell stands in both columns above the break."""
        return self._owner(a) == self._owner(b) is not None

    def put_above(self, column: int, words: Sequence[TextWord], *joins: Join) -> None:
        row, own = self._owner(column) or (len(self.above) - 1, column)
        self.above[row] = _with(self.above[row], own, words, joins)

    def put_below(self, row: int, column: int, words: Sequence[TextWord], *joins: Join) -> None:
        if self.below[row].cells[column] is not None:
            self.below[row] = _with(self.below[row], column, words, joins)

    def _owner(self, column: int) -> tuple[int, int] | None:
        """(row, column) where the cell begins that stands in the column in the last row."""
        last = len(self.above) - 1
        for row in range(last, max(-1, last - MOST_MERGED), -1):
            for start in range(column, -1, -1):
                cell = self.above[row].cells[start]
                if cell is None:
                    continue
                reaches = start + cell.column_span > column and row + cell.row_span > last
                if reaches:
                    return row, start
                break
        return None

    def note(self, kind: RepairKind, column: int, at: Sequence[TextWord], sure: float, feature: str) -> Join:
        """Records a repair at the first of the words ``at``; the join that its cells bear."""
        self.repairs.append(Repair(kind, self.pages, column, words_to_text(at[:2]), sure))
        return Join("cell", self.pages, (Evidence(feature, kind),), sure)


def _with(row: TextRow, column: int, words: Sequence[TextWord], joins: Sequence[Join]) -> TextRow:
    cell = row.cells[column] or TextCell()
    return row.with_cell(column, cell.with_words(words, *joins))
