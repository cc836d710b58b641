"""How far the numbering of a column or outline has come → the labels that may stand next, and what others cost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from nghiquyet.extract.language.numbering.alphabet import OFFICE, PLAIN
from nghiquyet.extract.language.numbering.reading import Reading, next_label, written
from nghiquyet.extract.language.numbering.succession import BEGINS, BELOW, OUT_OF_STEP, Succession, successor


@dataclass(frozen=True, slots=True)
class ListState:
    """The last label of each kind, and the last of all.

    ``row`` is the last of a task: an Arabic number, or one below a heading's ("I.1"); ``width`` is that of its figures.
    """

    last: Reading | None = None
    roman: Reading | None = None
    capital: Reading | None = None
    small: Reading | None = None
    row: Reading | None = None
    width: int = 1

    def after(self, label: Reading) -> ListState:
        """The state behind ``label``: what stands under a heading starts anew."""
        if label.heads_group:
            row = self.row if self.row is not None and self.row.style == "arabic" else None  # below III comes no II.5
            if label.style == "roman":
                return ListState(label, label, self.capital, None, row, self.width)
            return ListState(label, None, label, None, row, self.width)
        if label.style in ("lower", "lower_roman"):
            return replace(self, last=label, small=label)
        width = max(self.width, label.width) if label.style == "arabic" else self.width
        return replace(self, last=label, row=label, width=width)

    def below_heading(self) -> ListState:
        """The state below a group's heading without a number."""
        return replace(self, last=None, small=None)

    def next_ones(self) -> Iterator[Reading]:
        """Every label that may follow, the likeliest first."""
        closing = self.last.closing if self.last else ""
        if self.row is not None:
            yield from self._behind(self.row)
        for heading in (self.roman, self.capital, self.small):
            countings = (PLAIN, OFFICE) if heading is self.capital else (OFFICE, PLAIN)  # capitals seldom count Đ
            following = [] if heading is None else [next_label(heading, counting) for counting in countings]
            yield from dict.fromkeys(label for label in following if label is not None)
        if self.last is not None and self.last == self.row:
            yield written("lower", (1,), self.small.closing if self.small else ")")
        else:
            yield written("arabic", (1,), self.row.closing if self.row else "", self.width)
        if self.last is None:
            yield written("roman", (1,), closing)
            yield written("upper", (1,), closing)
        elif self.last.style == "upper":
            yield written("roman", (1,), closing)  # A, and below it I
        if self.last is not None and self.last.heads_group:
            yield written(self.last.style, (*self.last.levels, 1))  # I, and below it I.1

    def taking(self, label: Reading, first: bool = False) -> Succession:
        """What it costs to take ``label`` for the next; ``first`` says that nothing stands above it."""
        if any(label.same_as(following) for following in self.next_ones()):
            return Succession("first", BELOW) if label.first else Succession("next", 0.0)
        hangs = label.style != "arabic" and label.depth > 1  # I.1 stands below I
        if first or (label.levels[-1] <= 1 and not hangs):
            return Succession("first", BEGINS)
        own = [one for one in (self.roman, self.capital, self.small, self.row) if one and one.style == label.style]
        behind = successor(own[-1] if own else None, label)
        return behind if behind.cost >= OUT_OF_STEP else Succession("unrelated", OUT_OF_STEP)

    def _behind(self, row: Reading) -> Iterator[Reading]:
        levels = row.levels
        rows = 0 if row.style == "arabic" else 1  # behind I.1 comes I.2; II is a heading
        for depth in range(len(levels), rows, -1):
            width = self.width if depth == 1 else 1
            following = (*levels[: depth - 1], levels[depth - 1] + 1)
            yield written(row.style, following, row.closing, width, row.bracketed)
        yield written(row.style, (*levels, 1), row.closing, bracketed=row.bracketed)
