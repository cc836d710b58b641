"""Text from the web that parts the cells of a letterhead or a signature by lines of one bar → paragraphs of its cells.

A page turned to text writes each cell between lines that hold nothing but "|", broken at some width:

    |
    **ỦY BAN NHÂN
    DÂN**
    TỈNH ĐỒNG THÁP
    -------
    |

Bars part paragraphs there, rules under names are no text, and a line that only the width broke goes on the one above:
inside an emphasis that is still open, or in small letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_BAR = re.compile(r"^\s*\|\s*$")
_RULE = re.compile(r"^\s*[-_=*]{3,}\s*$")
_EMPTY_EMPHASIS = re.compile(r"^[\s*_]*$")
_STRONG = "**"
_OPEN_NUMBER = re.compile(r"^[\s*_]*Số\s*:?[\s*_]*$")
# A cell of a letterhead or a signature has fewer lines than this (an estimate); what is longer is text between tables.
MOST_LINES = 30


def without_lone_bars(text: str) -> str:
    """The text with lines of one bar made blank and the cells between them unwrapped; as it is if it has none."""
    lines = text.split("\n")
    bars = [i for i, line in enumerate(lines) if _BAR.match(line)]
    if len(bars) < 2:
        return text
    made: list[str] = []
    at = 0
    for bar in bars:
        cell = lines[at:bar]
        made += [*(_unwrapped(cell) if _is_cell(cell) else cell), ""]
        at = bar + 1
    return "\n".join("" if _EMPTY_EMPHASIS.match(line) else line for line in [*made, *lines[at:]])


def _is_cell(lines: Sequence[str]) -> bool:
    """True for what stands between two bars, or above the first of a letterhead whose beginning is lost."""
    return 0 < len(lines) < MOST_LINES


def _unwrapped(lines: Sequence[str]) -> Iterator[str]:
    """The lines of a cell, those joined that are one."""
    opened = _opens_before(lines)
    whole = ""
    for line in lines:
        if _RULE.match(line) or _EMPTY_EMPHASIS.match(line):
            yield from [whole] if whole else []
            whole, opened = "", False
            if not line.strip():
                yield line
            continue
        begins = line.lstrip("*_ ")[:1]
        goes_on = bool(whole) and (opened or begins.islower() or bool(_OPEN_NUMBER.match(whole)))
        if whole and not goes_on:
            yield whole
        whole = f"{whole.rstrip()} {line.strip()}" if goes_on else line
        opened ^= _toggles(line)
    if whole:
        yield whole


def _opens_before(lines: Sequence[str]) -> bool:
    """True if the first mark of strong print only closes: "HỘI ĐỒNG NHÂN" / "DÂN**" began before the first word."""
    first = next((line for line in lines if _STRONG in line), "")
    return first.count(_STRONG) % 2 == 1 and not first.lstrip().startswith(_STRONG)


def _toggles(line: str) -> bool:
    """True if the line opens an emphasis that it does not close, or closes one that it did not open."""
    if line.count(_STRONG) % 2:
        return True
    return line.replace(_STRONG, "").count("*") % 2 == 1
