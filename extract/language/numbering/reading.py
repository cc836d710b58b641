"""A label as one way of reading it has it: "C." is a letter, or a Roman hundred."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from nghiquyet.extract.language.numbering.alphabet import OFFICE, letter_to_place, next_letter, place_to_letter
from nghiquyet.extract.language.numbering.roman import LARGEST_LABEL, number_to_roman, roman_to_number

Style = Literal[
    "part",
    "chapter",
    "division",
    "subdivision",
    "article",
    "item",
    "upper",
    "roman",
    "arabic",
    "lower",
    "lower_roman",
    "bullet",
]
LETTERED: frozenset[Style] = frozenset({"upper", "lower"})
NAMED: frozenset[Style] = frozenset({"part", "chapter", "division", "subdivision", "article", "item"})
# Rows and sections are counted no further: their numbers have three figures.
LARGEST_ARABIC = 999
_LAST = re.compile(r"(?P<last>\d+|[^\W\d_]+)(?P<bracket>\)?)$")


@dataclass(frozen=True, slots=True)
class Reading:
    """``text`` is what goes into ids: the label without what closes it, but with both of its brackets.

    ``levels`` are the counts of its levels, of a letter its place in the alphabet; ``style`` is that of the first
    level. ``closing`` is what closes it: a full stop, a lone bracket. ``seldom``: offices hardly count so. ``end`` is
    where the label ends in the text that it begins.
    """

    text: str
    style: Style
    levels: tuple[int, ...]
    closing: str = field(default="", compare=False)
    seldom: bool = field(default=False, compare=False)
    end: int = field(default=0, compare=False)

    @property
    def depth(self) -> int:
        return len(self.levels)

    @property
    def printed(self) -> str:
        return self.text + self.closing

    @property
    def bracketed(self) -> bool:
        """True if it stands in two brackets."""
        return self.text.startswith("(")

    @property
    def first(self) -> bool:
        return self.levels[-1] == 1

    @property
    def list_key(self) -> tuple[Style, bool, int]:
        """What labels of one list share."""
        return (self.style, self.bracketed, self.depth)

    @property
    def heads_group(self) -> bool:
        """True for a group's number: I, A; not for a row's below it: I.1."""
        return self.style in ("roman", "upper") and self.depth == 1

    @property
    def width(self) -> int:
        """Figures that the last count is filled up to: 2 for 09."""
        found = _LAST.search(self.text)
        return len(found["last"]) if found and found["last"].startswith("0") else 1

    def same_as(self, other: Reading | None) -> bool:
        """True if both are the same number, however they are printed."""
        return other is not None and (self.style, self.levels) == (other.style, other.levels)

    def contains(self, other: Reading) -> bool:
        """True if this label spells out ``other`` as its beginning: 1.2 under 1, I.1 under I, (2.1) under 2."""
        if other.bracketed and not self.bracketed:
            return False
        mine, theirs = _parts(self.text), _parts(other.text)
        return len(mine) > len(theirs) and mine[: len(theirs)] == theirs


def written(style: Style, levels: Sequence[int], closing: str = "", width: int = 1, bracketed: bool = False) -> Reading:
    """The label of these counts as offices print it; ``width`` is that of a last level in figures.

    >>> written("roman", (2, 1), ".").printed
    'II.1.'
    """
    figures = [str(count) for count in levels]
    if style in LETTERED:
        letter = place_to_letter(levels[0])
        figures[0] = letter.upper() if style == "upper" else letter
    elif style in ("roman", "lower_roman"):
        figures[0] = number_to_roman(levels[0]) if style == "roman" else number_to_roman(levels[0]).lower()
    if style == "arabic" or len(levels) > 1:
        figures[-1] = figures[-1].zfill(width)
    text = ".".join(figures)
    return Reading(f"({text})" if bracketed else text, style, tuple(levels), closing)


def next_label(label: Reading, counting: str = OFFICE) -> Reading | None:
    """The label behind one in its list, printed in its way; None behind the last, and for list marks.

    >>> next_label(written("arabic", (9,), width=2)).text
    '10'
    """
    found = _LAST.search(label.text)
    if found is None or label.style == "bullet":
        return None
    following = _following(label, found["last"], counting)
    if not following:
        return None
    lettered = label.depth == 1 and label.style in LETTERED
    count = letter_to_place(following) if lettered else label.levels[-1] + 1
    text = label.text[: found.start()] + following + found["bracket"]
    return replace(label, text=text, levels=(*label.levels[:-1], count))


def first_label(label: Reading) -> Reading:
    """The first of the label's list: 1.1 for 1.3, a for c, 01 for 05."""
    found = _LAST.search(label.text)
    if found is None or label.style == "bullet" or label.first:
        return label
    last = found["last"]
    lettered = label.style in LETTERED and label.depth == 1
    first = "1".zfill(label.width) if last.isdigit() else "A" if lettered else "I"
    text = label.text[: found.start()] + (first.lower() if last.islower() else first) + found["bracket"]
    return replace(label, text=text, levels=(*label.levels[:-1], 1))


def _following(label: Reading, last: str, counting: str) -> str:
    count = label.levels[-1]
    if last.isdigit():
        return str(count + 1).zfill(label.width) if count < LARGEST_ARABIC else ""
    if label.depth == 1 and label.style in LETTERED:
        letter = next_letter(last.lower(), counting)
    elif roman_to_number(last) == count < LARGEST_LABEL:
        letter = number_to_roman(count + 1).lower()
    else:
        letter = ""
    return letter.upper() if last.isupper() else letter


def _parts(text: str) -> list[str]:
    return [part.lstrip("0") or "0" for part in text.strip("()").split(".")]
