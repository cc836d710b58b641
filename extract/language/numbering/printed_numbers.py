"""Numbers of rows as printed ↔ as counted, and which may follow which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from nghiquyet.extract.language.lookalikes import lookalikes

Kind = Literal["roman", "arabic", "capital", "small"]
_ROMAN = re.compile(r"^(?=[IVXLC])(X{0,4})(IX|IV|V?I{0,3})$")
_PARTS = re.compile(
    r"^[(]?(?P<core>(?:[IVXLC]+|[A-ZĐ])(?:\.\d{1,3}){0,3}|\d{1,3}(?:\.\d{1,3}){0,4}|[a-zđ])(?P<tail>[.):]{0,2})$"
)
# Two strokes that meet, or cross.
CROSSED = frozenset("VX")
_CAPITALS, _SMALL = "ABCDEGHIKLMNOPQRSTUVXY", "abcdđeghiklmnopqrstuvxy"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A row's number: its kind, its counts ("2.1" is 2, 1, and so is "II.1" of kind roman), and how it is printed."""

    kind: Kind
    counts: tuple[int, ...]
    tail: str = ""
    width: int = 1  # digits that the last count is filled up to

    @property
    def text(self) -> str:
        if self.kind == "arabic":
            *above, last = self.counts
            return ".".join([*(str(n) for n in above), str(last).zfill(self.width)]) + self.tail
        first, *others = self.counts
        letters = _CAPITALS if self.kind == "capital" else _SMALL
        head = _roman(first) if self.kind == "roman" else letters[first - 1]
        return ".".join([head, *(str(n) for n in others)]) + self.tail

    @property
    def below(self) -> str:
        """The figures behind the first count: "12" of II.1.2."""
        return "".join(str(n) for n in self.counts[1:])

    @property
    def is_heading(self) -> bool:
        """True for a group's number: I, A; not for a row's below it: I.1."""
        return self.kind in ("roman", "capital") and len(self.counts) == 1

    def same_as(self, other: Numeral | None) -> bool:
        return other is not None and (self.kind, self.counts) == (other.kind, other.counts)

    def plus_one(self) -> Numeral | None:
        counts = (*self.counts[:-1], self.counts[-1] + 1)
        limits = {"roman": 39, "arabic": 999, "capital": len(_CAPITALS), "small": len(_SMALL)}
        limit = limits[self.kind if len(counts) == 1 else "arabic"]
        return Numeral(self.kind, counts, self.tail, self.width) if counts[-1] <= limit else None


def numerals(text: str) -> tuple[Numeral, ...]:
    """The readings of a printed number: "I" is a Roman one or a letter; none where it is no number."""
    found = _PARTS.match(text.replace(" ", ""))
    if not found:
        return ()
    core, tail = found["core"], found["tail"]
    if core[0].isdigit():
        counts = tuple(int(n) for n in core.split("."))
        width = len(core.split(".")[-1]) if core.split(".")[-1].startswith("0") else 1
        return (Numeral("arabic", counts, tail, width),)
    readings = []
    head, *below = core.split(".")
    others = tuple(int(n) for n in below)
    if _ROMAN.match(head):
        readings.append(Numeral("roman", (_value(head), *others), tail))
    if head in _CAPITALS:
        readings.append(Numeral("capital", (_CAPITALS.index(head) + 1, *others), tail))
    if head in _SMALL:
        readings.append(Numeral("small", (_SMALL.index(head) + 1,), tail))
    return tuple(readings)


@dataclass(frozen=True, slots=True)
class Count:
    """How far a table's numbering has come: the last number of each kind, and the last of all.

    ``row`` is the last of a task: an Arabic number, or one below a heading's ("I.1").
    """

    last: Numeral | None = None
    roman: Numeral | None = None
    capital: Numeral | None = None
    small: Numeral | None = None
    row: Numeral | None = None
    width: int = 1

    def after(self, numeral: Numeral) -> Count:
        """The state behind ``numeral``: what stands under a heading starts anew."""
        roman, capital, small = self.roman, self.capital, self.small
        if numeral.is_heading:
            roman, capital, small = (numeral, capital, None) if numeral.kind == "roman" else (None, numeral, None)
        elif numeral.kind == "small":
            small = numeral
        row = self.row if numeral.is_heading or numeral.kind == "small" else numeral
        if numeral.is_heading and row is not None and row.kind != "arabic":
            row = None  # below III comes no II.5
        width = max(self.width, numeral.width) if numeral.kind == "arabic" else self.width
        return Count(numeral, roman, capital, small, row, width)

    def below_heading(self) -> Count:
        """The state below a group's heading without a number."""
        return replace(self, last=None, small=None)

    def next_ones(self) -> Iterator[Numeral]:
        """Every number that may follow, the likeliest first."""
        tail = self.last.tail if self.last else ""
        if self.row is not None:
            yield from _behind(self.row, self.width)
        for heading in (self.roman, self.capital, self.small):
            if heading is not None and (following := heading.plus_one()) is not None:
                yield following
        if self.small is not None and self.small.text[0] == "d":
            yield Numeral("small", (self.small.counts[0] + 2,), self.small.tail)  # some count d, e
        below_row = self.last is not None and self.last == self.row
        if below_row:
            yield Numeral("small", (1,), self.small.tail if self.small else ")")
        else:
            yield Numeral("arabic", (1,), self.row.tail if self.row else "", self.width)
        if self.last is None:
            yield Numeral("roman", (1,), tail)
            yield Numeral("capital", (1,), tail)
        elif self.last.kind == "capital":
            yield Numeral("roman", (1,), tail)  # A, and below it I
        if self.last is not None and self.last.is_heading:
            yield replace(self.last, counts=(*self.last.counts, 1), tail="")  # I, and below it I.1


def _behind(numeral: Numeral, width: int) -> Iterator[Numeral]:
    counts = numeral.counts
    rows = 0 if numeral.kind == "arabic" else 1  # behind I.1 comes I.2; II is a heading
    for depth in range(len(counts), rows, -1):
        next_counts = (*counts[: depth - 1], counts[depth - 1] + 1)
        yield Numeral(numeral.kind, next_counts, numeral.tail, width if depth == 1 else 1)
    yield Numeral(numeral.kind, (*counts, 1), numeral.tail)


def looks_like(read: str, numeral: Numeral) -> bool:
    """True if a recogniser may have read ``read`` for the number."""
    one, other = (re.sub(r"[\W_]", "", t).translate(lookalikes().numbers) for t in (read, numeral.text))
    if one == other:
        return True
    if numeral.kind == "small":
        bare = read.strip("().: ")
        taken = len(bare) == 1 and numeral.text[0] in lookalikes().letters_read_as(bare)
        return taken and (not bare.isdigit() or read.endswith(")"))
    if numeral.kind == "capital":  # C and c, O and o differ in height alone
        return bool(one) and one.casefold() == other.casefold()
    if numeral.kind == "arabic":
        off = [frozenset(pair) for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
        return len(one) == len(other) and len(off) == 1 and off[0] in lookalikes().alike
    if numeral.kind == "roman" and len(numeral.counts) > 1:
        return _looks_like_hung(read, numeral)
    if numeral.kind != "roman" or not one:
        return False
    if {one, other} <= CROSSED:
        return True
    # one upright more or less; a lone upright is not told from a figure one, but from eleven if that was no number
    near = abs(len(one) - len(other)) <= 1 and one[0] == other[0]
    return near and (len(other) > 1 or not read.strip("().: ").isdigit())


def _looks_like_hung(read: str, numeral: Numeral) -> bool:
    """True for "H1", "IL1" and "11.1", where II.1 may stand, and for II: a lone figure behind a stop is soon lost."""
    below = numeral.below
    signs = re.sub(r"[\W_]", "", read)
    head, tail = signs[: -len(below)], signs[-len(below) :].translate(lookalikes().numbers)
    strokes, wanted = head.translate(lookalikes().strokes), _roman(numeral.counts[0])
    if signs == wanted:
        return True
    near = abs(len(strokes) - len(wanted)) <= 1 or {*strokes} == {*wanted}  # of III a coarse scan may leave one stroke
    return bool(head) and tail == below and strokes[:1] == wanted[0] and near


def _roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


def _value(roman: str) -> int:
    worth = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
    values = [worth[c] for c in roman]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
