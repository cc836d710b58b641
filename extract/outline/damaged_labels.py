"""A recognised paragraph's beginning → the labels that may be printed there, where another was read or none.

Recognisers take I for 1, lose an upright of III, read § for 8 and ø for g. Which label is printed is told by the list
that it must go on, so these readings are only for labels that come exactly next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nghiquyet.extract.language.lookalikes import lookalikes
from nghiquyet.extract.language.numbering.leading import leading_readings
from nghiquyet.extract.language.numbering.reading import Reading
from nghiquyet.extract.language.numbering.roman import SIGNS

_LABEL = re.compile(r"(?P<core>[^\s.,:)/]{1,5})\s?(?P<mark>[.,:)/]{1,2})\s*(?=\S)")
_NAMED = re.compile(
    rf"(?P<name>Điều|Chương|Mục|Phần)[\s.:,]+(?P<number>\d{{1,3}}|[{SIGNS}L]{{1,5}})(?P<mark>[\s.:,]+|$)"
)
_ROMAN = re.compile(rf"[{SIGNS}L]{{1,6}}$")
_MOST_FIGURES = 2
# "D3." for 4.3, "43." too: which list it goes on is told by what comes next in it.
_SECOND_LEVEL = re.compile(r"[^\W_]\.?(?P<figure>\d)$")
MOST_LISTS = 20
# "đd)" is one letter read twice.
_READ_TWICE = 2


def misread_labels(text: str, readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The labels that may be printed where ``readings`` were read: one that begins a list is only taken for a one."""
    found = damaged_labels(text)
    if not any(label.first for label in readings):
        return found
    if (readings[0].style, readings[0].levels) != ("roman", (1,)):
        return ()
    return tuple(r for r in found if (r.style, r.levels, r.bracketed) == ("arabic", (1,), False))


def damaged_labels(text: str) -> tuple[Reading, ...]:
    """The readings of a paragraph's beginning as a label that was read wrong; the likeliest first.

    >>> [(label.text, label.style) for label in damaged_labels("II,KINH PHÍ THỰC HIỆN")][2:]
    [('III', 'roman'), ('II', 'roman'), ('11', 'arabic')]
    """
    if named := _NAMED.match(text):
        return _restored(f"{named['name']} {named['number']}. ", "x", named.end())
    found = _LABEL.match(text)
    if found is None:
        return ()
    readings: list[Reading] = []
    closing = ")" if ")" in found["mark"] else "."
    for core in dict.fromkeys(_cores(found["core"])):
        readings += _restored(f"{core}{closing} ", "X" if closing == "." else "x", found.end())
    return tuple(readings)


def _restored(printed: str, rest: str, end: int) -> tuple[Reading, ...]:
    """The labels of ``printed``, taking up the text as read up to ``end``."""
    return tuple(replace(r, end=end) for r in leading_readings(printed + rest))


def _cores(read: str) -> Iterator[str]:
    numeral = read.translate(lookalikes().strokes)
    if _ROMAN.match(numeral):
        yield from (numeral[:-1], numeral + "I") if numeral.endswith("I") else (numeral + "I",)
        yield numeral
    if len(read) <= _MOST_FIGURES:
        figures = read.translate(lookalikes().figures)
        if figures.isdigit():
            yield figures
    if second := _SECOND_LEVEL.match(read):
        yield from (f"{first}.{second['figure']}" for first in range(1, MOST_LISTS + 1))
    if len(read) == _READ_TWICE and read.isalpha() and read.islower():
        yield from read
    if len(read) == 1:
        yield from lookalikes().letters_read_as(read)
